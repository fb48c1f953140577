"""Labels and timestamps at the head of a line, which tell who speaks and when."""

import re
from functools import cache

from extract.texts.abbreviations import words

MARGINS = " \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\ufeff\u200b"
_STAMP = r"(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?"
_BOLD = r"(?:\*\*|__)?"
SHORTEST_ROLE = 2  # words
PARTICLES = "de|van|von|der|al|bin|el|la"  # within a name
WORD = r"[A-Z][\w.'’\-]{0,24}"


@cache
def bare_stamp() -> re.Pattern[str]:
    """A time without brackets at the head of a line."""
    return re.compile(rf"(?P<d>{_STAMP}):?(?=\s|$)(?!\s*(?:[ap]\.?m\b|GMT|UTC))\s*", re.IGNORECASE)


@cache
def time_first() -> re.Pattern[str]:
    return re.compile(
        rf"(?:Starting point is (?P<a>{_STAMP})|[\[(](?P<b>{_STAMP})(?:\s*(?:-->|[-–—])\s*{_STAMP})?[\])]:?"
        rf"|\|\s*(?P<c>{_STAMP})\s*\|"
        rf"|(?P<d>{_STAMP})\s*-->[^\n]{{0,60}}$)\s*",
    )


@cache
def _name_in_brackets() -> re.Pattern[str]:
    return re.compile(rf"\(({WORD}(?: {WORD}){{0,4}})\)\s+")


@cache
def name_first() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[•●‣] *)?(?P<turn>>>+ *)?{_BOLD}(?:Q\d{{1,4}}\.? )?"
        rf"(?P<name>spk_?\d{{1,3}}|{WORD}"
        rf"(?: (?:{WORD}|#?\d{{1,3}}|{PARTICLES}|media|press|journalist|reporter)){{0,4}})"
        r"(?P<post>(?:, (?:[^\W\d]|[' &/\-]){2,60}){1,3})?(?: \((?P<note>[^()\n]{1,60})\))?"
        rf"(?: +[\[(]?(?P<time>{_STAMP})[\])]?)?{_BOLD}"
        rf"(?P<colon> ?:(?: *[\[(](?P<late>{_STAMP})[\])])?)?{_BOLD}(?=\s|$)\s*"
    )


def read_label(
    text: str, start: int, end: int, names: frozenset[str], stamped: bool
) -> tuple[int, int, str | None, str | None]:
    """Where the words of a line begin and end, the speaker ("" for an unnamed one) and the time."""
    time = name = None
    found = time_first().match(text, start, end) or (stamped and bare_stamp().match(text, start, end))
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
    question = asked().match(text, start, end) if "Q" in names else None
    if question:
        return question.end(), end, "Q", time
    named = name_first().match(text, start, end)
    if named and (_sure(named, end) or (named["colon"] and named["name"] in names)):
        name, start = named["name"], named.end()
        time = _time_of(named) or time
    elif text.startswith(">>", start, end):
        name = ""
        start = end - len(text[start:end].lstrip(">").lstrip(MARGINS))
    return start, end, name, time


@cache
def asked() -> re.Pattern[str]:
    """A question of a briefing, whose asker is not named: "Q    Has he met him?"."""
    return re.compile(r"Q(?: ?[:.])?\s+(?=[\"'“‘(]?[A-Z])")


def find_role(text: str, start: int, end: int, name: str) -> tuple[int, int] | None:
    """Where a label tells who the speaker is: "Lena Ortiz, chief executive", "Speaker 2 (Lena Ortiz, host)".

    Behind a name in full the bracket belongs to it: "Mr. LEE (Halberg Bank)".
    """
    named = name_first().search(text, start, end)
    if named is None or named["name"] != name or not named["colon"]:
        return None
    note = named["note"] or ""
    if named["post"]:
        return named.start("name"), named.end("post")
    if not any(c.isalpha() for c in note) or _time_of(named):
        return None
    if nameless(name):
        return named.span("note") if name_of(note) is not None else None
    return (named.start("name"), named.end("note") + 1) if _tells(note) else None


def _tells(note: str) -> bool:
    """Whether a bracket behind a name tells what its bearer is, not how he is heard or where he was elected."""
    written = note.split()
    return (
        len(written) >= SHORTEST_ROLE
        and note[0].isupper()
        and words("not_roles").isdisjoint(word.strip(",.").lower() for word in written)
    )


def nameless(name: str) -> bool:
    """ "SPEAKER 2", "QUESTION": a label that names nobody."""
    return _numbered().fullmatch(name) is not None or name.lower() in words("nameless")


def name_of(role: str) -> str | None:
    """The name before the comma of a role: "Lena Ortiz, Halberg Bank"."""
    name = role.partition(",")[0].strip()
    return name if re.fullmatch(rf"{WORD}(?: (?:{WORD}|{PARTICLES})){{1,3}}", name) else None


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(r"(?:speaker|spk|unknown|voice|guest)[ _]?(?:\d{1,3}|[A-Z])", re.IGNORECASE)


def _time_of(named: re.Match[str]) -> str | None:
    note = named["note"]
    inner = note if note and bare_stamp().fullmatch(note) else None
    return named["time"] or named["late"] or inner


def _sure(named: re.Match[str], end: int) -> bool:
    """Whether a label tells by itself that it is one: a chevron, a number, a time."""
    if no_speaker(named):
        return False
    numbered = _numbered().fullmatch(named["name"])
    if named["colon"]:
        return bool(named["turn"] or numbered or _time_of(named))
    return named.end() >= end and bool(_time_of(named) or numbered)


def no_speaker(named: re.Match[str]) -> bool:
    """ "Photo", "Press Release", "Lately, we see": what stands before a colon and is nobody."""
    parts = named["name"].lower().split()
    post = (named["post"] or "").replace(",", " ").split()
    return not (words("not_speakers").isdisjoint({parts[0], parts[-1]}) and words("clauses").isdisjoint(post))
