"""Up from an infinitive to what governs it: "is to meet", "was able to sign", "too poor to join"."""

from extract.status.contents import falsely
from extract.status.crossing import Crossing, listed, phrasal, unwilling
from extract.status.denial import denials
from extract.status.moods import ACTUAL, INTENDED, POSSIBLE
from extract.status.relclauses import picked
from extract.syntax.parse import Token
from extract.vocabulary.lexicon import Lexicon, read_lexicon
from extract.vocabulary.words import read_words


def cross_infinitive(below: Token, verb: Token, lexicon: Lexicon) -> Crossing:
    """Up from an infinitive, or a verb in -ing, to the word that governs it."""
    lemma = verb.lemma_.lower()
    if lemma == "be" and any(map(too, verb.children)):
        return Crossing(denies=True)
    if lemma == "be" or (lemma == "have" and not came_about(verb)):
        return _be_to(below, verb)
    if lemma in lexicon.favouring and below.tag_ == "VBG":
        return Crossing(weight=POSSIBLE)  # "he backs lifting the sanctions"
    if lemma == "mean" and verb.tag_ in ("VBZ", "VBP", "VBD"):
        return Crossing(weight=INTENDED)  # "he means to back her"
    if lemma == "afford" and any(c.lower_ == "ill" for c in verb.children):
        return Crossing(denies=True)  # "can ill afford to sell it"
    if lemma == "forget" or (lemma in ("give", "hold", "put") and phrasal(verb, lexicon)):
        return Crossing(denies=True)
    if lemma in lexicon.unreal or (lemma in ("confirm", "deny") and denials(verb)):
        return Crossing(heard=False, stop=True, unsaid=True)  # "neither confirmed nor denied meeting them"
    if placed(below, verb):
        return Crossing()
    if _rumoured(verb, lexicon):
        denied = falsely(verb)  # "was wrongly said to own"
        return Crossing(denies=denied, weight=ACTUAL if denied else POSSIBLE)
    if came_about(verb):
        return Crossing()
    if verb.pos_ == "ADJ" and lemma in lexicon.negated:
        return unwilling(verb)
    if verb.pos_ == "ADJ" and too(verb):
        return Crossing(denies=True)
    if (
        verb.pos_ == "ADJ"
        and lemma not in read_words("lucky")
        and any(c.lower_ == "enough" for c in verb.children)
    ):
        return Crossing(weight=POSSIBLE)  # "is big enough to buy it"
    if lemma in lexicon.directive:
        return Crossing(weight=INTENDED)
    return Crossing() if lemma == "help" else listed(verb, lexicon)


def _rumoured(verb: Token, lexicon: Lexicon) -> bool:
    """ "is said to own"."""
    told = not lexicon.hearsay.isdisjoint((verb.lemma_.lower(), verb.lower_))
    return told and any(c.dep_ == "auxpass" for c in verb.children)


def too(adjective: Token) -> bool:
    """ "too poor to join"."""
    return any(c.lower_ == "too" and c.dep_ == "advmod" for c in adjective.children)


def out_of_question(noun: Token) -> bool:
    """ "it is out of the question for Shell to sell it"."""
    return noun.lemma_ == "question" and noun.head.lower_ == "of" and noun.head.head.lower_ == "out"


def placed(below: Token, verb: Token) -> bool:
    """ "was elected to lead Peru": who is placed so does it."""
    return verb.lemma_ in read_words("placing") and below.lemma_ in read_words("governing")


def came_about(token: Token) -> bool:
    """ "was able to sign", "had to sell", "went on to lead": told of the past, it is so."""
    if token.lemma_ == "go" and any(c.lower_ == "on" for c in token.children):
        return True
    if token.lemma_ not in read_lexicon().implied:
        return False
    verb = token.head if token.pos_ == "ADJ" else token
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    modal = any(c.tag_ == "MD" or c.lower_ == "to" for c in auxiliaries)
    return not modal and any(t.tag_ in ("VBD", "VBN") for t in (verb, *auxiliaries))


def _be_to(below: Token, verb: Token) -> Crossing:
    """ "is to meet", "has to meet", "was to have met"; "what it did was (to) sell" tells a fact."""
    if not any(c.lower_ == "to" and c.dep_ == "aux" for c in below.children):
        return Crossing()
    if any(c.lower_ == "yet" for c in (*verb.children, *below.children)):
        return Crossing()
    if any(c.lower_ == "able" for c in verb.children) or _foremost(verb):
        return Crossing()
    perfect = below.tag_ == "VBN" and any(c.lower_ == "have" and c.dep_ == "aux" for c in below.children)
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "csubj")]
    if verb.lemma_ == "be" and any(c.pos_ in ("NOUN", "VERB") and not c.ent_type_ for c in subjects):
        return Crossing(weight=INTENDED if subjects[0].pos_ == "NOUN" else ACTUAL)
    return Crossing(denies=verb.lemma_ == "be" and perfect, weight=INTENDED)


def _foremost(verb: Token) -> bool:
    """ "Chad was the first State to sign it", and not "it was the only way to sign it"."""
    who = any(c.dep_ == "nsubj" and (c.ent_type_ or c.pos_ == "PRON") for c in verb.children)
    return who and any(c.dep_ == "attr" and picked(c) and not _next(c) for c in verb.children)


def _next(noun: Token) -> bool:
    return noun.lemma_ in read_words("chances") or any(c.lower_ == "next" for c in noun.children)
