"""Every write statement, once, for all stores. Values are only ever parameters.

What may not be a parameter in Cypher, labels and relationship types, comes from the ontology
or from the constants here, through `name`. Only portable Cypher: see docs/decisions/store.md.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from graph.ontology import Ontology

LABELS = ("Document", "Mention", "Statement", "Actor", "Judgement", "Meta")
STATEMENT_LABELS = ("Denied", "Planned", "Possible", "Conditional")
RECORD_TYPES = (
    "SUBJECT",
    "OBJECT",
    "STATED_IN",
    "CONDITIONAL_ON",
    "ATTRIBUTED_TO",
    "MENTIONED_IN",
    "REFERS_TO",
)
# Every property that a node of this label may lose again: set to null where a row lacks it.
OPTIONAL = {
    "Actor": ("registry", "country"),
    "Document": ("date", "source", "author", "url", "language"),
    "Judgement": ("predicate",),
}


class Upgrade(NamedTuple):
    """What brings all that `match` finds, by the `names` it has there, up to date; harmless when run again."""

    match: str
    names: str
    change: str

    def at_once(self) -> str:
        """One statement, for one transaction."""
        return f"{self.match} {self.change}"

    def in_parts(self) -> str:
        """The same in many transactions of a server, for a store that is larger than its memory."""
        return f"{self.match} CALL {{ WITH {self.names} {self.change} }} IN TRANSACTIONS OF 10000 ROWS"


# From the version before to this one, in the order to be run; see loaders.base.VERSION.
UPGRADES = {
    2: (
        Upgrade(
            "MATCH (d:Document) WHERE d.date_inferred IS NULL",
            "d",
            "SET d.date_inferred = false, d.parts = [], d.part_starts = []",
        ),
    ),
    3: (
        Upgrade(
            "MATCH (s:Statement)-[e:STATED_IN]->() WHERE e.place = 0 AND e.subject_surface IS NOT NULL",
            "s, e",
            "SET s.subject_start = e.subject_start, s.subject_end = e.subject_end, "
            "s.subject_surface = e.subject_surface, s.object_start = e.object_start, "
            "s.object_end = e.object_end, s.object_surface = e.object_surface "
            "REMOVE e.subject_start, e.subject_end, e.subject_surface, "
            "e.object_start, e.object_end, e.object_surface",
        ),
        Upgrade(
            "MATCH (:Statement)-[e:SUBJECT|OBJECT]->() WHERE e.surface IS NOT NULL",
            "e",
            "REMOVE e.start, e.`end`, e.surface",
        ),
    ),
}

READ_META = "MATCH (m:Meta) RETURN properties(m) AS meta"
READ_TEXT = "MATCH (d:Document {id: $id}) RETURN d.text AS text"
COUNT_NODES = "MATCH (n) RETURN count(n) AS nodes"
# Actors that an analyst made by hand: no mention refers to them.
FOREIGN_ACTORS = (
    "MATCH (n:Actor) WHERE n.id IS NOT NULL AND NOT EXISTS { (n)<-[:REFERS_TO]-(:Mention) } RETURN n.id AS id"
)
MARK = "MERGE (m:Meta {id: 'meta'}) SET m += $properties"
# Statements that an earlier backchannel wrote do not tell what their evidence is.
NAME_KIND = "MATCH (s:Statement) WHERE s.kind IS NULL SET s.kind = 'text'"

_NAME = re.compile(r"[A-Za-z][A-Za-z_]*")


def name(text: str, ontology: Ontology) -> str:
    """A label or relationship type as it may stand in a query; ValueError where it is none of ours."""
    known = {*LABELS, *STATEMENT_LABELS, *RECORD_TYPES, *ontology.types, *ontology.predicates}
    if text not in known or _NAME.fullmatch(text) is None:
        raise ValueError(f"{text!r} is no label or relationship type of this ontology")
    return text


def schema(ontology: Ontology) -> tuple[str, ...]:
    """Constraints and indexes of a server, each to be run alone and again; kglite keys on id by itself."""
    ids = [
        f"CREATE CONSTRAINT backchannel_{label.lower()}_id IF NOT EXISTS "
        f"FOR (n:{name(label, ontology)}) REQUIRE n.id IS UNIQUE"
        for label in LABELS
    ]
    return *ids, (
        "CREATE INDEX backchannel_statement_predicate IF NOT EXISTS FOR (n:Statement) ON (n.predicate)"
    )


def merge_nodes(labels: tuple[str, ...], ontology: Ontology) -> str:
    """Write the nodes of $rows, each an `id` and `properties`, with these labels; the first is the key."""
    first, *others = (name(label, ontology) for label in labels)
    more = "".join(f" SET n:{label}" for label in others)
    return f"UNWIND $rows AS row MERGE (n:{first} {{id: row.id}}) SET n += row.properties{more}"


def unlabel(label: str, ontology: Ontology) -> str:
    """Take a second label off the actors with $ids."""
    return f"UNWIND $ids AS id MATCH (n:Actor {{id: id}}) REMOVE n:{name(label, ontology)}"


def delete_nodes(label: str, ontology: Ontology) -> str:
    """Delete the nodes with $ids, and what hangs on them."""
    return f"UNWIND $ids AS id MATCH (n:{name(label, ontology)} {{id: id}}) DETACH DELETE n"


def create_links(start: str, type_: str, end: str, ontology: Ontology) -> str:
    """Write the relationships of $rows: `source` and `target` are ids, `properties` a map."""
    return (
        f"UNWIND $rows AS row MATCH (a:{name(start, ontology)} {{id: row.source}}), "
        f"(b:{name(end, ontology)} {{id: row.target}}) "
        f"CREATE (a)-[r:{name(type_, ontology)}]->(b) SET r += row.properties"
    )


def delete_links(start: str, type_: str, ontology: Ontology) -> str:
    """Delete all relationships of a type that leave the nodes with $ids."""
    pattern = f"(a:{name(start, ontology)} {{id: id}})-[r:{name(type_, ontology)}]->()"
    return f"UNWIND $ids AS id MATCH {pattern} DELETE r"


def delete_links_to(start: str, type_: str, end: str, ontology: Ontology) -> str:
    """Delete the relationships of a type that lead from the nodes with $ids to nodes with the label `end`."""
    pattern = f"(a:{name(start, ontology)} {{id: id}})-[r:{name(type_, ontology)}]->(:{name(end, ontology)})"
    return f"UNWIND $ids AS id MATCH {pattern} DELETE r"


def delete_edges(predicate: str, ontology: Ontology) -> str:
    """Delete the typed edges of $rows (`source`, `target`, `id`); one without our id stays."""
    return (
        f"UNWIND $rows AS row MATCH (a:Actor {{id: row.source}})-[r:{name(predicate, ontology)}]->"
        "(b:Actor {id: row.target}) WHERE r.id = row.id DELETE r"
    )


def read_nodes(label: str, ontology: Ontology) -> str:
    """All nodes with a label: `id`, `labels`, `properties`."""
    node = f"(n:{name(label, ontology)})"
    return f"MATCH {node} RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties"


def read_links(start: str, type_: str, ontology: Ontology) -> str:
    """All relationships of a type that leave nodes with a label: `source`, `target`, `properties`."""
    pattern = f"(a:{name(start, ontology)})-[r:{name(type_, ontology)}]->(b)"
    return f"MATCH {pattern} RETURN a.id AS source, b.id AS target, properties(r) AS properties"


# The mentions that refer to the actors with $ids.
READ_REFERRING = (
    "UNWIND $ids AS id MATCH (n:Actor {id: id})<-[:REFERS_TO]-(m:Mention) RETURN id, m.id AS mention"
)


def count(label: str, ontology: Ontology) -> str:
    """How many nodes read_ids gives."""
    return f"{_ours(label, ontology)} RETURN count(n) AS number"


def read_ids(label: str, ontology: Ontology) -> str:
    """The ids of all nodes with a label; of actors those that mentions refer to, which are ours."""
    return f"{_ours(label, ontology)} RETURN n.id AS id"


def read_some_ids(label: str, ontology: Ontology) -> str:
    """Those of $ids that read_ids gives."""
    if label == "Actor":
        return (
            "UNWIND $ids AS id MATCH (n:Actor {id: id}) "
            "WHERE EXISTS { (n)<-[:REFERS_TO]-(:Mention) } RETURN id AS id"
        )
    return f"UNWIND $ids AS id MATCH (n:{name(label, ontology)} {{id: id}}) RETURN id AS id"


def _ours(label: str, ontology: Ontology) -> str:
    if label == "Actor":
        return "MATCH (n:Actor) WHERE n.id IS NOT NULL AND EXISTS { (n)<-[:REFERS_TO]-(:Mention) }"
    return f"MATCH (n:{name(label, ontology)}) WHERE n.id IS NOT NULL"


def read_some_nodes(label: str, ontology: Ontology) -> str:
    """The nodes with $ids, as read_nodes gives them."""
    node = f"(n:{name(label, ontology)} {{id: id}})"
    return f"UNWIND $ids AS id MATCH {node} RETURN id, labels(n) AS labels, properties(n) AS properties"


def read_some_links(start: str, type_: str, end: str, ontology: Ontology) -> str:
    """The relationships of a type that leave the nodes with $ids, as read_links gives them."""
    pattern = f"(a:{name(start, ontology)} {{id: id}})-[r:{name(type_, ontology)}]->(b:{name(end, ontology)})"
    return (
        f"UNWIND $ids AS id MATCH {pattern} RETURN id AS source, b.id AS target, properties(r) AS properties"
    )


# All that ties the actors with $ids to others, with its type; what is ours is told by type and id.
READ_SOME_EDGES = (
    "UNWIND $ids AS id MATCH (a:Actor {id: id})-[r]->(b:Actor) "
    "RETURN id AS source, b.id AS target, type(r) AS type, properties(r) AS properties"
)


def order_labels(labels: Sequence[str]) -> tuple[str, ...]:
    """The labels of a node as graph.build orders them."""
    first = next(label for label in LABELS if label in labels)
    rank = {label: place for place, label in enumerate(STATEMENT_LABELS)}
    return first, *sorted((label for label in labels if label != first), key=lambda label: rank.get(label, 0))
