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
        raise InputError(
            f"a damaged zip file ({str(error)[:100] or type(error).__name__}); pack it again"
        ) from None
    if len(archive.namelist()) > limits.members:
        raise InputError(f"holds more than {limits.members:,} files; unpack it")
    return archive


def members(archive: zipfile.ZipFile, limit: int) -> Iterator[zipfile.ZipInfo]:
    """The files in an archive. Raises InputError where they claim to unpack to more than `limit` bytes."""
    if sum(member.file_size for member in archive.infolist()) > limit:
        raise InputError(f"unpacks to more than {limit / MB:g} MB; is it a bomb?")
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
        raise InputError(
            f"a damaged file ({str(error)[:100] or type(error).__name__}); pack it again"
        ) from None
    if len(content) > limit:
        raise InputError(f"unpacks to more than {limit / MB:g} MB; is it a bomb?")
    return content
