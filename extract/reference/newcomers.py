"""Actors without a name that are brought in: "a committee", so that "the committee" is no older one."""

from collections.abc import Sequence

from extract.grammar.picked import named_beside
from extract.names.figures import Figure
from extract.reference.candidates import REACH
from extract.reference.scene import Scene
from extract.reference.unnamed import INDEFINITE
from extract.syntax.parse import Token

BESIDE = frozenset("appos attr compound nmod amod oprd".split())


def introduced(noun: Token, segment: int, scene: Scene, called: Sequence[Figure]) -> bool:
    """Whether "a committee", not named, was brought in since, or beside, the last naming of one of `called`."""
    words = {noun.lemma_, *scene.nouns.same.get(noun.lemma_, ())}
    here = scene.place_of[segment, noun.i]
    for back in range(min(REACH + 1, here + 1)):
        sentence = scene.sentences[here - back]
        for token in sentence.span:
            if (
                token.lemma_ in words
                and (back or token.i < noun.i)
                and _unnamed(token, sentence.segment, scene)
            ):
                return True
        if any(c.figure is f for c in sentence.candidates for f in called):
            return False
    return False


def _unnamed(noun: Token, segment: int, scene: Scene) -> bool:
    """Whether "a company" brings in one of its own, and says nothing of a name beside it."""
    if (segment, noun.i) in scene.cast.at or noun.dep_ in BESIDE:
        return False
    if not any(c.lower_ in INDEFINITE for c in noun.children):
        return False
    return not named_beside(noun)
