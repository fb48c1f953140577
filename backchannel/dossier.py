"""All that a store says of one actor, by kind of statement."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from backchannel.actors import Found

KINDS = ("affirmed", "planned", "conditional", "possible", "denied", "registry")
STATEMENTS = """
MATCH (a:Actor {id: $id})<-[:SUBJECT|OBJECT]-(s:Statement)
WITH DISTINCT s
MATCH (s)-[:SUBJECT]->(x:Actor), (s)-[:OBJECT]->(y:Actor), (s)-[e:STATED_IN]->(d:Document)
RETURN s.id AS id, coalesce(s.kind, 'text') AS evidence,
       s.predicate AS predicate, x.name AS subject, y.name AS object, s.polarity AS polarity,
       s.modality AS modality, s.conditions AS conditions, s.attribution AS attribution, s.start AS since,
       s.`end` AS until, s.current AS current, s.confidence AS confidence, e.quote AS quote,
       e.start AS start, e.`end` AS stop, e.speaker AS speaker, e.timestamp AS timestamp,
       e.part AS part, d.id AS document, d.sources AS sources, d.date AS date
ORDER BY date, document, start, id
"""

TEXT = "MATCH (d:Document {id: $id}) RETURN d.text AS text"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement stands."""

    quote: str
    start: int
    end: int
    document: str
    sources: tuple[str, ...]
    date: str | None
    speaker: str | None
    timestamp: str | None
    part: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """One statement about the actor, with every place where it stands."""

    id: str
    subject: str
    predicate: str
    object: str
    kind: str
    conditions: tuple[str, ...]
    attribution: tuple[str, ...]
    start: str | None
    end: str | None
    current: str
    confidence: float
    evidence: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """An actor, its names, and its statements by kind."""

    id: str
    name: str
    type: str
    aliases: tuple[str, ...]
    statements: Mapping[str, tuple[Said, ...]]


def make_dossier(actor: Found, query: Callable[[str, Mapping[str, Any]], Any]) -> Dossier:
    """Read the dossier of an actor from a store."""
    answer = query(STATEMENTS, {"id": actor.id})
    records: dict[str, list[dict[str, Any]]] = {}
    for row in answer.rows:
        record = dict(zip(answer.columns, row, strict=True))
        records.setdefault(record["id"], []).append(record)
    said = [_said(found) for found in records.values()]
    statements = {kind: tuple(one for one in said if one.kind == kind) for kind in KINDS}
    return Dossier(actor.id, actor.name, actor.type, actor.aliases, statements)


def read_context(place: Place, query: Callable[[str, Mapping[str, Any]], Any], around: int = 240) -> str:
    """The quote among the text that stands around it, up to `around` characters on either side."""
    text = query(TEXT, {"id": place.document}).rows[0][0]
    start, end = max(0, place.start - around), min(len(text), place.end + around)
    before = text[start : place.start].partition(" ")[2] if start else text[: place.start]
    after = text[place.end : end].rpartition(" ")[0] if end < len(text) else text[place.end :]
    quote = f"»{text[place.start : place.end]}«"
    return f"{'… ' if start else ''}{before}{quote}{after}{' …' if end < len(text) else ''}"


def status(polarity: str, modality: str) -> str:
    """The kind of a statement: affirmed, planned, conditional, possible or denied."""
    if polarity == "negated":
        return "denied"
    return {"actual": "affirmed", "intended": "planned"}.get(modality, modality)


def _said(records: list[dict[str, Any]]) -> Said:
    first = records[0]
    return Said(
        id=first["id"],
        subject=first["subject"],
        predicate=first["predicate"],
        object=first["object"],
        kind="registry" if first["evidence"] == "registry" else status(first["polarity"], first["modality"]),
        conditions=tuple(dict.fromkeys(first["conditions"] or ())),
        attribution=tuple(first["attribution"] or ()),
        start=first["since"],
        end=first["until"],
        current=first["current"],
        confidence=first["confidence"],
        evidence=tuple(
            Place(
                record["quote"],
                record["start"],
                record["stop"],
                record["document"],
                tuple(record["sources"] or ()),
                record["date"],
                record["speaker"],
                record["timestamp"],
                record["part"],
            )
            for record in records
        ),
    )
