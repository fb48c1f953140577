"""How a status goes up from a word to what governs it, and what the word lists say of a governor."""

from dataclasses import dataclass

from extract.status.moods import ACTUAL, INTENDED, POSSIBLE
from extract.syntax.parse import Token
from extract.vocabulary.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Crossing:
    """How a status goes up from a word to its governor.

    `denies` and `weight` are what the governor does by its own meaning; `heard` says that its own
    negation and auxiliaries count too, `moods` that its auxiliaries alone do; `stop` ends the climb,
    `unsaid` says that the text does not assert the thing at all, `rumour` that it tells of a report of it.
    """

    denies: bool = False
    weight: int = ACTUAL
    heard: bool = True
    moods: bool = False
    stop: bool = False
    unsaid: bool = False
    rumour: bool = False


STOP = Crossing(heard=False, stop=True)
HOMONYMS = frozenset("bar block miss stay stop".split())  # as nouns they deny nothing: "his final stop"


def _ends_up(verb: Token) -> bool:
    """ "ended up owning it": so it came, nothing ends."""
    return verb.lemma_.lower() == "end" and any(c.lower_ == "up" for c in verb.children)


def listed(token: Token, lexicon: Lexicon) -> Crossing:
    """What the word lists say of a lemma (or a form) as a governor."""
    words = {token.lemma_.lower(), token.lower_}
    if "rule" in words and token.pos_ == "VERB":
        return ruled_out(token) if out(token) else Crossing()  # "a court ruled that Shell should pay"
    if token.pos_ == "NOUN" and words & HOMONYMS:
        return Crossing()
    if words & lexicon.negated or (words & lexicon.ended and token.pos_ == "VERB" and not _ends_up(token)):
        return Crossing(denies=True)
    if words & lexicon.possible:
        return Crossing(weight=POSSIBLE)
    return Crossing(weight=INTENDED) if words & lexicon.intended else Crossing()


def out(verb: Token) -> bool:
    """Whether "out" or "against" belongs to a verb."""
    return any(c.lower_ in ("out", "against") for c in verb.children)


def unwilling(adjective: Token) -> Crossing:
    """ "is reluctant to sell" denies it; who "is not averse to" selling may sell."""
    loose = adjective.dep_ == "acomp" and (negated(adjective) or negated(adjective.head))
    return Crossing(denies=True, weight=POSSIBLE if loose else ACTUAL)


def ruled_out(verb: Token) -> Crossing:
    """What is ruled out is denied as a plan; what is not ruled out is possible."""
    return Crossing(denies=True, weight=POSSIBLE if negated(verb) else INTENDED)


def definite(noun: Token) -> bool:
    """Whether a noun is said to be known: "the talks", "these talks", "their talks"."""
    return any(
        c.dep_ == "poss"
        or (c.dep_ == "det" and c.lower_ in ("the", "these", "those", "such", "this", "that"))
        for c in noun.children
    )


def negated(verb: Token) -> bool:
    """Whether "not" or "never" hangs on a verb."""
    return any(c.dep_ == "neg" for c in verb.children)


def phrasal(verb: Token, lexicon: Lexicon) -> bool:
    """ "called off", "fell through": the particle makes it mean that nothing came of it."""
    particle = lexicon.phrasal.get(verb.lemma_.lower())
    return particle is not None and any(
        c.lower_ == particle and c.dep_ in ("prt", "advmod") for c in verb.children
    )
