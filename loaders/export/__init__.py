"""Where a graph goes as a file: one module a format."""

from collections.abc import Callable
from pathlib import Path

import networkx as nx

from graph.model import InputError
from loaders.export import graphml, jsonl

_FORMATS: dict[str, Callable[["nx.MultiDiGraph[str]", Path], None]] = {
    "graphml": graphml.write,
    "jsonl": jsonl.write,
}


def formats() -> tuple[str, ...]:
    """The names of all formats."""
    return tuple(sorted(_FORMATS))


def export(graph: "nx.MultiDiGraph[str]", format: str, path: Path) -> None:  # noqa: A002
    """Write a graph, as graph.build gives it, to a file; one that is there is replaced when all is written.

    Raises InputError for an unknown format, and where the file cannot be written.
    """
    if format not in _FORMATS:
        raise InputError(f"{format}: unknown format (known: {', '.join(formats())})")
    if path.is_dir():
        raise InputError(f"{path}: is a folder; name a file")
    draft = path.with_name(f".{path.name}.part")
    try:
        _FORMATS[format](graph, draft)
        draft.replace(path)
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); name another file") from error
    finally:
        draft.unlink(missing_ok=True)
