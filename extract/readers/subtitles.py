"""SubRip and WebVTT: the words of the cues as running text, a line each, with their times as places."""

import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from extract.readers.base import Limits, Reader, Text, whole
from extract.readers.decode import decode
from graph.model import InputError

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"


def read(file: BinaryIO, name: str, limits: Limits) -> Iterator[Text]:
    """One text; a speaker's name stands before the words where it changes, as ">> Name:"."""
    import webvtt

    source = (
        decode(whole(file, limits.document)).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    )
    kind = "vtt" if source.startswith("WEBVTT") else "srt"
    if kind == "srt":
        source = re.sub(rf"(?m)^({_TIME})[ \t]*-->[ \t]*({_TIME}).*$", _times, source)
    try:
        cues = webvtt.from_buffer(io.StringIO(source), format=kind).captions
    except (
        webvtt.errors.MalformedFileError,
        webvtt.errors.MalformedCaptionError,
        ValueError,
        IndexError,
    ) as error:
        raise InputError(
            f"damaged subtitles ({' '.join(str(error).split())[:100]}); save them again"
        ) from None
    text, places = _running([(cue.start, cue.voice, cue.text) for cue in cues])
    if not text:
        raise InputError("subtitles without words")
    yield Text(text, places=places)


def _times(found: "re.Match[str]") -> str:
    """A line of times as SubRip has them, hours and thousandths in full."""
    both = []
    for time in found.groups():
        clock, _, rest = time.replace(".", ",").partition(",")
        hours, minutes, seconds = ["0", *clock.split(":")][-3:]
        both.append(f"{int(hours):02}:{int(minutes):02}:{int(seconds):02},{rest:0<3}")
    return " --> ".join(both)


def _running(cues: list[tuple[str, str | None, str]]) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The words of cues given as start, speaker and words; lines that roll on over several come once."""
    parts: list[str] = []
    places: list[tuple[int, str]] = []
    length = 0
    speaker: str | None = None
    before: list[str] = []
    for start, voice, words in cues:
        lines = [made for line in words.split("\n") if (made := " ".join(_plain(line).split()))]
        fresh = list(lines)
        while fresh and fresh[0] in before:
            fresh.pop(0)
        before = lines
        if not fresh:
            continue
        if voice and voice != speaker:
            fresh[0] = f">> {_name(voice)}: {fresh[0]}"
        speaker = voice or speaker
        if parts:
            parts.append("\n")
            length += 1
        time = start.partition(".")[0]
        places.append((length, time))
        line = "\n".join(fresh)
        parts.append(line)
        length += len(line)
    return "".join(parts), tuple(places)


def _plain(line: str) -> str:
    return re.sub(r"<[^<>]{0,100}>|\{\\[^{}]{0,50}\}", "", line).replace("&amp;", "&").replace("&nbsp;", " ")


def _name(voice: str) -> str:
    """A speaker's name as a label has it: words that begin with a capital."""
    words = re.findall(r"[\w.'’\-]+", voice)[:5]
    return " ".join(word[0].upper() + word[1:] for word in words) or "Speaker"


def knows(head: bytes) -> bool:
    """Whether a file begins as WebVTT or as SubRip does."""
    start = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n")
    if re.match(rb"WEBVTT(?:[ \t\r\n]|$)", start):
        return True
    return re.match(rb"\d{1,6}[ \t]*\r?\n" + _TIME.encode() + rb"[ \t]*-->", start) is not None


READER = Reader("subtitles (SubRip, WebVTT)", (".srt", ".vtt"), read, knows)
