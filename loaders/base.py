"""What all stores share: records in, the view kept up with them, both read back.

A store behind it says how to read rows and how to commit write statements; see embedded and neo4j.
"""

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, Self

import networkx as nx

from graph import stories
from graph.model import Document, Extraction, InputError, Judgement
from graph.ontology import Ontology
from graph.resolve.known import Known, fingerprint
from graph.statements import read_judgement
from graph.view import View
from loaders import cypher
from loaders.reading import (
    actor_ids,
    read_documents,
    read_edge_keys,
    read_extractions,
    read_graph,
    read_nodes,
    read_quoted,
)
from loaders.store import Rows
from loaders.writing import Write, writes

VERSION = 3
HASHES = ("known", "ontology", "stories")  # what the view depends on besides the records
SOME = 1_000  # documents that go into the view at once when a store is opened
KnownActors = Callable[[], Mapping[str, Known]]


class BaseStore(ABC):
    """A Store on anything that runs Cypher; use as a context manager or close it."""

    def __init__(self, where: str, known: KnownActors, ontology: Ontology, read_only: bool) -> None:
        self.where = where
        self.ontology = ontology
        self._known = known
        self._read_only = read_only
        self._view: View | None = None
        self.foreign: frozenset[str] = frozenset()

    def __enter__(self) -> Self:
        return self

    @property
    def beside(self) -> Path | None:
        """A file beside the store for what is on its way into it; None where the store is not in our memory."""
        return None

    def __exit__(self, *_: object) -> None:
        self.close()

    def put(self, extraction: Extraction) -> bool:
        """Write one document's records, replace what came from its source; False if nothing changed."""
        view = self._writable()
        with self._one_line():
            slim = view.slim(extraction)
        gone, put = view.arrival(slim)
        if gone or put:
            self._change(view, gone, put, extraction.document)
        return bool(gone or put)

    def remove(self, source: str) -> bool:
        """Take out the document read from `source`; one that other sources gave too only loses it."""
        view = self._writable()
        if source not in view.at:
            return False
        record = view.records[view.at[source]]
        rest = tuple(other for other in record.document.sources if other != source)
        put = (replace(record, document=replace(record.document, sources=rest)),) if rest else ()
        self._change(view, (record.document.id,), put)
        return True

    def judge(self, judgement: Judgement) -> None:
        """Record an analyst's judgement and recompute what it touches."""
        view = self._writable()
        if view.judgements.get(judgement.id) != judgement:
            with self._doubt():
                delta = view.change(judgements=[judgement])
                first, spared = self.inherit({name: delta.heirs.get(name) for name in delta.clusters.gone})
                judged = [judgement.id]
                self.commit([*first, *writes(view, delta, self.ontology, judged=judged, spared=spared)])

    def documents(self) -> Sequence[Document]:
        """All documents, by id."""
        return read_documents(self.read, self.ontology)

    def extractions(self) -> Iterator[Extraction]:
        """All records again, document by document, by document id."""
        return read_extractions(self.read, self.ontology)

    def judgements(self) -> Sequence[Judgement]:
        """All judgements, by id."""
        nodes = read_nodes(self.read, "Judgement", self.ontology)
        return sorted((read_judgement(node.properties) for node in nodes), key=lambda judgement: judgement.id)

    def graph(self) -> "nx.MultiDiGraph[str]":
        """The whole store read back as graph.build gives it."""
        return read_graph(self.read, self.ontology)

    def meta(self) -> dict[str, Any]:
        """What the store knows of itself: version of the schema, fingerprints of registry and ontology."""
        found = self.read(cypher.READ_META, {})
        return dict(found[0]["meta"]) if found else {}

    def grounds(self) -> tuple[Mapping[str, Known], dict[str, str]]:
        """What a view is computed with besides records: what the registry knows; fingerprints of all that."""
        known = self._known()
        made = fingerprint(known), _hash(self.ontology), stories.version()
        return known, dict(zip(HASHES, made, strict=True))

    def forget(self) -> None:
        """Drop what is kept in memory of the stored records, after they were written past the view."""
        self._view = None

    @abstractmethod
    def read(self, query: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The rows of a query of our own, as maps. Raises InputError."""

    @abstractmethod
    def commit(self, statements: Sequence[Write]) -> None:
        """Run write statements as one transaction. Raises InputError where nothing of it is stored."""

    def inherit(self, heirs: Mapping[str, str | None]) -> tuple[list[Write], set[str]]:
        """What to write before actors are deleted that became others (None: no other), and which then stay.

        Nothing where none but us writes; see loaders.heirs.
        """
        return [], set()

    @abstractmethod
    def query(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        """Run a read-only Cypher query; values are only ever passed as parameters."""

    @abstractmethod
    def warm(self) -> None:
        """Make ready what the first look-up would wait for; may run in a thread beside queries."""

    @abstractmethod
    def close(self) -> None:
        """Flush and let go of the store."""

    @abstractmethod
    def _one_line(self) -> AbstractContextManager[None]:
        """Turn the errors of what is behind the store into InputError."""

    def check_writable(self) -> None:
        """Raise InputError where the store was opened to read, or a load into it is not finished."""
        if self._read_only:
            raise InputError(f"{self.where}: was opened to read only; open it for writing")

    def _writable(self) -> View:
        self.check_writable()
        if self._view is None:
            check_whole(self.where, self.meta())
            known, hashes = self.grounds()
            view = View(known, self.ontology)
            records = map(view.slim, self.extractions())
            while some := list(islice(records, SOME)):
                view.change(put=some)
            view.change(judgements=self.judgements())
            self.find_foreign()
            self._refresh(view, hashes)
            self._view = view
        return self._view

    def _refresh(self, view: View, hashes: Mapping[str, str]) -> None:
        """Write the view again where it was computed with another registry, ontology or measure of likeness.

        An actor that stays keeps its node, and with it what an analyst tied to it by hand.
        """
        meta = self.meta()
        if all(meta.get(key) == value for key, value in hashes.items()):
            return
        for label, ids in read_quoted(self.read, self.ontology).items():
            if ids:  # the registry's own records may have changed as a whole
                self.commit([(cypher.delete_nodes(label, self.ontology), {"ids": ids})])
        delta = view.delta()
        actors = delta.clusters.actors
        actors |= dict.fromkeys(actor_ids(self.read, self.ontology) - actors.keys())
        delta.edges.update(dict.fromkeys(read_edge_keys(self.read, self.ontology) - delta.edges.keys()))
        self.spare(actors)
        self.commit([(cypher.NAME_KIND, {}), *writes(view, delta, self.ontology), mark(hashes)])

    def _change(
        self, view: View, gone: Sequence[str], put: Sequence[Extraction], arrived: Document | None = None
    ) -> None:
        texts = {document: self._text(document) for document in gone}
        if arrived is not None:
            texts[arrived.id] = arrived.text
        with self._doubt():
            records = [view.records[document] for document in gone]
            delta = view.change(gone, put)
            self.spare(delta.clusters.actors)
            first, spared = self.inherit({name: delta.heirs.get(name) for name in delta.clusters.gone})
            whole = [replace(r, document=replace(r.document, text=texts[r.document.id])) for r in put]
            self.commit([*first, *writes(view, delta, self.ontology, records, whole, spared=spared)])

    def find_foreign(self) -> None:
        """Note which actors are an analyst's own."""
        self.foreign = frozenset(row["id"] for row in self.read(cypher.FOREIGN_ACTORS, {}))

    def spare(self, actors: Iterable[str]) -> None:
        """Raise InputError where an analyst's own node has the id that one of ours needs."""
        for actor in sorted(self.foreign.intersection(actors)):
            raise InputError(f"{self.where}: an Actor made by hand has the id {actor!r}; give it another id")

    def _text(self, document: str) -> str:
        return str(self.read(cypher.READ_TEXT, {"id": document})[0]["text"])

    @contextmanager
    def _doubt(self) -> Iterator[None]:
        """While a change is written; where that fails, the view is read again from what is stored."""
        view, self._view = self._view, None
        yield
        self._view = view


def mark(properties: Mapping[str, Any]) -> Write:
    """The statement that notes properties of the store itself; None takes one away."""
    return cypher.MARK, {"properties": {"version": VERSION, **properties}}


def upgrades(found: int) -> list[cypher.Upgrade]:
    """What brings a store from version `found` to this one; the mark of it comes after."""
    return [step for version in range(found + 1, VERSION + 1) for step in cypher.UPGRADES.get(version, ())]


def check_whole(where: str, meta: Mapping[str, Any]) -> None:
    """Raise InputError for a store that a `load` into it left unfinished."""
    if meta.get("loading"):
        raise InputError(f"{where}: a load or import into it was interrupted; run the same command again")


def check_version(where: object, found: object) -> int:
    """The version that a store was written in. Raises InputError for one of a newer backchannel."""
    if not isinstance(found, int) or found < 0:
        raise InputError(f"{where}: is not a store of backchannel (no version in it); name another")
    if found > VERSION:
        raise InputError(
            f"{where}: was written by a newer backchannel (store version {found}, this one reads up to "
            f"{VERSION}); update backchannel or name another"
        )
    return found


def _hash(ontology: Ontology) -> str:
    rules = [(name, rule.symmetric, rule.nature) for name, rule in sorted(ontology.predicates.items())]
    return hashlib.sha256(repr((sorted(ontology.types), rules)).encode()).hexdigest()[:20]
