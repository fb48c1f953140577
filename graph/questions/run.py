"""Run a question against a store and put the quoted sentences to every row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.model import InputError
from graph.questions.answers import KINDS, Answer, Row
from graph.questions.catalogue import Question, Tier
from graph.questions.quotes import Query, Quote, independent, read_quotes
from graph.questions.sentences import say
from graph.questions.texts import KINDS as EVIDENCE
from graph.questions.texts import from_texts
from graph.questions.ways import ways

NAMES = """
UNWIND $ids AS id MATCH (a:Actor {id: id})
RETURN a.id AS id, a.name AS name, [l IN labels(a) WHERE l <> 'Actor'][0] AS type
"""


@dataclass(frozen=True, slots=True)
class _Found:
    """Rows by actor: the first tier's own, those of others, and those of steps, which only continue."""

    first: dict[str, Row]
    others: dict[str, list[Row]]
    steps: dict[str, Row]
    rows: list[Row]

    def add(self, row: Row) -> None:
        """Take in a row: as its actor's own, as more evidence for the same sentence, or as a reason."""
        first = self.first.setdefault(row.actor, row)
        if first is row:
            return
        if (first.tier, first.sentence, first.conditions) == (row.tier, row.sentence, row.conditions):
            self.first[row.actor] = _joined(first, row)
        else:
            self.others.setdefault(row.actor, []).append(row)

    def before(self, actor: str) -> Row | None:
        """The row that a row with `via` continues."""
        return self.steps.get(actor) or self.first.get(actor)


def _joined(row: Row, other: Row) -> Row:
    """Two rows that say the same, of texts and of the registry perhaps, as one."""
    links = row.links
    if len(links) == len(other.links):
        pairs = zip(links, other.links, strict=True)
        links = tuple(tuple(dict.fromkeys((*one, *two))) for one, two in pairs)
    return replace(row, statements=tuple(dict.fromkeys((*row.statements, *other.statements))), links=links)


def run(question: Question, query: Query, parameters: Mapping[str, Any], texts_only: bool = False) -> Answer:
    """Ask `question`. `query` is that of a store; actors in `parameters` are ids.

    With `texts_only` no row rests on the registry; queries that choose among ties do so by `$kinds`.

    Raises InputError, with the file and line of the tier, where a store refuses its query.
    """
    given = {name: parameters.get(name, known.default) for name, known in question.parameters.items()}
    values: dict[str, Any] = {name: known.value(given[name]) for name, known in question.parameters.items()}
    values["kinds"] = [kind for kind in EVIDENCE if not (texts_only and kind == "registry")]
    values["found"] = []
    found = _Found({}, {}, {}, [])
    left_out = 0
    sign = 1 if question.ascending else -1
    for tier in question.tiers:
        rows = sorted(
            _tier(tier, question, query, values, found), key=lambda row: (sign * row.score, row.name)
        )
        if texts_only:
            rows = _of_texts(rows, query)
        values[tier.id] = sorted({row.actor for row in rows if row.actor})
        if tier.kind == "step":
            for row in rows:
                found.steps.setdefault(row.actor, row)
            continue
        limit = given.get("limit")
        if isinstance(limit, int) and len(rows) > limit:
            left_out += len(rows) - limit
            rows = rows[:limit]
        for row in rows:
            if question.rows == "all":
                found.rows.append(row)
            else:
                found.add(row)
        values["found"] = sorted(actor for actor, row in found.first.items() if row.kind == "answer")
    rows = _with_quotes(query, found)
    order = {tier.id: place for place, tier in enumerate(question.tiers)} if question.rows == "all" else {}
    return Answer(
        question,
        given,
        tuple(
            sorted(
                rows,
                key=lambda row: (
                    KINDS.index(row.kind),
                    order.get(row.tier, 0),
                    not question.ascending and row.sources == 0,  # what documents say comes first
                    sign * row.score,
                    row.name,
                    row.actor,
                    row.sentence,
                ),
            )
        ),
        left_out,
    )


def _of_texts(rows: Sequence[Row], query: Query) -> list[Row]:
    kept = from_texts(query, (row.statements for row in rows))
    return [replace(row, statements=kept[row.statements]) for row in rows if row.statements in kept]


def _with_quotes(query: Query, found: _Found) -> list[Row]:
    rows = [*found.first.values(), *found.rows]
    more = [row for rows in found.others.values() for row in rows]
    quotes = read_quotes(query, (name for row in (*rows, *more) for name in row.statements))
    return [
        replace(
            _quoted(row, quotes),
            reasons=tuple(_quoted(other, quotes) for other in found.others.get(row.actor, ()))
            if row.actor
            else (),
        )
        for row in rows
    ]


def _tier(
    tier: Tier, question: Question, query: Query, values: Mapping[str, Any], found: _Found
) -> Iterator[Row]:
    try:
        if tier.analytic is None:
            answer = query(tier.cypher, values)
            records = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
        else:
            records = ways(tier, query, values)
    except InputError as error:
        raise InputError(f"{question.file}:{tier.line}: tiers.{tier.id}: {error}") from error
    shown = tier.kind != "step" or tier.sentence
    names = _names(query, {record["actor"] for record in records if shown and record.get("actor")})
    for record in records:
        yield _row(tier, question, record, names, found)


def _row(
    tier: Tier,
    question: Question,
    record: dict[str, Any],
    names: Mapping[str, tuple[str, str]],
    found: _Found,
) -> Row:
    via = record.get("via") or []
    before = [row for name in ([via] if isinstance(via, str) else via) if (row := found.before(name))]
    conditions = [text for text in record.get("conditions") or () if text]
    regime = [text for text in record.get("regime") or () if text]
    chain = list(record["statements"] or ())
    links = [tuple(link) for link in record.get("links") or [chain]]
    for row in before:
        conditions += row.conditions if tier.kind != "exposure" else ()
        regime += row.regime
        chain += row.statements
        links += row.links
    name, type_ = names.get(record.get("actor") or "", ("", ""))
    record |= {
        "name": name,
        "type": type_,
        "conditions": list(dict.fromkeys(conditions)),
        "regime": list(dict.fromkeys(regime)),
        "before": "; ".join(dict.fromkeys(row.sentence for row in before if row.sentence)),
    }
    return Row(
        tier=tier.id,
        title=tier.title,
        kind=tier.kind,
        actor=record.get("actor") or "",
        name=name,
        type=type_,
        score=round(float(record.get(question.score) or 0), 4),
        sentence=say(tier.sentence, record),
        status=record.get("status") or "actual",
        conditions=tuple(record["conditions"]),
        regime=tuple(record["regime"]),
        statements=tuple(dict.fromkeys(chain)),
        links=tuple(links),
    )


def _names(query: Query, ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    wanted = sorted(ids)
    return {row[0]: (row[1], row[2]) for row in query(NAMES, {"ids": wanted}).rows} if wanted else {}


def _quoted(row: Row, quotes: Mapping[str, Sequence[Quote]]) -> Row:
    own = tuple(quote for statement in row.statements for quote in quotes.get(statement, ()))
    links = [[quote for name in link for quote in quotes.get(name, ())] for link in row.links]
    return replace(
        row,
        quotes=own,
        sources=min((independent(link) for link in links if link), default=0),
        evidence=tuple(sorted({quote.kind for quote in own})),
    )
