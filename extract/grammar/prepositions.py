"""What stands behind a preposition, also where the parse hangs it on a neighbour."""

from extract.repairs.roles import person_noun
from extract.syntax.parse import Token
from extract.syntax.relatives import antecedents, own_subject
from extract.vocabulary.nouns import read_nouns

PLACED = ("in", "at", "on")
BEFORE = {"of": ("by",), "by": ("of", "to", "on", "against", "into"), "between": PLACED, "with": PLACED}
DONE = frozenset(
    "acquisition appointment arrest disposal divestment killing nomination purchase sale seizure takeover transfer".split()
)
HAD = frozenset("conduct exchange have hold pursue start".split())
BACK = frozenset({"back", "home"})  # "is back in Oslo in May", "on her way home from Oslo"
CORRELATIVE = frozenset({"neither", "either", "both"})
UNDONE = frozenset("begin cease consider continue deny halt resume start stop suspend".split())
GOING_ON = frozenset(
    "conduct convene expect go hold launch occur organise organize plan schedule set slate start take".split()
)
DONE_BY = frozenset(
    "carry close complete conduct finalise finalize handle lead make organise organize run undertake".split()
)


def prepositional(token: Token, name: str) -> list[Token]:
    """Objects of a preposition of the token, or of the light verb or object it is used with."""
    found = _pobj(token, name) or _adjacent(token, name)
    back = [c for c in token.children if c.lower_ in BACK and c.dep_ == "advmod" and c.i > token.i]
    found = [*(t for c in back for t in _pobj(c, name)), *found] if back else found
    if found:
        return [*found, *_listed(token, name, found[0])]
    head = token.head
    if token.pos_ in ("NOUN", "PROPN"):
        if (
            token.dep_ in ("dobj", "nsubjpass", "attr", "nsubj")
            and head.pos_ in ("VERB", "AUX")
            and name not in ("of", "in", "for")
            and not (token.dep_ in ("nsubj", "nsubjpass") and person_noun(token))
        ):
            if name == "by" and token.dep_ == "nsubjpass" and head.lemma_ not in DONE_BY:
                return []
            found = [
                p
                for p in _pobj(head, name)
                if token.dep_ != "nsubj" or head.lemma_ != "be" or name == "between"
            ]
            if found:
                return found
        if (
            token.dep_ == "pobj"
            and head.dep_ == "prep"
            and head.head.pos_ in ("VERB", "AUX")
            and name in ("with", "between", "against")
        ):
            return _pobj(head.head, name)
        if token.dep_ == "conj" and head.pos_ in ("NOUN", "PROPN"):
            shared = prepositional(head, name)
            if (
                token.ent_type_ == "PERSON"
            ):  # "King Salman of Oman and President Berg": what follows is shared
                return [t for t in shared if t.i > token.i]
            return shared
        if name == "of" and head.dep_ == "relcl" and token.dep_ in ("attr", "oprd", "dobj"):
            return [t for c in head.children if c.dep_ == "prep" for t in _relative(c, name)]
        if name in ("with", "against", "to"):
            found = [t for clause in light_clauses(token) for t in _pobj(clause, name)]
            if found:
                return found
        if name in ("with", "between", "among", "by"):
            found = [
                t for c in token.children if c.dep_ == "acl" and c.lemma_ in GOING_ON for t in _pobj(c, name)
            ]
            if found:
                return found
        for child in token.children:
            if child.dep_ == "conj" and child.pos_ == "NOUN" and not _settled(token, child):
                shared = _pobj(child, name)
                if shared:
                    return shared
        sums = [t for c in token.children if c.lower_ == "worth" and c.i > token.i for t in c.subtree]
        worth = [p for t in sums for p in _pobj(t, name)]  # "a deal worth $2 billion with Shell"
        return worth or (_beyond(token, name) if name in BEFORE and token.pos_ == "NOUN" else [])
    if token.dep_ == "acomp" and head.pos_ in ("VERB", "AUX") and (beside := _pobj(head, name)):
        return beside
    if (
        token.dep_ == "xcomp"
        and token.tag_ == "VBG"
        and head.lemma_ in UNDONE
        and name in ("to", "from", "with")
    ):
        return _pobj(head, name)  # "denied lending money to Shell"
    for child in token.children:
        out = child.lower_ == "out" and child.dep_ == "prep"  # "took Chad out of the bloc"
        if out or child.dep_ in ("dobj", "prt", "advmod", "nsubjpass", "oprd", "attr"):
            found += _pobj(child, name) if child.i > token.i or child.dep_ == "nsubjpass" else []
            if name == "from" and not found:  # "buys a third of its parts from X"
                found = [t for part in _pobj(child, "of") for t in _pobj(part, name)]
    if not found and token.pos_ == "VERB" and not any(c.dep_ == "dobj" for c in token.children):
        for child in token.children:
            if child.dep_ == "conj" and child.pos_ == "VERB" and not own_subject(child):
                found += _pobj(child, name)
    return found


