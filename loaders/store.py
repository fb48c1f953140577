"""What a store can do, whatever is behind it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import networkx as nx

from graph.model import Document, Extraction, Judgement
from graph.ontology import Ontology, read_ontology
from graph.registry import read_registry
from graph.resolve.known import Known, known_actors
from loaders.address import SignIn, from_environment, is_address

if TYPE_CHECKING:
    from loaders.base import BaseStore


SIMPLE = frozenset((str, int, float, bool, type(None)))  # types of values that are plain as they are


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a query: column names, and one tuple of plain Python values a row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


class Store(Protocol):
    """Records in, view out. Every method that writes is one transaction. `ontology` is what it was opened with."""

    ontology: Ontology

    def put(self, extraction: Extraction) -> bool:
        """Write one document's records, replace what came from its source; False if nothing changed."""
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


def open_store(
    url: str | Path,
    *,
    create: bool = True,
    read_only: bool = False,
    known: Mapping[str, Known] | None = None,
    ontology: Ontology | None = None,
    sign_in: SignIn = from_environment,
) -> "BaseStore":
    """Open the store at `url`, a folder or a Neo4j; make it if it is not there and `create` is set.

    A Neo4j is neo4j://HOST:PORT/DATABASE (or neo4j+s, neo4j+ssc, bolt, bolt+s, bolt+ssc; also with
    ?database=NAME); `sign_in` gives user and password, from the environment if left out. A folder that
    is only read shows what was committed when it was opened, a server what is committed when it is
    asked; both also while another process writes. `known` is what the registry knows of ids, read
    from the shipped one when it is first needed; `ontology` is the shipped one if left out. Raises
    InputError with one line that names the store and the way out.
    """
    known_actors_ = partial(_known, known)
    ontology = ontology if ontology is not None else read_ontology()
    if is_address(url):
        from loaders.neo4j import open_neo4j

        return open_neo4j(str(url), known_actors_, ontology, sign_in, create=create, read_only=read_only)
    from loaders.embedded import open_embedded  # it needs Rows from here

    return open_embedded(Path(url), known_actors_, ontology, create=create, read_only=read_only)


def _known(known: Mapping[str, Known] | None) -> Mapping[str, Known]:
    return known if known is not None else known_actors(read_registry())
