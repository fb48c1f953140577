"""Bytes to text: the encoding that is told, else UTF-8, else the likeliest."""

import re
import unicodedata
from functools import cache

from charset_normalizer import from_bytes

from graph.model import InputError

WESTERN = 0.1
FOREIGN = {
    b"\xd0\xcf\x11\xe0": "an old Office file; save it as .docx, .odt or plain text first",
    b"{\\rtf": "an RTF file; save it as .docx, .odt or plain text first",
}


def decode(content: bytes, told: str | None = None) -> str:
    """Text of bytes, nothing changed. Raises InputError for what is no text.

    A byte order mark goes before the encoding `told`, then come UTF-8 and the likeliest by
    charset-normalizer.
    """
    for magic, what in FOREIGN.items():
        if content.startswith(magic):
            raise InputError(what)
    text = _marked(content)
    if text is None and told is not None:
        text = _told(content, told)
    if text is None and b"\0" not in content:
        text = _utf8(content) or _guessed(content)
    if text is None or looks_binary(text):
        raise InputError("not a text file; give plain text, best in UTF-8")
    return text


def looks_binary(text: str) -> bool:
    """Whether a text has more control and unknown characters than a person's would; colours are none."""
    sample = _colours().sub("", text[:200_000])
    strange = sum(
        sample.count(character)
        for character in set(sample)
        if (character == "\ufffd" or unicodedata.category(character) in ("Cc", "Cn", "Co"))
        and not character.isspace()
    )
    return strange > max(3, 0.01 * len(sample)) if len(sample) > 60 else strange > 0.05 * len(sample)


@cache
def _colours() -> re.Pattern[str]:
    """What a terminal is told in a line: colours, the place of the cursor, a title."""
    return re.compile(
        r"\x1b(?:\[[0-?]{0,20}[ -/]{0,4}[@-~]|\][^\x07\x1b]{0,200}(?:\x07|\x1b\\)|[()][0-9A-B]|[=>78cDEHM])"
    )


def _told(content: bytes, encoding: str) -> str | None:
    try:
        text = content.decode(encoding, "replace")
    except (LookupError, UnicodeError):
        return None
    return text if text.count("\ufffd") * 100 <= len(text) else None


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