def _settled(noun: Token, later: Token) -> bool:
    """A name, or "the Treasury secretary and head of Shell": what it is of is told, and what follows is the later one's.

    So it is of "its head, Jan Berg, and the chairman of Shell": two persons.
    """
    name = noun.pos_ == "PROPN" and noun.text not in read_nouns().titles
    before = [c for c in noun.children if c.i < noun.i and c.dep_ in ("compound", "nmod", "poss")]
    two = any(c.dep_ == "det" for c in later.children) and any(
        c.dep_ in ("poss", "appos") and c.i < later.i for c in noun.children
    )
    return name or two or any(c.ent_type_ in ("ORG", "GPE", "NORP") for c in before)


def _relative(preposition: Token, name: str) -> list[Token]:
    """ "a firm of which she became chairman": what the relative pronoun behind a preposition stands for."""
    if preposition.lower_ != name:
        return []
    return [t for c in preposition.children if c.tag_ in ("WDT", "WP") for t in antecedents(c)]


def light_clauses(noun: Token) -> list[Token]:
    """The verb of "the talks that X held with Y", "conversations he had with Z", which only carries the noun."""
    return [
        c
        for c in noun.children
        if c.dep_ == "relcl"
        and c.lemma_ in HAD
        and not any(g.dep_ == "dobj" and g.i > c.i for g in c.children)
    ]


def _beyond(noun: Token, name: str) -> list[Token]:
    """ "the arrest of Sechin by Canada", "the sale by Shell of its stake": behind a name that stands between."""
    if name == "of" and noun.lemma_ not in DONE:
        return []
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in BEFORE[name]:
            for between in child.children:
                if between.dep_ == "pobj" and (between.pos_ == "PROPN" or name == "by"):
                    found = _pobj(between, name)
                    if found:
                        return found
    return []


def _adjacent(noun: Token, name: str) -> list[Token]:
    """ "the government under Merkel": right behind the noun, though the parse hangs it on the verb."""
    if noun.pos_ != "NOUN" or noun.i + 1 >= len(noun.doc):
        return []
    after = noun.doc[noun.i + 1]
    if after.lower_ != name or after.dep_ != "prep" or not after.head.is_ancestor(noun):
        return []
    among = noun.dep_ == "pobj" and noun.head.lower_ == "among" and after.head == noun.head.head
    beside = among or (noun.dep_ == "dobj" and after.head == noun.head)  # "is among the lenders to Shell"
    if name not in ("under", "between", "against") and not beside:
        return []
    return [t for c in after.children if c.dep_ == "pobj" for t in antecedents(c)]


def _another(preposition: Token, name: str) -> bool:
    """A preposition behind another: "on Shell and on Eni", "from within Libya"; not "from Oslo to Rome"."""
    if preposition.dep_ == "conj":
        return preposition.lower_ == name and preposition.pos_ == "ADP"
    return preposition.dep_ == "prep" and not (name == "from" and preposition.lower_ == "to")


def _listed(noun: Token, name: str, first: Token) -> list[Token]:
    """ "sanctions on Shell, on its owner and on Eni": the later ones, which the parse hangs on the verb."""
    if noun.dep_ != "dobj" or first.i < noun.i:
        return []
    later = [
        c
        for c in noun.head.children
        if c.pos_ == "ADP" and c.dep_ in ("prep", "conj") and c.lower_ == name and c.i > first.i
        if c.nbor(-1).lower_ == "and"
        or (c.nbor(-1).text == "," and any(g.dep_ == "conj" for g in c.children))
    ]
    return [
        t
        for c in later
        for p in (c, *(g for g in c.children if g.dep_ == "conj"))
        for g in p.children
        if g.dep_ == "pobj"
        for t in antecedents(g)
    ]


def _pobj(token: Token, name: str) -> list[Token]:
    found = []
    for child in token.children:
        if (
            child.dep_ in ("prep", "dative", "agent", "prt", "advmod", "dep", "pcomp")
            and child.lower_ == name
        ):
            for grandchild in child.children:
                if grandchild.dep_ in ("pobj", "pcomp"):
                    found += antecedents(grandchild)
                elif grandchild.lower_ in CORRELATIVE and grandchild.dep_ == "preconj":
                    found += _correlative(grandchild, name)  # "a member neither of A nor of B"
                elif _another(grandchild, name):
                    found += [t for c in grandchild.children if c.dep_ == "pobj" for t in antecedents(c)]
            if not any(True for _ in child.children):
                found += [token.head] if token.dep_ == "relcl" else _shared(token)
        elif child.dep_ == "prep" and child.lower_ != name:  # "to Fiji in May and to Samoa in June"
            span = name == "to" and child.lower_ == "from"  # "deliveries from Norway to Germany"
            again = [
                g
                for g in child.children
                if g.lower_ == name and g.pos_ == "ADP" and (g.dep_ == "conj" or (span and g.dep_ == "prep"))
            ]
            found += [t for g in again for c in g.children if c.dep_ == "pobj" for t in antecedents(c)]
        elif child.lower_ in CORRELATIVE and child.i > token.i:
            found += _correlative(child, name)
    return found


def _shared(token: Token) -> list[Token]:
    """ "a shareholder in and an adviser to Shell": what stands behind the last preposition of the pair."""
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ == token.pos_:
            own = [g for c in child.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"]
            return own or _shared(child)
    return []


def _correlative(word: Token, name: str) -> list[Token]:
    """ "a member neither of A nor of B"."""
    both = [c for c in word.children if c.lower_ == name and c.dep_ in ("prep", "conj")]
    return [g for c in both for g in c.children if g.dep_ == "pobj"]
