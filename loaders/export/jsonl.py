"""Statements as JSON lines, version 1: one statement a line, sorted by document and place."""

from collections.abc import Iterable

from graph.build import statement_rows
from loaders.export.scene import Scene
from loaders.export.text import json_lines


def lines(scene: Scene) -> Iterable[str]:
    """All statements of a scene."""
    return json_lines(statement_rows(scene.graph, scene.statements))
