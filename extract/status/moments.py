"""When: the date expression that belongs to a statement, as ISO dates."""

from dataclasses import dataclass

from extract.syntax.parse import Span, Token
from extract.vocabulary.dates import MONTHS, read_span

BEFORE = frozenset({"until", "till", "before", "by", "through"})
AFTER = frozenset({"since", "from", "after", *BEFORE})
BESIDE = frozenset("after amid before despite following like since".split())
PARTS = frozenset("afternoon evening morning night tonight".split())
VAGUE = frozenset({"decades", "years", "a decade"})
REACH = 6
UP = frozenset("acomp appos attr compound conj dobj nsubj nsubjpass pobj prep xcomp".split())


@dataclass(frozen=True, slots=True)
class When:
    """What a text says of a time: ISO dates (or None) and the words they were read from."""

    start: str | None
    end: str | None
    words: str


def when(trigger: Token, sentence: Span, today: str | None, past: bool, narrow: bool = False) -> When | None:
    """The date expression that belongs to a trigger: the nearest one that hangs on it or on its governors.

    `past` says that it has happened: then it cannot be dated after `today`, and a bare month lies before it.
    `narrow` takes only those that hang on the trigger itself (a title's holder, an apposition).
    """
    spans = [e for e in sentence.ents if e.label_ == "DATE" or (e.label_ == "TIME" and _of_day(e))]
    spans += [
        sentence.doc[t.i : t.i + 1]
        for t in sentence
        if t.lower_ in MONTHS and t.pos_ == "PROPN" and not t.ent_type_
    ]
    ranked = sorted(
        (s for s in spans if _belongs(s, trigger, narrow)),
        key=lambda s: (not trigger.is_ancestor(s.root), abs(s.root.i - trigger.i)),
    )
    for span in ranked:
        found = _read(span, today, past)
        if found is not None:
            return found
    return None


def _of_day(span: Span) -> bool:
    """ "this morning", "last night": a time that names a day."""
    return span.doc[span.end - 1].lower_ in PARTS


def _read(span: Span, today: str | None, past: bool) -> When | None:
    before = span.doc[span.start - 1].lower_ if span.start > 0 else ""
    if before in ("from", "between"):  # "from 2014 to 2018" may be two entities
        stretch = span.doc[span.start : min(span.end + 4, len(span.doc))]
        start, end = read_span(f"{before} {stretch.text}", today, past)
        if start is not None and end is not None:
            return When(start, end, stretch.text if end[:4] not in span.text else span.text)
    start, end = read_span(span.text, today, past and before not in BEFORE)
    if start is None and span.text.lower() in VAGUE:
        return None
    if (
        past
        and before not in BEFORE
        and start is not None
        and today is not None
        and start > today[: len(start)]
    ):
        return None
    words = f"{before} {span.text}" if before in AFTER else span.text
    if before in BEFORE and (start is not None or before in ("until", "till")):
        return When(None, end or start, words)
    if start is not None or before in ("since", "in", "on"):
        return When(start, end, words)
    return None


def _belongs(span: Span, trigger: Token, narrow: bool) -> bool:
    """Whether the date hangs on the trigger, on a noun beside it, or on a verb that governs it closely."""
    governors = [trigger]
    token = trigger
    while not narrow and token.dep_ in UP and len(governors) < 5:
        token = token.head
        governors.append(token)
    token = span.root
    for _ in range(REACH):
        if token in governors:
            return True
        if token.dep_ in ("relcl", "ccomp", "advcl", "ROOT") or token.head == token:
            return False
        if token.lower_ in BESIDE and token.dep_ == "prep" and span.root.head != token:
            return False  # "after the war of 2014" dates the war
        token = token.head
    return False
