"""Files are found, decoded as they are, or refused by name."""

import os
import random
import sys
from pathlib import Path

import pytest

from extract.readers.base import Limits
from extract.texts.documents import find_files, read_document, source_name
from graph.model import InputError, document_id

TEXT = "Nicolás Peña’s re-election — “a farce” — was condemned by Mr. Ocanto at the café.\nHe spoke.\n" * 5


def write(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_find_files(tmp_path: Path) -> None:
    wanted = [
        write(tmp_path, name, "text")
        for name in ("a.txt", "b.text", "sub/c.TXT", "sub/deeper/d.pdf", "sub/notes.md", "z.tar.gz")
    ]
    for name in ("a.expected.json", ".hidden.txt", ".git/x.txt", "image.png", "sub/table.xls"):
        write(tmp_path, name, "other")
    assert sorted(find_files([tmp_path])) == sorted(wanted)
    assert find_files([tmp_path]) == find_files([str(tmp_path)])
    odd = tmp_path / "image.png"
    assert find_files([odd, tmp_path / "a.txt", tmp_path]) == [
        odd,
        *sorted([tmp_path / "a.txt"]),
        *[path for path in find_files([tmp_path]) if path.name != "a.txt"],
    ]


def test_find_files_refuses(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.txt: no such file or folder"):
        find_files([tmp_path / "nowhere.txt"])
    with pytest.raises(InputError, match="no documents in this folder"):
        find_files([tmp_path])


def test_a_document(tmp_path: Path) -> None:
    content = b"Envoy meets minister\r\nMarch 14, 2025\r\n\r\nThe envoy spoke.\r\n"
    path = write(tmp_path, "news.txt", content)
    document = read_document(path)
    assert document.id == document_id(content)
    assert document.sources == (path.as_posix(),)
    assert document.text == content.decode()
    assert (document.title, document.date, document.words) == ("Envoy meets minister", "2025-03-14", 9)
    with path.open(encoding="utf-8", newline="") as file:
        assert file.read() == document.text


def test_sources_stay_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "sub/a.txt", "The envoy spoke.")
    monkeypatch.chdir(tmp_path)
    assert [read_document(path).sources for path in find_files(["sub"])] == [("sub/a.txt",)]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    assert read_document(write(tmp_path, "a.txt", TEXT.encode(encoding))).text == TEXT


def test_latin_1_and_byte_order_mark(tmp_path: Path) -> None:
    plain = "The minister Peña met São Tomé's envoy Müller in Genève. The café was closed.\n"
    assert read_document(write(tmp_path, "a.txt", plain.encode("latin-1"))).text == plain
    assert read_document(write(tmp_path, "b.txt", TEXT.encode("utf-8-sig"))).text == "\ufeff" + TEXT


def test_one_damaged_character_among_many(tmp_path: Path) -> None:
    content = (TEXT * 4).encode() + b"\xe2\x80 The end.\n"
    assert read_document(write(tmp_path, "a.txt", content)).text.startswith(TEXT)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b" \r\n\t\n", "the file is empty"),
        ("\ufeff\n".encode(), "the file is empty"),
        (b"The envoy\0spoke\0and\0left.", "not a text file"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not a text file"),
        (b"\x01\x02\x03\x04 envoy \x05\x06", "not a text file"),
        (random.Random(1).randbytes(10_000), "not a text file"),
        (random.Random(2).randbytes(200), "not a text file"),
        (b"%PDF-1.7\n1 0 obj", "a damaged PDF"),
        (b"PK\x03\x04\x14\0\x06\0", "a damaged zip file"),
        (b"{\\rtf1\\ansi The envoy}", "an RTF file"),
        (b"\xff\xfe\x00\xd8", "not a text file"),
    ],
)
def test_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = write(tmp_path, "bad.txt", content)
    with pytest.raises(InputError) as caught:
        read_document(path)
    message = str(caught.value)
    assert message.startswith(f"{path.as_posix()}: ")
    assert reason in message
    assert "\n" not in message


@pytest.mark.parametrize("seed", range(20))
def test_random_bytes_are_never_text(tmp_path: Path, seed: int) -> None:
    with pytest.raises(InputError, match="not a text file"):
        read_document(write(tmp_path, "bad.txt", random.Random(seed).randbytes(500)))


def test_too_large(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b"The envoy spoke.\n" * 100)
    with pytest.raises(InputError, match=r"a\.txt: larger than 0\.001 MB"):
        read_document(path, limits=Limits(document=1000))
    with pytest.raises(InputError, match=r"one line has 5,001 characters \(at most 5,000\)"):
        read_document(write(tmp_path, "b.txt", b"Short.\n" + b"x" * 5001), limits=Limits(line=5000))
    huge = tmp_path / "c.txt"
    with huge.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(InputError, match=r"larger than 20 MB"):
        read_document(huge)


def test_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="a folder, not a document"):
        read_document(tmp_path)
    with pytest.raises(InputError, match="no such file or folder"):
        read_document(tmp_path / "nowhere.txt")


@pytest.mark.skipif(sys.platform == "win32", reason="no FIFOs and modes there")
def test_a_fifo_or_device_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    for path in (tmp_path / "pipe.txt", Path("/dev/zero")):
        with pytest.raises(InputError, match="not a regular file"):
            read_document(path)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "The envoy spoke.")
    path.chmod(0)
    with pytest.raises(InputError, match="may not be read"):
        read_document(path)


def test_one_file_is_listed_once_whatever_its_spelling(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, "sub/a.txt", "The envoy spoke.")
    monkeypatch.chdir(tmp_path)
    spellings = ["sub/a.txt", "./sub/a.txt", "sub/../sub/a.txt", path, "sub", tmp_path]
    assert find_files(spellings) == [Path("sub/a.txt")]
    assert {source_name(name) for name in spellings[:4]} == {"sub/a.txt"}
    assert source_name("../a.txt") == (tmp_path.parent / "a.txt").as_posix()
    (tmp_path / "link.txt").symlink_to(path)
    assert len(find_files([path, tmp_path / "link.txt"])) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are text")
def test_a_name_that_is_no_utf_8(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(path).write_text("The envoy spoke.")
    (found,) = find_files([tmp_path])
    document = read_document(found)
    assert document.sources == (f"{tmp_path.as_posix()}/caf\\xe9.txt",)
    assert document.sources[0].encode()
    Path(path).write_text("")
    with pytest.raises(InputError, match=r"caf\\xe9\.txt: the file is empty"):
        read_document(found)


@pytest.mark.parametrize(
    "text", ["\x1b[1mEnvoy\x1b[0m met \x1b[31mOmar\x1b[m.", "An \x1b]0;title\x07envoy spoke."]
)
def test_colours_of_a_terminal_are_no_binary(tmp_path: Path, text: str) -> None:
    assert read_document(write(tmp_path, "a.txt", text)).text == text


def test_half_a_surrogate_pair_is_replaced(tmp_path: Path) -> None:
    document = read_document(
        write(tmp_path, "a.jsonl", b'{"text": "The envoy \\ud800 spoke to the minister."}')
    )
    assert document.text == "The envoy \ufffd spoke to the minister."
