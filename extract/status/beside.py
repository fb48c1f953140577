"""Phrases beside a verb or before what comes: "a date for talks", "steps towards", "In response to", "On her trip, she"."""

from extract.status.crossing import Crossing
from extract.status.denial import denied_noun
from extract.status.moods import ACTUAL, CONDITIONAL, INTENDED
from extract.syntax.parse import Token
from extract.vocabulary.words import read_words

HELD = frozenset(
    "call consultation dialogue discussion encounter journey meeting mediation negotiation summit talk tour trip "
    "visit".split()
)
SETTINGS = frozenset(
    "agenda arrangement condition date framework place precondition prerequisite schedule time timeframe timeline "
    "timetable timing venue".split()
)
MOTIONS = frozenset(
    "advance drift drive edge gesture go head headway inch journey lean lurch march momentum move openness overture path "
    "progress push road shift step stride turn way work".split()
)
PAVING = frozenset("basis door foundation ground groundwork path preparation scene stage way".split())
ANSWERS = frozenset(
    "defiance light line protest reaction reply response retaliation revenge spite view wake".split()
)
CAUSES = frozenset("because due owing over thanks unlike".split())
COMING = frozenset({"will", "'ll", "shall", "may", "might", "would", "'d"})
OPENING = frozenset("amid at by following from in on through under with".split())


def ahead_of(below: Token, token: Token) -> Crossing | None:
    """Up from a preposition behind what comes before a thing: "a date for", "moves towards", "paved the way for"."""
    word, lemma, noun = below.lower_, token.lemma_.lower(), token.pos_ == "NOUN"
    prepared = [t for t in (token, *token.children) if t.lemma_ == "preparation" and t.i < below.i]
    if prepared and word == "for" and holds(below):  # "no preparations are being made for a meeting"
        return Crossing(denies=denied_noun(prepared[0]), weight=INTENDED, heard=False, stop=True)
    if noun and lemma in SETTINGS and word == "for" and holds(below):
        return Crossing(weight=INTENDED, heard=False, stop=True)
    if noun and word == "of" and lemma == "process" and any(c.dep_ == "pcomp" for c in below.children):
        return Crossing(weight=INTENDED)  # "began the process of leaving the bloc"
    if word in ("toward", "towards") and lemma in MOTIONS:
        return Crossing(weight=INTENDED)
    if word in ("for", "to"):
        paved = noun and lemma in PAVING and token.dep_ == "dobj"
        verb = token.head if paved else token
        if paved or any(c.dep_ == "dobj" and c.lemma_ in PAVING for c in token.children):
            return Crossing(weight=ACTUAL if verb.tag_ == "VBD" else INTENDED)
    return None


def holds(preposition: Token) -> bool:
    """Whether what stands behind a preposition is held: "for talks", "on her visit"."""
    return any(c.dep_ == "pobj" and c.lemma_ in HELD for c in preposition.children)


def beside(below: Token, token: Token) -> bool:
    """Whether a preposition tells of a verb why or when it is done: "in response to", "On her trip to Oslo, she"."""
    if token.pos_ not in ("VERB", "AUX"):
        return False
    if below.lower_ in OPENING and any(
        c.dep_ in ("nsubj", "nsubjpass") and below.i < c.i < token.i for c in token.children
    ):
        return True
    if token.lemma_ in read_words("serving"):
        return False
    answer = below.lower_ == "in" and any(c.dep_ == "pobj" and c.lemma_ in ANSWERS for c in below.children)
    return answer or (below.lower_ in CAUSES and token.lemma_ not in read_words("light"))


def opening(preposition: Token, verb: Token) -> int:
    """What a phrase before the subject is by the verb behind: "On her visit to Oslo, she will", "In case of"."""
    if any(c.lemma_ in ("case", "event") for c in preposition.children if c.dep_ == "pobj"):
        return CONDITIONAL
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    ahead = bool(helpers & COMING) or ("to" in helpers and verb.dep_ == "xcomp")
    return INTENDED if ahead and holds(preposition) else ACTUAL
