"""Subjects behind their auxiliary, or before "neither": mendings of parses that lose them."""

from extract.lexicon import Lexicon
from extract.misplaced import subjects_on
from extract.parse import Doc, Token
from extract.roles import NOMINAL


def passive_subject(doc: Doc, lexicon: Lexicon) -> None:
    """ "Nor was Shell fined by Poland": the subject of an inverted passive."""
    for verb in doc:
        if verb.tag_ == "VB" and verb.dep_ == "ccomp":
            _subjunctive(verb)
        if verb.tag_ != "VBN":
            continue
        be = [c for c in verb.children if c.dep_ == "auxpass"]
        for child in verb.children if be else ():
            if child.dep_ == "nsubj" and be[0].i < child.i < verb.i:
                child.dep_ = "nsubjpass"


def _subjunctive(verb: Token) -> None:
    """ "demanded that Chad stop": its subject, no word before a noun."""
    before = [c for c in verb.children if c.dep_ == "compound" and c.pos_ == "PROPN" and c.i == verb.i - 1]
    if before and any(c.lower_ == "that" and c.i == before[0].left_edge.i - 1 for c in verb.children):
        before[0].dep_ = "nsubj"


def inverted_subject(doc: Doc, lexicon: Lexicon) -> None:
    """ "Should Shell refuse, …": the name between auxiliary and verb is its subject."""
    for verb in doc:
        if verb.tag_ not in ("VB", "VBN") or verb.pos_ != "VERB" or subjects_on(verb):
            continue
        first = verb.left_edge
        if first.lower_ not in ("should", "had", "were") or first.head != verb:
            continue
        names = [c for c in verb.children if c.dep_ == "compound" and c.i > first.i and c.i == verb.i - 1]
        if names and names[0].pos_ in NOMINAL:
            names[0].dep_ = "nsubj"


def neither_does(doc: Doc, lexicon: Lexicon) -> None:
    """ "Turkey neither supports nor opposes Israel": a name loose before "neither" is the subject."""
    for verb in doc:
        pair = [c for c in verb.children if c.lower_ in ("neither", "either", "both") and c.i < verb.i]
        if verb.pos_ not in ("VERB", "AUX") or not pair or subjects_on(verb):
            continue
        for name in verb.children:
            if name.i < pair[0].i and name.dep_ in ("dep", "npadvmod", "nmod") and name.pos_ in NOMINAL:
                name.dep_ = "nsubj"


def were_to(doc: Doc, lexicon: Lexicon) -> None:
    """ "Were Somalia to attack Kenya, …": the infinitive that the parse hangs on its own subject is the condition."""
    for were in doc:
        if were.lower_ != "were" or were.dep_ not in ("advcl", "ROOT", "ccomp", "conj"):
            continue
        for subject in [c for c in were.children if c.dep_ == "nsubj" and c.i > were.i]:
            for verb in [c for c in subject.children if c.tag_ == "VB" and c.dep_ in ("relcl", "acl")]:
                if not any(c.lower_ == "to" for c in verb.children):
                    continue
                verb.head, verb.dep_ = (verb if were.head == were else were.head), were.dep_
                subject.head, subject.dep_ = verb, "nsubj"
                were.head, were.dep_ = verb, "aux"
