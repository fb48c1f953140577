"""Bodies of many that no text names: "communist rebels", "a striking union at the mine", then "the rebels", "the union"."""

from collections.abc import Iterator

from extract.grammar.nominals import modifiers
from extract.grammar.picked import named_beside
from extract.reference.nameless import NAMELESS, takes_part, tells
from extract.reference.scene import Bound, Scene, figure_for, phrase
from extract.reference.unnamed import INDEFINITE
from extract.syntax.parse import Token
from extract.vocabulary.words import read_words
from graph.resolve.names import fold

TELLING = frozenset({"at", "of", "representing", "for"})
KIND = "Organization"
LONG = 5


def read_band(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """Those who fight or work together: told by a word before them, or taken up where the text told of one such body."""
    if depth or KIND not in types or not _together(token) or not takes_part(token, segment, scene):
        return []
    article = next((c.lower_ for c in token.children if c.dep_ == "det"), "")
    if any(c.dep_ in ("nummod", "poss") for c in token.children) or article not in ("", "the", *INDEFINITE):
        return []
    if token.tag_ == "NNS" and article not in INDEFINITE and _told(token):
        return [_figure(token, token, scene)]
    if article != "the" or _beside(token):
        return []
    before = {fold(_name(t)): t for t in _before(token, segment, scene)}
    return [_figure(next(iter(before.values())), token, scene)] if len(before) == 1 else []


def _together(token: Token) -> bool:
    """Whether a common noun means many who act as one: "rebels", "union"."""
    if token.pos_ != "NOUN" or not token.text.islower():
        return False
    return (
        token.lemma_ in read_words("bands") if token.tag_ == "NNS" else token.lemma_ in read_words("unions")
    )


def _told(noun: Token) -> bool:
    """Whether a word before a noun tells which are meant."""
    return any(tells(t) for t in _beside(noun))


def _beside(noun: Token) -> list[Token]:
    return [t for t in modifiers(noun) if t.dep_ in ("amod", "compound", "nmod") and t.i < noun.i]


def _before(noun: Token, segment: int, scene: Scene) -> Iterator[Token]:
    """Where the text has told which such body it speaks of, before it speaks of "the union"."""
    for sentence in scene.sentences[: scene.place_of[segment, noun.i] + 1]:
        if noun.lemma_ not in sentence.words:
            continue
        for token in sentence.span:
            if (sentence.segment, token.i) >= (segment, noun.i):
                return
            if token.lemma_ != noun.lemma_ or token.tag_ != noun.tag_ or not _together(token):
                continue
            told = _told(token) or (noun.tag_ == "NN" and any(_which(c) for c in token.children))
            if told and not named_beside(token) and (sentence.segment, token.i) not in scene.cast.at:
                yield token


def _which(child: Token) -> bool:
    """ "a union at the mine", "a union representing pilots"."""
    return child.lower_ in TELLING and child.dep_ in ("prep", "acl") and child.i == child.head.i + 1


def _name(noun: Token) -> str:
    """The description, with what stands behind it where that is short: "union representing pilots"."""
    start, end = phrase(noun)
    behind = [c.right_edge.i + 1 for c in noun.children if _which(c) and c.right_edge.i < noun.i + LONG]
    return noun.doc[start : max([end, *behind])].text


def _figure(told: Token, token: Token, scene: Scene) -> Bound:
    """The body that a description (`told`) brings in, as it is spoken of at a token."""
    name = _name(told)
    figure = figure_for(scene.cast, f"{NAMELESS}{fold(name)}", name, KIND)
    figure.named = False
    start, end = phrase(token)
    figure.spellings[token.doc[start:end].text] += 1
    return Bound(figure, token, start, end)
