"""Actors and ties as a Graphviz digraph.

Graphviz ends a text at NUL: it becomes U+FFFD, as does half a surrogate pair.
"""

from collections.abc import Iterator

from loaders.export.gexf import COLOURS
from loaders.export.graphml import tie_row
from loaders.export.scene import Scene
from loaders.export.text import unicode

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "&#13;", "&": "&amp;", "\0": "\ufffd"}


def lines(scene: Scene) -> Iterator[str]:
    """Actors coloured by type; ties drawn thicker with more sources, dashed where not affirmed."""
    yield "digraph backchannel {\n"
    yield '  graph [charset="UTF-8", overlap=false, splines=true];\n'
    yield '  node [shape=box, style="rounded,filled", fontname="Helvetica"];\n'
    for actor in scene.actors:
        node = scene.node(actor)
        red, green, blue = COLOURS.get(node["type"], (150, 150, 150))
        look = f'tooltip={quote(node["type"])}, fillcolor="#{red:02x}{green:02x}{blue:02x}66"'
        yield f"  {quote(actor)} [label={quote(node['name'])}, {look}];\n"
    for tie in scene.ties:
        row, edge = tie_row(tie), tie.edge
        look = f"weight={edge.sources}, penwidth={min(1 + edge.sources / 2, 6):g}"
        style = "" if tie.status == "affirmed" else ", style=dashed"
        arrow = f"{quote(edge.subject)} -> {quote(edge.object)}"
        yield f"  {arrow} [label={quote(row['label'])}, {look}{style}];\n"
    yield "}\n"


def quote(text: str) -> str:
    """A text in quotes that Graphviz shows letter for letter."""
    return '"' + "".join(_ESCAPES.get(character, character) for character in unicode(text)) + '"'
