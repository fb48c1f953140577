"""Whom "they" means where that is more than one: those whom "and" joined as subjects, or who met."""

from collections.abc import Iterator

from extract.grammar.clauses import subjects
from extract.grammar.prepositions import prepositional
from extract.names.figures import ACTING, COLLECTIVE, Figure
from extract.reference.candidates import SUBJECT, THINGS, Sentence, rank
from extract.reference.groups import read_group
from extract.reference.scene import Bound, Scene
from extract.syntax.parse import Token

TOGETHER = frozenset("meet marry wed divorce befriend".split())
WITH = frozenset("meet talk merge partner cooperate collaborate negotiate team speak".split())
HELD = frozenset("hold have sign reach strike conclude open begin start enter form create launch".split())
EVENTS = frozenset(
    "talk meeting discussion summit negotiation deal agreement pact treaty memorandum contract accord venture "
    "partnership alliance".split()
)


def read_them(token: Token, segment: int, scene: Scene, types: frozenset[str]) -> list[Bound]:
    """All whom "they", "them" or "their" means, each with a token of its own; [] where it may be one alone.

    Those that are subjects together in a clause before, in this sentence or the last one.
    """
    place = scene.place_of[segment, token.i]
    for back in range(min(2, place + 1)):
        sentence = scene.sentences[place - back]
        if segment - sentence.segment > 1:
            return []
        until = token if back == 0 else None
        joint = list(_joint(sentence, until, scene))
        if len(joint) == 1 and all(f.type in types for f in joint[0]):
            return _bounds(joint[0], token)
        alone = [c for c in sentence.candidates if c.rank == SUBJECT and c.type in (*COLLECTIVE, THINGS)]
        if joint or any(until is None or c.token.i < until.i for c in alone):
            return []
    return []


def _bounds(figures: list[Figure], token: Token) -> list[Bound]:
    last = len(token.doc) - 1
    return [
        Bound(figure, token.doc[min(token.i + number, last)], token.i, token.i + 1)
        for number, figure in enumerate(figures)
    ]


def _joint(sentence: Sentence, until: Token | None, scene: Scene) -> Iterator[list[Figure]]:
    """Each group of a sentence that one "they" may take up, left to right."""
    for token in sentence.span:
        if until is not None and (token.i >= until.i or until.head == token.head):
            break
        if token.dep_ not in ("nsubj", "nsubjpass") or (token.dep_ == "nsubj" and token.head.dep_ == "relcl"):
            continue
        plural = token.tag_ == "NNS"  # "the brothers A and B"
        named = next((c for c in token.children if plural and c.dep_ == "appos"), token)
        found = _together(named, sentence.segment, scene) or _group(token, sentence.segment, scene)
        if not found and until is None:
            found = _mutual(token, sentence.segment, scene)
        if found:
            yield found
        elif token.tag_ in ("NNS", "NNPS") and rank(token) == SUBJECT:
            yield []  # "shareholders": they may be meant as well


def _together(token: Token, segment: int, scene: Scene) -> list[Figure]:
    """Whom "and" joins: all persons, or all bodies."""
    joined = _joined_with(token)
    found = [scene.cast.at.get((segment, t.i)) for t in joined]
    figures = [f for f in found if f is not None and f.type in ACTING]
    if len(joined) < 2 or len(figures) != len(joined) or len({id(f) for f in figures}) < 2:
        return []
    return figures if len({f.type == "Person" for f in figures}) == 1 else []


def _group(token: Token, segment: int, scene: Scene) -> list[Figure]:
    return [b.figure for b in read_group(token, segment, scene, ACTING, 0)]


def _mutual(token: Token, segment: int, scene: Scene) -> list[Figure]:
    """ "Mr Modi met Mr Albanese", "Shell signed a deal with Eni": both, of one kind."""
    verb = token.head
    if verb.lemma_ in TOGETHER:
        others = [c for c in verb.children if c.dep_ == "dobj"] or prepositional(verb, "with")
    elif verb.lemma_ in WITH:
        others = prepositional(verb, "with")
    elif verb.lemma_ in HELD:
        held = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in EVENTS]
        others = [t for c in held for t in prepositional(c, "with")]
    else:
        return []
    pair = [*subjects(verb), *others[:1]]
    found = [scene.cast.at.get((segment, t.i)) for t in pair]
    figures = [f for f in found if f is not None and f.type in ACTING]
    if len(pair) != 2 or len(figures) != 2 or figures[0] is figures[1]:
        return []
    return figures if (figures[0].type == "Person") == (figures[1].type == "Person") else []


def _joined_with(token: Token) -> list[Token]:
    """A word and all that "and" joins to it, whatever their parts of speech, left to right."""
    found = [token]
    for word in found:
        found += [c for c in word.children if c.dep_ == "conj"]
    return sorted(found, key=lambda t: t.i)
