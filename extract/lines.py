"""Physical lines: where they begin and end, who speaks and when, and which run on into the next."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise

MARGINS = " \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\ufeff\u200b"


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
    names = _speakers([text[start:end] for start, end, _ in raw])
    stamped = sum(_bare_stamp().match(text, start, end) is not None for start, end, _ in raw) > 2
    lines: list[Line] = []
    speaker = timestamp = None
    blank = labelled = False
    told: set[str] = set()
    bearers: dict[str, str] = {}
    for start, end, gap in raw:
        blank = blank or gap
        begin, end, name, time = _label(text, start, end, names, stamped)
        if name:
            span = _role(text, start, begin, name)
            if span is not None:
                role = text[span[0] : span[1]]
                bearers[name] = _name_of(role) or name
                name = bearers[name]
                if role not in told and "," in role:
                    lines.append(Line(*span, role, True, True, None, timestamp, role=True))
                told.add(role)
            else:
                title = name.partition(" ")[0]
                if title != name and _nameless(title) and not _nameless(name):
                    bearers[title] = name  # "SPOKESPERSON ANA REYES", later "SPOKESPERSON"
                name = bearers.get(name, name)
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
    broken = sum(following.text[:1].islower() and not line.ended for line, following in pairs)
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
        word = _bare(last)
        return word in words("before_name") or (lower and is_abbreviation(word))
    if (
        lower
        or last[-1] in ",;–—-"
        or (last[-1] == ":" and len(line.text) > 40)
        or (last.lower() in words("linking") and last.islower())
    ):
        return True
    cut = None not in (line.timestamp, following.timestamp) and line.timestamp != following.timestamp
    if habit.flowing and cut:
        return True  # captions are cut by the clock
    turn = line.speaker is not None and not following.blank
    return (habit.flowing or turn) and len(line.text) >= 0.6 * habit.width


def is_abbreviation(word: str) -> bool:
    """Whether the full stop that ends `word` may belong to it ("U.S.", "Jr.", an initial)."""
    bare = _bare(word)
    return (
        bare in words("abbreviations")
        or bare in words("before_name")
        or _initials().fullmatch(bare) is not None
    )


@cache
def words(key: str) -> frozenset[str]:
    """One of the word lists of lines.toml."""
    lists = tomllib.loads(resources.files("extract").joinpath("lines.toml").read_text("utf-8"))
    return frozenset(lists[key].split())


def _bare(word: str) -> str:
    return word.strip("\"'“”‘’«»()[]*_").lower()


@cache
def _initials() -> re.Pattern[str]:
    return re.compile(r"(?:[^\W\d_]\.)+")


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


_STAMP = r"(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?"
_WORD = r"[A-Z][\w.'’\-]{0,24}"


@cache
def _bare_stamp() -> re.Pattern[str]:
    return re.compile(rf"(?P<d>{_STAMP}):?(?=\s|$)(?!\s*(?:[ap]\.?m\b|GMT|UTC))\s*", re.IGNORECASE)


@cache
def _time_first() -> re.Pattern[str]:
    return re.compile(
        rf"(?:Starting point is (?P<a>{_STAMP})|[\[(](?P<b>{_STAMP})[\])]:?|\|\s*(?P<c>{_STAMP})\s*\|"
        rf"|(?P<d>{_STAMP})\s*-->[^\n]{{0,60}}$)\s*",
    )


@cache
def _name_in_brackets() -> re.Pattern[str]:
    return re.compile(rf"\(({_WORD}(?: {_WORD}){{0,4}})\)\s+")


@cache
def _name_first() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<turn>>>+ *)?(?P<name>{_WORD}(?: (?:{_WORD}|#?\d{{1,3}}|de|van|von|der|al|bin|el|la)){{0,4}})"
        r"(?P<post>, (?:[^\W\d]|[' \-]){2,60})?(?: \((?P<note>[^()\n]{1,60})\))?"
        rf"(?: +[\[(]?(?P<time>{_STAMP})[\])]?)?"
        rf"(?P<colon> ?:(?: *[\[(](?P<late>{_STAMP})[\])])?)?(?=\s|$)\s*"
    )


def _label(
    text: str, start: int, end: int, names: frozenset[str], stamped: bool
) -> tuple[int, int, str | None, str | None]:
    """Where the words of a line begin and end, the speaker ("" for an unnamed one) and the time."""
    time = name = None
    found = _time_first().match(text, start, end) or (stamped and _bare_stamp().match(text, start, end))
    if found:
        time = next(group for group in found.groups() if group)
        if text[start] == "|" and text[end - 1] == "|":
            end = max(found.end(), start + len(text[start : end - 1].rstrip(MARGINS)))
        start = found.end()
        inner = _name_in_brackets().match(text, start, end)
        if inner:
            return inner.end(), end, inner[1], time
    named = _name_first().match(text, start, end)
    if named and (_sure(named, end) or (named["colon"] and named["name"] in names)):
        name, start = named["name"], named.end()
        time = _time_of(named) or time
    elif text.startswith(">>", start, end):
        name = ""
        start = end - len(text[start:end].lstrip(">").lstrip(MARGINS))
    return start, end, name, time


def _role(text: str, start: int, end: int, name: str) -> tuple[int, int] | None:
    """Where a label tells who the speaker is: "Lena Ortiz, chief executive", "Speaker 2 (Lena Ortiz, host)"."""
    named = _name_first().search(text, start, end)
    if named is None or named["name"] != name or not named["colon"]:
        return None
    note = named["note"] or ""
    if named["post"]:
        return named.start("name"), named.end("post")
    if not any(c.isalpha() for c in note) or _time_of(named):
        return None
    if _name_of(note) is not None:
        return named.span("note") if _nameless(name) else None
    return None


def _nameless(name: str) -> bool:
    """ "SPEAKER 2", "QUESTION": a label that names nobody."""
    return _numbered().fullmatch(name) is not None or name.lower() in words("nameless")


def _name_of(role: str) -> str | None:
    """The name before the comma of a role: "Lena Ortiz, Halberg Bank"."""
    name = role.partition(",")[0].strip()
    return (
        name if re.fullmatch(rf"{_WORD}(?: (?:{_WORD}|de|van|von|der|al|bin|el|la)){{1,3}}", name) else None
    )


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(r"(?:speaker|unknown|voice|guest)[ _]?(?:\d{1,3}|[A-Z])", re.IGNORECASE)


def _time_of(named: re.Match[str]) -> str | None:
    note = named["note"]
    inner = note if note and _bare_stamp().fullmatch(note) else None
    return named["time"] or named["late"] or inner


def _sure(named: re.Match[str], end: int) -> bool:
    """Whether a label tells by itself that it is one: a chevron, a number, a time."""
    if named["name"].split()[0].lower() in words("not_speakers"):
        return False
    numbered = _numbered().fullmatch(named["name"])
    if named["colon"]:
        return bool(named["turn"] or numbered or _time_of(named))
    return named.end() >= end and bool(_time_of(named) or numbered)


def _speakers(lines: list[str]) -> frozenset[str]:
    """The names before a colon that are speakers: they come back, or are set in capitals like another."""
    counts: Counter[str] = Counter()
    for line in lines:
        stamp = _time_first().match(line) or _bare_stamp().match(line)
        named = _name_first().match(line, stamp.end() if stamp else 0)
        if named and named["colon"] and named["name"].split()[0].lower() not in words("not_speakers"):
            counts[named["name"]] += 1
    capitals = [name for name in counts if name.isupper()]
    total = counts.total()
    if total >= 3 and len(counts) > 1 and max(counts.values()) > 1:
        dialogue = total >= 6 or total >= 0.3 * len(lines)
        return frozenset(name for name in counts if counts[name] > 1 or name in capitals or dialogue)
    return frozenset(capitals) if len(capitals) > 1 else frozenset()
