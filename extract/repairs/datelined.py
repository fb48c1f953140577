"""Subjects that the parse loses behind a dateline or a fronted date: "WASHINGTON — The Treasury sanctioned …"."""

from extract.repairs.misplaced import subjects_on
from extract.syntax.parse import Doc, Token
from extract.syntax.relatives import SUBJECTS
from extract.vocabulary.lexicon import Lexicon

DASHES = frozenset({"—", "–", "-", "--"})
LONGEST = 10


def behind_dateline(doc: Doc, lexicon: Lexicon) -> None:
    """ "PARIS — Shell …", "Today, Shell …": the name right behind is the subject, not apposed to place or day."""
    for sentence in doc.sents:
        start = _opened(doc, sentence.start, min(sentence.end, sentence.start + LONGEST))
        verb = sentence.root
        if start is None or verb.pos_ not in ("VERB", "AUX") or verb.i <= start:
            continue
        having = subjects_on(verb)
        lost = next((t for t in doc.words[start : verb.i] if t.dep_ == "appos" and t.head.i < start), None)
        if _of_the_union(doc, sentence.start, lost or verb) or (
            lost is None and not any(s.i >= start for s in having)
        ):
            continue
        for place in having:
            if place.i < start:
                place.dep_ = "npadvmod"
        if lost is not None and lost.ent_type_ not in ("DATE", "TIME") and all(s.i < start for s in having):
            passive = any(c.dep_ == "auxpass" for c in verb.children)
            lost.head, lost.dep_ = verb, "nsubjpass" if passive else "nsubj"


def _of_the_union(doc: Doc, start: int, word: Token) -> bool:
    """ "Brussels – The Council imposed …": the Union, which no other word there tells."""
    told = (word, *word.children)
    return doc[start].lower_ == "brussels" and any(t.lower_ in ("council", "commission") for t in told)


def on_auxiliary(doc: Doc, lexicon: Lexicon) -> None:
    """ "The Treasury is today designating …": a subject that hangs on the auxiliary is that of its verb."""
    for token in doc:
        if token.dep_ not in SUBJECTS or token.head.dep_ not in ("aux", "auxpass"):
            continue
        verb = token.head.head
        if verb.pos_ == "VERB" and verb.i > token.i and not subjects_on(verb):
            passive = any(c.dep_ == "auxpass" for c in verb.children)
            token.head, token.dep_ = verb, "nsubjpass" if passive else "nsubj"


def _opened(doc: Doc, start: int, end: int) -> int | None:
    """Where a sentence goes on behind its dateline, or behind the day that it opens with; None for others."""
    dash = next((t for t in doc.words[start:end] if _parting(t)), None)
    if dash is not None and dash.i > start and all(map(_placing, doc.words[start : dash.i])):
        return None if _inserted(dash) or _bracketed(dash, start) else _behind_day(doc, dash.i + 1, end)
    behind = _behind_day(doc, start, end)
    return behind if behind > start else None


def _parting(token: Token) -> bool:
    """Whether a dash parts what stands before it from what comes: that in "Mon-Atom" does not."""
    before = token.doc.words[max(0, token.i - 1) : token.i + 1]
    return token.text in DASHES and (token.text == "—" or any(t.whitespace_ for t in before))


def _inserted(dash: Token) -> bool:
    """ "Shell — the oil firm — bought Eni": between two dashes, behind a name that is the subject all the same."""
    behind = dash.doc.words[dash.i + 1 : dash.sent.root.i]
    return sum(map(_parting, behind)) % 2 == 1


def _bracketed(dash: Token, start: int) -> bool:
    """ "Anna Berg (3 May 1901 – 4 June 1980) was …": between a day and another, in brackets."""
    before = [t.text for t in dash.doc.words[start : dash.i]]
    return before.count("(") > before.count(")")


def _behind_day(doc: Doc, start: int, end: int) -> int:
    comma = next((t.i for t in doc.words[start:end] if t.text == ","), None)
    if comma is None or not all(
        t.ent_type_ in ("DATE", "TIME") or t.lower_ == "on" for t in doc[start:comma]
    ):
        return start
    return comma + 1 if comma > start else start


def _placing(token: Token) -> bool:
    return token.pos_ in ("PROPN", "PUNCT", "NUM", "SYM") or token.ent_type_ in ("DATE", "GPE", "ORG")
