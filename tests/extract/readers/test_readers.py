"""Each kind of file, written by a program that writes such, is read with the text known to be in it."""

import shutil
import subprocess

import pytest

from extract.readers import choose
from extract.readers.base import Limits, as_file
from extract.readers.pdf import join_pages
from extract.texts.documents import Refused, read_documents, read_documents_from
from graph.model import InputError, document_id

KINDS = {
    "a.txt": "plain text and transcripts",
    "a.html": "web pages (HTML)",
    "a.pdf": "PDF",
    "a.docx": "Word",
    "a.odt": "OpenDocument",
    "a.md": "Markdown",
    "a.epub": "EPUB",
    "a.srt": "subtitles (SubRip, WebVTT)",
    "a.vtt": "subtitles (SubRip, WebVTT)",
    "a.rss": "feeds (RSS, Atom)",
    "a.atom": "feeds (RSS, Atom)",
    "a.mbox": "mailboxes (mbox)",
    "a.eml": "mail (.eml)",
    "a.jsonl": "JSON lines",
    "a.csv": "tables (CSV, TSV)",
    "a.zip": "zip archives",
    "a.tar.gz": "tar archives and packed files",
    "a.txt.gz": "tar archives and packed files",
}


@pytest.mark.parametrize("name", KINDS)
def test_content_comes_before_the_name(make, name):
    content = make.every()[name]
    assert choose(as_file(content), name).name == KINDS[name]
    if name not in ("a.csv", "a.md"):  # these look like plain text
        assert choose(as_file(content), "mislabelled.csv" if name != "a.txt" else "a").name == KINDS[name]


@pytest.mark.parametrize(
    "name", [n for n in KINDS if n not in ("a.srt", "a.vtt", "a.epub", "a.zip", "a.tar.gz")]
)
def test_the_story_is_read_whole_and_in_order(make, read, name):
    document = read(make.every()[name], name)[0]
    assert document.title == make.TITLE
    places = [document.text.find(text) for text in (make.TITLE, *make.BODY)]
    if name == "a.rss":
        places = places[:3]
    if name == "a.atom":
        places = places[:3]
    assert -1 not in places
    assert places == sorted(places)
    assert document.words == len(document.text.split())
    assert document.language == "en"


def test_a_file_of_one_text_has_the_id_of_its_bytes(make, read):
    for name in ("a.txt", "a.html", "a.pdf", "a.docx", "a.odt", "a.eml"):
        content = make.every()[name]
        (document,) = read(content, f"folder/{name}")
        assert document.id == document_id(content)
        assert document.sources == (f"folder/{name}",)


def test_plain_text_is_kept_as_it_is(make, read):
    content = "\ufeffTitle of it\r\n\r\nThe envoy\u00a0spoke.\r\n"
    assert read(content, "a.txt")[0].text == content


def test_a_page(make, read):
    (document,) = read(make.HTML, "a.html")
    assert document.text == make.PROSE
    assert (document.date, document.date_inferred, document.source) == ("2025-03-14", False, "The Lark")


def test_pages_of_a_pdf(make, read):
    lines = [
        [
            "Envoy signs gas accord",
            "The envoy of Norland met the minister in Mus-",
            "cat and praised the long-",
        ],
        ["term accord that both had sought for", "years. It is a long-term gain.", "A new day began."],
        ["The third page stands alone."],
    ]
    (document,) = read(make.pdf(lines), "a.pdf")
    assert document.text == (
        "Envoy signs gas accord\nThe envoy of Norland met the minister in Muscat\nand praised the long-term\n"
        "accord that both had sought for\nyears. It is a long-term gain.\nA new day began.\n\n"
        "The third page stands alone."
    )
    assert document.parts == ("p. 1", "p. 2", "p. 3")
    assert document.part(document.text.index("praised")) == "p. 1"
    assert document.part(document.text.index("years")) == "p. 2"
    assert document.part(document.text.index("third")) == "p. 3"
    assert (document.author, document.date_inferred) == ("Mara Quill", True)


def test_running_heads_and_numbers_go_but_lines_of_the_story_stay():
    pages = [
        ["The Lark 12", f"Story line {word}.", "It goes on.", "- 4 -"] for word in ("one", "two", "three")
    ]
    text, _ = join_pages(pages)
    assert "Lark" not in text
    assert "4" not in text
    assert [word in text for word in ("one", "two", "three")] == [True] * 3


def test_a_word_file_with_a_table(make, read):
    (document,) = read(make.word(), "a.docx")
    assert document.text == f"{make.PROSE}\n\nBuyer | Norland"
    assert document.author == "Mara Quill"


def test_an_opendocument_text(make, read):
    (document,) = read(make.odt(), "a.odt")
    assert document.text == make.PROSE
    assert (document.author, document.date, document.date_inferred) == ("Mara Quill", "2025-03-14", True)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", ["odt", "docx", "pdf"])
