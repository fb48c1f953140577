"""Run a question against a store and put the quoted sentences to every row."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph.model import InputError
from graph.ontology import Ontology, read_ontology
from graph.questions.answers import KINDS, Answer
from graph.questions.catalogue import Question, Tier
from graph.questions.drafts import Draft, Found, draft, quote_rows, shown
from graph.questions.givens import givens
from graph.questions.quotes import Query, read_quotes
from graph.questions.texts import from_texts
from graph.questions.ways import ways

NAMES = """
UNWIND $ids AS id MATCH (a:Actor {id: id})
RETURN a.id AS id, a.name AS name, [l IN labels(a) WHERE l <> 'Actor'][0] AS type
"""


def run(
    question: Question,
    query: Query,
    parameters: Mapping[str, Any],
    texts_only: bool = False,
    ontology: Ontology | None = None,
) -> Answer:
    """Ask `question`. `query` is that of a store; actors in `parameters` are ids.

    With `texts_only` no row rests on the registry; queries that choose among ties do so by `$kinds`. `ontology` is
    that of the store, the shipped one if left out.

    Raises InputError, with the file and line of the tier, where a store refuses its query.
    """
    given = {name: parameters.get(name, known.default) for name, known in question.parameters.items()}
    values: dict[str, Any] = {name: known.value(given[name]) for name, known in question.parameters.items()}
    values |= givens(read_ontology() if ontology is None else ontology, texts_only)
    values["found"] = []
    found = Found()
    left_out = 0
    sign = 1 if question.ascending else -1
    for tier in question.tiers:
        records = _records(tier, question, query, values)
        if tier.kind == "step" and not texts_only:
            records.sort(key=lambda record: sign * float(record.get(question.score) or 0))
            for record in records:
                found.waiting.setdefault(record["actor"], (tier, record))
            values[tier.id] = sorted({record["actor"] for record in records})
            continue
        rows = _drafts(tier, records, question, query, found)
        rows.sort(key=lambda row: (sign * row.score, row.name))
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
        values["found"] = sorted(actor for actor, row in found.first.items() if row.tier.kind == "answer")
    quotes = read_quotes(query, (name for row in found.all() for name in row.statements))
    ranks = {kind: rank for rank, kind in enumerate(KINDS)}
    order = {tier.id: place for place, tier in enumerate(question.tiers)} if question.rows == "all" else {}
    return Answer(
        question,
        given,
        tuple(
            sorted(
                quote_rows(found, quotes),
                key=lambda row: (
                    ranks[row.kind],
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


def _of_texts(rows: Sequence[Draft], query: Query) -> list[Draft]:
    kept = from_texts(query, (row.statements for row in rows))
    return [replace(row, statements=kept[row.statements]) for row in rows if row.statements in kept]


def _records(tier: Tier, question: Question, query: Query, values: Mapping[str, Any]) -> list[dict[str, Any]]:
    try:
        if tier.analytic is not None:
            return ways(tier, query, values)
        answer = query(tier.cypher, values)
    except InputError as error:
        raise InputError(f"{question.file}:{tier.line}: tiers.{tier.id}: {error}") from error
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def _drafts(
    tier: Tier, records: Sequence[dict[str, Any]], question: Question, query: Query, found: Found
) -> list[Draft]:
    """Rows of a tier's records, after the steps, waiting so far, that they continue from."""
    steps = found.steps_before(records)
    met: set[str] = set()
    for of, record in (*((tier, record) for record in records), *steps):
        actor = record.get("actor")
        if actor and actor not in found.names and shown(of):
            if "type" in record and "name" in record:
                found.names[actor] = (record["name"], _type(record["type"]))
            else:
                met.add(actor)
    met -= found.names.keys()
    if met:
        found.names.update((row[0], (row[1], row[2])) for row in query(NAMES, {"ids": sorted(met)}).rows)
    for of, record in sorted(steps, key=lambda step: question.tiers.index(step[0])):
        found.steps[record["actor"]] = draft(of, question.score, record, found)
    return [draft(tier, question.score, record, found) for record in records]


def _type(told: str | Sequence[str]) -> str:
    """The type of an actor, told by itself or as all labels of its node."""
    return told if isinstance(told, str) else next(label for label in told if label != "Actor")
