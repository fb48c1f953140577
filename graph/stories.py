"""The same story twice: wire copies and re-posts, told by the word sequences that texts share.

Two documents tell the same story where their sets of shingles (runs of four words) have a Jaccard
similarity of 0.4 or more, as MinHash estimates it (Broder 1997, "On the resemblance and containment of
documents"; standard error 0.043 at 0.4 with 128 hashes). That leaves room for a headline of one's own,
another dateline and a paragraph or two that are cut; different reports of one affair stay below 0.1.
Stories are what such pairs connect: they follow from the documents alone, in whatever order they come.
"""

import re
from collections.abc import Iterator
from importlib import metadata
from typing import TYPE_CHECKING

from graph.model import Document

if TYPE_CHECKING:
    from datasketch import LeanMinHash, MinHashLSH

WORDS = 4
HASHES = 128
BANDS, ROWS = 20, 2  # a pair at the threshold shares a band with 97 %, one at 0.5 with 99.7 %
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


def sketch(text: str) -> "LeanMinHash | None":
    """The MinHash of a text; None for one too short to tell."""
    found = {run.encode() for run in shingles(text)}
    if len(found) < FEWEST:
        return None
    from datasketch import LeanMinHash, MinHash  # takes a second: not for those who only read

    made = MinHash(HASHES, SEED)
    made.update_batch(found)
    return LeanMinHash(made)


def _index() -> "MinHashLSH":
    from datasketch import MinHashLSH

    return MinHashLSH(num_perm=HASHES, params=(BANDS, ROWS))


class Stories:
    """Which documents tell the same story: add, remove, then settle."""

    def __init__(self) -> None:
        self.of: dict[str, str] = {}
        self._documents: dict[str, Document] = {}
        self._sketches: dict[str, LeanMinHash | None] = {}
        self._learnt: dict[str, LeanMinHash | None] = {}
        self._near: dict[str, set[str]] = {}
        self._index: MinHashLSH | None = None
        self._touched: set[str] = set()

    def learn(self, key: str, text: str) -> None:
        """Note what a text is like, for a document that has `key` in its place."""
        self._learnt[key] = sketch(text)

    def add(self, document: Document) -> None:
        """Take in a document that is not there yet."""
        name = document.id
        if document.text not in self._learnt:
            self.learn(document.text, document.text)
        made = self._learnt[document.text]
        self._documents[name], self._sketches[name], self._near[name] = document, made, set()
        self._touched.add(name)
        if made is None:
            return
        if self._index is None:
            self._index = _index()
        for other in self._index.query(made):
            found = self._sketches[other]
            if found is not None and made.jaccard(found) >= ALIKE:
                self._near[name].add(other)
                self._near[other].add(name)
        self._index.insert(name, made)

    def remove(self, name: str) -> None:
        """Take out a document."""
        made = self._sketches.pop(name)
        self._learnt[self._documents.pop(name).text] = made
        for other in self._near.pop(name):
            self._near[other].discard(name)
            self._touched.add(other)
        if made is not None and self._index is not None:
            self._index.remove(name)
        self._touched.add(name)

    def settle(self) -> dict[str, str]:
        """The story of each document for which it is another one now: an id that its earliest text gives."""
        changed: dict[str, str] = {}
        seen: set[str] = set()
        for start in sorted(self._touched):
            if start not in self._documents:
                self.of.pop(start, None)
            elif start not in seen:
                members = self._connected(start)
                seen |= members
                story = "story-" + min(map(self._order, members))[2].removeprefix("doc-")
                changed |= {name: story for name in sorted(members) if self.of.get(name) != story}
        self.of |= changed
        self._touched.clear()
        self._learnt.clear()
        return changed

    def _connected(self, start: str) -> set[str]:
        found, waiting = {start}, [start]
        while waiting:
            fresh = self._near[waiting.pop()] - found
            found |= fresh
            waiting += fresh
        return found

    def _order(self, name: str) -> tuple[bool, str, str]:
        date = self._documents[name].date
        return date is None, date or "", name
