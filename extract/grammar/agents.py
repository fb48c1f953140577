"""Who is told behind "by", or before a hyphen: "is owned by Shell and Eni", "accused of fraud by Norway", "Iran-backed"."""

from extract.grammar.prepositions import prepositional
from extract.syntax.parse import Token
from extract.syntax.relatives import COUNTED
from extract.vocabulary.words import read_words

OWNERS = frozenset("employee family founder government investor privately state worker".split())
BEHIND = ("pobj", "pcomp")
ALLEGING = frozenset("accuse acquit arraign charge clear convict indict suspect".split())


def agents(verb: Token) -> list[Token]:
    """Who does what a passive verb or participle says; [] where the text does not tell."""
    found = names_behind(verb) or [
        p
        for c in verb.children
        if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")
        for p in c.children
        if p.dep_ == "pobj"
    ]
    parts = [
        c for c in verb.children if c.dep_ in ("dobj", "npadvmod") and c.lemma_ in read_words("percents")
    ]
    for part in parts:  # "is owned 80 percent by Shell and 20 percent by Eni"
        for one in (part, *(c for c in part.children if c.dep_ == "conj")):
            found += [t for t in prepositional(one, "by") if t not in found]
    if not found:
        found = _behind_measure(verb)
    if not found and verb.lemma_ in ALLEGING:
        found = [t for c in verb.children if c.dep_ == "prep" and c.i > verb.i for t in _behind_charge(c)]
    if not found and verb.dep_ == "amod":  # "US-sanctioned", "Iran-backed"
        found = [c for c in verb.children if c.dep_ == "npadvmod" and c.pos_ == "PROPN" and _joined_on(c)]
    if not found:
        for sibling in verb.children:
            if sibling.dep_ == "conj" and sibling.tag_ == "VBN":
                found += agents(sibling)
    return found


def _by(word: Token) -> list[Token]:
    """What stands behind a "by" that hangs on a word itself."""
    return [
        p
        for c in word.children
        if c.dep_ == "prep" and c.lower_ == "by"
        for p in c.children
        if p.dep_ == "pobj"
    ]


def _behind_measure(verb: Token) -> list[Token]:
    """ "jailed for two years by a court", "fined a million euros by the regulator", "held for questioning by the police"."""
    nouns = [c for c in verb.children if c.dep_ in ("dobj", "npadvmod", "oprd")]
    nouns += [p for c in verb.children if c.dep_ == "prep" for p in c.children if p.dep_ in BEHIND]
    return [t for noun in nouns if noun.i > verb.i and _measure(noun) for t in _by(noun)]


def _measure(word: Token) -> bool:
    """Whether a word tells how much, how long or for what hearing: "18 months", "a million euros", "questioning"."""
    counted = word.ent_type_ in COUNTED or any(c.dep_ == "nummod" for c in word.children)
    return counted or word.lower_ in read_words("questionings")


def _behind_charge(preposition: Token) -> list[Token]:
    """ "accused of fraud by Norway", "charged with taking bribes by Norway"."""
    told = [c for c in preposition.children if c.dep_ in BEHIND]
    told += [d for c in told if c.tag_ == "VBG" for d in c.children if d.dep_ == "dobj"]
    return [t for c in told if c.tag_ != "VBN" for t in _by(c)]


def names_behind(verb: Token) -> list[Token]:
    """ "favoured by the states Chad and Mali", where the names are read as the object of the verb."""
    nouns = [p for c in verb.children if c.dep_ == "agent" for p in c.children if p.tag_ == "NNS"]
    return [
        c
        for c in verb.children
        if c.dep_ == "dobj" and c.pos_ == "PROPN" and any(n.i + 1 == c.left_edge.i for n in nouns)
    ]


def reduced(verb: Token) -> bool:
    """ "a Europe favoured by Germany", read as a clause with a subject."""
    if verb.tag_ not in ("VBN", "VBD"):
        return False
    behind = names_behind(verb)
    deps = {c.dep_ for c in verb.children if c not in behind}
    return {"nsubj", "agent"} <= deps and not deps & {"aux", "auxpass", "dobj"}


def _joined_on(name: Token) -> bool:
    """Not "BERLIN - State-owned Amtrak", "Family-controlled Bosch": a dateline, and a kind of owner, own nothing."""
    return not name.whitespace_ and name.lower_ not in OWNERS
