"""Clauses that tell what a rumour or a claim says, and contact clauses: "the firm Anna Berg founded"."""

from extract.repairs.misplaced import subjects_on
from extract.syntax.parse import Doc, Token
from extract.vocabulary.lexicon import Lexicon
from extract.vocabulary.words import read_words

PAST = frozenset({"VBD", "VBN", "VBZ"})


def contact_clause(doc: Doc, lexicon: Lexicon) -> None:
    """ "the firm Anna Berg founded": a clause without "that", not a firm called Anna Berg."""
    for verb in doc:
        noun = verb.head
        if verb.dep_ == "relcl":
            _claim_above(verb)
        elif verb.dep_ == "amod" and verb.tag_ == "VBG":
            _gerund(verb)
        if (
            verb.dep_ not in ("acl", "relcl")
            or verb.tag_ not in PAST
            or subjects_on(verb)
            or noun.pos_ != "NOUN"
        ):
            continue
        if any(c.dep_ in ("agent", "aux", "auxpass") for c in verb.children):
            continue
        for name in [c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN"]:
            if name.left_edge.i == noun.i + 1 and name.right_edge.i == verb.i - 1:
                name.head, name.dep_, verb.dep_ = verb, "nsubj", "relcl"


def _gerund(verb: Token) -> None:
    """ "denied supporting Hamas", "stopped buying Russian oil": what is denied or stopped, no kind of Hamas."""
    noun = verb.head
    governor = noun.head
    if (
        noun.dep_ != "dobj"
        or governor.lemma_ not in read_words("taking_gerund")
        or noun.left_edge != verb
        or not verb.text.islower()
    ):
        return
    if verb.i != governor.i + 1 or verb.lemma_ in read_words("objectless"):
        return
    verb.head, verb.dep_, verb.pos_ = governor, "xcomp", "VERB"
    noun.head = verb


def _tells_claim(noun: Token, verb: Token) -> bool:
    """ "the rumour that she is the wife of the judge": what the rumour says, no part of which is "that"."""
    that = noun.doc[noun.i + 1]
    if (
        noun.lemma_ not in read_words("reports")
        or that.lower_ != "that"
        or that.dep_ != "pobj"
        or that.i > verb.i
    ):
        return False
    if not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return False
    that.head, that.dep_ = verb, "mark"
    verb.dep_ = "acl"
    return True


def _untold_that(noun: Token, verb: Token) -> bool:
    """ "denied suggestions it had bought Eni": a whole clause tells what is suggested, with or without "that"."""
    if noun.lemma_ not in read_words("reports") or verb.left_edge.i != noun.i + 1:
        return False
    subjects = subjects_on(verb)
    behind = [c for c in verb.children if c.i > verb.i]
    whole = any(
        c.dep_ in ("acomp", "attr", "dobj") or (verb.lemma_ == "be" and c.dep_ == "prep") for c in behind
    )
    if not whole or not subjects or subjects[0].tag_ in ("WDT", "WP") or verb.left_edge.tag_ in ("WDT", "IN"):
        return False
    verb.dep_ = "acl"
    return True


def _claim_above(verb: Token) -> None:
    """ "claims by the US that it had met them": a clause that tells the claim, and nothing of who makes it."""
    noun = verb.head
    if _tells_claim(noun, verb) or _untold_that(noun, verb):
        return
    that = verb.left_edge
    if noun.dep_ != "pobj" or that.lower_ != "that" or that.i != noun.i + 1:
        return
    own = [c for c in verb.children if c != that]
    if not any(c.dep_ in ("nsubj", "nsubjpass") for c in own):
        return
    if noun.pos_ != "PROPN" and not any(c.dep_ in ("dobj", "prep", "dative") and c.i > verb.i for c in own):
        return
    for _ in range(4):
        noun = noun.head
        if noun.pos_ == "NOUN" and noun.lemma_ in read_words("reports"):
            verb.head, verb.dep_, that.dep_ = noun, "acl", "mark"
            return
        if noun.dep_ not in ("pobj", "prep", "agent", "acl"):
            return
