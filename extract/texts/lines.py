"""Physical lines: where they begin and end, who speaks and when, and which run on into the next."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from extract.texts.abbreviations import bare_word, is_abbreviation, words
from extract.texts.nameplates import find_nameplates
from extract.texts.speakers import find_speakers, full_names, inner_labels
from extract.texts.turns import (
    MARGINS,
    bare_stamp,
    find_role,
    name_of,
    nameless,
    read_label,
)


@dataclass(frozen=True, slots=True)
class Line:
    """The part `start` to `end` of one physical line that is left without label and margins.

    `blank` tells that an empty line stands before it, `labelled` that a speaker label does. `role` marks the
    part of a label that tells who the speaker is: "Lena Ortiz, chief executive".
    """

    start: int
    end: int
    text: str
    blank: bool = False
    labelled: bool = False
    speaker: str | None = None
    timestamp: str | None = None
    role: bool = False

    @property
    def ended(self) -> bool:
        """Whether the line ends like a sentence, or with an abbreviation that may end one."""
        return _terminal().search(self.text, max(0, len(self.text) - 8)) is not None

    @property
    def bullet(self) -> bool:
        """Whether the line is an item of a list."""
        return _bullet().match(self.text) is not None


@dataclass(frozen=True, slots=True)
class Habits:
    """How a document sets its lines.

    `flowing`: sentences are broken over lines as a rule; `width`: how long lines are;
    `loose`: an empty line stands between all lines and means nothing.
    """

    flowing: bool = False
    width: int = 0
    loose: bool = False


def read_lines(text: str) -> list[Line]:
    """All lines with something in them; speaker labels and timestamps are taken off and kept beside.

    A label that tells what the speaker is comes first as a line of its own, once.
    """
    raw = list(_raw_lines(text))
    written = [text[start:end] for start, end, _ in raw]
    names = find_speakers(written)
    if names:
        raw = list(_at_labels(text, raw, names))
        written = [text[start:end] for start, end, _ in raw]
    plates = find_nameplates(written)
    stamped = sum(bare_stamp().match(text, start, end) is not None for start, end, _ in raw) > 2
    lines: list[Line] = []
    speaker = timestamp = None
    blank = labelled = False
    told: set[str] = set()
    bearers = full_names(names)
    for number, (start, end, gap) in enumerate(raw):
        blank = blank or gap
        plate = plates.get(number)
        if plate is not None and not plate.speaks:
            lines.append(Line(start, end, text[start:end], True, True, None, timestamp, role=True))
            continue
        if plate is None:
            begin, end, name, time = read_label(text, start, end, names, stamped)
            span = find_role(text, start, begin, name) if name else None
        else:
            begin, name, time = end, plate.name, None
            span = (start, end) if plate.role else None
        if name and span is not None:
            role = text[span[0] : span[1]]
            bearers[name] = name_of(role) or name
            if role not in told and (plate is not None or "," in role or "(" in role):
                lines.append(Line(*span, role, True, True, None, timestamp, role=True))
            told.add(role)
        elif name:
            title = name.partition(" ")[0]
            if title != name and nameless(title) and not nameless(name):
                bearers[title] = name  # "SPOKESPERSON ANA REYES", later "SPOKESPERSON"
        name = bearers.get(name, name) if name else name
        if name is not None:
            labelled = labelled or not name or name != speaker
            speaker, timestamp = name or None, time or timestamp
        timestamp = time or timestamp
        if begin < end:
            lines.append(Line(begin, end, text[begin:end], blank, labelled, speaker, timestamp))
            blank = labelled = False
    return lines


def habits(lines: list[Line]) -> Habits:
    """Look at all lines how sentences are set."""
    pairs = list(pairwise(lines))
    broken = sum(
        not line.ended and (following.text[:1].islower() or cut_by_clock(line, following))
        for line, following in pairs
    )
    within = sum(not following.blank and not following.labelled for _, following in pairs)
    flowing = broken > 2 and (
        broken >= 0.3 * len(pairs) or (2 * within <= len(pairs) and broken >= 0.3 * within)
    )
    lengths = sorted(len(line.text) for line in lines) or [0]
    blanks = sum(following.blank for _, following in pairs)
    return Habits(flowing, lengths[int(0.95 * (len(lengths) - 1))], flowing and blanks > 0.8 * len(pairs))


def runs_on(line: Line, following: Line, habit: Habits) -> bool:
    """Whether a sentence of `line` goes on in `following`."""
    if following.labelled or following.bullet:
        return False
    lower = following.text[:1].islower()
    last = line.text.rsplit(None, 1)[-1]
    if line.ended:
        word = bare_word(last)
        return word in words("before_name") or (lower and is_abbreviation(word))
    if (
        lower
        or last[-1] in ",;–—-"
        or (last[-1] == ":" and len(line.text) > 40)
        or (last.lower() in words("linking") and last.islower())
    ):
        return True
    if habit.flowing and cut_by_clock(line, following):
        return True
    turn = line.speaker is not None and not following.blank
    return (habit.flowing or turn) and len(line.text) >= 0.6 * habit.width


def cut_by_clock(line: Line, following: Line) -> bool:
    """Whether two lines bear different times, as captions do, which break off anywhere."""
    return None not in (line.timestamp, following.timestamp) and line.timestamp != following.timestamp


@cache
def _terminal() -> re.Pattern[str]:
    return re.compile(r"[.!?…][\"'”’»)\]*_]{0,4}$")


@cache
def _bullet() -> re.Pattern[str]:
    return re.compile(r"(?:[-–—•*▪●‣·]|\d{1,2}[.)])\s+\S")


def _raw_lines(text: str) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each line without margins, and whether an empty line stands before it."""
    place, gap = 0, False
    for line in text.splitlines(keepends=True):
        stripped = line.strip(MARGINS)
        if stripped:
            start = place + len(line) - len(line.lstrip(MARGINS))
            yield start, start + len(stripped), gap
        gap = not stripped
        place += len(line)


def _at_labels(
    text: str, raw: list[tuple[int, int, bool]], names: frozenset[str]
) -> Iterator[tuple[int, int, bool]]:
    """The lines cut where somebody else begins to speak within them."""
    for start, end, gap in raw:
        begin = start
        for place in inner_labels(text[start:end], names):
            said = text[begin : start + place].rstrip(MARGINS)
            yield begin, begin + len(said), gap
            begin, gap = start + place, False
        yield begin, end, gap
