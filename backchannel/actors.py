"""From a name as a user types it to actors of a store."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from rapidfuzz import fuzz, process

from backchannel.wording import fold_word
from graph.model import InputError
from graph.resolve.names import FORMS_AT_END, FORMS_AT_START, fold, strip_forms

_ROW = """
RETURN a.id AS id, a.name AS name, [l IN labels(a) WHERE l <> 'Actor'][0] AS type, a.aliases AS aliases,
       coalesce(a.mentioned, true) AS mentioned
ORDER BY id
"""
ALL = f"MATCH (a:Actor){_ROW}"
# Spellings of words with one space between them, and a full stop or comma after some: most are. Folding them
# takes off case and those signs only, which Cypher can do; any other is folded here.
BARE = "[A-Za-z0-9]+[.,]?(?: [A-Za-z0-9]+[.,]?)*"
_BARE = re.compile(BARE)
_STOPS = re.compile(r"[.,]")
# All whose spelling or id ends in a word of the question, or in a legal form, or begins with one, and all that
# must be folded first: who of them is meant is told here.
MEANT = f"""
MATCH (a:Actor)
WHERE a.id IN $ids OR a.id =~ $pattern OR NOT a.id =~ '[A-Za-z0-9-]+'
   OR a.name =~ $pattern OR NOT a.name =~ '{BARE}'
   OR any(s IN coalesce(a.aliases, []) WHERE s =~ $pattern OR NOT s =~ '{BARE}')
   OR $part <> '' AND ' ' + toLower(a.name) + ' ' CONTAINS $part{_ROW}
"""
LONGEST = 9  # words


@dataclass(frozen=True, slots=True)
class Found:
    """An actor of a store; `mentioned` is False for one that only the registry speaks of."""

    id: str
    name: str
    type: str
    aliases: tuple[str, ...]
    mentioned: bool = True

    def __str__(self) -> str:
        return f"{self.name} ({self.type}, {self.id})"


class UnknownActor(InputError):
    """No actor, or several, of that name; `candidates` are near or equal ones."""

    def __init__(self, message: str, candidates: Iterable[Found] = ()) -> None:
        super().__init__(message)
        self.candidates = tuple(candidates)


class Actors(Protocol):
    """Actors in which names are looked up."""

    def all(self) -> Sequence[Found]:
        """All there are."""
        ...

    def meant(self, runs: Collection[str], ids: Collection[str] = (), part: str = "") -> Sequence[Found]:
        """Those with one of these ids, or a spelling that is one of these runs of words; others perhaps.

        Also those who are called so with a legal form, whose surname it is, or whose name holds the words `part`.
        """
        ...


class Listed:
    """Actors that are at hand."""

    def __init__(self, actors: Iterable[Found]) -> None:
        self._actors = tuple(actors)

    def all(self) -> Sequence[Found]:
        """All there are."""
        return self._actors

    def meant(self, runs: Collection[str], ids: Collection[str] = (), part: str = "") -> Sequence[Found]:
        """All there are: who is not meant is told apart by who asks."""
        return self._actors


class Stored:
    """The actors of a store, of which only those are read that a name may mean."""

    def __init__(self, query: Callable[[str, Mapping[str, Any]], Any]) -> None:
        self._query = query
        self._all: Sequence[Found] | None = None

    def all(self) -> Sequence[Found]:
        """All there are, read once."""
        if self._all is None:
            self._all = self._read(ALL, {})
        return self._all

    def meant(self, runs: Collection[str], ids: Collection[str] = (), part: str = "") -> Sequence[Found]:
        """Those that MEANT finds."""
        words = {word for run in runs for word in run.split() if word.isascii() and word.isalnum()}
        last, first = (sorted(some) for some in (words | FORMS_AT_END, FORMS_AT_START))
        pattern = f"(?i)(?:.*[ -])?(?:{'|'.join(last)})[.,]?|(?:{'|'.join(first)})[.,]? .*"
        return self._read(MEANT, {"ids": sorted(ids), "pattern": pattern, "part": part})

    def _read(self, cypher: str, values: Mapping[str, Any]) -> list[Found]:
        rows = self._query(cypher, values).rows
        return [Found(row[0], row[1], row[2] or "", tuple(row[3] or ()), row[4]) for row in rows]


def runs_of(words: Sequence[str]) -> set[str]:
    """Every run of up to nine of these words."""
    return {
        " ".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(len(words), start + LONGEST) + 1)
    }


def spelled(spelling: str) -> str:
    """A spelling as the words of a question stand: each folded, articles kept."""
    if _BARE.fullmatch(spelling) is not None:
        return _STOPS.sub("", spelling).lower()
    return " ".join(word for written in spelling.split() for word in fold_word(written).split())


def find_actor(name: str, actors: Actors, types: Iterable[str] = ()) -> Found:
    """The one actor of this id, name or alias, folded; one that documents mention before others.

    Raises UnknownActor if none or several fit.
    """
    allowed = set(types)
    wanted = fold(name)
    runs = runs_of(wanted.split())
    runs |= {f"{article} {run}" for article in ("the", "a", "an") for run in runs}
    known = [actor for actor in actors.meant(runs, {name}, wanted) if not allowed or actor.type in allowed]
    for fits in (
        lambda actor: actor.id == name,
        lambda actor: fold(actor.name) == wanted,
        lambda actor: any(fold(alias) == wanted for alias in actor.aliases),
        lambda actor: strip_forms(wanted) in map(strip_forms, map(fold, (actor.name, *actor.aliases))),
        lambda actor: len(wanted) > 2 and f" {wanted} " in f" {fold(actor.name)} ",
    ):
        found = [actor for actor in known if wanted and fits(actor)]
        found = [actor for actor in found if actor.mentioned] or found
        if len(found) == 1:
            return found[0]
        if found:
            raise UnknownActor(f"no actor is meant by {name!r} alone: {listed(found)}", found)
    near = _near(wanted, [actor for actor in actors.all() if not allowed or actor.type in allowed])
    hint = f"; near: {listed(near)}" if near else ""
    raise UnknownActor(f"no actor {name!r} in these documents{hint}", near)


def _near(wanted: str, actors: Sequence[Found]) -> list[Found]:
    spellings = [(fold(spelling), actor) for actor in actors for spelling in (actor.name, *actor.aliases)]
    best = process.extract(
        wanted, [text for text, _ in spellings], scorer=fuzz.WRatio, limit=9, score_cutoff=75
    )
    return list(dict.fromkeys(spellings[place][1] for _, _, place in best))[:5]


def listed(actors: list[Found]) -> str:
    """Actors by name, type and id, at most eight of them."""
    shown = ", ".join(map(str, actors[:8]))
    return shown + (f" and {len(actors) - 8} more" if len(actors) > 8 else "")
