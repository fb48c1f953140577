"""What has been told before with both its ends: whose "the stake" is, whose "the talks" are."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from extract.names.figures import Figure, only_figure
from extract.reference.candidates import REACH

STAKES = frozenset({"ACQUIRES", "DIVESTS_FROM", "OWNS", "SEEKS_STAKE_IN"})
BOUGHT = frozenset({"ACQUIRES", "SEEKS_STAKE_IN"})
TWICE = 2


@dataclass(frozen=True, slots=True)
class Told:
    """A reading with both ends: the place of its sentence, the token of its trigger, the predicate, the ends."""

    place: int
    token: int
    predicate: str
    subject: Figure
    object: Figure


def before(told: Collection[Told], place: int, token: int, predicates: Collection[str]) -> list[Told]:
    """What was told before a word by some predicates, the last first."""
    found = [t for t in told if t.predicate in predicates and (t.place, t.token) < (place, token)]
    return sorted(found, key=lambda t: (t.place, t.token), reverse=True)


def own_target(rows: Collection[Told], bearers: Collection[Figure]) -> Figure | None:
    """What a holder or buyer was told to hold or seek before: his stake is a stake in it; None where in several."""
    return only_figure(t.object for t in rows if any(t.subject is b for b in bearers))


def here(
    rows: Collection[Told], place: int, bearers: Collection[Figure], types: Collection[str]
) -> Figure | None:
    """What the same sentence has told before that others hold, buy or seek."""
    near = [t for t in rows if t.place == place and t.predicate != "DIVESTS_FROM"]
    return only_figure(t.object for t in _fitting(near, bearers, types))


def foremost_target(
    rows: Collection[Told], bearers: Collection[Figure], types: Collection[str]
) -> Figure | None:
    """What most deals told before are about: two sentences at least, and twice as many as are about any other."""
    fitting = _fitting(rows, bearers, types)
    figures = {id(t.object): t.object for t in fitting}
    times = Counter(key for key, _ in {(id(t.object), t.place) for t in fitting})
    ranked = times.most_common(2)
    if not ranked or ranked[0][1] < TWICE or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return figures[ranked[0][0]]


def last_target(
    rows: Collection[Told], place: int, bearers: Collection[Figure], types: Collection[str]
) -> Told | None:
    """The deal told last, one sentence or two before; None where that sentence tells of deals about several."""
    fitting = [t for t in _fitting(rows, bearers, types) if place - t.place < REACH]
    last = {id(t.object): t for t in fitting if t.place == fitting[0].place}
    return next(iter(last.values())) if len(last) == 1 else None


def buyer(rows: Collection[Told], bearers: Collection[Figure]) -> Figure | None:
    """Who was told to buy or seek: the only one, else the one told last; None where two were at once."""
    buying = [t for t in rows if t.subject.type != "State" and all(t.subject is not b for b in bearers)]
    return only_figure(t.subject for t in buying if t.place == buying[0].place)


def _fitting(rows: Collection[Told], bearers: Collection[Figure], types: Collection[str]) -> list[Told]:
    fitting = [t for t in rows if t.object.type in types and t.object.named and t.subject.type != "State"]
    return [t for t in fitting if all(t.object is not b for b in bearers)]
