"""Records and graph read back from a store's nodes and relationships."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, get_args

import networkx as nx

from graph.edges import EdgeKey
from graph.model import Actor, Document, EvidenceKind, Extraction, Mention, Statement, from_registry
from graph.network import make_graph
from graph.ontology import Ontology
from graph.statements import Link, Node, edge_id, read_document, read_mention, read_statement
from loaders import cypher

Read = Callable[[str, Mapping[str, Any]], list[dict[str, Any]]]

# What our own tables hold. kglite also gives `title` and `type` where they were never set, and an
# analyst may have put properties and labels of his own on our nodes: neither is ours.
_FIELDS = {
    label: tuple(record.__dataclass_fields__)
    for label, record in (("Document", Document), ("Mention", Mention), ("Actor", Actor))
}
_FIELDS["Document"] += ("story",)  # the view's, not the record's
_ECHOES = frozenset(("title", "type"))


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
    yield from map(node_row(label, ontology), read(cypher.read_nodes(label, ontology), {}))


def node_row(label: str, ontology: Ontology) -> Callable[[Mapping[str, Any]], NodeRow]:
    """What makes a NodeRow of a row of the query `cypher.read_nodes(label)`."""
    fields = _FIELDS.get(label)
    labels = {label, *cypher.STATEMENT_LABELS, *ontology.types}

    def made(row: Mapping[str, Any]) -> NodeRow:
        given = row["properties"]
        kept = sorted(given.keys() - _ECHOES) if fields is None else (key for key in fields if key in given)
        properties = {key: given[key] for key in kept}  # servers give them in any order
        return NodeRow(row["id"], [name for name in row["labels"] if name in labels], properties)

    return made


def read_links(read: Read, start: str, type_: str, ontology: Ontology) -> Iterator[LinkRow]:
    """All relationships of a type that leave nodes of a label; of typed edges those that are ours."""
    yield from link_rows(type_, ontology, read(cypher.read_links(start, type_, ontology), {}))


def link_rows(type_: str, ontology: Ontology, rows: Iterable[Mapping[str, Any]]) -> Iterator[LinkRow]:
    """LinkRows of the rows of the query `cypher.read_links`."""
    typed = type_ in ontology.predicates
    for row in rows:
        start, end, properties = row["source"], row["target"], row["properties"]
        for key in _ECHOES & properties.keys():
            del properties[key]
        ours = not typed or (
            "id" in properties and properties["id"] == edge_id(start, type_, end, kind_of(properties))
        )
        if ours:
            yield LinkRow(start, end, properties)


def kind_of(properties: Mapping[str, Any]) -> EvidenceKind:
    """Which edge of the same ends and type it is; one made by hand may have anything there."""
    kind: Any = properties.get("kind")
    return kind if isinstance(kind, str) and kind in get_args(EvidenceKind) else "text"  # type: ignore[return-value]


def actor_ids(read: Read, ontology: Ontology) -> set[str]:
    """The actors that are ours: those that mentions refer to."""
    return {link.end for link in read_links(read, "Mention", "REFERS_TO", ontology)}


def read_edge_keys(read: Read, ontology: Ontology) -> set[EdgeKey]:
    """Ends, type and kind of all typed edges."""
    return {
        (link.start, type_, link.end, kind_of(link.properties))
        for type_ in ontology.predicates
        for link in read_links(read, "Actor", type_, ontology)
    }


def read_quoted(read: Read, ontology: Ontology) -> dict[str, list[str]]:
    """The ids of the registry's own statements, mentions and documents, by label."""
    found = {
        label: [
            row.id for row in read_nodes(read, label, ontology) if from_registry(row.properties["document"])
        ]
        for label in ("Statement", "Mention")
    }
    documents = (row.id for row in read_nodes(read, "Document", ontology))
    return {**found, "Document": [name for name in documents if from_registry(name)]}


def read_documents(read: Read, ontology: Ontology) -> Sequence[Document]:
    """All documents by id, without the registry's."""
    rows = read_nodes(read, "Document", ontology)
    documents = (read_document(row.properties) for row in rows if not from_registry(row.id))
    return sorted(documents, key=lambda document: document.id)


def read_extractions(read: Read, ontology: Ontology) -> Iterator[Extraction]:
    """All records of documents, by document id; mentions and statements in the order of their place and id."""
    mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    for node in read_nodes(read, "Mention", ontology):
        mentions[node.properties["document"]].append(read_mention(node.properties))
    evidence: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for link in read_links(read, "Statement", "STATED_IN", ontology):
        evidence[link.start].append({**link.properties, "document": link.end})
    statements: defaultdict[str, list[Statement]] = defaultdict(list)
    for node in read_nodes(read, "Statement", ontology):
        if from_registry(node.properties["document"]):
            continue
        found = evidence.pop(node.id, [])
        statements[node.properties["document"]].append(read_statement(node.properties, found))
    for document in read_documents(read, ontology):
        yield Extraction(
            document,
            tuple(sorted(mentions.pop(document.id, ()), key=lambda mention: (mention.start, mention.id))),
            tuple(sorted(statements.pop(document.id, ()), key=place)),
        )


def place(statement: Statement) -> tuple[int, str]:
    """Where a statement stands in its document, to sort by."""
    return min((evidence.start for evidence in statement.evidence), default=0), statement.id


def read_graph(read: Read, ontology: Ontology) -> "nx.MultiDiGraph[str]":
    """Everything as one graph, equal to what graph.build makes of the same records."""
    links = [
        Link(row.start, type_, row.end, "", row.properties)
        for start, type_ in link_types(ontology)
        for row in read_links(read, start, type_, ontology)
    ]
    actors = {link.end for link in links if link.type == "REFERS_TO"}
    nodes = [
        Node(cypher.order_labels(row.labels), row.properties)
        for label in cypher.LABELS
        if label != "Meta"
        for row in read_nodes(read, label, ontology)
        if label != "Actor" or row.id in actors
    ]
    return make_graph(nodes, links)


def link_types(ontology: Ontology) -> list[tuple[str, str]]:
    """The label that each relationship type of ours leaves, and the type."""
    mentions = ("MENTIONED_IN", "REFERS_TO")
    return [
        *(("Mention", type_) for type_ in mentions),
        *(("Statement", type_) for type_ in cypher.RECORD_TYPES if type_ not in mentions),
        *(("Actor", type_) for type_ in ontology.predicates),
    ]
