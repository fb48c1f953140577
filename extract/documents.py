"""A file becomes a Document, or is refused by name with the way out.

`Document.text` is the decoded file with nothing changed: line ends, a UTF-8 byte
order mark and odd spaces stay, so an offset means the same to anyone who reads the
file with ``open(path, encoding=…, newline="")``.
"""

import errno
import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from charset_normalizer import from_bytes

from extract.dating import document_date
from extract.segments import headline
from graph.model import Document, InputError, document_id

SUFFIXES = (".txt", ".text")
WESTERN = 0.1
MAGIC = {
    b"%PDF": "a PDF; convert it first, for example with pdftotext",
    b"PK\x03\x04": "a Word or zip file; save it as plain text first",
    b"\xd0\xcf\x11\xe0": "an old Office file; save it as plain text first",
    b"{\\rtf": "an RTF file; save it as plain text first",
}


@dataclass(frozen=True, slots=True)
class Refused:
    """What was not read, and why, in one line that names it; `skipped` is sound but not English."""

    source: str
    reason: str
    skipped: bool = False


def find_files(paths: Iterable[Path | str]) -> list[Path]:
    """The documents under `paths`: files as named, folders searched for *.txt and *.text.

    Hidden files and folders are skipped; each folder is sorted; a file met twice is
    listed once. Raises InputError for a path that does not exist or cannot be read and
    for a folder without documents.
    """
    found: dict[Path, None] = {}
    for path in map(Path, paths):
        try:
            mode = path.stat().st_mode
        except OSError as error:
            raise InputError(f"{path.as_posix()}: {_reason(error)}") from None
        files = _in_folder(path) if stat.S_ISDIR(mode) else [path]
        if not files:
            raise InputError(f"{path.as_posix()}: no documents (*.txt) in this folder")
        found.update(dict.fromkeys(files))
    return list(found)


def read_document(path: Path | str, *, max_bytes: int = 20_000_000, max_line: int = 1_000_000) -> Document:
    """Read one plain-text file.

    The encoding is the byte order mark's, else UTF-8, else the likeliest by
    charset-normalizer. Raises InputError, naming the file and the way out, for one
    that is missing, unreadable, not a regular file, too large, empty or blank,
    not text, or has a line longer than `max_line` characters.
    """
    path = Path(path)
    name = path.as_posix()
    return _document(_content(path, name, max_bytes), name, path, max_line)


def source_name(path: Path | str) -> str:
    """How a path is named wherever it is told."""
    return Path(path).as_posix()


def read_documents(
    path: Path, *, date: str | None = None, source: str | None = None
) -> Iterator[Document | Refused]:
    """All documents of a file; a part that cannot be read is Refused. Raises InputError for the whole."""
    document = read_document(path)
    yield replace(document, date=date) if date is not None else document


def read_documents_from(
    content: bytes, name: str, *, date: str | None = None, source: str | None = None
) -> Iterator[Document | Refused]:
    """The same for bytes; `name` is a path or a URL."""
    document = _document(content, name, Path(name), 1_000_000)
    yield replace(document, date=date) if date is not None else document


def _document(content: bytes, name: str, path: Path, max_line: int) -> Document:
    text = _decode(content, name)
    if not text.replace("\ufeff", "").strip():
        raise InputError(f"{name}: the file is empty; there is nothing to read")
    longest = max(map(len, text.splitlines()))
    if longest > max_line:
        raise InputError(
            f"{name}: one line has {longest:,} characters (at most {max_line:,}); break it into paragraphs"
        )
    return Document(
        id=document_id(content),
        sources=(name,),
        text=text,
        title=headline(text),
        date=document_date(text, path),
        words=len(text.split()),
    )


def _in_folder(folder: Path) -> list[Path]:
    files: list[Path] = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files += [
            Path(place, name)
            for name in sorted(names)
            if name.lower().endswith(SUFFIXES) and not name.startswith(".")
        ]
    return files


def _reason(error: OSError) -> str:
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return "no such file or folder"
    if error.errno in (errno.EACCES, errno.EPERM):
        return "may not be read; check its permissions"
    return (error.strerror or str(error)).lower()


def _content(path: Path, name: str, max_bytes: int) -> bytes:
    too_large = f"{name}: larger than {max_bytes / 1e6:g} MB; split it into documents"
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise InputError(f"{name}: a folder, not a document")
        if not stat.S_ISREG(status.st_mode):  # opening a FIFO or a device could wait for ever
            raise InputError(f"{name}: not a regular file; save the text to a file first")
        if status.st_size > max_bytes:
            raise InputError(too_large)
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except OSError as error:
        raise InputError(f"{name}: {_reason(error)}") from None
    if len(content) > max_bytes:
        raise InputError(too_large)
    return content


def _decode(content: bytes, name: str) -> str:
    for magic, what in MAGIC.items():
        if content.startswith(magic):
            raise InputError(f"{name}: {what}")
    text = _marked(content)
    if text is None and b"\0" not in content:
        text = _utf8(content) or _guessed(content)
    if text is None or _looks_binary(text):
        raise InputError(f"{name}: not a text file; give plain text, best in UTF-8")
    return text


def _marked(content: bytes) -> str | None:
    """Text with a byte order mark, or UTF-16 without one (every other byte of English is zero)."""
    encoding = ""
    if content.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        encoding = "utf-32"
    elif content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif b"\0" in content:
        half = max(1, len(content) // 2)
        even, odd = content[::2].count(0) / half, content[1::2].count(0) / half
        if max(even, odd) > 0.7 and min(even, odd) < 0.05:
            encoding = "utf-16-le" if odd > even else "utf-16-be"
    try:
        return content.decode(encoding) if encoding else None
    except UnicodeDecodeError:
        return None


def _utf8(content: bytes) -> str | None:
    """UTF-8, a few damaged characters among many sound ones allowed."""
    text = content.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    if not damaged:
        return text
    sound = sum(character > "\x7f" for character in text) - damaged
    return text if damaged * 20 <= sound else None


def _guessed(content: bytes) -> str | None:
    matches = from_bytes(content)
    best = matches.best()
    if best is None:
        return None
    if sum(byte > 0x7F for byte in content) < WESTERN * len(content):
        return content.decode("cp1252", errors="replace")  # a few accents in Latin script
    names = [best.encoding, *best.could_be_from_charset]
    # English text fits several Western code pages alike: then the commonest is meant.
    alike = any(match.encoding == "cp1252" and match.chaos <= best.chaos for match in matches)
    try:
        return content.decode("cp1252" if "cp1252" in names or alike else best.encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _looks_binary(text: str) -> bool:
    sample = text[:200_000]
    strange = sum(
        sample.count(character)
        for character in set(sample)
        if (character == "\ufffd" or unicodedata.category(character) in ("Cc", "Cn", "Co"))
        and not character.isspace()
    )
    return strange > 0.01 * len(sample)
