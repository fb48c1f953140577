"""What stands against another behind "but", "and" or "let alone", hung on the wrong partner: mendings of a Doc."""

from extract.syntax.parse import Doc, Token
from extract.vocabulary.lexicon import Lexicon, read_lexicon

NAMING = ("NOUN", "PROPN")
SINGULAR = frozenset({"does", "has", "is", "was"})
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})


def let_alone(doc: Doc, lexicon: Lexicon) -> None:
    """ "is not talking to any bank, let alone Shell": Shell is one more of those it does not talk to."""
    for let in doc[:-2]:
        if let.lower_ != "let" or let.nbor(1).lower_ != "alone" or not let.i:
            continue
        start = let.i + 2
        named = next((t for t in doc.words[start : start + 8] if _begins(t, start)), None)
        before = [t for t in doc.words[: let.i] if t.dep_ in ("dobj", "pobj") and t.pos_ in NAMING]
        if named is None or not before or named.is_ancestor(before[-1]):
            continue
        named.head, named.dep_ = before[-1], "conj"
        let.head, let.dep_ = before[-1], "cc"


def _begins(noun: Token, start: int) -> bool:
    return noun.pos_ in NAMING and noun.left_edge.i == start and noun.dep_ not in ("compound", "poss", "nmod")


def second_subject(doc: Doc, lexicon: Lexicon) -> None:
    """ "Norway supports Chile but Peru opposes it", "met Chile but Peru did not": Peru begins a clause of its own."""
    for but in doc:
        first = but.head
        if but.dep_ != "cc" or but.lower_ not in ("and", "but") or first.pos_ not in NAMING or not but.i:
            continue
        second = next((c for c in first.children if c.dep_ == "conj" and c.left_edge.i == but.i + 1), None)
        verb = first.left_edge.nbor(-1) if first.left_edge.i else but
        if second is None or second.right_edge.i + 1 >= len(doc) or verb.pos_ != "VERB":
            continue
        if _clausal(verb) or not _told(verb):
            continue
        finite = second.right_edge.nbor(1)
        if finite.tag_ not in FINITE or (but.lower_ == "and" and not _single(finite)):
            continue
        other = finite.head if finite.dep_ in ("aux", "auxpass") else finite
        if first.dep_ in ("dobj", "nsubj", "nsubjpass") and other.i > second.i:
            _part(verb, first, but, second, other)


def _part(verb: Token, first: Token, but: Token, second: Token, other: Token) -> None:
    """Give the first verb its object back, and the other its subject, as a clause that is joined."""
    if verb.head == other:
        root = other.head == other
        verb.head, verb.dep_ = (verb if root else other.head), other.dep_
        for child in list(other.children):
            if child.i < but.i and child not in (first, verb):
                child.head = verb
    first.head, first.dep_ = verb, "dobj"
    but.head = verb
    passive = any(c.dep_ == "auxpass" for c in other.children)
    second.head, second.dep_ = other, "nsubjpass" if passive else "nsubj"
    other.head, other.dep_ = verb, "conj"


def _clausal(verb: Token) -> bool:
    """Whether what stands behind a verb may be a clause ("says A but B")."""
    words = read_lexicon()
    return verb.lemma_ in words.report | words.possible | words.clause_verbs | words.negated | words.intended


def _told(verb: Token) -> bool:
    """Whether a verb has a subject of its own, and is not what a relative clause tells."""
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    return verb.dep_ != "relcl" and any(c.tag_ not in ("WDT", "WP") for c in subjects)


def _single(verb: Token) -> bool:
    """Whether a verb is told of one alone: "opposes", "has opposed"."""
    return verb.tag_ == "VBZ" or verb.lower_ in SINGULAR


def either_behind(doc: Doc, lexicon: Lexicon) -> None:
    """ "Peru hasn't either": the auxiliary is the verb, and "either" stands beside it."""
    for word in doc:
        if word.lower_ != "either" or not any(c.dep_ == "nsubj" for c in word.children):
            continue
        helper = next((c for c in word.children if c.dep_ == "aux"), None)
        if helper is None or helper.i > word.i:
            continue
        root = word.head == word
        helper.head, helper.dep_ = (helper if root else word.head), word.dep_
        for child in list(word.children):
            if child != helper:
                child.head = helper
        word.head, word.dep_ = helper, "advmod"
