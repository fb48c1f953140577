"""The canonical name and type of an actor, from what its mentions say and what is known beforehand."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from graph.model import Actor, Mention, from_registry
from graph.resolve.known import Known
from graph.resolve.names import fold

Trait = tuple[str, str]


def actor_id(mention: str) -> str:
    """The id of an actor without a registry id whose earliest mention this is: the same digits."""
    return f"act-{mention.partition('-')[2]}"


def traits(mention: Mention) -> Iterator[Trait]:
    """What a mention says of its actor, to be counted over all its mentions."""
    yield "name", mention.name
    yield "type", mention.type
    yield from (("alias", alias) for alias in mention.aliases)
    if mention.named:
        yield "named", ""
    if not from_registry(mention.document):
        yield "mentioned", ""
    if mention.country is not None:
        yield "country", mention.country


def make_actor(
    counts: Mapping[Trait, int], registered: Sequence[str], loose: Sequence[str], known: Mapping[str, Known]
) -> Actor:
    """An actor, without its mentions, from their counted traits.

    `registered` are registry ids, sorted; `loose` the mentions without one that may be the earliest
    of a cluster, earliest first. What is known of the first registry id comes before the texts.
    `former_ids` are all other ids that these mentions could have given: see docs/decisions/store.md.
    """
    ids = [*registered, *(actor_id(mention) for mention in loose)]
    entry = known.get(registered[0]) if registered else None
    names, types, countries = (_of(counts, kind) for kind in ("name", "type", "country"))
    name = entry.name if entry is not None else fullest(names)
    spellings = {*names, *_of(counts, "alias"), *(entry.aliases if entry is not None else ())}
    country = entry.country if entry is not None else None
    return Actor(
        id=ids[0],
        type=entry.type if entry is not None else _most(types),
        name=name,
        aliases=tuple(sorted(spellings - {name})),
        mentions=(),
        registry=registered[0] if registered else None,
        named=entry is not None or counts.get(("named", ""), 0) > 0,
        country=country if country is not None or not countries else _most(countries),
        former_ids=tuple(sorted(ids[1:])),
        mentioned=counts.get(("mentioned", ""), 0) > 0,
    )


def fullest(names: Mapping[str, int]) -> str:
    """The spelling with most words, then most often used, then longest, then first in the alphabet."""
    return min(names, key=lambda name: (-len(fold(name).split()), -names[name], -len(name), name))


def _of(counts: Mapping[Trait, int], kind: str) -> Counter[str]:
    return Counter({value: number for (trait, value), number in counts.items() if trait == kind})


def _most(counts: Mapping[str, int]) -> str:
    return min(counts, key=lambda value: (-counts[value], value))
