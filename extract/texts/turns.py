"""Labels and timestamps at the head of a line, which tell who speaks and when."""

import re
from collections import Counter
from collections.abc import Collection
from functools import cache

from extract.texts.abbreviations import words

MARGINS = " \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\ufeff\u200b"
_STAMP = r"(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?"
_BOLD = r"(?:\*\*|__)?"
_WORD = r"[A-Z][\w.'’\-]{0,24}"


@cache
def bare_stamp() -> re.Pattern[str]:
    """A time without brackets at the head of a line."""
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
        rf"(?:[•●‣] *)?(?P<turn>>>+ *)?{_BOLD}"
        rf"(?P<name>{_WORD}(?: (?:{_WORD}|#?\d{{1,3}}|de|van|von|der|al|bin|el|la|media|press|journalist|reporter)){{0,4}})"
        r"(?P<post>(?:, (?:[^\W\d]|[' &/\-]){2,60}){1,3})?(?: \((?P<note>[^()\n]{1,60})\))?"
        rf"(?: +[\[(]?(?P<time>{_STAMP})[\])]?)?{_BOLD}"
        rf"(?P<colon> ?:(?: *[\[(](?P<late>{_STAMP})[\])])?)?{_BOLD}(?=\s|$)\s*"
    )


def read_label(
    text: str, start: int, end: int, names: frozenset[str], stamped: bool
) -> tuple[int, int, str | None, str | None]:
    """Where the words of a line begin and end, the speaker ("" for an unnamed one) and the time."""
    time = name = None
    found = _time_first().match(text, start, end) or (stamped and bare_stamp().match(text, start, end))
    if found:
        time = next(group for group in found.groups() if group)
        row = text[end - 1] == "|" and "|" in text[start : found.end() + 1]
        start = found.end()
        if row:  # a row of a table: "| 0:05 | It was sold |", "0:05 | It was sold |"
            start += len(text[start:end]) - len(text[start:end].lstrip("|" + MARGINS))
            end = max(start, start + len(text[start:end].rstrip("|" + MARGINS)))
        inner = _name_in_brackets().match(text, start, end)
        if inner:
            return inner.end(), end, inner[1], time
    asked = _asked().match(text, start, end) if "Q" in names else None
    if asked:
        return asked.end(), end, "Q", time
    named = _name_first().match(text, start, end)
    if named and (_sure(named, end) or (named["colon"] and named["name"] in names)):
        name, start = named["name"], named.end()
        time = _time_of(named) or time
    elif text.startswith(">>", start, end):
        name = ""
        start = end - len(text[start:end].lstrip(">").lstrip(MARGINS))
    return start, end, name, time


@cache
def _asked() -> re.Pattern[str]:
    """A question of a briefing, whose asker is not named: "Q    Has he met him?"."""
    return re.compile(r"Q(?: ?[:.])?\s+(?=[\"'“‘(]?[A-Z])")


def find_role(text: str, start: int, end: int, name: str) -> tuple[int, int] | None:
    """Where a label tells who the speaker is: "Lena Ortiz, chief executive", "Speaker 2 (Lena Ortiz, host)"."""
    named = _name_first().search(text, start, end)
    if named is None or named["name"] != name or not named["colon"]:
        return None
    note = named["note"] or ""
    if named["post"]:
        return named.start("name"), named.end("post")
    if not any(c.isalpha() for c in note) or _time_of(named):
        return None
    if name_of(note) is not None:
        return named.span("note") if nameless(name) else None
    return None


def nameless(name: str) -> bool:
    """ "SPEAKER 2", "QUESTION": a label that names nobody."""
    return _numbered().fullmatch(name) is not None or name.lower() in words("nameless")


def name_of(role: str) -> str | None:
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
    inner = note if note and bare_stamp().fullmatch(note) else None
    return named["time"] or named["late"] or inner


def _sure(named: re.Match[str], end: int) -> bool:
    """Whether a label tells by itself that it is one: a chevron, a number, a time."""
    if _no_speaker(named["name"]):
        return False
    numbered = _numbered().fullmatch(named["name"])
    if named["colon"]:
        return bool(named["turn"] or numbered or _time_of(named))
    return named.end() >= end and bool(_time_of(named) or numbered)


def _no_speaker(name: str) -> bool:
    """ "Photo", "Press Release": what stands before a colon and is nobody."""
    parts = name.lower().split()
    return not {parts[0], parts[-1]}.isdisjoint(words("not_speakers"))


def full_names(names: Collection[str]) -> dict[str, str]:
    """The full name of each speaker whose label is one word of it, and of no other: "Reyes", "Ana Reyes"."""
    bearers: dict[str, list[str]] = {}
    for name in names:
        for word in name.split() if " " in name else ():
            bearers.setdefault(word, []).append(name)
    return {word: found[0] for word, found in bearers.items() if len(found) == 1 and word in names}


def find_speakers(lines: list[str]) -> frozenset[str]:
    """The names before a colon that are speakers: they come back, or are set in capitals like another."""
    counts: Counter[str] = Counter()
    for line in lines:
        stamp = _time_first().match(line) or bare_stamp().match(line)
        named = _name_first().match(line, stamp.end() if stamp else 0)
        if named and named["colon"] and not _no_speaker(named["name"]):
            counts[named["name"]] += 1
        elif _asked().match(line):
            counts["Q"] += 1
    full = full_names(counts)
    turns = Counter({name: sum(counts[n] for n in counts if full.get(n, n) == name) for name in counts})
    capitals = [name for name in counts if name.isupper()]
    total = counts.total()
    if total >= 3 and len(counts) > 1 and max(turns.values()) > 1:
        dialogue = total >= 6 or total >= 0.3 * len(lines)
        return frozenset(name for name in counts if turns[name] > 1 or name in capitals or dialogue)
    return frozenset(capitals) if len(capitals) > 1 else frozenset()
