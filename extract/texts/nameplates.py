"""Names on lines of their own that tell who speaks below: "Operator", "Lena Ortiz -- Chief Executive Officer"."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from extract.texts.abbreviations import words
from extract.texts.turns import PARTICLES

FEWEST = 2  # names that come back
SHARE = 0.2  # of all lines
LONGEST = 60  # what is said stands on a longer line, or ends like a sentence


@dataclass(frozen=True, slots=True)
class Nameplate:
    """The name on a line of its own; `role` tells that what the speaker is stands there too.

    One that does not speak only stands in a list of those who take part.
    """

    name: str
    role: bool
    speaks: bool = True


def find_nameplates(lines: Sequence[str]) -> Mapping[int, Nameplate]:
    """The lines (by number) that name who speaks below; none where names do not come back as in a dialogue."""
    marked = _marked(lines)
    if marked:
        return marked
    found: dict[int, Nameplate] = {}
    listed: dict[int, Nameplate] = {}
    for number, line in enumerate(lines):
        told = _plate().fullmatch(line) if len(line) < 2 * LONGEST else None
        if told and _speech(lines[number + 1 : number + 2]):
            found[number] = Nameplate(told["name"] or told["part"], told["role"] is not None)
        elif told and told["name"] and told["role"] and _office().search(told["role"]):
            listed[number] = Nameplate(told["name"], True, False)
    counts = Counter(plate.name for plate in found.values())
    back = {name for name, count in counts.items() if count > 1}
    listed = listed if len(listed) > 1 else {}
    if len(back) < FEWEST or counts.total() < SHARE * len(lines):
        staged = any(plate.name.lower() in words("parts") for plate in found.values())
        officers = {n: p for n, p in found.items() if p.role and _office().search(lines[n])}
        return (officers if staged else {}) | listed  # "Operator" and officers of a firm who speak once
    speaking = {
        number: plate
        for number, plate in found.items()
        if plate.role or plate.name in back or _told(plate.name, lines)
    }
    return speaking | listed


def _marked(lines: Sequence[str]) -> dict[int, Nameplate]:
    """Names below a line that says "speaker"; both lines belong to the name."""
    found: dict[int, Nameplate] = {}
    for number, (line, following) in enumerate(pairwise(lines)):
        told = _name().fullmatch(following) if line.lower() == "speaker" else None
        if told:
            found |= dict.fromkeys((number, number + 1), Nameplate(following, False))
    return found if len(found) > FEWEST else {}


def _told(name: str, lines: Sequence[str]) -> bool:
    """Whether somebody who speaks once is spoken of before: "a question comes from Ann Ott with …"."""
    return any(name in line and len(line) > len(name) for line in lines)


def _speech(following: Sequence[str]) -> bool:
    """Whether the next line, if there is one, holds what somebody says."""
    return any(
        _plate().fullmatch(line) is None and (len(line) > LONGEST or _ended().search(line))
        for line in following
    )


@cache
def _plate() -> re.Pattern[str]:
    word = r"(?:[^\W\d_](?:[^\W_]|['’.\-]){1,24}|[A-Z]\.)"
    capital = rf"(?=[^\W\d_a-z]){word}"
    parts = "|".join(sorted(re.escape(part) for part in words("parts")))
    name = rf"{capital}(?: (?:{capital}|da|{PARTICLES})){{1,4}}"
    return re.compile(
        rf"(?:[•●‣*] +)?(?:(?P<part>(?i:{parts}))|(?P<name>{name}))"
        r"(?:(?: +(?:--|[–—]) *| +- )(?P<role>[^\n]{2,90})|(?: \([^()\n]{2,60}\)){1,2})?"
    )


@cache
def _name() -> re.Pattern[str]:
    """A name below a line that says that one follows, of one word too."""
    return re.compile(r"(?=[^\W\d_a-z])(?:[^\W\d_]|[ '’.\-]){2,60}")


@cache
def _office() -> re.Pattern[str]:
    offices = "|".join(sorted(words("offices") | words("posts") | {"relations"}))
    return re.compile(rf"\b(?i:{offices})\b")


@cache
def _ended() -> re.Pattern[str]:
    return re.compile(r"[.!?…][\"'”’)\]]{0,3}$")
