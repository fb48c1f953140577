"""A store as a stream of rows, a piece at a time: nodes by label, then relationships by their kind."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from queue import Queue
from threading import Event, Thread
from typing import Any, NamedTuple, Protocol, TypeVar

from graph.model import Extraction, Judgement
from graph.ontology import Ontology
from graph.statements import Node
from loaders import cypher
from loaders.base import BaseStore
from loaders.reading import link_rows, node_row

T = TypeVar("T")
Row = dict[str, Any]
LABELS = tuple(label for label in cypher.LABELS if label != "Meta")
# How many rows are one transaction: a document comes with its text.
SIZES = {"Document": 200}
SIZE = 5_000


class Kind(NamedTuple):
    """A kind of relationship: the label it leaves, its type, the label it leads to."""

    start: str
    type: str
    end: str


KINDS = {
    "Mention": (Kind("Mention", "MENTIONED_IN", "Document"), Kind("Mention", "REFERS_TO", "Actor")),
    "Statement": (
        Kind("Statement", "SUBJECT", "Actor"),
        Kind("Statement", "OBJECT", "Actor"),
        Kind("Statement", "STATED_IN", "Document"),
        Kind("Statement", "CONDITIONAL_ON", "Statement"),
        Kind("Statement", "CONDITIONAL_ON", "Actor"),
        Kind("Statement", "ATTRIBUTED_TO", "Actor"),
    ),
}
STARTS = (*KINDS, "Actor")


class Source(Protocol):
    """Where rows come from."""

    def count(self, label: str) -> int:
        """The number of nodes with a label."""
        ...

    def pieces(self, label: str, size: int) -> Iterator[Sequence[str]]:
        """The ids of all nodes with a label, in order, in lists of this size."""
        ...

    def among(self, label: str, ids: Sequence[str]) -> set[str]:
        """Which of these ids are those of nodes with the label."""
        ...

    def judgements(self) -> Sequence[Judgement]:
        """All judgements, by id."""
        ...

    def extractions(self) -> Iterator[Extraction]:
        """All records, document by document."""
        ...

    def nodes(self, label: str, ids: Sequence[str]) -> list[Node]:
        """Nodes by their ids."""
        ...

    def links(self, label: str, ids: Sequence[str]) -> Mapping[Kind, list[Row]]:
        """Relationships that leave the nodes with these ids, by kind: `source`, `target`, `properties`."""
        ...


class StoreSource:
    """The rows of a store."""

    def __init__(self, store: BaseStore) -> None:
        self._store = store

    def count(self, label: str) -> int:
        """The number of nodes with a label."""
        return int(self._store.read(cypher.count(label, self._store.ontology), {})[0]["number"])

    def pieces(self, label: str, size: int) -> Iterator[Sequence[str]]:
        """The ids of all nodes with a label, in order; of actors only those that are ours."""
        rows = self._store.read(cypher.read_ids(label, self._store.ontology), {})
        yield from chunks(sorted(row["id"] for row in rows), size)

    def among(self, label: str, ids: Sequence[str]) -> set[str]:
        """Which of these ids are those of nodes with the label."""
        rows = self._store.read(cypher.read_some_ids(label, self._store.ontology), {"ids": ids})
        return {row["id"] for row in rows}

    def judgements(self) -> Sequence[Judgement]:
        """All judgements, by id."""
        return self._store.judgements()

    def extractions(self) -> Iterator[Extraction]:
        """All records, document by document."""
        return self._store.extractions()

    def nodes(self, label: str, ids: Sequence[str]) -> list[Node]:
        """Nodes by their ids."""
        ontology = self._store.ontology
        rows = self._store.read(cypher.read_some_nodes(label, ontology), {"ids": ids})
        found = map(node_row(label, ontology), rows)
        return [Node(cypher.order_labels(row.labels), row.properties) for row in found]

    def links(self, label: str, ids: Sequence[str]) -> Mapping[Kind, list[Row]]:
        """Relationships that leave the nodes with these ids, by kind."""
        ontology, read = self._store.ontology, self._store.read
        if label != "Actor":
            return {
                kind: _rows(kind, ontology, read(cypher.read_some_links(*kind, ontology), {"ids": ids}))
                for kind in KINDS.get(label, ())
            }
        by_type: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in read(cypher.READ_SOME_EDGES, {"ids": ids}):
            by_type[row["type"]].append(row)
        found = {
            Kind("Actor", type_, "Actor"): rows
            for type_, rows in by_type.items()
            if type_ in ontology.predicates
        }
        return {kind: _rows(kind, ontology, rows) for kind, rows in sorted(found.items())}


def _rows(kind: Kind, ontology: Ontology, rows: Iterable[Mapping[str, Any]]) -> list[Row]:
    return [
        {"source": row.start, "target": row.end, "properties": row.properties}
        for row in link_rows(kind.type, ontology, rows)
    ]


def chunks(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of this size; the last may be shorter."""
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk


def ahead(items: Iterator[T], depth: int = 2) -> Iterator[T]:
    """The same items, made by a thread of its own while the last ones are used; it ends with the reader."""
    queue: Queue[tuple[bool, Any]] = Queue(depth)
    over = Event()

    def work() -> None:
        try:
            for item in items:
                queue.put((True, item))
                if over.is_set():
                    return
            queue.put((False, None))
        except BaseException as error:
            queue.put((False, error))

    thread = Thread(target=work, daemon=True)
    thread.start()
    try:
        while True:
            more, item = queue.get()
            if not more:
                if item is not None:
                    raise item
                return
            yield item
    finally:
        over.set()
        while thread.is_alive():
            if not queue.empty():
                queue.get_nowait()
            thread.join(0.01)
