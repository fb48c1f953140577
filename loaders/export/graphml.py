"""Actors and typed edges as GraphML, for Gephi, yEd and Cytoscape.

GraphML holds no lists: they are joined by "; ". Characters that XML 1.0 forbids are replaced.
"""

import re
from pathlib import Path
from typing import Any

import networkx as nx

from graph.build import labelled, relationship

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(graph: "nx.MultiDiGraph[str]", path: Path) -> None:
    """Write actors, with `label` and `type`, and typed edges, with `label` and `weight`."""
    nx.write_graphml(to_graphml(graph), path, encoding="utf-8", prettyprint=True, named_key_ids=True)


def to_graphml(graph: "nx.MultiDiGraph[str]") -> "nx.MultiDiGraph[str]":
    """The part of a graph that GraphML gets; `weight` is the number of independent documents."""
    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    actors = set(labelled(graph, "Actor"))
    for name in sorted(actors):
        node: dict[str, Any] = graph.nodes[name]
        attributes = {key: value for key, value in node.items() if key not in ("labels", "id")}
        plain.add_node(clean(name), label=clean(node["name"]), **_plain(attributes))
    edges: list[Any] = list(graph.edges(keys=True, data=True))
    for start, end, key, data in sorted(edges, key=lambda edge: tuple(edge[:3])):
        if start in actors and end in actors:
            type_ = relationship(key)
            attributes = {**_plain(data), "label": type_, "type": type_, "weight": int(data["sources"])}
            plain.add_edge(clean(start), clean(end), key, **attributes)
    return plain


def clean(text: str) -> str:
    """Text without what XML forbids: each such character becomes U+FFFD."""
    return _FORBIDDEN.sub("\ufffd", text)


def _plain(attributes: dict[str, Any]) -> dict[str, Any]:
    return {key: _value(value) for key, value in attributes.items()}


def _value(value: Any) -> str | int | float | bool:
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, list | tuple):
        return clean("; ".join(map(str, value)))
    return clean(str(value))
