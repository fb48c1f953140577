"""Typed edges: what all affirmed, actual statements with the same ends and predicate say together."""

from collections.abc import Iterable, Mapping
from math import prod

from graph.model import Current, Edge, Statement

Triple = tuple[str, str, str]


def make_edge(
    triple: Triple,
    statements: Iterable[Statement],
    dates: Mapping[str, str | None],
    event: bool,
    stories: Mapping[str, str],
) -> Edge | None:
    """The edge of actual statements, affirmed and negated, with these ends; None if none is affirmed.

    `dates` are those of the documents, `stories` what they tell: a story counts once, in however many
    copies; `event` tells whether the predicate happens rather than holds.
    """
    ordered = sorted(statements, key=lambda statement: statement.id)
    affirmed = [statement for statement in ordered if statement.polarity == "affirmed"]
    if not affirmed:
        return None
    negated = [statement for statement in ordered if statement.polarity == "negated"]
    best: dict[str, float] = {}
    for statement in affirmed:
        story = stories[statement.document]
        best[story] = max(best.get(story, 0.0), statement.confidence)
    starts = [day for s in affirmed if (day := s.start or s.end) is not None]
    ends = [s.end for s in affirmed if s.end is not None]
    reported = [date for statement in affirmed if (date := dates[statement.document]) is not None]
    return Edge(
        *triple,
        statements=tuple(statement.id for statement in affirmed),
        sources=len(best),
        confidence=round(1.0 - prod(1.0 - best[story] for story in sorted(best)), 4),
        current=_current(affirmed, dates),
        event_from=min(starts, key=_first) if starts else None,
        event_to=max(ends, key=_last) if ends else None,
        reported_from=min(reported, key=_first) if reported else None,
        reported_to=max(reported, key=_last) if reported else None,
        disputed=any(contradict(one, other, event) for one in affirmed for other in negated),
    )


def contradict(affirmed: Statement, negated: Statement, event: bool) -> bool:
    """Whether two statements that differ in polarity speak about overlapping times.

    A time that is not given is open; an event with a start only happened then. What holds now
    and what no longer does are about different times.
    """
    if "unknown" not in (affirmed.current, negated.current) and affirmed.current != negated.current:
        return False
    (one_from, one_to), (two_from, two_to) = span(affirmed, event), span(negated, event)
    return one_from <= two_to and two_from <= one_to


def span(statement: Statement, event: bool) -> tuple[tuple[str, str], tuple[str, str]]:
    """First and last day that a statement speaks of, comparable; a time that is not given is open."""
    first = _first(statement.start) if statement.start is not None else ("", "")
    end = statement.end if statement.end is not None or not event else statement.start
    return first, _last(end) if end is not None else ("~", "")


def _current(affirmed: Iterable[Statement], dates: Mapping[str, str | None]) -> Current:
    said: dict[str, set[Current]] = {}
    for statement in affirmed:
        if statement.current != "unknown":
            said.setdefault(dates[statement.document] or "", set()).add(statement.current)
    latest = said[max(said)] if said else set()
    return latest.pop() if len(latest) == 1 else "unknown"


def _first(date: str) -> tuple[str, str]:
    return date + "0000-01-01"[len(date) :], date


def _last(date: str) -> tuple[str, str]:
    return date + "9999-12-31"[len(date) :], date
