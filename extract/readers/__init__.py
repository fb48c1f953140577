"""Readers: one small file for each kind of document, chosen by content first and by name second.

A package adds its own under the entry point `backchannel.readers`, each a `Reader`; of several that
know a file the first by name is asked, own ones before those shipped.
"""

import zipfile
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import BinaryIO

from extract.readers.base import HEAD, Reader
from graph.model import InputError

GROUP = "backchannel.readers"
# In the order in which a file is shown to them.
SHIPPED = (
    "pdf:READER",
    "office:WORD",
    "office:OPEN",
    "epub:READER",
    "archive:ZIP",
    "archive:TAR",
    "subtitles:READER",
    "feed:READER",
    "html:READER",
    "mail:BOX",
    "mail:MESSAGE",
    "tables:JSON_LINES",
    "tables:CSV",
    "markdown:READER",
    "text:READER",
)


@cache
def readers() -> tuple[Reader, ...]:
    """All readers, in the order in which they are asked. InputError for an own one that does not load."""
    return (*_own(), *_shipped())


@cache
def suffixes() -> tuple[str, ...]:
    """The suffixes of the files that are looked for in folders and archives, in small letters."""
    return tuple(dict.fromkeys(suffix.lower() for reader in readers() for suffix in reader.suffixes))


def choose(file: BinaryIO, name: str) -> Reader:
    """The reader of a file: the first that knows its content, else the one of its name, else plain text."""
    file.seek(0)
    head = file.read(HEAD)
    own = _own()
    found = next((reader for reader in own if reader.knows(head)), None)
    if found is None and head.startswith(b"PK\x03\x04"):
        found = _zipped(file)
    if found is None:
        found = next((reader for reader in _shipped() if reader.knows(head)), None)
    if found is None:
        lower = name.lower()
        named = (reader for reader in readers() if lower.endswith(reader.suffixes) and not reader.packed)
        found = next(named, _named("text:READER"))
    return found


def _zipped(file: BinaryIO) -> Reader:
    """Which of the kinds that are zip files this is, by what lies in it."""
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, IndexError, RuntimeError):
        return _named("archive:ZIP")
    if "word/document.xml" in names:
        return _named("office:WORD")
    if "META-INF/container.xml" in names:
        return _named("epub:READER")
    return _named(
        "office:OPEN" if "content.xml" in names and "META-INF/manifest.xml" in names else "archive:ZIP"
    )


@cache
def _named(place: str) -> Reader:
    module, _, name = place.partition(":")
    found: Reader = getattr(import_module(f"extract.readers.{module}"), name)
    return found


@cache
def _shipped() -> tuple[Reader, ...]:
    return tuple(map(_named, SHIPPED))


@cache
def _own() -> tuple[Reader, ...]:
    return tuple(_loaded())


def _loaded() -> Iterator[Reader]:
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        try:
            found = point.load()
        except Exception as error:
            raise InputError(f"{point.value}: the reader {point.name!r} does not load ({error})") from error
        if not isinstance(found, Reader):
            raise InputError(f"{point.value}: the reader {point.name!r} is no extract.readers.base.Reader")
        yield found
