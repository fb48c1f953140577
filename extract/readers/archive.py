"""Zip and tar archives, packed streams: their files are read in turn, nothing is written to disk."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, BinaryIO, cast

from extract.readers.base import MB, Found, Left, Limits, Member, Reader, as_file
from extract.readers.packed import BROKEN, bomb, damaged, open_zip, read_member, too_many
from graph.model import InputError

PACKERS = {b"\x1f\x8b": gzip.open, b"BZh": bz2.open, b"\xfd7zXZ\0": lzma.open}


def read_zip(file: BinaryIO, name: str, limits: Limits) -> Iterator[Found]:
    """The files of a zip archive, by name."""
    with open_zip(file, limits) as archive:
        for member in sorted(archive.infolist(), key=lambda member: member.filename):
            if member.is_dir():
                continue
            part = member.filename.replace("\\", "/")
            if reason := unsafe(part):
                yield Left(f"/{_printable(part)}", reason)
            elif wanted(part):
                yield from _zipped(archive, member, part, limits)


def _zipped(archive: zipfile.ZipFile, member: zipfile.ZipInfo, part: str, limits: Limits) -> Iterator[Found]:
    if member.file_size > limits.binary:
        yield Left(f"/{part}", f"unpacks to more than {limits.binary / MB:g} MB; unpack the archive first")
        return
    try:
        content = read_member(archive, member, limits.binary)
    except InputError as error:
        yield Left(f"/{part}", str(error))
        return
    yield Member(f"/{part}", as_file(content))


def read_tar(file: BinaryIO, name: str, limits: Limits) -> Iterator[Found]:
    """The files of a tar archive in order, packed or not; of any other packed stream its content."""
    file.seek(0)
    packer = _packer(file.read(6))
    file.seek(0)
    stream: Any = file if packer is None else _Bounded(packer(file), limits.unpacked)
    if packer is not None:
        try:
            start = stream.read(512)
        except (*BROKEN, tarfile.TarError) as error:
            raise damaged("archive", error) from None
        if start[257:262] != b"ustar":
            inner = PurePosixPath(name).name.rpartition(".")[0] or "content"
            try:
                content = start + stream.read(limits.binary + 1 - len(start))
            except BROKEN as error:
                raise damaged("archive", error) from None
            if len(content) > limits.binary:
                raise bomb(limits.binary)
            yield Member(f"/{inner}", as_file(content))
            return
        file.seek(0)
        stream = _Bounded(packer(file), limits.unpacked)
    count = 0
    try:
        with tarfile.open(fileobj=cast(BinaryIO, stream), mode="r|") as archive:
            for member in archive:
                count += 1
                if count > limits.members:
                    raise too_many(limits)
                yield from _tarred(archive, member, limits)
    except (tarfile.TarError, *BROKEN) as error:
        raise damaged("archive", error) from None


def _tarred(archive: tarfile.TarFile, member: tarfile.TarInfo, limits: Limits) -> Iterator[Found]:
    part = (
        member.name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace").removeprefix("./")
    )
    if member.isdir():
        return
    if reason := unsafe(part):
        yield Left(f"/{_printable(part)}", reason)
    elif not member.isreg():
        if wanted(part):
            yield Left(f"/{part}", "a link or device, not a file")
    elif wanted(part):
        if member.size > limits.binary:
            yield Left(
                f"/{part}", f"unpacks to more than {limits.binary / MB:g} MB; unpack the archive first"
            )
            return
        content = archive.extractfile(member)
        if content is not None:
            yield Member(f"/{part}", as_file(content.read()))


def unsafe(part: str) -> str | None:
    """Why the name of a file in an archive is refused, or None."""
    path = PurePosixPath(part)
    if path.is_absolute() or ".." in path.parts or part[1:2] == ":" or not part.strip("/ ."):
        return "leads out of the archive; pack it again"
    return None


def wanted(part: str) -> bool:
    """Whether a file in an archive is one of a kind that is read, and not hidden."""
    from extract.readers import suffixes

    path = PurePosixPath(part)
    hidden = any(step.startswith(".") or step == "__MACOSX" for step in path.parts)
    return not hidden and path.name.lower().endswith(suffixes())


def _printable(part: str) -> str:
    return "".join(character if character.isprintable() else "?" for character in part)[:200]


def _packer(head: bytes) -> Any:
    return next((packer for magic, packer in PACKERS.items() if head.startswith(magic)), None)


class _Bounded(io.RawIOBase):
    """A stream that refuses to give more than so many bytes."""

    def __init__(self, stream: Any, limit: int) -> None:
        self._stream = stream
        self._left = limit
        self._limit = limit

    def read(self, size: int = -1) -> bytes:
        """The next bytes. Raises InputError beyond the limit."""
        data: bytes = self._stream.read(size if size >= 0 else self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise bomb(self._limit)
        return data

    def readable(self) -> bool:
        """Yes."""
        return True


def knows_tar(head: bytes) -> bool:
    """Whether a file is a tar archive, or packed by gzip, bzip2 or xz."""
    return head[257:262] == b"ustar" or _packer(head) is not None


def knows_zip(head: bytes) -> bool:
    """Whether a file is a zip archive."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


ZIP = Reader("zip archives", (".zip",), read_zip, knows_zip, many=True, packed=True)
TAR = Reader(
    "tar archives and packed files",
    (".tar", ".tgz", ".tbz2", ".txz", ".gz", ".bz2", ".xz"),
    read_tar,
    knows_tar,
    many=True,
    packed=True,
)
