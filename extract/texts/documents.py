"""A path becomes Documents: one of most files, many of an archive, a mailbox, a feed or a table.

`Document.text` is the text that was read, kept as it is: of plain text the decoded file with nothing
changed, of other kinds what their reader made of it. Every offset points into it.
"""

import errno
import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from extract.readers import choose, suffixes
from extract.readers.base import MB, Left, Limits, Member, Text, as_file
from extract.readers.packed import too_many
from extract.texts.dating import find_date, iso_date
from extract.texts.languages import language_of, name_of
from extract.texts.segments import headline
from graph.model import Document, InputError, document_id


@dataclass(frozen=True, slots=True)
class Refused:
    """What was not read, and why, in one line that names it; `skipped` is sound but not English."""

    source: str
    reason: str
    skipped: bool = False


@dataclass(slots=True)
class _Pile:
    """What reading one path goes by, and how much its archives have unpacked to by now."""

    limits: Limits
    date: str | None
    publisher: str | None
    unpacked: int = 0
    members: int = 0
    names: set[str] = field(default_factory=set)


def find_files(paths: Iterable[Path | str], left: list[Path] | None = None) -> list[Path]:
    """The documents under `paths`: files as named, folders searched for every kind that is read.

    Hidden files and folders are skipped; each folder is sorted; a file met twice, under whatever
    spelling, is listed once. `left` is given the files of folders whose names tell of no kind that is read.
    Raises InputError for a path that does not exist or cannot be read and for a folder without documents.
    """
    found: dict[str, Path] = {}
    for path in map(Path, paths):
        try:
            mode = path.stat().st_mode
        except (OSError, ValueError) as error:
            raise InputError(f"{source_name(path)}: {_reason(error)}") from None
        files, others = _in_folder(path) if stat.S_ISDIR(mode) else ([path], [])
        if left is not None:
            left += others
        if not files:
            raise InputError(
                f"{source_name(path)}: no documents in this folder (`backchannel readers` lists the kinds)"
            )
        for file in files:
            found.setdefault(os.path.realpath(file), file)
    return list(found.values())


def source_name(path: Path | str) -> str:
    """How a path is named wherever it is told: relative to where we are if it lies below, else whole.

    Two spellings of a path are one name; bytes that are no UTF-8 are escaped (caf\\xe9.txt).
    """
    whole = os.path.abspath(path)
    here = os.path.join(os.getcwd(), "")
    name = whole.removeprefix(here) if whole.startswith(here) else whole
    return Path(name).as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def read_documents(
    path: Path | str, *, date: str | None = None, source: str | None = None, limits: Limits | None = None
) -> Iterator[Document | Refused]:
    """All documents of a file, in order, and what of it was refused; each has a source that names the part.

    `date` (ISO 8601) and `source` (publisher) take the place of what the files say. Raises InputError,
    naming the file and the way out, where nothing of it can be read.
    """
    path, name = Path(path), source_name(path)
    pile = _Pile(limits or Limits(), _checked(date), source)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise InputError(f"{name}: a folder, not a document")
        if not stat.S_ISREG(status.st_mode):  # opening a FIFO or a device could wait for ever
            raise InputError(f"{name}: not a regular file; save the text to a file first")
        with path.open("rb") as file:
            yield from _all(file, name, pile)
    except (OSError, ValueError) as error:
        raise InputError(f"{name}: {_reason(error)}") from None


def read_documents_from(
    content: bytes,
    name: str,
    *,
    date: str | None = None,
    source: str | None = None,
    limits: Limits | None = None,
) -> Iterator[Document | Refused]:
    """The same of bytes in hand; `name` is where they come from, a path or an address."""
    return _all(as_file(content), name, _Pile(limits or Limits(), _checked(date), source))


def read_document(path: Path | str, *, limits: Limits | None = None) -> Document:
    """The document of a file that holds one. Raises InputError where it is refused or holds several."""
    found = list(read_documents(path, limits=limits))
    if len(found) != 1:
        raise InputError(f"{source_name(path)}: holds {len(found)} documents, not one")
    if isinstance(found[0], Refused):
        raise InputError(found[0].reason)
    return found[0]


def _checked(date: str | None) -> str | None:
    if date is not None and (len(date) != 10 or iso_date(date) != date):
        raise InputError(f"{date}: is no date; write it as YYYY-MM-DD")
    return date


def _all(file: BinaryIO, name: str, pile: _Pile) -> Iterator[Document | Refused]:
    """Everything in one file. Raises InputError where its reader can make nothing of it."""
    some = False
    for found in _read(file, name, pile, 0):
        if isinstance(found, Refused) and found.source == name and not some and not found.skipped:
            raise InputError(found.reason)
        some = True
        yield found
    if not some:
        raise InputError(f"{name}: no documents in it (`backchannel readers` lists the kinds)")


