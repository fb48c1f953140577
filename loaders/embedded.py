"""The embedded store: kglite in a folder, no server."""

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import kglite
import networkx as nx

from graph.model import Document, Extraction, InputError, Judgement, make_id
from graph.ontology import Ontology
from graph.resolve.known import Known, fingerprint
from graph.statements import read_judgement
from graph.view import View
from loaders import cypher
from loaders.errors import line, one_line, opening
from loaders.folder import FILE, VERSION, check_folder, check_version, make_folder, migrate
from loaders.guard import check_read_only
from loaders.reading import read_documents, read_extractions, read_graph, read_nodes
from loaders.store import Rows
from loaders.writing import Write, writes

KnownActors = Callable[[], Mapping[str, Known]]


def open_embedded(
    folder: Path, known: KnownActors, ontology: Ontology, *, create: bool, read_only: bool
) -> "EmbeddedStore":
    """Open the store in a folder, and make a new one with `create`.

    Read-only opens what was committed last, also while another process writes; nothing in the
    folder is touched then. Raises InputError with one line that names the folder and the way out.
    """
    kglite.set_query_warning_policy("silent")
    exists = check_folder(folder, create and not read_only)
    if read_only:
        with opening(folder):
            session, copy = _snapshot(folder)
        if _is_empty(session):
            raise InputError(f"{folder}: there is no store here yet; its first build has not begun to write")
        if _version(folder, session) < VERSION:
            raise InputError(f"{folder}: is of an older version; open it for writing once, to migrate it")
        return EmbeddedStore(folder, session, known, ontology, copy)
    if not exists:
        make_folder(folder)
    with opening(folder):
        session = kglite.open_session(str(folder / FILE), durable="full")
    try:
        if _is_empty(session):
            statement, parameters = _mark({})
            session.execute(statement, params=parameters)
            session.save()
        found = _version(folder, session)
    except BaseException:
        session.close()
        raise
    if found < VERSION:
        session.close()
        migrate(folder, found)
        return open_embedded(folder, known, ontology, create=create, read_only=read_only)
    return EmbeddedStore(folder, session, known, ontology, None)


