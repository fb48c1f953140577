"""A document is cut into segments: what is read as one, in the order of the text.

Every visible character is in exactly one segment, but for speaker labels, timestamps, zero-width
characters and what a terminal is told (colours), which are in none. Normalised are runs of white
space (one space; none after the hyphen of a broken line), curly quotes (straight), ligatures (their
letters), decomposed accents (composed) and the capitals of a label that tells who speaks (small). Words
hyphenated at a line's end keep their hyphen.
"""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise

from extract.texts.abbreviations import is_abbreviation, words
from extract.texts.boilerplate import classify, dateline
from extract.texts.capitals import as_written
from extract.texts.cues import Sentence
from extract.texts.languages import ENGLISH, tell_language
from extract.texts.lines import Line, cut_by_clock, habits, read_lines, runs_on
from graph.model import Document, Segment, SegmentKind

LONGEST = 2000
GROUP = 1500
ZERO_WIDTH = (
    "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufe0f\ufeff"
)
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
COLOURS = r"\x1b\[[0-9;]{0,20}[A-Za-z]"
QUOTES = str.maketrans("‘’‚‛′“”„‟″", "'''''\"\"\"\"\"")


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines that are read on end: a paragraph, a turn, a heading."""

    lines: Sequence[Line]
    text: str
    offsets: "array[int]"


@dataclass(frozen=True, slots=True)
class _Unit:
    """One sentence of a block and what it is."""

    block: _Block
    start: int
    end: int
    kind: SegmentKind


def segment(document: Document) -> list[Segment]:
    """Cut a document into headline, body, sponsor messages, credits and what is not English, in order."""
    return list(_assembled(_units(document.text)))


def headline(text: str) -> str:
    """The first line where it looks like a headline, else an empty string; spaces are made single."""
    for unit in _units(text[:6000]):
        if unit.kind == "headline":
            first, last = unit.block.offsets[unit.start], unit.block.offsets[unit.end - 1]
            return " ".join(text[first : last + 1].split())
    return ""


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of a normalised text; cheap and for layout only."""
    start = 0
    for found in _boundary().finditer(text):
        word = text[text.rfind(" ", 0, found.start()) + 1 : found.end()].strip()
        if found.group().startswith(".") and is_abbreviation(word):
            following = re.match(r"\W*([\w']+)", text[found.end() : found.end() + 30])
            opens = following is not None and following[1].lower() in words("openers")
            if not opens or word.lower() in words("before_name"):
                continue
        yield start, found.end()
        start = found.end()
    if start < len(text):
        yield start, len(text)


def _units(text: str) -> list[_Unit]:
    blocks = [block for lines in _grouped(read_lines(text)) if (block := _block(text, lines)).text.strip()]
    spans: list[tuple[_Block, int, int]] = []
    sentences: list[Sentence] = []
    datelines: list[int] = []
    for number, block in enumerate(blocks):
        cut = 0 if block.lines[0].speaker else dateline(block.text[:160])
        if cut:
            datelines.append(len(spans))
        bounds = [(0, cut)] if cut else []
        bounds += [(start + cut, end + cut) for start, end in split_sentences(block.text[cut:])]
        last = block.lines[-1]
        for start, end in bounds:
            alone = len(block.lines) < 3 and end - start == len(block.text)
            title = alone and (not last.ended or last.text.endswith(("?", "!")))
            words_of = block.text[start:end].strip()
            sentences.append(Sentence(words_of, number, alone, title, block.lines[0].bullet))
            spans.append((block, start, end))
    kinds = classify(sentences)
    for index in _foreign(spans):
        kinds[index] = "foreign"
    for index in datelines:
        kinds[index] = "credits"
    for index, (block, _, _) in enumerate(spans):
        if block.lines[0].role:
            kinds[index] = "body"
        elif _rundown(block.text):
            kinds[index] = "credits"
    first = next((index for index, kind in enumerate(kinds) if kind == "body"), None)
    if first is not None and _is_headline(sentences, first) and spans[first][0].lines[0].speaker is None:
        kinds[first] = "headline"
    return [_Unit(*span, kind) for span, kind in zip(spans, kinds, strict=True)]


def _foreign(spans: Sequence[tuple[_Block, int, int]]) -> Iterator[int]:
    """The sentences that are not English; one too short to tell is what its paragraph is."""
    for _, group in groupby(enumerate(spans), key=lambda item: id(item[1][0])):
        units = list(group)
        text = units[0][1][0].text
        told = [tell_language(text[start:end]) for _, (_, start, end) in units]
        whole = tell_language(text) if None in told else None
        for (index, _), own in zip(units, told, strict=True):
            if (own or whole) not in (ENGLISH, None):
                yield index


def _is_headline(sentences: Sequence[Sentence], index: int) -> bool:
    sentence = sentences[index]
    text = sentence.text
    return (
        sentence.title
        and not sentence.bullet
        and len(text) <= 200
        and " " in text
        and not text[0].islower()
        and text[-1] not in ":,;-"
        and any(not later.title for later in sentences[index + 1 : index + 20])
    )


