"""Whose name stands behind "the head of the fund": mendings of the parse, each of which changes a Doc."""

import tomllib
from functools import cache
from importlib import resources

from extract.lexicon import Lexicon
from extract.nouns import Nouns, read_nouns
from extract.parse import Doc, Span, Token

NOMINAL = ("NOUN", "PROPN")
BETWEEN = frozenset({"of", "for", "to", "in", "at", "from", "with"})


def titled_name(doc: Doc, lexicon: Lexicon) -> None:
    """ "President of Turkmenistan Gurbanguly Berdimuhamedov": the name is the president's, not what he is of."""
    for ent in doc.ents:
        name = ent.root
        of = name.head
        if ent.label_ != "PERSON" or name.dep_ != "pobj" or of.lower_ != "of" or of.head.pos_ not in NOMINAL:
            continue
        if ent.start == 0:
            continue
        last = doc[ent.start - 1]
        if (
            last.i <= of.i
            or last.pos_ not in NOMINAL
            or last.tag_ == "NNS"
            or last.ent_type_ in ("", "PERSON")
        ):
            continue  # "a friend of President Ali Toure"
        for token in doc[of.i + 1 : last.i]:
            if token.head == name:
                token.head = last
        last.head, last.dep_ = of, "pobj"
        for child in list(name.children):
            if child.i > name.i and child.dep_ in ("conj", "cc"):
                child.head = of.head
        name.head, name.dep_ = of.head, "appos"


def apposed_bearer(doc: Doc, lexicon: Lexicon) -> None:
    """ "The head of the fund Altior, Mary Miller, said": the name is the head's, though the parse gives it to Altior."""
    nouns = read_nouns()
    for ent in doc.ents:
        name = ent.root
        if ent.start < 2 or doc[ent.start - 1].text != "," or name.pos_ != "PROPN" or not _person(ent, nouns):
            continue
        before = doc[ent.start - 2]
        beside = before.tag_ == "NN" and before != name.head and person_noun(before) and not _apposed(before)
        if name.dep_ == "appos":
            role = before if beside else _role(name.head)
            if role is not None and not _apposed(role):
                name.head = role
        elif beside and name.dep_ in ("nsubj", "nsubjpass") and doc[ent.end : ent.end + 1].text == ",":
            _share_subject(before, name)


def _share_subject(role: Token, name: Token) -> None:
    """ "At its seat in Oslo a spokeswoman, Mary Miller, said": the noun is the subject, the name is apposed to it."""
    verb = name.head
    stray = role.dep_ == "pobj" and sum(c.dep_ == "pobj" for c in role.head.children) > 1
    if not stray and not (role.dep_ in ("nsubj", "nsubjpass", "npadvmod", "dep") and role.head == verb):
        return
    role.head, role.dep_ = verb, name.dep_
    name.head, name.dep_ = role, "appos"


def _person(ent: Span, nouns: Nouns) -> bool:
    return ent.label_ == "PERSON" or (len(ent) > 1 and ent[0].text in nouns.given)


def _role(of: Token) -> Token | None:
    """The noun of a person that a name is tied to by a preposition: "head" of "the head of the bank of Oslo"."""
    if of.pos_ != "PROPN":
        return None
    for _ in range(3):
        preposition = of.head
        if of.dep_ != "pobj" or preposition.dep_ != "prep" or preposition.lower_ not in BETWEEN:
            return None
        of = preposition.head
        if of.pos_ not in NOMINAL:
            return None
        if of.tag_ == "NN" and person_noun(of):
            return of
    return None


def person_noun(noun: Token) -> bool:
    """Whether a noun says what somebody is: "lawyer", "niece"."""
    return read_nouns().kinds.get(noun.lemma_) == "Person" or noun.lemma_ in _persons()


def _apposed(role: Token) -> bool:
    return role.dep_ == "appos" or any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in role.children)


@cache
def _persons() -> frozenset[str]:
    """Read roles.toml once."""
    data = tomllib.loads(resources.files("extract").joinpath("roles.toml").read_text(encoding="utf-8"))
    return frozenset(data["persons"].split())
