"""What a store can do, whatever is behind it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import networkx as nx

from graph.model import Document, Extraction, Judgement


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a query: column names, and one tuple of plain Python values a row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


class Store(Protocol):
    """Records in, view out. Every method that writes is one transaction."""

    def put(self, extraction: Extraction) -> bool:
        """Write one document's records, replace what came from its source before; False if nothing changed."""
        ...

    def remove(self, source: str) -> bool:
        """Take out the document that was read from `source` (path or URL); False if there is none."""
        ...

    def judge(self, judgement: Judgement) -> None:
        """Record an analyst's judgement and recompute what it touches."""
        ...

    def documents(self) -> Sequence[Document]:
        """All documents, by id."""
        ...

    def extractions(self) -> Iterator[Extraction]:
        """All records again, document by document, by document id."""
        ...

    def judgements(self) -> Sequence[Judgement]:
        """All judgements, by id."""
        ...

    def graph(self) -> "nx.MultiDiGraph[str]":
        """The whole store read back as graph.build gives it."""
        ...

    def query(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        """Run a read-only Cypher query; values are only ever passed as parameters."""
        ...

    def close(self) -> None:
        """Flush and let go of the store."""
        ...
