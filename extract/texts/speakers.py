"""Who speaks in a text: the names before a colon, at the head of a line or behind a sentence."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from functools import cache

from extract.texts.abbreviations import words
from extract.texts.turns import PARTICLES, WORD, asked, bare_stamp, name_first, no_speaker, time_first

FEWEST = 3  # turns of a dialogue


def untitled(name: str) -> list[str]:
    """The words of a name without "Mr.", "Sen." before it; all where nothing else is left."""
    written = name.split()
    titles = words("honorifics")
    start = next((n for n, word in enumerate(written) if word.strip(".").lower() not in titles), 0)
    return written[start:]


def in_capitals(name: str) -> bool:
    """ "LENA ORTIZ", "Mr. ORTIZ"."""
    return " ".join(untitled(name)).isupper()


def full_names(names: Collection[str]) -> dict[str, str]:
    """The full name of each speaker whose label is one word of it, and of no other: "Reyes", "Ana Reyes"."""
    bearers: dict[str, list[str]] = {}
    for name in names:
        bare = untitled(name)
        for word in bare if len(bare) > 1 else ():
            bearers.setdefault(word, []).append(name)
    short = {name: untitled(name) for name in names}
    return {
        name: bearers[bare[0]][0]
        for name, bare in short.items()
        if len(bare) == 1 and len(bearers.get(bare[0], ())) == 1
    }


def find_speakers(lines: list[str]) -> frozenset[str]:
    """The names before a colon that are speakers: they come back, or are set in capitals like another."""
    counts: Counter[str] = Counter()
    for line in lines:
        stamp = time_first().match(line) or bare_stamp().match(line)
        named = name_first().match(line, stamp.end() if stamp else 0)
        if named and named["colon"] and not no_speaker(named):
            counts[named["name"]] += 1
        elif asked().match(line):
            counts["Q"] += 1
        counts.update(found["name"] for found in _inner(line))
    full = full_names(counts)
    turns = Counter({name: sum(counts[n] for n in counts if full.get(n, n) == name) for name in counts})
    capitals = [name for name in counts if in_capitals(name)]
    total = counts.total()
    if total >= FEWEST and len(counts) > 1 and max(turns.values()) > 1:
        dialogue = total >= 2 * FEWEST or total >= 0.3 * len(lines)
        written = Counter(word for line in lines for word in _word().findall(line))
        return frozenset(
            name
            for name in counts
            if turns[name] > 1
            or name in capitals
            or (dialogue and (len(untitled(name)) > 1 or written[name] > 1))  # no "Presently:"
        )
    return frozenset(capitals) if len(capitals) > 1 else frozenset()


def inner_labels(line: str, names: Collection[str]) -> Iterator[int]:
    """Where somebody else begins to speak within a line: "… with Lena Ortiz. LEE: We begin"."""
    for found in _inner(line):
        if found["name"] in names:
            yield found.start()


def _inner(line: str) -> Iterator[re.Match[str]]:
    """Labels behind a sentence's end: names in full or in capitals."""
    for found in _behind().finditer(line):
        name = found["name"]
        before = line[: found.start()].rstrip()[-10:]
        known = name.partition(" ")[0].lower() not in words("not_speakers")
        titled = before.rpartition(" ")[2].lower() in words("before_name")
        alone = found["number"] or (in_capitals(name) and len(name) > 2)
        if known and not titled and (alone or len(untitled(name)) > 1):
            yield found


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\b[A-Z][\w.'’\-]*\w")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(
        rf"(?<=[.?!…)\]\"”] )(?P<number>Q\d{{1,4}} )?(?P<name>{WORD}(?: (?:{WORD}|{PARTICLES})){{0,4}})"
        rf"(?: \([^()\n]{{1,60}}\))?: (?=[\"“‘'(\[…]?[A-Z])"
    )
