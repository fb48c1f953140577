"""A change of the view as write statements: what a store runs in one transaction."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from graph.model import Extraction
from graph.ontology import Ontology
from graph.statements import (
    POINTERS,
    Link,
    Node,
    actor_node,
    document_node,
    edge_id,
    edge_properties,
    evidence_links,
    mention_node,
    statement_node,
)
from graph.view import Delta, View
from loaders import cypher

Write = tuple[str, dict[str, Any]]


def writes(
    view: View,
    delta: Delta,
    ontology: Ontology,
    gone: Collection[Extraction] = (),
    put: Collection[Extraction] = (),
    judged: Iterable[str] = (),
    spared: Collection[str] = (),
) -> Iterator[Write]:
    """Statements and their parameters, in order: records that went, records that came, then the view.

    Actors in `spared` are not deleted.
    """
    kept = {record.document.id for record in put}
    for label, ids in (
        ("Statement", [s.id for record in gone for s in record.statements]),
        ("Mention", [m.id for record in gone for m in record.mentions]),
        ("Document", [record.document.id for record in gone if record.document.id not in kept]),
        (
            "Actor",
            [actor for actor, now in delta.clusters.actors.items() if now is None and actor not in spared],
        ),
    ):
        if ids:
            yield cypher.delete_nodes(label, ontology), {"ids": ids}
    yield from node_writes(_records(put), ontology)
    if delta.stories:
        told = [{"id": name, "properties": {"story": story}} for name, story in delta.stories.items()]
        yield cypher.merge_nodes(("Document",), ontology), {"rows": told}
    yield from _actors(delta, ontology)
    judgements = {*delta.judgements, *judged}
    yield from node_writes([view.judgement(judgement) for judgement in sorted(judgements)], ontology)
    yield from _links(view, delta, ontology, put)
    yield from _edges(delta, ontology)


def _records(put: Iterable[Extraction]) -> Iterator[Node]:
    for record in put:
        yield document_node(record.document)
        yield from map(mention_node, record.mentions)
        yield from map(statement_node, record.statements)


def _actors(delta: Delta, ontology: Ontology) -> Iterator[Write]:
    nodes = [actor_node(actor) for actor in delta.clusters.actors.values() if actor is not None]
    ids = [node.properties["id"] for node in nodes]
    types = {node.labels[1] for node in nodes} | set(ontology.types)
    for label in sorted(types if ids else ()):
        others = [node.properties["id"] for node in nodes if node.labels[1] != label]
        if others:
            yield cypher.unlabel(label, ontology), {"ids": others}
    yield from node_writes(nodes, ontology)


def node_writes(nodes: Iterable[Node], ontology: Ontology) -> Iterator[Write]:
    """The statements that write nodes, one for each set of labels."""
    by_labels: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for node in nodes:
        absent = dict.fromkeys(cypher.OPTIONAL.get(node.labels[0], ()))
        properties = {**absent, **node.properties}
        row = {"id": properties.pop("id"), "properties": properties}
        by_labels[node.labels].append(row)
    for labels, rows in sorted(by_labels.items(), key=lambda item: item[0]):
        yield cypher.merge_nodes(labels, ontology), {"rows": rows}


def _links(view: View, delta: Delta, ontology: Ontology, put: Iterable[Extraction]) -> Iterator[Write]:
    fresh_mentions = {mention.id: mention.document for record in put for mention in record.mentions}
    fresh_statements = {statement.id: statement for record in put for statement in record.statements}
    moved = sorted(delta.clusters.moved.keys() - fresh_mentions.keys())
    pointing = sorted(set(delta.pointing) - fresh_statements.keys())
    if moved:
        yield cypher.delete_links("Mention", "REFERS_TO", ontology), {"ids": moved}
    for type_ in POINTERS if pointing else ():
        yield cypher.delete_links("Statement", type_, ontology), {"ids": pointing}
    links = [
        (Link(mention, "REFERS_TO", actor, "Actor"), "Mention")
        for mention, actor in delta.clusters.moved.items()
    ]
    for mention, document in fresh_mentions.items():
        links.append((Link(mention, "MENTIONED_IN", document, "Document"), "Mention"))
    for statement in fresh_statements.values():
        links += [(link, "Statement") for link in evidence_links(statement)]
    for name in delta.pointing:
        links += [(link, "Statement") for link in view.pointers(name)]
    rows: defaultdict[tuple[str, str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for link, start in links:
        row = {"source": link.start, "target": link.end, "properties": link.properties}
        rows[start, link.type, link.end_label].append(row)
    for (start, type_, end), batch in sorted(rows.items(), key=lambda item: item[0]):
        yield cypher.create_links(start, type_, end, ontology), {"rows": batch}


def _edges(delta: Delta, ontology: Ontology) -> Iterator[Write]:
    stale: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    fresh: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for (subject, predicate, object_), edge in delta.edges.items():
        ends = {"source": subject, "target": object_}
        stale[predicate].append({**ends, "id": edge_id(subject, predicate, object_)})
        if edge is not None:
            fresh[predicate].append({**ends, "properties": edge_properties(edge)})
    for predicate, rows in sorted(stale.items()):
        yield cypher.delete_edges(predicate, ontology), {"rows": rows}
    for predicate, rows in sorted(fresh.items()):
        yield cypher.create_links("Actor", predicate, "Actor", ontology), {"rows": rows}
