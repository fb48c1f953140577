"""Plain text and transcripts: the decoded file with nothing changed."""

from collections.abc import Iterator
from typing import BinaryIO

from extract.readers.base import Limits, Reader, Text, whole
from extract.readers.decode import decode
from graph.model import InputError


def read(file: BinaryIO, name: str, limits: Limits) -> Iterator[Text]:
    """Line ends, a byte order mark and odd spaces stay, so that an offset means the same to anyone."""
    text = decode(whole(file, limits.document))
    longest = max(map(len, text.splitlines()), default=0)
    if longest > limits.line:
        raise InputError(
            f"one line has {longest:,} characters (at most {limits.line:,}); break it into paragraphs"
        )
    yield Text(text)


READER = Reader("plain text and transcripts", (".txt", ".text"), read)