class EmbeddedStore:
    """A Store on kglite. One process writes, any number read; use as a context manager or close it."""

    def __init__(
        self,
        folder: Path,
        session: kglite.Session,
        known: KnownActors,
        ontology: Ontology,
        copy: "tempfile.TemporaryDirectory[str] | None",
    ) -> None:
        self._folder = folder
        self._session = session
        self._known = known
        self._copy = copy
        self._ontology = ontology
        self._view: View | None = None

    def __enter__(self) -> "EmbeddedStore":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def put(self, extraction: Extraction) -> bool:
        """Write one document's records, replace what came from its source; False if nothing changed."""
        view = self._writable()
        with one_line(self._folder):
            slim = _slim(extraction)
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
            with self._transaction() as run:
                delta = view.change(judgements=[judgement])
                run(writes(view, delta, self._ontology, judged=[judgement.id]))

    def documents(self) -> Sequence[Document]:
        """All documents, by id."""
        return read_documents(self._read, self._ontology)

    def extractions(self) -> Iterator[Extraction]:
        """All records again, document by document, by document id."""
        return read_extractions(self._read, self._ontology)

    def judgements(self) -> Sequence[Judgement]:
        """All judgements, by id."""
        nodes = read_nodes(self._read, "Judgement", self._ontology)
        return sorted((read_judgement(node.properties) for node in nodes), key=lambda judgement: judgement.id)

    def graph(self) -> "nx.MultiDiGraph[str]":
        """The whole store read back as graph.build gives it."""
        return read_graph(self._read, self._ontology)

    def query(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        """Run a read-only Cypher query; values are only ever passed as parameters."""
        check_read_only(cypher)
        try:
            found = _reader(self._session).cypher(
                cypher, params=dict(parameters or {}), hide_structural_keys=True
            )
        except (kglite.KgError, ValueError) as error:
            raise InputError(f"the query failed: {line(error)}") from error
        if isinstance(found, str):
            raise InputError("the query is refused: FORMAT CSV gives no rows; leave it out")
        columns = tuple(found.columns)
        rows = tuple(tuple(_plain(row[name]) for name in columns) for row in found.to_list())
        return Rows(columns, rows)

    def close(self) -> None:
        """Flush and let go of the store."""
        if self._copy is not None:
            self._copy.cleanup()
        elif self._folder.exists():
            with one_line(self._folder):
                self._session.close()

    def _read(self, query: str) -> list[dict[str, Any]]:
        found: Any = _reader(self._session).cypher(query)
        rows: list[dict[str, Any]] = found.to_list()
        return rows

    def _writable(self) -> View:
        if self._copy is not None:
            raise InputError(f"{self._folder}: was opened to read only; open it for writing")
        if self._view is None:
            known = self._known()
            view = View(known, self._ontology)
            view.change(put=map(_slim, self.extractions()), judgements=self.judgements())
            self._refresh(view, {"known": fingerprint(known), "ontology": _hash(self._ontology)})
            self._view = view
        return self._view

    def _refresh(self, view: View, hashes: Mapping[str, str]) -> None:
        """Write the view again where it was computed with another registry or ontology."""
        meta = _meta(self._session)
        if any(meta.get(key) != value for key, value in hashes.items()):
            old = [node.id for node in read_nodes(self._read, "Actor", self._ontology)]
            delete: Write = (cypher.delete_nodes("Actor", self._ontology), {"ids": old})
            with self._transaction() as run:
                run([delete, *writes(view, view.delta(), self._ontology), _mark(hashes)])

    def _change(
        self, view: View, gone: Sequence[str], put: Sequence[Extraction], arrived: Document | None = None
    ) -> None:
        texts = {document: self._text(document) for document in gone}
        if arrived is not None:
            texts[arrived.id] = arrived.text
        with self._transaction() as run:
            records = [view.records[document] for document in gone]
            delta = view.change(gone, put)
            whole = [replace(r, document=replace(r.document, text=texts[r.document.id])) for r in put]
            run(writes(view, delta, self._ontology, records, whole))

    def _text(self, document: str) -> str:
        found: Any = _reader(self._session).cypher(cypher.READ_TEXT, params={"id": document})
        return str(found.scalar())

    @contextmanager
    def _transaction(self) -> Iterator[Callable[[Iterable[Write]], None]]:
        """All or nothing; where it is nothing, the view is read again from what is stored."""
        view, self._view = self._view, None
        with one_line(self._folder):
            transaction = self._session.begin()
            try:
                yield lambda statements: _run(transaction, statements)
                transaction.commit()
            except BaseException:
                if transaction.active:
                    transaction.rollback()
                raise
        self._view = view


def _run(transaction: "kglite.SessionTransaction", statements: Iterable[Write]) -> None:
    for statement, parameters in statements:
        try:
            transaction.cypher(statement, params=parameters, timeout_ms=0)
        except TypeError as error:  # what kglite says of a string with half a surrogate pair
            raise UnicodeError(line(error)) from error


def _reader(session: kglite.Session) -> kglite.KnowledgeGraph:
    reader = session.cursor()
    reader.read_only(True)
    return reader


def _snapshot(folder: Path) -> "tuple[kglite.Session, tempfile.TemporaryDirectory[str]]":
    """A copy of the store and its log, opened: the log first, as a checkpoint may come in between."""
    for left in reversed(range(5)):
        copy = tempfile.TemporaryDirectory(prefix="backchannel-")
        try:
            for name in (f"{FILE}-wal", FILE):
                if (folder / name).exists():
                    shutil.copyfile(folder / name, Path(copy.name) / name)
            return kglite.open_session(str(Path(copy.name) / FILE), durable="normal"), copy
        except BaseException as error:
            copy.cleanup()
            if left == 0 or not isinstance(error, (kglite.KgError, OSError, ValueError, RuntimeError)):
                raise
    raise AssertionError


def _is_empty(session: kglite.Session) -> bool:
    return int(session.cypher(cypher.COUNT_NODES).scalar()) == 0


def _version(folder: Path, session: kglite.Session) -> int:
    return check_version(folder, _meta(session).get("version"))


def _meta(session: kglite.Session) -> dict[str, Any]:
    found = session.cypher(cypher.READ_META).to_list()
    return dict(found[0]["meta"]) if found else {}


def _mark(hashes: Mapping[str, str]) -> Write:
    return cypher.MARK, {"properties": {"version": VERSION, **hashes}}


def _hash(ontology: Ontology) -> str:
    rules = [(name, rule.symmetric, rule.nature) for name, rule in sorted(ontology.predicates.items())]
    return hashlib.sha256(repr((sorted(ontology.types), rules)).encode()).hexdigest()[:20]


def _slim(extraction: Extraction) -> Extraction:
    """An extraction with a hash in place of the text, which need not be kept in memory."""
    document = extraction.document
    return replace(extraction, document=replace(document, text=make_id("txt", document.text)))


def _plain(value: Any) -> Any:
    if isinstance(value, (date, datetime, time)):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value
