"""Whom a verb asks, names or gives to: "called on Chad to stop", "named Lena Ortiz to the cabinet", "lent Eni a million"."""

from extract.syntax.parse import Token
from extract.syntax.relatives import passive_subjects
from extract.vocabulary.words import read_words

CALLED_ON = {
    "appeal": ("to",),
    "beckon": ("to",),
    "call": ("on", "upon"),
    "count": ("on",),
    "gesture": ("to",),
    "lean": ("on",),
    "look": ("to",),
    "plead": ("with",),
    "prevail": ("on", "upon"),
    "push": ("for",),
    "rely": ("on", "upon"),
    "wait": ("for",),
}
ASKING = frozenset("appeal call demand message plea pressure request signal summons".split())
TO_BE_DONE = frozenset(
    "accord agreement approval arrangement chance contract deadline deal licence license mandate offer opportunity option "
    "pact permission plan possibility proposal right scheme way".split()
)
JUDGEMENTS = frozenset(
    "brave careless clever decent foolish generous good grave irresponsible kind nice reckless right rude silly smart "
    "stupid unwise wise wrong".split()
)
CALLING = frozenset("appoint choose designate elect hire name nominate pick select tap".split())
RIGHTS = frozenset(
    "chance contract leave licence license mandate opportunity option order permission right".split()
)
GIVEN = frozenset("allocate allot award deny give grant hand offer promise refuse".split())
SUMS = frozenset({"MONEY", "CARDINAL", "PERCENT", "QUANTITY"})
ANYTHING = frozenset({"anything", "nothing", "something", "everything", "money"})


def asked_to(clause: Token) -> list[Token]:
    """ "called on Chad to stop", "its appeal to Chad to stop", "put pressure on Chad to stop": Chad is to do it."""
    to = clause.left_edge
    if to.lower_ == "not":
        to = to.nbor(1)
    first = clause.left_edge
    if to.lower_ != "to" or first.i == 0:
        return []
    noun = first.nbor(-1)
    while noun.dep_ in ("compound", "flat", "appos") and noun.head.i < first.i:
        noun = noun.head
    preposition = noun.head
    if noun.dep_ != "pobj" or noun.pos_ not in ("PROPN", "NOUN", "PRON"):
        return []
    asker = preposition.head
    carried = [c.lemma_ for c in asker.children if c.dep_ == "dobj" and c.i < preposition.i]
    if preposition.lower_ in CALLED_ON.get(asker.lemma_, ()):
        return [noun]
    if preposition.lower_ in ("to", "on", "upon", "for") and ASKING.intersection((asker.lemma_, *carried)):
        return [noun]
    if preposition.lower_ == "for" and asker.lemma_ in TO_BE_DONE:
        return [noun]  # "a plan for Shell to buy it"
    return []


def judged(verb: Token) -> list[Token]:
    """ "it was wrong of Chad to back it": Chad did it."""
    first = verb.left_edge
    if first.lower_ != "to" or first.i < 2:
        return []
    name = first.nbor(-1)
    of = name.head
    if name.dep_ != "pobj" or of.lower_ != "of" or of.left_edge.i == 0:
        return []
    judgement = of.nbor(-1)
    it = any(c.lower_ == "it" for t in (judgement.head, verb.head) for c in t.children if c.i < judgement.i)
    said = judgement.dep_ in ("acomp", "attr") and judgement.lemma_ in JUDGEMENTS
    return [name] if it and said else []


def named_to(verb: Token) -> list[Token]:
    """ "named Lena Ortiz to the cabinet", "selected her to serve": read as a name given, or as who serves."""
    if verb.lemma_ not in CALLING or any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children):
        return []
    read = [c for c in verb.children if c.dep_ == "oprd" and c.pos_ == "PROPN" and c.i > verb.i]
    read += [
        noun
        for clause in verb.children
        if clause.dep_ == "ccomp" and any(c.tag_ == "TO" for c in clause.children)
        for noun in clause.children
        if noun.dep_ == "nsubj"
    ]
    return read if len(read) == 1 and read[0].ent_type_ == "PERSON" else []


def given_to(verb: Token) -> bool:
    """ "Shell was sold Eni by BP", "was lent a million": the subject of the passive is who gets it."""
    deps = {c.dep_ for c in verb.children}
    return verb.lemma_ in read_words("handed") and {"nsubjpass", "dobj"} <= deps


def recipients(verb: Token) -> list[Token]:
    """Who is given something: "lent Ungava a million", also where the parse takes it for part of the sum."""
    found = [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
    if given_to(verb):
        found += passive_subjects(verb)
    if found:
        return found
    given = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    if len(given) == 2 and given[0].pos_ in ("PROPN", "PRON", "NOUN"):
        return given[:1]
    return [
        c
        for noun in given
        if noun.ent_type_ in SUMS or noun.lower_ in ANYTHING or noun.lemma_ in RIGHTS
        for c in noun.children
        if c.dep_ in ("nmod", "compound") and c.pos_ in ("NOUN", "PROPN") and c.ent_type_ not in SUMS
    ]


def pressed(verb: Token) -> bool:
    """ "urged Shell to buy it", "the law lets Shell buy it": whether to do it is another's wish or leave, not one's own."""
    head = verb.head
    if verb.tag_ != "VB" or head == verb:
        return False
    if verb.dep_ == "ccomp":
        return any(c.dep_ == "nsubj" for c in verb.children) and any(c.tag_ == "TO" for c in verb.children)
    if verb.dep_ == "acl":
        return head.lemma_ in read_words("pressing")
    asked = any(c.dep_ in ("dobj", "nsubjpass") and c.i < verb.i for c in head.children)
    return verb.dep_ in ("xcomp", "advcl") and asked and head.lemma_ in read_words("steering")
