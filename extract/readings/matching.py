"""Frames applied to a parse: trigger words give readings, readings give statements with both ends bound."""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.frame import Frame, Index
from extract.grammar.arguments import fill
from extract.readings.bindings import Acting, bound_along, state_holding
from extract.readings.demands import meets
from extract.readings.elided import left_out
from extract.readings.misreadings import excluded, led, misled, sanctioned, sells_firm
from extract.readings.notices import assumed, deputies, entry_of
from extract.readings.sides import each, is_reciprocal, matched
from extract.reference.candidates import Sentence
from extract.reference.ends import told_by
from extract.reference.investigators import investigator
from extract.reference.posts import POSTS, unsaid
from extract.reference.scene import Bound, Scene
from extract.reference.told import Told
from extract.syntax.parse import Token
from graph.ontology import Ontology

# Who works for a body of the State is not its head, nor yet its citizen.
OWN = frozenset({"HEADS", "WORKS_FOR", "CITIZEN_OF", "MEMBER_OF", "EDUCATED_AT"})
BOTH = "each"
TELLER = "teller"


@dataclass(frozen=True, slots=True)
class Found:
    """A frame that fired: the trigger, and both ends. `authority` is the body that acted for the object."""

    frame: Frame
    trigger: Token
    subject: Bound
    object: Bound
    authority: str | None = None


DEALING = frozenset({"AGREES_WITH", "ALLIED_WITH", "MEETS_WITH", "NEGOTIATES_WITH"})
THINGS = frozenset({"Asset", "Deal"})  # which agree with nobody


def match(sentence: Sentence, index: Index, scene: Scene, ontology: Ontology) -> Iterator[Found]:
    """All frames that fire in a sentence, by trigger, each pair of ends once."""
    for trigger in sentence.span:
        for frame in index.get((trigger.lemma_.lower(), trigger.pos_), ()):
            if any(map(sentence.words.isdisjoint, frame.needs)) or not meets(trigger, frame, sentence.words):
                continue
            if misled(trigger, frame, sentence.segment, scene):
                continue
            for found in pairs(trigger, frame, sentence.segment, scene, ontology):
                if not frame.elided:
                    ends = found.subject.figure, found.object.figure
                    place = scene.place_of[sentence.segment, trigger.i]
                    scene.told.append(Told(place, trigger.i, frame.predicate, *ends))
                yield found


def pairs(trigger: Token, frame: Frame, segment: int, scene: Scene, ontology: Ontology) -> Iterator[Found]:
    """The pairs of ends that a frame gives at a trigger."""
    if sells_firm(trigger, frame, segment, scene):
        return
    predicate = ontology.predicates[frame.predicate]
    starts = frozenset(frame.subject_types) or predicate.start
    ends = frozenset(frame.object_types) or predicate.end
    if frame.predicate in DEALING:
        starts, ends = starts - THINGS, ends - THINGS
    if frame.object == (BOTH,):
        yield from _mutual(trigger, frame, segment, scene, starts, predicate.symmetric)
        return
    subjects = _subjects(trigger, frame, segment, scene, starts, ends)
    if not subjects:
        return
    if frame.elided:
        topic = left_out(frame, trigger, [subject.figure for subject in subjects], segment, scene)
        yield from (Found(frame, trigger, subject, b) for subject in subjects for b in topic)
        return
    objects = bound_along(trigger, frame.object, segment, scene, ends, acting=frame.predicate not in OWN)
    if not objects and any(is_reciprocal(f.token) for f in fill(trigger, frame.object)):
        yield from _mutual(trigger, frame, segment, scene, starts, predicate.symmetric)
        return
    objects = objects or _unnamed_objects(trigger, frame, subjects, segment, scene, ends)
    objects = led(trigger, frame, objects, segment, scene)
    if frame.predicate == "SANCTIONED_BY":
        subjects, objects = sanctioned(trigger, subjects, objects, segment, scene)
    for subject, (obj, authority) in matched(trigger, frame, subjects, objects):
        if not excluded(frame, trigger, subject, obj, segment, scene):
            yield Found(frame, trigger, subject, obj, authority)


def _mutual(
    trigger: Token, frame: Frame, segment: int, scene: Scene, types: frozenset[str], symmetric: bool
) -> Iterator[Found]:
    """What several do to each other, in both directions where the predicate has two."""
    for left, right in each(trigger, frame, segment, scene, types):
        yield Found(frame, trigger, left, right)
        if not symmetric:
            yield Found(frame, trigger, right, left)


def _subjects(
    trigger: Token, frame: Frame, segment: int, scene: Scene, types: frozenset[str], ends: frozenset[str]
) -> list[Bound]:
    """Who does it: whom the sentence names, else whose entry it stands in, who speaks or which State it must be."""
    named = [b for b, _ in bound_along(trigger, frame.subject, segment, scene, types)]
    found = named or [b for b in entry_of(trigger, segment, scene) if b.figure.type in types]
    if not found and TELLER in frame.subject:
        found = told_by(trigger, segment, scene, types)
    if not found and frame.predicate == "OWNS" and frame.subject_types == ("State",):
        found = state_holding(trigger, frame, segment, scene, ends)
    return found


def _unnamed_objects(
    trigger: Token, frame: Frame, subjects: list[Bound], segment: int, scene: Scene, types: frozenset[str]
) -> list[Acting]:
    """To whom it is done where the sentence names nobody: who lists or speaks, what a title is of."""
    found: list[Acting] = [(b, None) for b in assumed(frame, trigger, segment, scene)]
    found = found or [*deputies(frame, trigger, segment, scene)]
    if not found and TELLER in frame.object:
        found = [(b, None) for b in told_by(trigger, segment, scene, types)]
    if not found and frame.predicate in POSTS:
        found = [(b, None) for b in unsaid(frame, trigger, segment, subjects, scene)]
    return found or [(b, None) for b in investigator(frame, trigger, subjects, segment, scene)]
