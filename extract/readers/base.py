"""What a reader is: bytes of one kind in, texts out, within limits."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, TypeAlias

from graph.model import InputError

MB = 1_000_000
HEAD = 4096


@dataclass(frozen=True, slots=True)
class Limits:
    """How far reading goes before it refuses; sizes are bytes or, of texts, characters.

    `document` is the largest file of text, `binary` the largest of a packed kind (PDF, Word, EPUB …),
    `line` the longest line of plain text. An archive may hold `members`, unpack to `unpacked` in all and
    lie `depth` deep in others. `seconds` is how long one file of a slow kind may take.
    """

    document: int = 20 * MB
    binary: int = 200 * MB
    line: int = 1 * MB
    members: int = 100_000
    unpacked: int = 2_000 * MB
    depth: int = 3
    pages: int = 10_000
    seconds: float = 120.0


@dataclass(frozen=True, slots=True)
class Text:
    """A text that a reader found, and what the file says of it.

    `part` is what parts it from others of the same file, and `content` the bytes that make its id; both
    are empty where the file is one text. `date` is ISO 8601 and given as that of the text, `made` when the
    file says it was written. `places` are offsets into the text and the page, cue or chapter that
    begins there.
    """

    text: str
    part: str = ""
    content: bytes = b""
    title: str = ""
    date: str | None = None
    made: str | None = None
    source: str | None = None
    author: str | None = None
    url: str | None = None
    places: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a file, to be read in its turn; `file` is read before the next member is asked for."""

    part: str
    file: BinaryIO


@dataclass(frozen=True, slots=True)
class Left:
    """A part that is not read, and why."""

    part: str
    reason: str


Found: TypeAlias = Text | Member | Left
Read: TypeAlias = Callable[[BinaryIO, str, Limits], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Reader:
    """One kind of file.

    `knows` tells from the first HEAD bytes whether a file is of this kind. `suffixes` (".pdf") end the names
    that are looked for in folders; a name decides only where no reader knows the content, and never for a
    `packed` kind. `read` is handed the file, its name and the limits; it raises InputError with the reason
    and the way out, before which the caller puts the name. `many` marks kinds that hold several texts and
    are read piece by piece, however large the file.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Read
    knows: Callable[[bytes], bool] = field(default=lambda head: False)
    many: bool = False
    packed: bool = False


def whole(file: BinaryIO, limit: int) -> bytes:
    """All bytes of a file. Raises InputError where there are more than `limit`."""
    file.seek(0)
    content = file.read(limit + 1)
    if len(content) > limit:
        raise InputError(f"larger than {limit / MB:g} MB; split it into documents")
    return content


def lines(file: BinaryIO, limit: int) -> Iterator[bytes]:
    """The lines of a file, ends kept. Raises InputError for one longer than `limit` bytes."""
    file.seek(0)
    while line := file.readline(limit + 1):
        if len(line) > limit:
            raise InputError(f"one line has more than {limit:,} bytes; is it cut into lines at all?")
        yield line


def as_file(content: bytes) -> BinaryIO:
    """Bytes as a file."""
    return io.BytesIO(content)
