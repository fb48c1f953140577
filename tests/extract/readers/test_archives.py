"""Archives give all they hold, refuse parts by name, and cannot harm: nothing is written, all is bounded."""

import bz2
import gzip
import io
import lzma
import tarfile
import time
import tracemalloc
import zipfile

import pytest

from extract.readers.base import Limits
from extract.texts.documents import Refused, read_documents, read_documents_from
from graph.model import InputError


def outcome(content, name, **options):
    """Sources of what was read, and reasons of what was not."""
    found = list(read_documents_from(content, name, **options))
    return (
        [one.sources[0] for one in found if not isinstance(one, Refused)],
        [one.reason for one in found if isinstance(one, Refused)],
    )


def test_every_kind_in_an_archive_in_an_archive(make):
    inner = make.every()
    read, refused = outcome(make.zipped({"in/all.zip": make.zipped(inner)}), "pile.zip")
    assert refused == []
    kinds = {
        source.removeprefix("pile.zip/in/all.zip/").partition("/")[0].partition("#")[0] for source in read
    }
    assert kinds == set(inner)


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_tar(make, mode):
    content = make.tarred(
        {"./b/a.txt": make.PROSE, "c.html": make.HTML, ".hidden.txt": "x", "i.png": "x"}, mode
    )
    assert outcome(content, "pile.tar") == (["pile.tar/b/a.txt", "pile.tar/c.html"], [])


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_packed_file(make, pack):
    assert outcome(pack(make.PROSE.encode()), "a.txt.gz") == (["a.txt.gz/a.txt"], [])


def test_one_bad_part_is_named_and_the_rest_goes_on(make):
    files = {"a.pdf": b"%PDF-1.7 rubbish", "b.txt": make.PROSE, "c.docx": make.word()[:300], "d.txt": ""}
    read, refused = outcome(make.zipped(files), "pile.zip")
    assert read == ["pile.zip/b.txt"]
    assert [reason.partition(": ")[0] for reason in refused] == [
        "pile.zip/a.pdf",
        "pile.zip/c.docx",
        "pile.zip/d.txt",
    ]


def test_a_damaged_member_and_a_locked_one(make):
    content = bytearray(make.zipped({"a.txt": make.PROSE * 50, "b.txt": make.PROSE}, zipfile.ZIP_DEFLATED))
    content[60:64] = b"\xff\xff\xff\xff"
    read, refused = outcome(bytes(content), "pile.zip")
    assert read == ["pile.zip/b.txt"]
    assert "damaged" in refused[0]
    locked = bytearray(make.zipped({"a.txt": make.PROSE}))
    locked[6] |= 1
    locked[locked.rindex(b"PK\x01\x02") + 8] |= 1
    assert outcome(bytes(locked), "p.zip")[1] == [
        "p.zip/a.txt: is locked with a password; pack it without one"
    ]


@pytest.mark.parametrize("name", ["../../etc/a.txt", "/etc/a.txt", "x/../../a.txt", "C:\\a.txt", "..\\a.txt"])
def test_a_path_that_leads_out_is_refused(make, name):
    files = {name: make.PROSE, "b.txt": make.PROSE}
    for content in (make.zipped(files), make.tarred(files)):
        read, refused = outcome(content, "pile")
        assert "pile/b.txt" in read
        assert len(read) == 1 or "\\" in name  # a backslash is no separator in tar
        assert len(refused) == 1 or "\\" in name


def test_links_and_devices_are_not_followed(make):
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, kind in (
            ("a.txt", tarfile.SYMTYPE),
            ("b.txt", tarfile.LNKTYPE),
            ("c.txt", tarfile.CHRTYPE),
        ):
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, "/etc/passwd"
            archive.addfile(member)
    read, refused = outcome(file.getvalue(), "pile.tar")
    assert read == []
    assert [reason.partition(": ")[2] for reason in refused] == ["a link or device, not a file"] * 3


