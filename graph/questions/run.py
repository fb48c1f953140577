"""Run a question against a store and put the quoted sentences to every row."""

import string
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from graph.questions.catalogue import Kind, Question, Tier

QUOTES = """
UNWIND $ids AS id
MATCH (s:Statement {id: id})-[e:STATED_IN]->(d:Document)
RETURN s.id AS statement, s.predicate AS predicate, s.polarity AS polarity, s.modality AS modality,
       s.attribution AS attribution, e.quote AS quote, e.start AS start, e.`end` AS stop,
       e.speaker AS speaker, e.timestamp AS timestamp, e.part AS part,
       d.id AS document, d.sources AS sources, d.date AS date, coalesce(d.story, d.id) AS story
ORDER BY document, start, statement
"""
NAMES = """
UNWIND $ids AS id MATCH (a:Actor {id: id})
RETURN a.id AS id, a.name AS name, [l IN labels(a) WHERE l <> 'Actor'][0] AS type
"""


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
    """A sentence behind a row: `document` is its id, `sources` where it was read.

    A document and its copies tell the same `story`.
    """

    statement: str
    predicate: str
    status: str
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


@dataclass(frozen=True, slots=True)
class Row:
    """One actor of an answer. `reasons` are the rows of other tiers, or other chains, that also name it.

    `sources` counts the independent ones among its quotes: copies of a story are one.
    """

    tier: str
    title: str
    kind: Kind
    actor: str
    name: str
    type: str
    score: float
    sentence: str
    status: str
    conditions: tuple[str, ...]
    statements: tuple[str, ...]
    quotes: tuple[Quote, ...] = ()
    reasons: tuple["Row", ...] = ()
    sources: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question found: answers by tier and score, then what is not enough, then exposure."""

    question: Question
    parameters: Mapping[str, Any]
    rows: tuple[Row, ...]

    def of(self, kind: Kind) -> tuple[Row, ...]:
        """The rows of one kind."""
        return tuple(row for row in self.rows if row.kind == kind)


def run(question: Question, query: Query, parameters: Mapping[str, Any]) -> Answer:
    """Ask `question`. `query` is that of a store; actors in `parameters` are ids."""
    given = {name: parameters.get(name, known.default) for name, known in question.parameters.items()}
    values: dict[str, Any] = {**given, "found": []}
    first: dict[str, Row] = {}
    others: dict[str, list[Row]] = {}
    for tier in question.tiers:
        found = sorted(_tier(tier, question, query, values, first), key=lambda row: (-row.score, row.name))
        for row in found:
            if first.setdefault(row.actor, row) is not row:
                others.setdefault(row.actor, []).append(row)
        values[tier.id] = sorted({row.actor for row in found})
        values["found"] = sorted(actor for actor, row in first.items() if row.kind == "answer")
    quotes = _quotes(query, [*first.values(), *(row for rows in others.values() for row in rows)])
    rows = [
        replace(
            _quoted(row, quotes), reasons=tuple(_quoted(other, quotes) for other in others.get(actor, ()))
        )
        for actor, row in first.items()
    ]
    kinds = ("answer", "insufficient", "exposure")
    return Answer(
        question,
        given,
        tuple(sorted(rows, key=lambda row: (kinds.index(row.kind), -row.score, row.name, row.actor))),
    )


def _tier(
    tier: Tier, question: Question, query: Query, values: Mapping[str, Any], first: Mapping[str, Row]
) -> Iterable[Row]:
    answer = query(tier.cypher, values)
    records = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    names = _names(query, sorted({record["actor"] for record in records}))
    for record in records:
        before = first.get(record.get("via") or "")
        conditions = [text for text in record.get("conditions") or () if text]
        chain = list(record["statements"])
        if before is not None:
            conditions += before.conditions if tier.kind != "exposure" else ()
            chain += before.statements
        name, kind_of_actor = names[record["actor"]]
        record |= {"name": name, "type": kind_of_actor, "conditions": list(dict.fromkeys(conditions))}
        yield Row(
            tier=tier.id,
            title=tier.title,
            kind=tier.kind,
            actor=record["actor"],
            name=name,
            type=kind_of_actor,
            score=round(float(record[question.score] or 0), 4),
            sentence=_sentence(tier.sentence, record),
            status=record.get("status") or "actual",
            conditions=tuple(record["conditions"]),
            statements=tuple(dict.fromkeys(chain)),
        )


def _names(query: Query, ids: Sequence[str]) -> dict[str, tuple[str, str]]:
    return {row[0]: (row[1], row[2]) for row in query(NAMES, {"ids": ids}).rows} if ids else {}


def _quotes(query: Query, rows: Iterable[Row]) -> dict[str, list[Quote]]:
    ids = sorted({statement for row in rows for statement in row.statements})
    found: dict[str, list[Quote]] = {}
    if not ids:
        return found
    answer = query(QUOTES, {"ids": ids})
    for values in answer.rows:
        record = dict(zip(answer.columns, values, strict=True))
        polarity, modality = record.pop("polarity"), record.pop("modality")
        record["status"] = "denied" if polarity == "negated" else modality
        record["attribution"] = tuple(record["attribution"] or ())
        record["end"] = record.pop("stop")
        record["sources"] = tuple(record["sources"] or ())
        found.setdefault(record["statement"], []).append(Quote(**record))
    return found


def _quoted(row: Row, quotes: Mapping[str, Sequence[Quote]]) -> Row:
    own = tuple(quote for statement in row.statements for quote in quotes.get(statement, ()))
    return replace(row, quotes=own, sources=len({quote.story for quote in own}))


def _sentence(template: str, record: Mapping[str, Any]) -> str:
    return string.Formatter().vformat(
        template, (), {key: in_words(key, value) for key, value in record.items()}
    )


def in_words(key: str, value: object) -> str:
    """A value as a sentence says it: a list joined by commas and "and", a predicate in small letters."""
    if isinstance(value, list | tuple):
        texts = list(dict.fromkeys(str(item) for item in value if item is not None))
        return " and ".join(filter(None, (", ".join(texts[:-1]), "".join(texts[-1:]))))
    if key == "predicate":
        return str(value).lower().replace("_", " ")
    return "" if value is None else str(value)
