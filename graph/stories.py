"""The same story twice: wire copies and re-posts, told by the word sequences that texts share.

Two documents tell the same story where their sets of shingles (runs of four words) have a Jaccard
similarity of 0.4 or more, as MinHash estimates it (Broder 1997, "On the resemblance and containment of
documents"; standard error 0.043 at 0.4 with 128 hashes). That leaves room for a headline of one's own,
another dateline and a paragraph or two that are cut; different reports of one affair stay below 0.1.
Stories are what such pairs connect: they follow from the documents alone, in whatever order they come.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import metadata

from graph.model import Document
from graph.shelves import Shelves

WORDS = 4
HASHES = 128
# Pairs are compared where they agree in a band of two hashes, of twenty bands (Leskovec, Rajaraman and
# Ullman, "Mining of Massive Datasets", 3.4): at the threshold 97 % do, at 0.5 99.7 %.
BANDS, BAND = 20, 8  # a band in bytes
ALIKE = 0.4
SEED = 1
FEWEST = 30  # shingles; a shorter text is a phrase that many use
_WORD = re.compile(r"\w+")


def version() -> str:
    """What the stories of a store were told by: another measure may find others."""
    return f"{WORDS} {HASHES} {ALIKE} {FEWEST} {metadata.version('datasketch')}"


def shingles(text: str) -> Iterator[str]:
    """Runs of four words, in small letters, whatever is between them."""
    words = _WORD.findall(text.casefold())
    return map(" ".join, zip(*(words[place:] for place in range(WORDS)), strict=False))


def sketch(text: str) -> bytes:
    """The MinHash of a text, four bytes a hash; none for one too short to tell."""
    found = {run.encode() for run in shingles(text)}
    if len(found) < FEWEST:
        return b""
    from datasketch import MinHash  # takes a second: not for those who only read

    made = MinHash(HASHES, SEED)
    made.update_batch(found)
    return bytes(made.hashvalues.astype("<u4").tobytes())


def bands(made: bytes) -> Iterator[bytes]:
    """What two sketches must have one of in common to be compared."""
    for number in range(BANDS if made else 0):
        yield bytes((number,)) + made[number * BAND : (number + 1) * BAND]


def alike(one: bytes, two: bytes) -> bool:
    """Whether two sketches are of one story."""
    import numpy as np

    same = np.frombuffer(one, "<u4") == np.frombuffer(two, "<u4")
    return int(np.count_nonzero(same)) >= ALIKE * HASHES


def story_id(documents: Iterable[tuple[str, str | None]]) -> str:
    """The id of a story, by ids and dates of its documents: the earliest gives it, one without a date last."""
    _, _, name = min((date is None, date or "", name) for name, date in documents)
    return "story-" + name.removeprefix("doc-")


def connected(near: Mapping[str, set[str]]) -> Iterator[set[str]]:
    """The parts of a graph that is given as the neighbours of each node."""
    seen: set[str] = set()
    for start in near:
        if start not in seen:
            part = reach(start, near)
            seen |= part
            yield part


def reach(start: str, near: Mapping[str, set[str]]) -> set[str]:
    """A node of such a graph and all that can be reached from it."""
    found, waiting = {start}, [start]
    while waiting:
        fresh = near.get(waiting.pop(), set()) - found
        found |= fresh
        waiting += fresh
    return found


class Stories:
    """Which documents tell the same story: add, remove, then settle."""

    def __init__(self, shelves: Shelves | None = None) -> None:
        """What is known of each document goes to the shelves, which are its own if left out."""
        self.of: dict[str, str] = {}
        self.dates: dict[str, str | None] = {}
        self._learnt: dict[str, bytes] = {}
        self._near: dict[str, set[str]] = {}
        self._touched: set[str] = set()
        self._shelves = shelves if shelves is not None else Shelves()
        self._sketches = self._shelves.shelf("sketch", bytes)
        self._shelves.run(
            "CREATE TABLE band (band BLOB, document TEXT, PRIMARY KEY (band, document)) WITHOUT ROWID"
        )

    def learn(self, key: str, text: str) -> None:
        """Note what a text is like, for a document that has `key` in its place."""
        self._learnt[key] = sketch(text)

    def add(self, document: Document) -> None:
        """Take in a document that is not there yet."""
        name = document.id
        if document.text not in self._learnt:
            self.learn(document.text, document.text)
        made = self._learnt[document.text]
        near = {other for other in self._meeting(made) if alike(made, self._sketches[other])}
        for other in near:
            self._near.setdefault(other, set()).add(name)
        if near:
            self._near[name] = near
        self._shelves.run_many("INSERT INTO band VALUES (?, ?)", [(band, name) for band in bands(made)])
        self.dates[name], self._sketches[name] = document.date, made
        self._touched.add(name)

    def remove(self, document: Document) -> None:
        """Take out a document."""
        name = document.id
        made = self._learnt[document.text] = self._sketches.pop(name)
        del self.dates[name]
        for other in self._near.pop(name, ()):
            self._near[other].discard(name)
            self._touched.add(other)
        where = "DELETE FROM band WHERE band = ? AND document = ?"
        self._shelves.run_many(where, [(band, name) for band in bands(made)])
        self._touched.add(name)

    def settle(self) -> dict[str, str]:
        """The story of each document for which it is another one now."""
        changed: dict[str, str] = {}
        seen: set[str] = set()
        for start in sorted(self._touched):
            if start not in self.dates:
                self.of.pop(start, None)
            elif start not in seen:
                members = reach(start, self._near)
                seen |= members
                story = story_id((name, self.dates[name]) for name in members)
                changed |= {name: story for name in sorted(members) if self.of.get(name) != story}
        self.of |= changed
        self._touched.clear()
        self._learnt.clear()
        return changed

    def _meeting(self, made: bytes) -> set[str]:
        places = list(bands(made))
        query = f"SELECT DISTINCT document FROM band WHERE band IN ({','.join('?' * len(places))})"
        return {name for (name,) in self._shelves.run(query, places)}
