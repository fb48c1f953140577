"""The graph as JSON-LD, the same triples as in Turtle: one node a line, streamed."""

from collections.abc import Iterator

from loaders.export.rdf import PREFIXES, rdf_nodes
from loaders.export.scene import Scene
from loaders.export.text import json_text


def lines(scene: Scene) -> Iterator[str]:
    """One object with the prefixes as context and all nodes in its graph."""
    yield f'{{"@context": {json_text(PREFIXES)}, "@graph": [\n'
    comma = ""
    for node in rdf_nodes(scene):
        yield comma + json_text(node)
        comma = ",\n"
    yield "\n]}\n"
