"""Statements as JSON lines, version 1: one statement a line, sorted by document and place."""

import json
from pathlib import Path

import networkx as nx

from graph.build import statement_rows


def write(graph: "nx.MultiDiGraph[str]", path: Path) -> None:
    """Write all statements of a graph."""
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        for row in statement_rows(graph):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
