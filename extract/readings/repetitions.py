"""What a sentence says again of what was said: "Nor did B", "B has done so"."""

from collections.abc import Iterable, Sequence

from extract.readings.drafts import Draft, read_drafts
from extract.readings.ellipsis import done_again, echoed, echoes, proverbs
from extract.reference.candidates import Sentence
from extract.reference.scene import Scene
from extract.vocabulary.lexicon import Lexicon
from graph.model import (
    Polarity,
)
from graph.ontology import Ontology


def say_again(
    made: Iterable[Draft],
    before: Iterable[Draft],
    sentence: Sentence,
    place: int,
    scene: Scene,
    ontology: Ontology,
) -> Iterable[Draft]:
    """What a sentence says again by an auxiliary alone, of its own readings and of those before it."""
    for one, told in (*((d, echoes) for d in made), *((d, echoed) for d in before)):
        frame, predicate = one.found.frame, ontology.predicates[one.predicate]
        if one.predicate != frame.predicate or one.given:
            continue
        first = frozenset(frame.subject_types) or predicate.start
        second = frozenset(frame.object_types) or predicate.end
        again = (
            echoes(one.found, sentence.segment, scene, first | second)
            if told is echoes
            else echoed(one.found, sentence.span, sentence.segment, scene, first | second)
        )
        for echo in again:
            polarity: Polarity = "negated" if echo.denied else one.polarity if echo.alike else "affirmed"
            yield Draft(echo.found, place, one.predicate, one.status, polarity, one.modality)


def do_again(
    made: Sequence[Draft],
    before: Sequence[Draft],
    sentence: Sentence,
    place: int,
    scene: Scene,
    ontology: Ontology,
    lexicon: Lexicon,
) -> Iterable[Draft]:
    """What "do so" says again: of the nearest verb before it, in its sentence or the one before."""
    for verb in proverbs(sentence.span):
        earlier = [d for d in made if d.found.trigger.i < verb.i and d.found.trigger.pos_ == "VERB"]
        told = earlier or [d for d in before if d.found.trigger.pos_ == "VERB"]
        nearest = max((d.found.trigger for d in told), key=lambda t: t.i, default=None)
        for one in (d for d in told if d.found.trigger == nearest and d.predicate == d.found.frame.predicate):
            frame, predicate = one.found.frame, ontology.predicates[one.predicate]
            first = frozenset(frame.subject_types) or predicate.start
            second = frozenset(frame.object_types) or predicate.end
            for found in done_again(one.found, verb, sentence.segment, scene, first | second):
                yield from read_drafts(found, place, ontology, lexicon)
