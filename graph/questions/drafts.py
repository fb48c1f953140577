"""Rows of an answer while its question is run: what the tiers found, before the sentences are read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.questions.answers import Row
from graph.questions.catalogue import Tier
from graph.questions.quotes import Quote, independent
from graph.questions.sentences import say

Step = tuple[Tier, dict[str, Any]]  # a record of what a tier's query gave
_NOBODY = ("", "")


@dataclass(slots=True)
class Draft:
    """A row without its quotes; the fields are those of Row."""

    tier: Tier
    actor: str
    name: str
    type: str
    score: float
    sentence: str
    status: str
    conditions: tuple[str, ...]
    statements: tuple[str, ...]
    regime: tuple[str, ...]
    links: tuple[tuple[str, ...], ...]

    def join(self, other: "Draft") -> None:
        """Take in a row that says the same, of texts and of the registry perhaps."""
        if len(self.links) == len(other.links):
            pairs = zip(self.links, other.links, strict=True)
            self.links = tuple(tuple(dict.fromkeys((*one, *two))) for one, two in pairs)
        self.statements = tuple(dict.fromkeys((*self.statements, *other.statements)))


@dataclass(slots=True)
class Found:
    """Rows by actor: the first tier's own, those of others, and those of steps, which only continue.

    A step waits as a record until a row continues from it: of ten thousand few are needed.
    `rows` are those of a question that has every row for itself; `names` are name and type of the actors
    met so far.
    """

    first: dict[str, Draft] = field(default_factory=dict)
    others: dict[str, list[Draft]] = field(default_factory=dict)
    steps: dict[str, Draft] = field(default_factory=dict)
    waiting: dict[str, Step] = field(default_factory=dict)
    rows: list[Draft] = field(default_factory=list)
    names: dict[str, tuple[str, str]] = field(default_factory=dict)

    def add(self, row: Draft) -> None:
        """Take in a row: as its actor's own, as more evidence for the same sentence, or as a reason."""
        first = self.first.setdefault(row.actor, row)
        if first is row:
            return
        if (first.tier.id, first.sentence, first.conditions) == (row.tier.id, row.sentence, row.conditions):
            first.join(row)
        else:
            self.others.setdefault(row.actor, []).append(row)

    def before(self, via: str | Sequence[str]) -> list[Draft]:
        """The rows that a row with `via` continues."""
        return [
            row for name in _listed(via) if (row := self.steps.get(name) or self.first.get(name)) is not None
        ]

    def steps_before(self, records: Iterable[Mapping[str, Any]]) -> list[Step]:
        """The steps that waited until now and that these records, or each other, continue from."""
        steps: list[Step] = []
        names = [name for record in records for name in _listed(record.get("via"))]
        while names:
            step = self.waiting.pop(names.pop(), None)
            if step is not None:
                steps.append(step)
                names += _listed(step[1].get("via"))
        return steps

    def all(self) -> list[Draft]:
        """Every row that is shown, reasons included."""
        reasons = [row for rows in self.others.values() for row in rows]
        return [*self.first.values(), *self.rows, *reasons]


def shown(tier: Tier) -> bool:
    """Whether its rows say something: a step without a sentence only leads on."""
    return tier.kind != "step" or bool(tier.sentence)


def draft(tier: Tier, score: str, record: dict[str, Any], found: Found) -> Draft:
    """A row of a tier's query; `score` is the column to sort by."""
    actor = record.get("actor") or ""
    record["name"], record["type"] = found.names.get(actor, _NOBODY) if shown(tier) else _NOBODY
    links = tuple(map(tuple, record.get("links") or ()))
    chain = tuple(record.get("statements") or (name for link in links for name in link))
    links = links or (chain,)
    conditions, regime, before = _texts(record.get("conditions")), _texts(record.get("regime")), ""
    if record.get("via"):
        rows = found.before(record["via"])
        if tier.kind != "exposure":
            conditions = _texts([*conditions, *(text for row in rows for text in row.conditions)])
        regime = _texts([*regime, *(text for row in rows for text in row.regime)])
        chain += tuple(name for row in rows for name in row.statements)
        links += tuple(link for row in rows for link in row.links)
        before = "; ".join(_texts(row.sentence for row in rows))
    record["conditions"], record["regime"], record["before"] = conditions, regime, before
    return Draft(
        tier,
        actor,
        record["name"],
        record["type"],
        round(float(record.get(score) or 0), 4),
        say(tier.sentence, record),
        record.get("status") or "actual",
        conditions,
        tuple(dict.fromkeys(chain)),
        regime,
        links,
    )


def quote_rows(found: Found, quotes: Mapping[str, Sequence[Quote]]) -> list[Row]:
    """The rows of an answer with the sentences behind each, and the reasons of an actor's own row."""
    counts: dict[tuple[str, ...], int | None] = {}
    reasons = {
        actor: tuple([_row(other, quotes, counts) for other in others])
        for actor, others in found.others.items()
        if actor
    }
    drafts = (*found.first.values(), *found.rows)
    return [_row(one, quotes, counts, reasons.get(one.actor, ())) for one in drafts]


def _row(
    one: Draft,
    quotes: Mapping[str, Sequence[Quote]],
    counts: dict[tuple[str, ...], int | None],
    reasons: tuple[Row, ...] = (),
) -> Row:
    """A row with its sentences; `counts` keeps how many independent ones a link of a chain has, None without any."""
    own = tuple([quote for name in one.statements for quote in quotes.get(name, ())])
    for link in one.links:
        if link not in counts:
            said = own if link == one.statements else [q for name in link for q in quotes.get(name, ())]
            counts[link] = independent(said) if said else None
    told = [number for link in one.links if (number := counts[link]) is not None]
    kinds = {quote.kind for quote in own}
    return Row(
        one.tier.id,
        one.tier.title,
        one.tier.kind,
        one.actor,
        one.name,
        one.type,
        one.score,
        one.sentence,
        one.status,
        one.conditions,
        one.statements,
        one.regime,
        own,
        reasons,
        min(told) if told else 0,
        tuple(sorted(kinds)) if len(kinds) > 1 else tuple(kinds),
        one.links,
    )


def _listed(via: str | Sequence[str] | None) -> Sequence[str]:
    return (via,) if isinstance(via, str) else via or ()


def _texts(values: Iterable[str | None] | None) -> tuple[str, ...]:
    """Each text once, those that are empty left out."""
    return tuple(dict.fromkeys(text for text in values if text)) if values else ()
