"""Actors and ties as GEXF 1.3, for Gephi: coloured by type, ties with a weight and the time they held.

Dates are whole days, as Gephi's timeline wants them; a time that ends before it begins is left out.
Characters that XML 1.0 forbids become U+FFFD, lists are joined by "; ".
"""

from collections.abc import Iterator

from loaders.export.graphml import tie_row
from loaders.export.scene import Scene, Tie
from loaders.export.text import first_day, last_day, xml

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta><creator>backchannel</creator></meta>
  <graph mode="dynamic" timeformat="date" defaultedgetype="directed">
"""
_NODE = {"type": "string", "aliases": "string", "country": "string", "registry": "string", "named": "boolean"}
_EDGE = {
    "type": "string",
    "status": "string",
    "confidence": "double",
    "current": "string",
    "disputed": "boolean",
    "event_from": "string",
    "event_to": "string",
    "reported_from": "string",
    "reported_to": "string",
    "statements": "string",
}
COLOURS = {
    "Person": (78, 121, 167),
    "Company": (242, 142, 43),
    "State": (225, 87, 89),
    "PublicBody": (176, 122, 161),
    "Organization": (89, 161, 79),
    "Asset": (156, 117, 95),
    "Deal": (237, 201, 72),
    "Place": (118, 183, 178),
}


def lines(scene: Scene) -> Iterator[str]:
    """Actors with label, type and colour; ties with label, kind, weight and start and end."""
    yield _HEAD
    for domain, names in (("node", _NODE), ("edge", _EDGE)):
        yield f'    <attributes class="{domain}" mode="static">\n'
        for name, kind in names.items():
            yield f'      <attribute id="{name}" title="{name}" type="{kind}"/>\n'
        yield "    </attributes>\n"
    yield "    <nodes>\n"
    for actor in scene.actors:
        node = scene.node(actor)
        red, green, blue = COLOURS.get(node["type"], (150, 150, 150))
        yield f'      <node id="{xml(actor)}" label="{xml(node["name"])}">{_values(node, _NODE)}'
        yield f'<viz:color r="{red}" g="{green}" b="{blue}"/></node>\n'
    yield "    </nodes>\n    <edges>\n"
    for tie in scene.ties:
        row, edge = tie_row(tie), tie.edge
        yield f'      <edge id="{xml(row["id"])}" source="{xml(edge.subject)}" target="{xml(edge.object)}"'
        yield f' label="{xml(row["label"])}" kind="{xml(row["label"])}" weight="{float(edge.sources)}"'
        yield f"{_spell(tie)}>{_values(row, _EDGE)}</edge>\n"
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _spell(tie: Tie) -> str:
    start, end = first_day(tie.edge.event_from), last_day(tie.edge.event_to)
    if start is not None and end is not None and end < start:
        return ""
    return "".join(f' {name}="{xml(day)}"' for name, day in (("start", start), ("end", end)) if day)


def _values(row: dict[str, object], names: dict[str, str]) -> str:
    kept = ((name, row[name]) for name in names if row.get(name) is not None)
    values = "".join(f'<attvalue for="{name}" value="{xml(value)}"/>' for name, value in kept)
    return f"<attvalues>{values}</attvalues>"
