"""From a name as a user types it to actors of a store."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz, process

from graph.model import InputError
from graph.resolve.names import fold, strip_forms

ALL = """
MATCH (a:Actor)
RETURN a.id AS id, a.name AS name, [l IN labels(a) WHERE l <> 'Actor'][0] AS type, a.aliases AS aliases,
       coalesce(a.mentioned, true) AS mentioned
ORDER BY id
"""


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


def read_actors(query: Callable[[str, Mapping[str, Any]], Any]) -> list[Found]:
    """All actors of a store."""
    return [Found(row[0], row[1], row[2] or "", tuple(row[3] or ()), row[4]) for row in query(ALL, {}).rows]


def find_actor(name: str, actors: Iterable[Found], types: Iterable[str] = ()) -> Found:
    """The one actor of this id, name or alias, folded; one that documents mention before others.

    Raises UnknownActor if none or several fit.
    """
    allowed = set(types)
    known = [actor for actor in actors if not allowed or actor.type in allowed]
    wanted = fold(name)
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
    near = _near(wanted, known)
    hint = f"; near: {listed(near)}" if near else ""
    raise UnknownActor(f"no actor {name!r} in these documents{hint}", near)


def _near(wanted: str, actors: list[Found]) -> list[Found]:
    spellings = [(fold(spelling), actor) for actor in actors for spelling in (actor.name, *actor.aliases)]
    best = process.extract(
        wanted, [text for text, _ in spellings], scorer=fuzz.WRatio, limit=9, score_cutoff=75
    )
    return list(dict.fromkeys(spellings[place][1] for _, _, place in best))[:5]


def listed(actors: list[Found]) -> str:
    """Actors by name, type and id, at most eight of them."""
    shown = ", ".join(map(str, actors[:8]))
    return shown + (f" and {len(actors) - 8} more" if len(actors) > 8 else "")
