"""The embedded store: kglite in a folder, no server."""

import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import kglite

from graph.model import InputError
from graph.ontology import Ontology
from loaders import cypher
from loaders.base import VERSION, BaseStore, KnownActors, check_version, check_whole, mark
from loaders.errors import line, one_line, opening
from loaders.folder import FILE, check_folder, make_folder, migrate
from loaders.guard import check_read_only
from loaders.store import SIMPLE, Rows
from loaders.writing import Write

LOG = 16 * 2**20  # bytes of a log that is left as it is
SETTLED = 64 * 2**20  # bytes of a file that is worth it to be written twice
EMPTY_LOG = 5  # bytes of a log of kglite without an entry: its magic number and version


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
        check_whole(str(folder), _meta(session))
        return EmbeddedStore(folder, session, known, ontology, True, copy)
    if not exists:
        make_folder(folder)
    with opening(folder):
        session = kglite.open_session(str(folder / FILE), durable="full", auto_checkpoint_wal_mib=0)
    try:
        if _is_empty(session):
            statement, parameters = mark({})
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
    return EmbeddedStore(folder, session, known, ontology, False)


class EmbeddedStore(BaseStore):
    """A Store on kglite. One process writes, any number read; use as a context manager or close it."""

    def __init__(
        self,
        folder: Path,
        session: kglite.Session,
        known: KnownActors,
        ontology: Ontology,
        read_only: bool,
        copy: "tempfile.TemporaryDirectory[str] | None" = None,
    ) -> None:
        super().__init__(str(folder), known, ontology, read_only)
        self._folder = folder
        self._session = session
        self._copy = copy
        self._reading: kglite.KnowledgeGraph | None = None
        self._folded = False

    @property
    def beside(self) -> Path:
        """A file in the folder, as the graph is in memory while it is open."""
        return self._folder / f"{FILE}-read"

    def query(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        """Run a read-only Cypher query; values are only ever passed as parameters."""
        check_read_only(cypher)
        try:
            found = self._reader().cypher(cypher, params=dict(parameters or {}), hide_structural_keys=True)
        except (kglite.KgError, ValueError) as error:
            raise InputError(f"the query failed: {line(error)}") from error
        if isinstance(found, str):
            raise InputError("the query is refused: FORMAT CSV gives no rows; leave it out")
        columns, rows = tuple(found.columns), found.to_list()
        return Rows(
            columns, tuple(zip(*(_values([row[name] for row in rows]) for name in columns), strict=True))
        )

    def warm(self) -> None:
        """Have kglite index the ids of statements, as its first look-up does: half a second of a million."""
        query = "UNWIND $ids AS id MATCH (s:Statement {id: id})-[:STATED_IN]->(d:Document) RETURN d.id AS id"
        self._session.cypher(query, params={"ids": [""]})

    def close(self) -> None:
        """Flush and let go of the store."""
        self._reading = None
        if self._copy is not None:
            self._copy.cleanup()
        elif not self._read_only and self._folder.exists():
            with self._one_line():
                self._session.close()
            if self._folded and _size(self._folder / FILE) >= SETTLED:
                self._folded = False
                self._settle()

    def read(self, query: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The rows of a query of our own, as maps."""
        found: Any = self._reader().cypher(query, params=dict(parameters))
        rows: list[dict[str, Any]] = found.to_list()
        return rows

    def commit(self, statements: Sequence[Write]) -> None:
        """Run write statements as one transaction."""
        self._reading = None  # else kglite would copy what it holds before it writes
        with self._one_line():
            transaction = self._session.begin()
            try:
                for statement, parameters in statements:
                    _run(transaction, statement, parameters)
                transaction.commit()
            except BaseException:
                if transaction.active:
                    transaction.rollback()
                raise
            self._fold()

    def _reader(self) -> kglite.KnowledgeGraph:
        """What reads the graph as it is now; making one takes longer than most queries."""
        if self._reading is None:
            self._reading = self._session.cursor()
            self._reading.read_only(True)
        return self._reading

    def _fold(self) -> None:
        """Write the log into the file where it has grown larger than that.

        kglite would do so in a thread beside further writes, for which it copies the whole graph.
        """
        log, file = (_size(self._folder / name) for name in (f"{FILE}-wal", FILE))
        if log > max(LOG, file):
            self._session.save()
            self._folded = True

    def _settle(self) -> None:
        """Write a large file once more after it was opened anew: then kglite stores its long columns as they are.

        What it writes from a graph that grew in memory is packed, and every reader would unpack it to another
        file first, which takes a third of the time to open a million statements. Not done where another
        process writes by now.
        """
        path = str(self._folder / FILE)
        del self._session  # there is not room for two
        try:
            self._session = kglite.open_session(path, durable="full", auto_checkpoint_wal_mib=0)
            self._session.save()
            self._session.close()
        except kglite.WriterLeaseHeldError:
            self._session = kglite.open_session(path)

    def _one_line(self) -> AbstractContextManager[None]:
        return one_line(self._folder)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _run(transaction: "kglite.SessionTransaction", statement: str, parameters: dict[str, Any]) -> None:
    try:
        transaction.cypher(statement, params=parameters, timeout_ms=0)
    except TypeError as error:  # what kglite says of a string with half a surrogate pair
        raise UnicodeError(line(error)) from error


def _snapshot(folder: Path) -> "tuple[kglite.Session, tempfile.TemporaryDirectory[str] | None]":
    """What was committed last, opened: the file itself where its log is empty, as a writer puts another
    in its place and never writes into it; else a copy of both, the log first, as a checkpoint may come between.
    """
    for left in reversed(range(5)):
        copy = None
        try:
            if os.name == "posix" and (folder / FILE).exists() and _size(folder / f"{FILE}-wal") <= EMPTY_LOG:
                return kglite.open_session(str(folder / FILE)), None
            copy = tempfile.TemporaryDirectory(prefix="backchannel-")
            for name in (f"{FILE}-wal", FILE):
                if (folder / name).exists():
                    shutil.copyfile(folder / name, Path(copy.name) / name)
            return kglite.open_session(str(Path(copy.name) / FILE), durable="normal"), copy
        except BaseException as error:
            if copy is not None:
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


def _values(column: list[Any]) -> list[Any]:
    return column if SIMPLE.issuperset(map(type, column)) else [_plain(value) for value in column]


def _plain(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return list(value) if SIMPLE.issuperset(map(type, value)) else [_plain(item) for item in value]
    if isinstance(value, (date, datetime, time)):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value