def _grouped(lines: list[Line]) -> Iterator[list[Line]]:
    """Lines to be read on end: not over an empty line, a new speaker or a heading, unless mid-sentence."""
    habit = habits(lines)
    goes_on = [runs_on(line, following, habit) for line, following in pairwise(lines)] + [False]
    group: list[Line] = []
    for index, line in enumerate(lines):
        if group:
            before = lines[index - 1]
            heading = index == 1 and line.blank and before.timestamp is None and not line.text[0].islower()
            if line.labelled or line.bullet or heading:
                joined = False
            elif line.blank and not habit.loose:
                joined = goes_on[index - 1] and (line.text[0].islower() or cut_by_clock(before, line))
            else:
                joined = goes_on[index - 1] or (before.ended and (line.ended or goes_on[index]))
            if not joined:
                yield group
                group = []
        group.append(line)
    if group:
        yield group


def _block(text: str, lines: Sequence[Line]) -> _Block:
    """The lines joined and normalised, each character with its place in the document."""
    parts: list[str] = []
    offsets = array("I")
    for line in lines:
        if offsets and not (re.search(r"\w-$", parts[-1]) and line.text[0].islower()):
            parts.append(" ")
            offsets.append(offsets[-1] + 1)
        _normalise(text, line.start, line.end, parts, offsets)
    joined = "".join(parts).translate(QUOTES)
    if lines[0].role:
        joined, places = as_written(joined, offsets)
        offsets = array("I", places)
    return _Block(lines, joined, offsets)


def _normalise(text: str, start: int, end: int, parts: list[str], offsets: "array[int]") -> None:
    """Append `text[start:end]` to `parts` and its places to `offsets`."""
    for found in _special().finditer(text, start, end):
        parts.append(text[start : found.start()])
        offsets.extend(range(start, found.start()))
        start, run = found.end(), found.group()
        if run in LIGATURES:
            made, places = LIGATURES[run], [found.start()] * len(LIGATURES[run])
        elif unicodedata.combining(run[-1]):
            made = unicodedata.normalize("NFC", run)
            places = list(range(found.start(), found.start() + len(made)))
        else:
            space = next((place for place, character in enumerate(run) if character.isspace()), None)
            made, places = ("", []) if space is None else (" ", [found.start() + space])
        parts.append(made)
        offsets.extend(places)
    parts.append(text[start:end])
    offsets.extend(range(start, end))


def _assembled(units: Iterable[_Unit]) -> Iterator[Segment]:
    """Sentences of one block and kind together, up to GROUP characters, or LONGEST where that is all."""
    block: _Block | None = None
    kind: SegmentKind = "body"
    start = end = 0
    for unit in units:
        limit = LONGEST if len(unit.block.text) <= LONGEST else GROUP
        if unit.block is not block or unit.kind != kind or unit.end - start > limit:
            if block is not None:
                yield from _segments(block, start, end, kind)
            block, kind, start = unit.block, unit.kind, unit.start
        end = unit.end
    if block is not None:
        yield from _segments(block, start, end, kind)


def _segments(block: _Block, start: int, end: int, kind: SegmentKind) -> Iterator[Segment]:
    """One segment, or several where a single sentence is longer than LONGEST."""
    text, offsets = block.text, block.offsets
    starts = [line.start for line in block.lines]
    while start < end:
        cut = end
        if end - start > LONGEST:
            cut = max(text.rfind(" ", start, start + LONGEST), text.rfind(", ", start, start + LONGEST) + 1)
            cut = cut if cut > start else start + LONGEST
        first, last = start, cut
        while first < last and text[first] == " ":
            first += 1
        while last > first and text[last - 1] == " ":
            last -= 1
        start = cut
        if first < last:
            line = block.lines[max(0, bisect_right(starts, offsets[first]) - 1)]
            places = offsets[first:last]
            places.append(offsets[last - 1] + 1)
            yield Segment(kind, text[first:last], places, block.lines[0].speaker, line.timestamp)


@cache
def _boundary() -> re.Pattern[str]:
    return re.compile(r"(?<![.!?…])[.!?…]{1,9}[\"')\]*_]{0,4}\s(?=[^a-z\s])")


def _rundown(text: str) -> bool:
    """Whether a line tells the headlines of a broadcast, each of which is told below."""
    return len(text) < LONGEST and ";" in text and _aired().search(text[-40:]) is not None


@cache
def _aired() -> re.Pattern[str]:
    return re.compile(r"\bAired \d[\d:]{0,4}(?:-\d[\d:]{0,4})?[ap]?m? ?[A-Z]{2,3}$")


@cache
def _special() -> re.Pattern[str]:
    zero = re.escape(ZERO_WIDTH)
    gap = rf"[\s{zero}]|{COLOURS}"
    return re.compile(
        rf"(?:{gap}){{2,}}|[^\S ]|[{zero}]|{COLOURS}|[{''.join(LIGATURES)}]|[^\W\d_][\u0300-\u036f]+"
    )