def test_what_libreoffice_writes(make, read, tmp_path, kind):
    (tmp_path / "a.html").write_text(make.HTML)
    command = [
        "soffice",
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(tmp_path),
        str(tmp_path / "a.html"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    (document,) = read((tmp_path / f"a.{kind}").read_bytes(), f"a.{kind}")
    assert all(" ".join(text.split()) in " ".join(document.text.split()) for text in make.BODY)


def test_markdown(make, read):
    (document,) = read(make.MARKDOWN, "a.md")
    assert document.text == "\n\n".join((make.TITLE, make.FIRST, f"- {make.SECOND}", make.THIRD))
    assert (document.date, document.date_inferred, document.author) == ("2025-03-14", False, "Mara Quill")
    (document,) = read(
        "# Ten days\n\n| a | b |\n|---|---|\n| one | two |\n\n```\nx = 1\n```\nThe end.\n", "b.md"
    )
    assert document.text == "Ten days\n\na | b\n\none | two\n\nThe end."


def test_the_chapters_of_a_book(make, read):
    (document,) = read(make.epub(), "a.epub")
    assert document.text == "\n\n".join(("One", make.FIRST, "Two", make.SECOND, make.THIRD))
    assert document.parts == ("One", "Two")
    assert document.part(document.text.index(make.THIRD)) == "Two"
    assert (document.title, document.author, document.source) == (make.TITLE, "Mara Quill", "Lark Press")


def test_subtitles(make, read):
    (document,) = read(make.SRT, "a.srt")
    assert document.text == (
        "The envoy of Norland, Anna Lind,\nmet energy minister Omar Haddad\nin Muscat on Tuesday.\n"
        "They signed an accord on gas."
    )
    assert document.parts == ("00:00:01", "00:00:04", "01:02:03")
    assert document.part(document.text.index("Muscat")) == "00:00:04"
    (document,) = read(make.VTT, "a.vtt")
    assert document.text == (
        ">> Roger Bing: The envoy met the minister\nin Muscat on Tuesday.\n"
        ">> Anna Lind: We signed an accord on gas."
    )
    assert document.parts == ("00:00:01", "00:00:04", "12:07:00")


def test_lines_that_roll_on_over_cues_come_once(read):
    cues = [("one two", ""), ("one two", "three four"), ("three four", "five")]
    text = "WEBVTT\n\n" + "".join(
        f"00:0{n}.000 --> 00:0{n + 1}.000\n{a}\n{b}\n\n".replace("\n\n\n", "\n\n")
        for n, (a, b) in enumerate(cues)
    )
    assert read(text, "a.vtt")[0].text == "one two\nthree four\nfive"


def test_a_feed(make, read):
    first, second = read(make.RSS, "lark.rss")
    assert first.sources == ("lark.rss#https://lark.example/a",)
    assert first.text == "\n\n".join((make.TITLE, make.FIRST, make.SECOND))
    assert (first.date, first.source, first.author) == ("2025-03-14", "The Lark", "Mara Quill")
    assert first.url == "https://lark.example/a"
    assert second.text == f"Talks go on\n\n{make.THIRD}"
    assert (second.date, second.url) == (None, None)
    (entry,) = read(make.ATOM, "lark.atom")
    assert entry.text == first.text
    assert entry.date == "2025-03-14"


def test_an_entry_keeps_its_id_when_the_feed_moves_on(make, read):
    moved = make.RSS.replace(
        "<item>", "<item><title>New</title><link>https://lark.example/n</link></item><item>", 1
    )
    before, after = read(make.RSS, "a.rss")[0], read(moved, "a.rss")[1]
    assert (before.id, before.sources) == (after.id, after.sources)


def test_mail(make, read):
    (document,) = read(make.message(), "a.eml")
    assert document.text == make.PROSE
    assert (document.date, document.author) == ("2025-03-14", "Mara Quill")
    (document,) = read(make.message(text=None, html=f"<p>{make.FIRST}</p><p>{make.SECOND}</p>"), "b.eml")
    assert document.text == f"{make.TITLE}\n\n{make.FIRST}\n\n{make.SECOND}"
    first, attached = read(make.message(attached=[("note.txt", b"The note is plain text.")]), "c.eml")
    assert first.sources == ("c.eml",)
    assert attached.sources == ("c.eml/note.txt",)
    assert attached.text == "The note is plain text."


def test_a_mailbox(make, read):
    first, second = read(make.mbox(), "box.mbox")
    assert (first.sources, second.sources) == (("box.mbox#1",), ("box.mbox#2",))
    assert second.text == f"Talks go on\n\n{make.THIRD}\n\nFrom here it is quoted."


def test_tables(make, read):
    first, second = read(make.json_lines(), "a.jsonl")
    assert (first.title, first.date, first.url) == (make.TITLE, "2025-03-14", "https://lark.example/a")
    assert (first.source, first.author) == ("The Lark", "Mara Quill, Ben Ode")
    assert (second.sources, second.date) == (("a.jsonl#2",), "2025-03-14")
    for delimiter in ",;\t":
        first, second = read(make.table(delimiter), "a.csv")
        assert first.text == make.TITLE + "\n\n" + "\n".join(make.BODY)
        assert (first.date, first.source, first.sources) == ("2025-03-14", "The Lark", ("a.csv#1",))
        assert (second.date, second.source) == (None, None)
    assert read("Text\nThe caf\xe9 in Zürich is closed.\n".encode("cp1252"), "b.csv")[0].text.startswith(
        "The café"
    )


def test_one_bad_row_is_named_and_the_rest_goes_on(make):
    content = (
        make.json_lines() + b'\n{"text": \n[1]\n' + b'{"text": ""}\n{"text": "The last row is sound."}\n'
    )
    found = list(read_documents_from(content, "a.jsonl"))
    assert [one.source for one in found if isinstance(one, Refused)] == [
        "a.jsonl#3",
        "a.jsonl#4",
        "a.jsonl#5",
    ]
    assert found[-1].text == "The last row is sound."
    assert found[2].reason.startswith("a.jsonl#3: line 3 is not JSON")


def test_a_table_without_a_text_says_what_to_call_it():
    with pytest.raises(InputError, match=r"^a\.csv: no column holds the text; call one of them text, body"):
        list(read_documents_from(b"Name,Age\nAnna,40\n", "a.csv"))


def test_metadata_by_hand(make, read):
    (document,) = read(make.HTML, "a.html", date="2024-01-02", source="Own desk")
    assert (document.date, document.date_inferred, document.source) == ("2024-01-02", False, "Own desk")
    with pytest.raises(InputError, match="is no date"):
        read(make.HTML, "a.html", date="yesterday")


def test_where_a_date_comes_from(make, read):
    bare = make.HTML.replace('<meta property="article:published_time" content="2025-03-14T08:00Z">', "")
    (document,) = read(bare, "https://lark.example/2025/03/14/gas")
    assert (document.date, document.date_inferred) == ("2025-03-14", True)
    assert document.url == "https://lark.example/2025/03/14/gas"
    (document,) = read(bare.replace(make.FIRST, f"MUSCAT, March 15, 2025 — {make.FIRST}"), "a.html")
    assert (document.date, document.date_inferred) == ("2025-03-15", True)
    (document,) = read(bare, "a.html")
    assert (document.date, document.date_inferred) == (None, False)
    (document,) = read(f"{make.TITLE}\nPublished March 16, 2025\n\n{make.FIRST}\n", "a.txt")
    assert (document.date, document.date_inferred) == ("2025-03-16", False)


def test_a_locked_pdf_and_one_of_pictures(make):
    import io

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make.pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    with pytest.raises(InputError, match=r"^a\.pdf: is locked with a password"):
        list(read_documents_from(file.getvalue(), "a.pdf"))
    empty = PdfWriter()
    empty.add_blank_page(200, 200)
    file = io.BytesIO()
    empty.write(file)
    with pytest.raises(InputError, match=r"^a\.pdf: a PDF without text \(pictures of pages\?\)"):
        list(read_documents_from(file.getvalue(), "a.pdf"))


def test_an_own_reader_is_asked_first(monkeypatch):
    import importlib.metadata

    from extract import readers
    from extract.readers.base import Reader, Text

    def a_note(file, name, limits):
        yield Text("A note. It is here.")

    own = Reader(
        "notes",
        (".note",),
        a_note,
        lambda h: h[:1] == b"!",
    )
    point = importlib.metadata.EntryPoint("notes", "somewhere:READER", readers.GROUP)
    monkeypatch.setattr(importlib.metadata.EntryPoint, "load", lambda self: own)
    monkeypatch.setattr(readers, "entry_points", lambda group: [point] if group == readers.GROUP else [])
    for cached in (readers.readers, readers.suffixes, readers._own):
        cached.cache_clear()
    try:
        assert readers.readers()[0] is own
        assert ".note" in readers.suffixes()
        assert [one.text for one in read_documents_from(b"!x", "a.pdf")] == ["A note. It is here."]
    finally:
        monkeypatch.undo()
        for cached in (readers.readers, readers.suffixes, readers._own):
            cached.cache_clear()


def test_limits_hold(make, tmp_path):
    small = Limits(document=100)
    for name in ("a.txt", "a.html", "a.md", "a.rss", "a.srt"):
        with pytest.raises(InputError, match=r"larger than 0\.0001 MB"):
            list(read_documents_from(make.every()[name] * 3, name, limits=small))
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(1_000_000_000)
    with pytest.raises(InputError, match="larger than 20 MB"):
        list(read_documents(huge))
    with pytest.raises(InputError, match="has 3 pages"):
        list(read_documents_from(make.pdf([["a"], ["b"], ["c"]]), "a.pdf", limits=Limits(pages=2)))
    with pytest.raises(InputError, match="takes longer than 0 s"):
        list(read_documents_from(make.pdf(), "a.pdf", limits=Limits(seconds=0)))
