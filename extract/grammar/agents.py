"""Who is told behind "by", or before a hyphen: "is owned by Shell and Eni", "accused of fraud by Norway", "Iran-backed"."""

from extract.grammar.prepositions import prepositional
from extract.syntax.parse import Token
from extract.vocabulary.words import read_words

OWNERS = frozenset("employee family founder government investor privately state worker".split())
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
    if not found and verb.lemma_ in ALLEGING:  # "accused of fraud by Norway"
        found = [
            p
            for c in verb.children
            if c.dep_ == "prep" and c.i > verb.i
            for noun in c.children
            if noun.dep_ == "pobj"
            for by in noun.children
            if by.dep_ == "prep" and by.lower_ == "by"
            for p in by.children
            if p.dep_ == "pobj"
        ]
    if not found and verb.dep_ == "amod":  # "US-sanctioned", "Iran-backed"
        found = [c for c in verb.children if c.dep_ == "npadvmod" and c.pos_ == "PROPN" and _joined_on(c)]
    if not found:
        for sibling in verb.children:
            if sibling.dep_ == "conj" and sibling.tag_ == "VBN":
                found += agents(sibling)
    return found


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
