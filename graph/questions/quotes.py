"""The sentences behind statements: who says so, where, and how many say it in words of their own."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

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


class Quote(NamedTuple):
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
    for row in query(QUOTES, {"ids": wanted}).rows:
        statement, predicate, polarity, modality, attribution, kind, *place, sources, date, story = row
        text, start, end, speaker, timestamp, part, document = place
        quote = Quote(
            statement,
            predicate,
            "denied" if polarity == "negated" else modality,
            kind or "text",
            tuple(attribution or ()),
            text,
            start,
            end,
            document,
            tuple(sources or ()),
            date,
            speaker,
            timestamp,
            story,
            part,
        )
        found.setdefault(statement, []).append(quote)
    for quotes in found.values():
        if len(quotes) > 1:
            quotes.sort(key=lambda quote: (quote.document, quote.start))
    return found


def independent(quotes: Sequence[Quote]) -> int:
    """How many say so in words of their own: copies of a story, and those with (nearly) the same sentence, are one.

    A wire report that two papers print is one source; so is a document that says a thing twice. The
    registry is none.
    """
    if len(quotes) == 1:
        return int(quotes[0].kind != "registry")
    said = [quote for quote in quotes if quote.kind != "registry"]
    if len({quote.story for quote in said}) < 2:
        return min(len(said), 1)
    told = list(dict.fromkeys((quote.story, default_process(quote.quote)) for quote in said))
    groups: list[int] = []  # of what was told so far
    for place, (story, words) in enumerate(told):
        same = {
            groups[other]
            for other, (its, text) in enumerate(told[:place])
            if its == story or fuzz.ratio(words, text, score_cutoff=COPIED)
        }
        groups = [place if group in same else group for group in groups] + [place]
    return len(set(groups))
