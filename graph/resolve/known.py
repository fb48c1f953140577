"""What resolving needs to know of the registry: the canonical name and type of an id."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from graph.facts import Fact, registry_facts
from graph.registry import Registry


@dataclass(frozen=True, slots=True)
class Known:
    """An actor that is known beforehand. `country` is the registry id of a State, `facts` its offices,
    its family or its owner."""

    type: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    facts: tuple[Fact, ...] = ()


def known_actors(registry: Registry) -> dict[str, Known]:
    """The registry's actors by id, as clusters and builds take them."""
    known = {}
    facts = registry_facts(registry)
    for entry in registry.entries.values():
        state = registry.state(entry.country) if entry.country is not None else None
        country = state.id if state is not None and state.id != entry.id else None
        known[entry.id] = Known(entry.type, entry.name, entry.aliases, country, facts.get(entry.id, ()))
    return known


def fingerprint(known: Mapping[str, Known]) -> str:
    """A hash of what is known, to tell whether a view was computed with it."""
    text = "\x1e".join(f"{actor}\x1f{known[actor]!r}" for actor in sorted(known))
    return hashlib.sha256(text.encode()).hexdigest()[:20]