def bomb(size):
    """A zip whose one member unpacks to `size` zeros."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("a.txt", "w", force_zip64=True) as member,
    ):
        for _ in range(size // 1_000_000):
            member.write(bytes(1_000_000))
    return file.getvalue()


def within(seconds, megabytes):
    """Assert that what is done inside takes no longer and no more memory."""

    class Within:
        def __enter__(self):
            self.begun = time.monotonic()
            tracemalloc.start()

        def __exit__(self, *error):
            peak = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
            assert time.monotonic() - self.begun < seconds
            assert peak < megabytes * 1e6

    return Within()


def test_bombs(make):
    large = bomb(400_000_000)
    with within(10, 50):
        assert outcome(large, "bomb.zip")[1] == [
            "bomb.zip/a.txt: unpacks to more than 200 MB; unpack the archive first"
        ]
    liar = bytearray(large)
    for mark, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        place = liar.index(mark) + at
        liar[place : place + 4] = (100).to_bytes(4, "little")
    with within(20, 500):
        read, refused = outcome(bytes(liar), "bomb.zip")
        assert read == []
        assert refused
    with within(20, 500), pytest.raises(InputError, match=r"^bomb\.txt\.gz: unpacks to more than 200 MB"):
        outcome(gzip.compress(bytes(300_000_000)), "bomb.txt.gz")
    many = make.tarred({f"{n}.txt": bytes(20_000_000) for n in range(6)})
    with within(30, 500):
        read, refused = outcome(many, "bomb.tgz", limits=Limits(unpacked=50_000_000))
        assert read == []
        assert "unpacks to more than 50 MB" in refused[-1]


def test_archives_in_archives_end(make):
    content = make.zipped({"a.txt": make.PROSE})
    for _ in range(5):
        content = make.zipped({"b.zip": content, "a.txt": make.PROSE})
    read, refused = outcome(content, "pile.zip")
    assert len(read) == 4
    assert refused == ["pile.zip/b.zip/b.zip/b.zip/b.zip: an archive more than 3 deep in others; unpack it"]


def test_too_many_members(make):
    files = {f"{n}.txt": f"Text number {n}." for n in range(30)}
    with pytest.raises(InputError, match=r"^a\.zip: holds more than 20 files; unpack it"):
        outcome(make.zipped(files), "a.zip", limits=Limits(members=20))
    read, refused = outcome(make.tarred(files), "a.tgz", limits=Limits(members=20))
    assert len(read) == 20
    assert "holds more than 20 files" in refused[0]


ENTITIES = '<!DOCTYPE x [<!ENTITY a0 "lol">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
)
EXTERNAL = '<!DOCTYPE x [<!ENTITY a9 SYSTEM "file:///etc/passwd">'


@pytest.mark.parametrize("declared", [ENTITIES, EXTERNAL])
def test_entities_are_not_read(make, declared):
    content = make.CONTENT.format(title=make.TITLE, body="<text:p>&a9;</text:p>")
    content = content.replace("?>", f"?>{declared}]>", 1)
    rss = make.RSS.replace("?>", f"?>{declared}]>", 1).replace("short", "&a9;")
    word = rewritten(
        make.word(), "word/document.xml", lambda xml: xml.replace(b"?>", f"?>{declared}]>".encode(), 1)
    )
    with within(10, 100):
        for data, name in ((make.odt(content), "a.odt"), (rss.encode(), "a.rss"), (word, "a.docx")):
            with pytest.raises(InputError, match=rf"^{name}: (?:declares entities|damaged XML)"):
                outcome(data, name)
        (page,) = read_documents_from(f"{declared}]>{make.HTML.replace('Home', '&a9;')}".encode(), "a.html")
        assert "root:" not in page.text
        assert "lollol" not in page.text


def rewritten(content, name, change):
    """An archive with one member changed."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return_files = {member: archive.read(member) for member in archive.namelist()}
    return_files[name] = change(return_files[name])
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, data in return_files.items():
            archive.writestr(member, data)
    return file.getvalue()


def told_of(content, name):
    """The text of a document, or why it is refused."""
    try:
        found = next(iter(read_documents_from(content, name)))
    except InputError as error:
        return str(error)
    return found.reason.replace("#1: ", ": ") if isinstance(found, Refused) else found.text


def test_deep_nesting_is_read_or_refused(make):
    deep = 200_000
    pages = {
        "a.html": "<div>" * deep + make.FIRST + "</div>" * deep,
        "b.html": f"<html><body>{'<b><i>' * deep}{make.FIRST}",
        "c.md": "> " * deep + make.FIRST,
        "d.md": "[" * deep + make.FIRST,
        "e.jsonl": '{"text":' + "[" * deep + "]" * deep + "}",
        "f.rss": "<rss><channel><item>" + "<a>" * deep + "</a>" * deep + "</item></channel></rss>",
        "g.html": f'<html><script type="application/ld+json">{"[" * deep}</script><p>{make.FIRST}</p></html>',
    }
    for name, content in pages.items():
        with within(30, 1000):
            told = told_of(content.encode(), name)
            assert told.startswith(f"{name}: ") or make.FIRST[:20] in told


def test_a_pdf_whose_pages_go_in_a_loop(make):
    loop = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R 2 0 R]/Count 2/Parent 2 0 R>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>> endobj
4 0 obj <</Length 8>> stream
/X Do
endstream endobj
5 0 obj <</Type/XObject/Subtype/Form/Resources<</XObject<</X 5 0 R>>>>/Length 6>> stream
/X Do
endstream endobj
trailer <</Root 1 0 R/Prev 0>>
startxref
0
%%EOF"""
    with within(20, 200), pytest.raises(InputError, match=r"^a\.pdf: "):
        list(read_documents_from(loop, "a.pdf"))


def test_a_fifo_in_a_folder_does_not_hang(tmp_path):
    import os

    os.mkfifo(tmp_path / "a.zip")
    with pytest.raises(InputError, match="not a regular file"):
        list(read_documents(tmp_path / "a.zip"))
