"""The sentences behind statements: who says so, where, and how many say it in words of their own."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from rapidfuzz import fuzz

from graph.resolve.names import fold

QUOTES = """
UNWIND $ids AS id
MATCH (s:Statement {id: id})-[e:STATED_IN]->(d:Document)
RETURN s.id AS statement, s.predicate AS predicate, s.polarity AS polarity, s.modality AS modality,
       s.attribution AS attribution,
       e.kind AS kind, e.quote AS quote, e.start AS start, e.`end` AS stop,
       e.speaker AS speaker, e.timestamp AS timestamp, e.part AS part,
       d.id AS document, d.sources AS sources, d.date AS date, coalesce(d.story, d.id) AS story
"""
# From this likeness (0 to 100) on, two sentences of two documents are taken as one that was copied.
COPIED = 92


class Rows(Protocol):
    """What a store's `query` gives."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns."""
        ...

    @property
    def rows(self) -> tuple[tuple[Any, ...], ...]:
        """One tuple a row."""
        ...


Query = Callable[[str, Mapping[str, Any]], Rows]


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence behind a statement: `document` is its id, `sources` where it was read.

    `kind` tells text, list, registry or analyst; `status` denied, actual, intended, possible or conditional.
    A document and its copies tell the same `story`.
    """

    statement: str
    predicate: str
    status: str
    kind: str
    attribution: tuple[str, ...]
    quote: str
    start: int
    end: int
    document: str
    sources: tuple[str, ...]
    date: str | None
    speaker: str | None
    timestamp: str | None
    story: str
    part: str | None = None


def read_quotes(query: Query, ids: Iterable[str]) -> dict[str, list[Quote]]:
    """The sentences behind the statements with these ids, in the order of their documents and places."""
    wanted = sorted(set(ids))
    found: dict[str, list[Quote]] = {}
    if not wanted:
        return found
    answer = query(QUOTES, {"ids": wanted})
    for values in answer.rows:
        record = dict(zip(answer.columns, values, strict=True))
        quote = Quote(
            statement=record["statement"],
            predicate=record["predicate"],
            status="denied" if record["polarity"] == "negated" else record["modality"],
            kind=record["kind"] or "text",
            attribution=tuple(record["attribution"] or ()),
            quote=record["quote"],
            start=record["start"],
            end=record["stop"],
            document=record["document"],
            sources=tuple(record["sources"] or ()),
            date=record["date"],
            speaker=record["speaker"],
            timestamp=record["timestamp"],
            story=record["story"],
            part=record["part"],
        )
        found.setdefault(quote.statement, []).append(quote)
    for quotes in found.values():
        quotes.sort(key=lambda quote: (quote.document, quote.start))
    return found


def independent(quotes: Sequence[Quote]) -> int:
    """How many say so in words of their own: copies of a story, and those with (nearly) the same sentence, are one.

    A wire report that two papers print is one source; so is a document that says a thing twice. The
    registry is none.
    """
    said = [quote for quote in quotes if quote.kind != "registry"]
    if len({quote.story for quote in said}) < 2:
        return min(len(said), 1)
    groups: list[tuple[set[str], list[str]]] = []
    for quote in said:
        words = fold(quote.quote)
        same = [
            group
            for group in groups
            if quote.story in group[0]
            or any(fuzz.ratio(words, other, score_cutoff=COPIED) for other in group[1])
        ]
        stories, texts = {quote.story}, [words]
        for group in same:
            stories |= group[0]
            texts += group[1]
            groups.remove(group)
        groups.append((stories, texts))
    return len(groups)
