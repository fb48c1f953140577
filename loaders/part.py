"""A part of a store as a graph: some statements, and all that they name."""

from collections.abc import Iterable

import networkx as nx

from graph.network import make_graph
from graph.statements import Link
from loaders.base import BaseStore
from loaders.rows import StoreSource


def read_part(store: BaseStore, statements: Iterable[str]) -> "nx.MultiDiGraph[str]":
    """Statements by their ids and those they hang on, with their documents, mentions and actors.

    Typed edges are not among it: an export makes them from the statements at hand.
    """
    source = StoreSource(store)
    wanted = sorted(set(statements))
    hanging = (
        row["target"]
        for kind, rows in source.links("Statement", wanted).items()
        for row in rows
        if kind.end == "Statement"
    )
    wanted = sorted({*wanted, *hanging})
    nodes = {"Statement": source.nodes("Statement", wanted)}
    links = [
        Link(row["source"], kind.type, row["target"], kind.end, row["properties"])
        for kind, rows in source.links("Statement", wanted).items()
        for row in rows
    ]
    mentions = {
        name
        for node in nodes["Statement"]
        for key in ("subject_mention", "object_mention", "condition_mentions", "attribution_mentions")
        for name in _listed(node.properties[key])
    }
    nodes["Mention"] = source.nodes("Mention", sorted(mentions))
    links += [
        Link(row["source"], kind.type, row["target"], kind.end, row["properties"])
        for kind, rows in source.links("Mention", sorted(mentions)).items()
        for row in rows
    ]
    for label in ("Document", "Actor"):
        nodes[label] = source.nodes(label, sorted({link.end for link in links if link.end_label == label}))
    there = {node.properties["id"] for found in nodes.values() for node in found}
    return make_graph(
        [node for found in nodes.values() for node in found], [link for link in links if link.end in there]
    )


def _listed(value: object) -> list[str]:
    return [value] if isinstance(value, str) else [str(name) for name in value if name]  # type: ignore[attr-defined]
