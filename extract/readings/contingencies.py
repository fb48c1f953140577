"""Conditions on the dealings that a "deal" or "this" means, and the statements inside an "if" clause."""

from extract.readings.conditions import Dependence, apart, covers, dealings_of, points_back, words
from extract.readings.drafts import Draft, imply

BACK = 3
AWAITED = frozenset(
    {"ACQUIRES", "DIVESTS_FROM", "FINANCES", "INVESTS_IN", "SANCTIONS_LIFTED_BY", "SUPPLIES", "VISITS"}
)


def depend(drafts: list[Draft], found: list[Dependence]) -> list[Draft]:
    """Hang conditions on the dealings that a "deal" or "this" means: in its sentence, else right before.

    Gives the statements that the conditions take for granted: what is to be lifted is in force.
    """
    implied: list[Draft] = []
    for dependence in found:
        start, end = words(dependence.condition, dependence.trigger)
        text = dependence.trigger.doc[start:end].text
        inside = [
            d
            for d in drafts
            if d.sentence == dependence.sentence
            and covers(dependence.condition, d.found.trigger, dependence.trigger)
            and not (d.given or apart(d.found.trigger, dependence.condition))
        ]
        implied += _make_conditional(inside)
        dealings = _dealings(dependence, drafts, inside)
        for dealing in dealings:
            awaited = dealing.found.trigger == dependence.subject and dealing.predicate in AWAITED
            if awaited and dealing.modality == "actual":
                dealing.modality = "conditional"
            dealing.conditions.append((text, None))
            dealing.links += [d for d in inside if d.modality == "conditional"]
    return implied


def _make_conditional(inside: list[Draft]) -> list[Draft]:
    """Make conditional what a condition says; gives what it takes for granted."""
    implied = []
    for inner in inside:
        taken = inner.found.frame.implies
        if taken is None or inner.predicate != taken:
            if taken is not None and inner.modality == "actual":
                implied.append(imply(inner, taken))
            inner.modality = "conditional"
            inner.predicate = inner.found.frame.predicate
    return implied


def _dealings(dependence: Dependence, drafts: list[Draft], inside: list[Draft]) -> list[Draft]:
    """The affirmed dealings that depend, outside the condition: those of its sentence, else of the nearest before."""
    kinds = dealings_of(dependence.subject)
    for back in range(BACK + 1 if points_back(dependence.subject) else 1):
        near = [
            d
            for d in drafts
            if d.sentence == dependence.sentence - back
            and d.predicate in kinds
            and d not in inside
            and d.polarity == "affirmed"
            and (d.predicate != "MEETS_WITH" or _business(d))
            and (d.predicate != "OWNS" or d.modality != "actual")
        ]
        if near:
            return near
    return []


def _business(made: Draft) -> bool:
    types = {made.found.subject.figure.type, made.found.object.figure.type}
    return bool(types & {"Company", "Asset"})


def link(drafts: list[Draft]) -> None:
    """Link an "if" clause to the statements made inside it."""
    for made in drafts:
        for _, clause in made.conditions:
            if clause is not None:
                made.links += [
                    d
                    for d in drafts
                    if d is not made
                    and d.sentence == made.sentence
                    and d.modality == "conditional"
                    and (d.found.trigger == clause or clause.is_ancestor(d.found.trigger))
                ]