def _read(file: BinaryIO, name: str, pile: _Pile, depth: int) -> Iterator[Document | Refused]:
    limits = pile.limits
    try:
        size = file.seek(0, os.SEEK_END)
        if size == 0:
            raise InputError("the file is empty; there is nothing to read")
        reader = choose(file, name)
        if size > limits.binary and not reader.many:
            raise InputError(f"larger than {limits.document / MB:g} MB; split it into documents")
        if reader.many and depth > limits.depth:
            raise InputError(f"an archive more than {limits.depth} deep in others; unpack it")
        for found in reader.read(file, name, limits):
            if isinstance(found, Text):
                yield _document(found, file, name, pile)
            elif isinstance(found, Left):
                yield _refused(_part(name, found.part, pile), found.reason)
            else:
                yield from _member(found, name, pile, depth)
    except InputError as error:
        yield _refused(name, str(error))
    except (RecursionError, MemoryError) as error:
        yield _refused(name, f"too deep or too large to read ({type(error).__name__}); save it as plain text")
    except OSError as error:
        yield _refused(name, _reason(error))
    except Exception as error:  # a library met what its authors did not think of
        what = " ".join(f"{type(error).__name__}: {error}".split())[:160]
        yield _refused(name, f"damaged, or not of the kind that it seems ({what}); save it again")


def _member(member: Member, name: str, pile: _Pile, depth: int) -> Iterator[Document | Refused]:
    part, limits = _part(name, member.part, pile), pile.limits
    pile.unpacked += member.file.seek(0, os.SEEK_END)
    pile.members += 1
    if pile.members > limits.members:
        raise too_many(limits)
    if pile.unpacked > limits.unpacked:
        raise InputError(f"unpacks to more than {limits.unpacked / MB:g} MB; unpack it first")
    yield from _read(member.file, part, pile, depth + 1)


def _part(name: str, part: str, pile: _Pile) -> str:
    """The source of a part; one that comes twice is numbered."""
    source = "".join(c if unicodedata.category(c) not in ("Cc", "Cs", "Cf") else "?" for c in name + part)
    number, made = 1, source
    while made in pile.names:
        number += 1
        made = f"{source}~{number}"
    pile.names.add(made)
    return made


def _refused(source: str, reason: str) -> Refused:
    return Refused(source, f"{source}: {' '.join(reason.split())}")


def _document(found: Text, file: BinaryIO, name: str, pile: _Pile) -> Document | Refused:
    source = _part(name, found.part, pile) if found.part else name
    found = replace(found, text=_sound(found.text), title=_sound(found.title))
    if not found.text.replace("\ufeff", "").strip():
        return _refused(source, "the file is empty: there is no text in it to read")
    if len(found.text) > pile.limits.document:
        return _refused(source, f"more than {pile.limits.document:,} characters; split it into documents")
    language, readable = language_of(found.text)
    if not readable:
        what = f"in {name_of(language)}; only English is read"
        return Refused(source, f"{source}: {what}", skipped=True)
    if not found.part:
        file.seek(0)
    date, inferred = _date(found, source, pile)
    parts = [(start, _sound(label)) for start, label in found.places]
    return Document(
        id=document_id(found.content or found.text.encode() if found.part else file.read()),
        sources=(source,),
        text=found.text,
        title=found.title or headline(found.text),
        date=date,
        words=len(found.text.split()),
        date_inferred=inferred,
        source=pile.publisher or _clean(found.source),
        author=_clean(found.author),
        url=_clean(found.url) or (name if re.match(r"https?://", name) and not found.part else None),
        language=language,
        parts=tuple(label for _, label in parts),
        part_starts=tuple(start for start, _ in parts),
    )


def _date(found: Text, source: str, pile: _Pile) -> tuple[str | None, bool]:
    """The date of a document and whether it is inferred: from the text, the address, the name, the file."""
    if pile.date or found.date:
        return pile.date or found.date, False
    told = find_date(found.text, found.url or source) or find_date("", source)
    if told is not None:
        return told.date, not told.given
    return found.made, found.made is not None


def _sound(text: str) -> str:
    """Text without halves of surrogate pairs, which no store can hold."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def _clean(text: str | None) -> str | None:
    return " ".join(_sound(text or "").split())[:2000] or None


def _in_folder(folder: Path) -> tuple[list[Path], list[Path]]:
    """Files of kinds that are read, and the others."""
    files: list[Path] = []
    others: list[Path] = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            (files if name.lower().endswith(suffixes()) else others).append(Path(place, name))
    return files, others


def _reason(error: Exception) -> str:
    if not isinstance(error, OSError):
        return "a name that no file can have"
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return "no such file or folder"
    if error.errno in (errno.EACCES, errno.EPERM):
        return "may not be read; check its permissions"
    return (error.strerror or str(error)).lower()
