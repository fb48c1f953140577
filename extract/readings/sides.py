"""Several actors at one end or at both: who of them is paired with whom."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from extract.frame import Frame
from extract.grammar.arguments import fill
from extract.grammar.conjuncts import Filler
from extract.names.figures import Figure
from extract.reference.ends import bind
from extract.reference.scene import Bound, Scene
from extract.reference.unmeant import MUTUAL
from extract.syntax.parse import Token

# Of several named together, each leads or speaks for his own.
RESPECTIVE = frozenset({"HEADS", "REPRESENTS"})
MANY = 5


def matched(
    trigger: Token, frame: Frame, subjects: list[Bound], objects: list[tuple[Bound, str | None]]
) -> Iterator[tuple[Bound, tuple[Bound, str | None]]]:
    """Every subject with every object; "the presidents of A and B, X and Y" in their order."""
    several = trigger.tag_ in ("NNS", "NNPS") and len(subjects) > 1 and len(objects) > 1
    listed = "bearer.of" in frame.object and len(objects) == 1 and len(subjects) > 1
    if listed and trigger.tag_ in ("NNS", "NNPS") and subjects[0].token.i < objects[0][0].token.i:
        return  # "the ministers A of Norway and B of Chile": each of his own
    if several and frame.predicate in RESPECTIVE:
        if len(subjects) == len(objects):
            yield from zip(subjects, objects, strict=True)
        return
    if 1 < len(subjects) == len(objects) and any(t.lower_ == "respectively" for t in trigger.sent):
        left = sorted(subjects, key=lambda b: b.token.i)
        yield from zip(left, sorted(objects, key=lambda b: b[0].token.i), strict=True)
        return
    yield from product(subjects, objects)


def each(
    trigger: Token, frame: Frame, segment: int, scene: Scene, types: frozenset[str]
) -> Iterator[tuple[Bound, Bound]]:
    """All pairs among the fillers of the subject's path: "A, B and C met"; none of those who are denied."""
    for group in _quartets(fill(trigger, frame.subject)):
        bound = [b for filler in group for b in bind(filler, segment, scene, types)]
        if len(bound) > MANY:
            continue  # a declaration of many is no deal of each with each
        for left, right in combinations(bound, 2):
            if len(bound) > 2 and frame.predicate in MUTUAL and _compatriots(left.figure, right.figure):
                continue
            if left.figure is not right.figure and not (left.negated or right.negated):
                yield left, right


def is_reciprocal(token: Token) -> bool:
    """ "each other", "one another"."""
    return token.lower_ in ("other", "another") and any(c.lower_ in ("each", "one") for c in token.children)


def _compatriots(left: Figure, right: Figure) -> bool:
    """ "the four ministers": two of one State sit on the same side of the table."""
    return (
        {left.type, right.type} == {"Person"} and left.country is not None and left.country == right.country
    )


def _quartets(fillers: Sequence[Filler]) -> list[Sequence[Filler]]:
    """ "between A and B and C and D": four that parse flat are two pairs where only "and" joins them."""
    if len(fillers) == 4:
        doc = fillers[0].token.doc
        between = doc[fillers[0].token.i : fillers[3].token.i]
        ands = [t for t in between if t.lower_ == "and"]
        commas = [t for t in between if t.text == ","]
        if len(ands) == 3 or (len(ands) == 2 and not commas):
            return [fillers[:2], fillers[2:]]
        if len(ands) == 3 - len(commas) and len(ands) == 2 and len(commas) == 1 and commas[0].i > ands[0].i:
            return [fillers[:2], fillers[2:]]
    return [fillers]
