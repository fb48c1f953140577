"""Statements of many documents to one graph, and the graph to rows."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import networkx as nx

from graph.model import Extraction, Judgement
from graph.ontology import Ontology, read_ontology
from graph.resolve.known import Known
from graph.statements import evidence_ends
from graph.view import View


def build(
    extractions: Iterable[Extraction],
    judgements: Iterable[Judgement] = (),
    known: Mapping[str, Known] | None = None,
    ontology: Ontology | None = None,
    texts_only: bool = False,
) -> "nx.MultiDiGraph[str]":
    """Documents, mentions, statements and the actors and typed edges they come to, as one graph.

    Nodes are keyed by id and have `labels`, the first of which is Document, Mention, Statement, Actor
    or Judgement; edges are keyed by relationship type. `known` is what the registry knows of ids;
    with `texts_only` it names actors, and none of its own statements stands beside those of the documents.
    Raises ValueError where records do not hold together.
    """
    ontology = ontology if ontology is not None else read_ontology()
    view = View(known if known is not None else {}, ontology, texts_only)
    for extraction in extractions:
        gone, put = view.arrival(extraction)
        view.change(gone, put)
    view.change(judgements=judgements)
    return view.graph()


def relationship(key: str) -> str:
    """The relationship type of an edge's key (parallel edges are keyed TYPE#2, TYPE#3 …)."""
    return key.partition("#")[0]


def labelled(graph: "nx.MultiDiGraph[str]", label: str) -> list[str]:
    """The ids of all nodes whose first label this is."""
    return [name for name in graph if graph.nodes[name]["labels"][0] == label]


def statement_rows(
    graph: "nx.MultiDiGraph[str]", names: Iterable[str] | None = None
) -> Iterator[dict[str, Any]]:
    """One row a statement (of those with the ids `names`), as the JSON-lines export writes it.

    They come by document, place and id.
    """
    chosen = labelled(graph, "Statement") if names is None else names
    for name in sorted(chosen, key=lambda name: _place(graph, name)):
        yield statement_row(graph, name)


def _place(graph: "nx.MultiDiGraph[str]", name: str) -> tuple[str, int, str]:
    links = ((end, link) for _, end, link in graph.out_edges(name, data=True) if "quote" in link)
    places = [(source_of(graph.nodes[end]), int(link["start"])) for end, link in links]
    return (*min(places, default=("", 0)), name)


def source_of(document: Mapping[str, Any]) -> str:
    """What names a document in a row: the first of its sources, else its id."""
    return str(next(iter(document["sources"]), document["id"]))


def statement_row(graph: "nx.MultiDiGraph[str]", name: str) -> dict[str, Any]:
    """The row of one statement."""
    node: dict[str, Any] = graph.nodes[name]
    out: list[Any] = list(graph.out_edges(name, keys=True, data=True))
    links = sorted(out, key=lambda link: int(link[3].get("place", 0)))
    ends = {relationship(key): end for _, end, key, _ in links}
    return {
        "v": 1,
        "id": name,
        "subject": _actor(graph, ends["SUBJECT"]),
        "predicate": node["predicate"],
        "object": _actor(graph, ends["OBJECT"]),
        "polarity": node["polarity"],
        "modality": node["modality"],
        "conditions": node["conditions"],
        "attribution": node["attribution"],
        "start": node.get("start"),
        "end": node.get("end"),
        "current": node["current"],
        "qualifiers": {key[2:]: value for key, value in sorted(node.items()) if key.startswith("q_")},
        "confidence": node["confidence"],
        "rule": node["rule"],
        "evidence": [
            _evidence(graph.nodes[end], node, link)
            for _, end, key, link in links
            if relationship(key) == "STATED_IN"
        ],
    }


def _actor(graph: "nx.MultiDiGraph[str]", name: str) -> dict[str, Any]:
    node: dict[str, Any] = graph.nodes[name]
    return {"id": name, "name": node["name"], "type": node["type"], "aliases": node["aliases"]}


def _evidence(
    document: Mapping[str, Any], node: Mapping[str, Any], link: Mapping[str, Any]
) -> dict[str, Any]:
    row = {"kind": link["kind"], "document": source_of(document)}
    row |= {
        key: link.get(key) for key in ("start", "end", "quote", "speaker", "timestamp", "part", "segment")
    }
    for side, found in zip(("subject", "object"), evidence_ends(node, link), strict=True):
        row[side] = {"start": found.start, "end": found.end, "surface": found.surface}
    return row
