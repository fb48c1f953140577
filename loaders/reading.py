"""Records and graph read back from a store's nodes and relationships."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import networkx as nx

from graph.model import Document, Extraction, Mention, Statement
from graph.ontology import Ontology
from graph.statements import Link, Node, read_document, read_mention, read_statement
from graph.view import make_graph
from loaders import cypher

Read = Callable[[str], list[dict[str, Any]]]

# kglite gives these even where they were never set, so that only our own table tells what was.
_ECHOES = frozenset(("title", "type"))
_ECHOED = {
    "Document": frozenset(("type",)),
    "Mention": frozenset(("title",)),
    "Actor": frozenset(("title",)),
}


class NodeRow(NamedTuple):
    """A node as READ_NODES gives it."""

    id: str
    labels: list[str]
    properties: dict[str, Any]


class LinkRow(NamedTuple):
    """A relationship as READ_LINKS gives it."""

    start: str
    end: str
    properties: dict[str, Any]


def read_nodes(read: Read, label: str, ontology: Ontology) -> Iterator[NodeRow]:
    """All nodes with a label."""
    for row in read(cypher.read_nodes(label, ontology)):
        yield NodeRow(row["id"], row["labels"], _stored(row["properties"], _ECHOED.get(label, _ECHOES)))


def read_links(read: Read, start: str, type_: str, ontology: Ontology) -> Iterator[LinkRow]:
    """All relationships of a type that leave nodes of a label."""
    for row in read(cypher.read_links(start, type_, ontology)):
        yield LinkRow(row["source"], row["target"], _stored(row["properties"], _ECHOES))


def read_documents(read: Read, ontology: Ontology) -> Sequence[Document]:
    """All documents by id."""
    rows = read_nodes(read, "Document", ontology)
    return sorted((read_document(row.properties) for row in rows), key=lambda document: document.id)


def read_extractions(read: Read, ontology: Ontology) -> Iterator[Extraction]:
    """All records, by document id; mentions and statements in the order of their place and id."""
    mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    for node in read_nodes(read, "Mention", ontology):
        mentions[node.properties["document"]].append(read_mention(node.properties))
    evidence: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for link in read_links(read, "Statement", "STATED_IN", ontology):
        evidence[link.start].append({**link.properties, "document": link.end})
    statements: defaultdict[str, list[Statement]] = defaultdict(list)
    for node in read_nodes(read, "Statement", ontology):
        found = evidence.pop(node.id, [])
        statements[node.properties["document"]].append(read_statement(node.properties, found))
    for document in read_documents(read, ontology):
        yield Extraction(
            document,
            tuple(sorted(mentions.pop(document.id, ()), key=lambda mention: (mention.start, mention.id))),
            tuple(sorted(statements.pop(document.id, ()), key=_place)),
        )


def _stored(properties: dict[str, Any], echoes: Collection[str]) -> dict[str, Any]:
    return {key: value for key, value in properties.items() if key not in echoes}


def _place(statement: Statement) -> tuple[int, str]:
    return min((evidence.start for evidence in statement.evidence), default=0), statement.id


def read_graph(read: Read, ontology: Ontology) -> "nx.MultiDiGraph[str]":
    """Everything as one graph, equal to what graph.build makes of the same records."""
    nodes = [
        Node(cypher.order_labels(row.labels), row.properties)
        for label in cypher.LABELS
        if label != "Meta"
        for row in read_nodes(read, label, ontology)
    ]
    types = [("Mention", type_) for type_ in ("MENTIONED_IN", "REFERS_TO")]
    types += [
        ("Statement", type_) for type_ in cypher.RECORD_TYPES if type_ not in ("MENTIONED_IN", "REFERS_TO")
    ]
    types += [("Actor", type_) for type_ in ontology.predicates]
    links = [
        Link(row.start, type_, row.end, "", row.properties)
        for start, type_ in types
        for row in read_links(read, start, type_, ontology)
    ]
    return make_graph(nodes, links)
