"""Statements as JSON lines, version 1: one statement a line, sorted by document and place."""

from collections.abc import Iterator

from graph.build import source_of, statement_rows
from loaders.export.scene import Scene
from loaders.export.text import json_lines


def lines(scene: Scene) -> Iterator[str]:
    """All statements of a scene."""
    named = ((source_of(scene.node(name)), name) for name in scene.documents)
    for _, document in sorted(named):
        yield from json_lines(statement_rows(scene.graph, scene.under(document)[1]))
