"""Zip files opened with care: what they say of their size is not believed."""

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from extract.readers.base import MB, Limits
from graph.model import InputError

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


def open_zip(file: BinaryIO, limits: Limits) -> zipfile.ZipFile:
    """A zip file. Raises InputError for one that is damaged or has too many members."""
    file.seek(0)
    try:
        archive = zipfile.ZipFile(file)
    except (*BROKEN, IndexError, MemoryError) as error:
        raise damaged("zip file", error) from None
    if len(archive.namelist()) > limits.members:
        raise too_many(limits)
    return archive


def members(archive: zipfile.ZipFile, limit: int) -> Iterator[zipfile.ZipInfo]:
    """The files in an archive. Raises InputError where they claim to unpack to more than `limit` bytes."""
    if sum(member.file_size for member in archive.infolist()) > limit:
        raise bomb(limit)
    return (member for member in archive.infolist() if not member.is_dir())


def read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo | None, limit: int) -> bytes:
    """What a file in an archive unpacks to, b"" for None. InputError beyond `limit` bytes or if damaged."""
    if member is None:
        return b""
    if member.flag_bits & 1:
        raise InputError("is locked with a password; pack it without one")
    try:
        with archive.open(member) as file:
            content = file.read(limit + 1)
    except BROKEN as error:
        raise damaged("file", error) from None
    if len(content) > limit:
        raise bomb(limit)
    return content


def damaged(what: str, error: Exception) -> InputError:
    """What to say of a pack that cannot be opened or unpacked."""
    return InputError(f"a damaged {what} ({str(error)[:100] or type(error).__name__}); pack it again")


def too_many(limits: Limits) -> InputError:
    """What to say of an archive with too many files."""
    return InputError(f"holds more than {limits.members:,} files; unpack it")


def bomb(limit: int) -> InputError:
    """What to say of what unpacks to more than `limit` bytes."""
    return InputError(f"unpacks to more than {limit / MB:g} MB; is it a bomb?")
