"""Actors and ties as GraphML, for Gephi, yEd and Cytoscape.

GraphML holds no lists: they are joined by "; ". Characters that XML 1.0 forbids become U+FFFD.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from loaders.export.scene import Scene, Tie
from loaders.export.text import xml

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""
_KINDS = {bool: "boolean", int: "long", float: "double"}


def lines(scene: Scene) -> Iterator[str]:
    """Actors, with `label` and `type`, and ties, with `label`, `type`, `status` and `weight`."""
    keys: dict[tuple[str, str], str] = {}
    for domain, rows in (("node", map(scene.node, scene.actors)), ("edge", map(tie_row, scene.ties))):
        for row in rows:
            for name, value in row.items():
                keys.setdefault((domain, name), _KINDS.get(type(value), "string"))
            if domain == "node":
                keys.setdefault((domain, "label"), "string")
    yield _HEAD
    for (domain, name), kind in sorted(keys.items()):
        key = f"{domain}-{name}"
        yield f'  <key id="{key}" for="{domain}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '  <graph edgedefault="directed">\n'
    for actor in scene.actors:
        node = scene.node(actor)
        yield f'    <node id="{xml(actor)}">{_data("node", {"label": node["name"], **node})}</node>\n'
    for tie in scene.ties:
        row = tie_row(tie)
        ends = f'source="{xml(tie.edge.subject)}" target="{xml(tie.edge.object)}"'
        yield f'    <edge id="{xml(row.pop("id"))}" {ends}>{_data("edge", row)}</edge>\n'
    yield "  </graph>\n</graphml>\n"


def tie_row(tie: Tie) -> dict[str, Any]:
    """The attributes of a tie, for drawing: `weight` is the number of independent documents."""
    said = "" if tie.status == "affirmed" else f" ({tie.status})"
    predicate = tie.edge.predicate
    more = {"label": predicate + said, "type": predicate, "status": tie.status, "weight": tie.edge.sources}
    return {**tie.properties(), **more}


def _data(domain: str, row: Mapping[str, Any]) -> str:
    kept = {name: value for name, value in row.items() if name != "id"}
    return "".join(f'<data key="{domain}-{name}">{xml(value)}</data>' for name, value in kept.items())
