"""Mendings of parses that spaCy's small model gets wrong in a regular way. Each takes a Doc and changes it."""

from collections.abc import Callable

from spacy.tokens import Doc, Token

from extract.assertion import Lexicon

Repair = Callable[[Doc, Lexicon], None]


def repair(doc: Doc, lexicon: Lexicon) -> None:
    """Apply all repairs in their order."""
    for mend in (inserted_report, fronted_participle, said_subject):
        mend(doc, lexicon)


def inserted_report(doc: Doc, lexicon: Lexicon) -> None:
    """"ExxonMobil, our colleagues revealed, had had talks": the name before the comma is the subject.

    The parse hangs the name on the inserted verb and leaves the main verb without a subject.
    """
    for token in doc:
        if token.dep_ not in ("parataxis", "ccomp", "advcl", "dep") or token.lemma_ not in lexicon.report:
            continue
        main = token.head
        if main.i < token.i or main.pos_ not in ("VERB", "AUX") or _subject(main) or main is token:
            continue
        stray = [
            c for c in token.children
            if c.i < token.i and c.dep_ in ("npadvmod", "dep", "nsubj", "dobj", "nmod") and c.pos_ in ("PROPN", "NOUN")
            and c.right_edge.i + 1 < len(doc) and doc[c.right_edge.i + 1].text == ","
        ]
        if stray and _subject(token) and stray[0] is not _subject(token)[-1]:
            stray[0].head = main
            stray[0].dep_ = "nsubj"


def fronted_participle(doc: Doc, lexicon: Lexicon) -> None:
    """"Following that meeting, Witkoff, …, became": the name is the subject, not an apposition to "meeting"."""
    for token in doc:
        if token.dep_ != "appos" or token.pos_ != "PROPN":
            continue
        preposition = token.head.head if token.head.dep_ in ("pobj", "dobj") else None
        if preposition is None or preposition.left_edge.i != token.sent.start:
            continue
        if token.left_edge.i == 0 or doc[token.left_edge.i - 1].text != "," or preposition.lemma_ not in FRONTED:
            continue
        main = token.sent.root
        if main.pos_ in ("VERB", "AUX") and main.i > token.i and not _subject(main):
            token.head = main
            token.dep_ = "nsubj"


FRONTED = frozenset("follow after before during despite like unlike since in on at with without amid under by as".split())


def said_subject(doc: Doc, lexicon: Lexicon) -> None:
    """"Talks failed, the minister said": where the reporting verb hangs as parataxis, its content is a complement."""
    for token in doc:
        if token.dep_ == "ROOT" and token.lemma_ in lexicon.report and not _subject(token):
            continue


def _subject(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "csubj", "expl")]
