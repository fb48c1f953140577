"""Clefts: "It was Lena Ortiz, not Ravi Menon, who founded it" is told of Lena Ortiz and denied of Ravi Menon."""

from extract.syntax.parse import Doc, Token
from extract.vocabulary.lexicon import Lexicon

REACH = 16


def cleft(doc: Doc, lexicon: Lexicon) -> None:
    """Hang the clause of a cleft on whom it is told of; whom it is denied of stands beside him."""
    for it in doc:
        if it.lower_ != "it" or it.dep_ not in ("nsubj", "expl") or it.head.lemma_ != "be":
            continue
        named = next((c for c in it.head.children if c.dep_ == "attr" and c.i > it.head.i), None)
        who = _pronoun(named) if named is not None else None
        if named is None or who is None:
            continue
        beside = [c for c in named.children if c.dep_ in ("appos", "conj") and named.i < c.i < who.i]
        other = next((c for c in beside if _before(c) in ("not", "but")), None)
        if other is not None and _before(other) == "not":
            other.dep_ = "conj"
        denied = any(c.dep_ == "neg" for c in it.head.children)
        told = other if other is not None and denied and _before(other) == "but" else named
        if who.head.dep_ == "relcl" and who.head.head == told:
            continue
        if other is None and who.head.dep_ == "relcl":
            continue
        who.head.head, who.head.dep_ = told, "relcl"


def _pronoun(named: Token) -> Token | None:
    """The "who" or "that" which is the subject of the clause of a cleft."""
    for word in named.doc[named.i + 1 : named.i + REACH]:
        if word.text in (";", ".", "?", "!"):
            return None
        if word.lower_ in ("who", "that") and word.dep_ in ("nsubj", "nsubjpass") and word.head.i > word.i:
            return word if word.head.dep_ in ("relcl", "ccomp", "advcl", "acl") else None
    return None


def _before(noun: Token) -> str:
    first = noun.left_edge.i
    return noun.doc[first - 1].lower_ if first else ""
