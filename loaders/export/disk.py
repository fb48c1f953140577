"""A graph whose nodes and edges stay on disk: what networkx offers to read, over the rows of a scratch."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import networkx as nx

from graph.network import edge_key
from loaders.rows import LABELS, SIZE
from loaders.scratch import Scratch

CACHED = 256


class DiskGraph(nx.MultiDiGraph):  # type: ignore[type-arg]
    """As graph.network.make_graph gives it, to be read only: nodes, and the edges that leave them."""

    def __init__(self, scratch: Scratch) -> None:
        super().__init__()
        self.scratch = scratch
        self._node = _Nodes(scratch)
        self._adj = _Out(scratch)


class _Nodes(Mapping[str, dict[str, Any]]):
    def __init__(self, scratch: Scratch) -> None:
        self._scratch = scratch
        self._read = lru_cache(CACHED)(self._node)

    def __getitem__(self, name: str) -> dict[str, Any]:
        return self._read(name)

    def __iter__(self) -> Iterator[str]:
        for label in LABELS:
            for some in self._scratch.pieces(label, SIZE):
                yield from some

    def __len__(self) -> int:
        return sum(map(self._scratch.count, LABELS))

    def _node(self, name: str) -> dict[str, Any]:
        node = self._scratch.node(name)
        return {"labels": node.labels, **node.properties}


class _Out(Mapping[str, dict[str, dict[str, dict[str, Any]]]]):
    def __init__(self, scratch: Scratch) -> None:
        self._scratch = scratch
        self._read = lru_cache(CACHED)(self._links)

    def __getitem__(self, name: str) -> dict[str, dict[str, dict[str, Any]]]:
        return self._read(name)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def _links(self, name: str) -> dict[str, dict[str, dict[str, Any]]]:
        """Ends, then keys: TYPE, and TYPE#2, TYPE#3 … of parallel ones."""
        found: defaultdict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
        for type_, end, properties in sorted(self._scratch.out(name), key=_order):
            found[end][edge_key(type_, found[end])] = properties
        return found


def _order(link: tuple[str, str, dict[str, Any]]) -> tuple[str, int, str]:
    type_, end, properties = link
    return type_, properties.get("place", 0), end


class Names:
    """The ids of all nodes with a label, in order, read from disk each time; a Collection."""

    def __init__(self, scratch: Scratch, label: str) -> None:
        self._scratch, self._label = scratch, label

    def __iter__(self) -> Iterator[str]:
        for some in self._scratch.pieces(self._label, SIZE):
            yield from some

    def __len__(self) -> int:
        return self._scratch.count(self._label)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and bool(self._scratch.among(self._label, [name]))
