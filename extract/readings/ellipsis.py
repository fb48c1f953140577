"""What is said again by an auxiliary alone, or by "do so": "A is suing them, B is not", "B may do so"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.grammar.clauses import subjects
from extract.grammar.conjuncts import coordinated
from extract.readings.matching import Found
from extract.reference.ends import bind
from extract.reference.scene import Scene
from extract.status.denial import denials
from extract.status.remnants import behind_nor, elliptical, remaining_subjects
from extract.syntax.parse import Span, Token
from extract.syntax.relatives import SUBJECTS

SAME = frozenset({"so", "same", "likewise"})


@dataclass(frozen=True, slots=True)
class Echo:
    """A reading said again of another subject, whether it is denied of that one, and whether it is said "as" before."""

    found: Found
    denied: bool
    alike: bool


def echoes(found: Found, segment: int, scene: Scene, types: frozenset[str]) -> Iterator[Echo]:
    """A reading said again in its own sentence; `types` are those allowed for the other subject."""
    verb = found.trigger
    around = [c for c in verb.children if c.dep_ in ("conj", "advcl", "parataxis", "ccomp") and c.i > verb.i]
    if verb.dep_ == "ccomp" and verb.head.i > verb.i:
        around.append(verb.head)
    for other in around:
        if elliptical(other):
            yield from _again(found, other, segment, scene, types)


def echoed(found: Found, sentence: Span, segment: int, scene: Scene, types: frozenset[str]) -> Iterator[Echo]:
    """A reading of the sentence before said again by one that is an auxiliary alone."""
    root = sentence.root
    if elliptical(root) and _leads(found.trigger):
        yield from _again(found, root, segment, scene, types)


def proverbs(sentence: Span) -> list[Token]:
    """The verbs of a sentence that stand for one before: "may do so", "considers doing the same"."""
    return [
        t
        for t in sentence
        if t.lemma_ == "do" and t.dep_ != "aux" and any(c.lower_ in SAME and c.i > t.i for c in t.children)
    ]


def done_again(
    found: Found, verb: Token, segment: int, scene: Scene, types: frozenset[str]
) -> Iterator[Found]:
    """What a verb such as "do so" says again of its own subject, which may be the one it was said of."""
    old = {filler.token for s in subjects(found.trigger) for filler in coordinated(s)}
    first = found.subject.token in old
    if first == (found.object.token in old):
        return
    taken, kept = (found.subject, found.object) if first else (found.object, found.subject)
    for noun in subjects(verb):
        for bound in (b for filler in coordinated(noun) for b in bind(filler, segment, scene, types)):
            if bound.figure is not kept.figure:
                new = bound if bound.figure is not taken.figure else replace(taken, negated=bound.negated)
                yield (
                    replace(found, trigger=verb, subject=new)
                    if first
                    else replace(found, trigger=verb, object=new)
                )


def _again(found: Found, verb: Token, segment: int, scene: Scene, types: frozenset[str]) -> Iterator[Echo]:
    old = [t for c in found.trigger.children if c.dep_ in SUBJECTS for t in c.subtree]
    first, second = found.subject.token in old, found.object.token in old
    if first == second:
        return
    denied = bool(denials(verb)) or behind_nor(verb)
    alike = any(c.lower_ == "as" and c.dep_ == "mark" for c in verb.children) and not denials(found.trigger)
    for noun in remaining_subjects(verb):
        for bound in (b for filler in coordinated(noun) for b in bind(filler, segment, scene, types)):
            taken = found.object if first else found.subject
            if bound.figure is taken.figure:
                continue
            new = replace(found, subject=bound) if first else replace(found, object=bound)
            yield Echo(new, denied or bound.negated, alike)  # "Neither Peru nor Ecuador has"


def _leads(trigger: Token) -> bool:
    """Whether a verb is what its sentence tells: the root, or what the root reports."""
    token = trigger
    while token.dep_ in ("ccomp", "xcomp") and token.head.pos_ in ("VERB", "AUX"):
        token = token.head
    return trigger.pos_ == "VERB" and token.dep_ == "ROOT"
