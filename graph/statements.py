"""How records look as nodes and relationships: one place for `build` and for every store.

A node is its labels and properties; a value that is not there is an absent property, a sequence a list.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from graph.model import (
    Actor,
    Attribution,
    Condition,
    Document,
    Edge,
    End,
    Evidence,
    EvidenceKind,
    Judgement,
    Mention,
    Reference,
    Statement,
    make_id,
)

Properties = dict[str, Any]
POINTERS = ("SUBJECT", "OBJECT", "CONDITIONAL_ON", "ATTRIBUTED_TO")
_PLAIN = ("document", "predicate", "polarity", "modality", "start", "end", "date_words", "current", "rule")


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its labels (the first says which record or view it is) and its properties, `id` among them."""

    labels: tuple[str, ...]
    properties: Properties = field(hash=False)


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship from a record; `end_label` is the first label of the node it leads to."""

    start: str
    type: str
    end: str
    end_label: str
    properties: Properties = field(default_factory=dict, hash=False)


def document_node(document: Document, story: str | None = None) -> Node:
    """The node of a document, with the story it tells where that is known."""
    return Node(("Document",), _given({**_properties(document), "story": story}))


def mention_node(mention: Mention) -> Node:
    """The node of a mention."""
    return Node(("Mention",), _properties(mention))


def actor_node(actor: Actor) -> Node:
    """The node of an actor; its mentions point at it."""
    properties = _properties(actor)
    del properties["mentions"]
    return Node(("Actor", actor.type), properties)


def judgement_node(judgement: Judgement, bound: bool) -> Node:
    """The node of a judgement. `bound` tells whether both its ends name a mention that is there."""
    properties = _given(
        {
            "id": judgement.id,
            "verdict": judgement.verdict,
            "predicate": judgement.predicate,
            "note": judgement.note,
            "bound": bound,
        }
    )
    for side, end in (("left", judgement.left), ("right", judgement.right)):
        properties |= {
            f"{side}_source": end.source,
            f"{side}_spelling": end.spelling,
            f"{side}_type": end.type,
        }
    return Node(("Judgement",), properties)


def statement_node(statement: Statement) -> Node:
    """The node of a statement, labelled by what keeps it from being a fact.

    Of its first evidence it has where both ends stand and what they are called there, and the quote
    again, for one who clicks on the node.
    """
    properties = _given({name: getattr(statement, name) for name in ("id", *_PLAIN)})
    properties |= {
        "kind": statement.kind,
        "confidence": float(statement.confidence),
        "subject_mention": statement.subject,
        "object_mention": statement.object,
        "conditions": [condition.text for condition in statement.conditions],
        "condition_statements": [condition.statement or "" for condition in statement.conditions],
        "condition_mentions": [condition.mention or "" for condition in statement.conditions],
        "attribution": [attribution.text for attribution in statement.attribution],
        "attribution_mentions": [attribution.mention or "" for attribution in statement.attribution],
    }
    properties |= {f"q_{name}": value for name, value in statement.qualifiers.items()}
    if statement.evidence:
        properties["quote"] = statement.evidence[0].quote
        properties |= _ends(statement.evidence[0])
    return Node(("Statement", *statement_labels(statement)), properties)


def statement_labels(statement: Statement) -> tuple[str, ...]:
    """The labels that say what keeps a statement from being an edge; none for an affirmed, actual one."""
    modality = {"intended": "Planned", "possible": "Possible", "conditional": "Conditional"}
    denied = ("Denied",) if statement.polarity == "negated" else ()
    return (*denied, *((modality[statement.modality],) if statement.modality in modality else ()))


def evidence_links(statement: Statement) -> Iterator[Link]:
    """STATED_IN, one for each evidence; the ends of the first are on the node (docs/decisions/store.md)."""
    for place, evidence in enumerate(statement.evidence):
        properties = _given(
            {
                "place": place,
                "quote": evidence.quote,
                "start": evidence.start,
                "end": evidence.end,
                "kind": evidence.kind,
                "segment": evidence.segment,
                "speaker": evidence.speaker,
                "timestamp": evidence.timestamp,
                "part": evidence.part,
            }
        )
        if place:
            properties |= _ends(evidence)
        yield Link(statement.id, "STATED_IN", evidence.document, "Document", properties)


def pointers(
    statement: Statement, actors: Mapping[str, str], statements: Mapping[str, object]
) -> Iterator[Link]:
    """What a statement points at: both ends, conditions, who says so. `actors` maps mentions to actor ids."""
    yield Link(statement.id, "SUBJECT", actors[statement.subject], "Actor")
    yield Link(statement.id, "OBJECT", actors[statement.object], "Actor")
    for place, condition in enumerate(statement.conditions):
        properties = {"place": place, "text": condition.text}
        if condition.statement in statements and condition.statement is not None:
            yield Link(statement.id, "CONDITIONAL_ON", condition.statement, "Statement", properties)
        elif condition.mention in actors and condition.mention is not None:
            yield Link(statement.id, "CONDITIONAL_ON", actors[condition.mention], "Actor", properties)
    for place, said in enumerate(statement.attribution):
        if said.mention in actors and said.mention is not None:
            properties = {"place": place, "text": said.text}
            yield Link(statement.id, "ATTRIBUTED_TO", actors[said.mention], "Actor", properties)


def edge_properties(edge: Edge) -> Properties:
    """The properties of a typed relationship between two actors."""
    properties = _properties(edge)
    for name in ("subject", "predicate", "object"):
        del properties[name]
    return {"id": edge_id(edge.subject, edge.predicate, edge.object, edge.kind), **properties}


def edge_id(subject: str, predicate: str, object_: str, kind: str = "text") -> str:
    """The id of the typed relationship between two actors that evidence of a kind makes."""
    return make_id("edge", subject, predicate, object_, *([] if kind == "text" else [kind]))


def read_document(properties: Mapping[str, Any]) -> Document:
    """A document from the properties of its node."""
    own = {name: value for name, value in properties.items() if name != "story"}
    lists = {name: tuple(own.get(name) or ()) for name in ("sources", "parts", "part_starts")}
    return Document(**{**own, **lists})


def read_mention(properties: Mapping[str, Any]) -> Mention:
    """A mention from the properties of its node."""
    return Mention(**{**properties, "aliases": tuple(properties["aliases"])})


def read_judgement(properties: Mapping[str, Any]) -> Judgement:
    """A judgement from the properties of its node."""
    left, right = (
        Reference(*(properties[f"{side}_{name}"] for name in ("source", "spelling", "type")))
        for side in ("left", "right")
    )
    predicate, note = properties.get("predicate"), properties["note"]
    return Judgement(properties["id"], properties["verdict"], left, right, predicate, note)


def read_statement(properties: Mapping[str, Any], evidence: Iterable[Mapping[str, Any]]) -> Statement:
    """A statement from the properties of its node and of its STATED_IN relationships, in any order."""
    conditions = zip(
        *(properties[name] for name in ("conditions", "condition_statements", "condition_mentions")),
        strict=True,
    )
    attribution = zip(properties["attribution"], properties["attribution_mentions"], strict=True)
    return Statement(
        id=properties["id"],
        subject=properties["subject_mention"],
        object=properties["object_mention"],
        evidence=tuple(
            _read_evidence(properties, link) for link in sorted(evidence, key=lambda link: int(link["place"]))
        ),
        conditions=tuple(Condition(text, st or None, men or None) for text, st, men in conditions),
        attribution=tuple(Attribution(text, mention or None) for text, mention in attribution),
        qualifiers={name[2:]: value for name, value in properties.items() if name.startswith("q_")},
        confidence=properties["confidence"],
        **{name: properties[name] for name in _PLAIN if name in properties},
    )


def bare_evidence(document: str, kind: EvidenceKind) -> tuple[Evidence, ...]:
    """What stands for the evidence of a statement where only its kind matters: no sentence."""
    nowhere = End(0, 0, "")
    return (Evidence(document, 0, 0, "", nowhere, nowhere, kind=kind),)


def bare(statement: Statement) -> Statement:
    """What of a statement an edge is made of: all but its words, its qualifiers and who says so."""
    evidence = bare_evidence(statement.document, statement.kind)
    return replace(statement, evidence=evidence, conditions=(), attribution=(), qualifiers={})


def evidence_ends(node: Mapping[str, Any], link: Mapping[str, Any]) -> tuple[End, End]:
    """Both ends of an evidence, from the properties of its statement's node and of its STATED_IN."""
    subject, object_ = (
        End(*((link if link["place"] else node)[f"{side}_{name}"] for name in ("start", "end", "surface")))
        for side in ("subject", "object")
    )
    return subject, object_


def _ends(evidence: Evidence) -> Properties:
    return {
        f"{side}_{name}": value
        for side, end in (("subject", evidence.subject), ("object", evidence.object))
        for name, value in (("start", end.start), ("end", end.end), ("surface", end.surface))
    }


def _read_evidence(node: Mapping[str, Any], link: Mapping[str, Any]) -> Evidence:
    subject, object_ = evidence_ends(node, link)
    names = ("document", "start", "end", "quote", "kind", "segment", "speaker", "timestamp", "part")
    return Evidence(subject=subject, object=object_, **{name: link[name] for name in names if name in link})


def _properties(record: Any) -> Properties:
    return _given({name: getattr(record, name) for name in record.__dataclass_fields__})


def _given(values: Mapping[str, Any]) -> Properties:
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if value is not None
    }
