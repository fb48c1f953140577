"""What a large pile gave, on disk until all of it is read: only then does a store grow that lies in memory.

It stays where a build is interrupted, and an item that it holds is not read again (an archive that was not read to
its end is). No one else reads it.
"""

import json
import os
import sqlite3
from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

from backchannel.pile import Item, is_url
from backchannel.progress import Run
from backchannel.reader import Reader
from backchannel.reading import Outcome
from backchannel.report import Refusal
from graph.model import Extraction, InputError

Dated = tuple[Item, str | None]  # an item and its fingerprint
FILES, BYTES = 1_000, 4_000_000  # what is a large pile; less of it goes into the store as it is read
PACKED = frozenset({".bz2", ".gz", ".tgz", ".xz", ".zip"})
UNPACKED = 6  # times the size, as text is
_SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS made (signature TEXT);
CREATE TABLE IF NOT EXISTS item (number INTEGER PRIMARY KEY, name TEXT UNIQUE, state TEXT);
CREATE TABLE IF NOT EXISTS outcome (item INTEGER, row TEXT);
CREATE INDEX IF NOT EXISTS of_item ON outcome (item);
"""
_LOOK = "SELECT i.number, i.name, i.state, o.row FROM item i JOIN outcome o ON o.item = i.number LIMIT 0"
_ROWS = "SELECT row FROM outcome WHERE item = (SELECT number FROM item WHERE name = ?) ORDER BY rowid"
_DROP = "DELETE FROM outcome WHERE item = (SELECT number FROM item WHERE name = ?)"
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})


def is_large(items: Sequence[Dated]) -> bool:
    """Whether so much is to be read that it is kept on disk first."""
    sizes = (item.size * (UNPACKED if item.path.suffix.lower() in PACKED else 1) for item, _ in items)
    return len(items) >= FILES or sum(sizes) >= BYTES


class Spool:
    """Outcomes by item, in a file of SQLite; `made` is what they were read by (fresh.signature)."""

    def __init__(self, file: Path, made: str) -> None:
        """Open the file; what is in it is dropped where it was read by something else, or is damaged.

        Raises InputError where it cannot be written.
        """
        self._file = file
        self._sql: sqlite3.Connection | None = None
        if file.is_symlink():  # it would lead elsewhere
            file.unlink()
        try:
            try:
                self._sql = self._open(made)
            except sqlite3.DatabaseError as error:
                if not _damaged(error):
                    raise
                self.remove()
                self._sql = self._open(made)
        except (sqlite3.Error, OSError) as error:
            raise self._unusable(error) from error

    def read(self, items: Sequence[Dated], reader: Reader, run: Run) -> Generator[Outcome, None, None]:
        """What comes of the items, in their order: all are read before the first is given. Raises InputError."""
        try:
            there = self._there(items, reader)
            todo = [(item, now) for item, now in items if item.name not in there]
            for item, _ in items:
                if item.name in there:
                    run.leave(item.size)
            self._take(todo, reader, run)
            reader.release()
            run.begin("writing")
            for number, (item, _) in enumerate(items):
                for (row,) in self._run(_ROWS, item.name):
                    yield Outcome(number, self._found(row))
                yield Outcome(number, None)
        except sqlite3.Error as error:
            raise self._unusable(error) from error

    def finish(self, names: Iterable[str]) -> None:
        """Forget items that are in the store now, and files that are gone; the file goes with the last."""
        try:
            left = {name for (name,) in self._run("SELECT name FROM item")}
            gone = {name for name in left if not is_url(name) and not os.path.exists(name)}
            done = gone | set(names)
            if left <= done:
                self.remove()
                return
            self._run("BEGIN")
            for name in sorted(done & left):
                self._run(_DROP, name)
                self._run("DELETE FROM item WHERE name = ?", name)
            self._run("COMMIT")
        except sqlite3.Error as error:
            raise self._unusable(error) from error

    def close(self) -> None:
        """Let go of the file."""
        if self._sql is not None:
            self._sql.close()
            self._sql = None

    def remove(self) -> None:
        """Take the file away."""
        self.close()
        for end in ("", "-wal", "-shm"):
            self._file.with_name(self._file.name + end).unlink(missing_ok=True)

    def _run(self, statement: str, *values: object) -> sqlite3.Cursor:
        assert self._sql is not None, "the spool is closed"
        return self._sql.execute(statement, values)

    def _open(self, made: str) -> sqlite3.Connection:
        sql = sqlite3.connect(self._file, isolation_level=None)
        try:
            sql.executescript(_SCHEMA)
            sql.execute(_LOOK)
            if sql.execute("SELECT signature FROM made").fetchall() != [(made,)]:
                sql.executescript("DELETE FROM outcome; DELETE FROM item; DELETE FROM made;")
                sql.execute("INSERT INTO made VALUES (?)", (made,))
        except BaseException:
            sql.close()
            raise
        return sql

    def _unusable(self, error: Exception) -> InputError:
        """What an error means for the user; a damaged file is taken away."""
        if isinstance(error, OSError):
            return InputError(f"{self._file}: cannot be used ({error.strerror}); move it away")
        if isinstance(error, sqlite3.Error) and not _damaged(error):
            return InputError(f"{self._file}: cannot be written ({error}); make room for it")
        self.remove()
        return InputError(f"{self._file}: was damaged ({error}) and is removed; run the build again")

    def _found(self, row: str) -> Extraction | Refusal:
        try:
            ((kind, values),) = json.loads(row).items()
            found: Extraction | Refusal = _kinds()[kind].validate_python(values)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise self._unusable(ValueError("a row is none of ours")) from error
        return found

    def _there(self, items: Sequence[Dated], reader: Reader) -> set[str]:
        """Names of the items that were read as they are now."""
        states = {item.name: _state(now, reader) for item, now in items}
        held = dict(self._run("SELECT name, state FROM item WHERE state IS NOT NULL"))
        return {name for name, state in states.items() if state is not None and held.get(name) == state}

    def _take(self, items: Sequence[Dated], reader: Reader, run: Run) -> None:
        """Read items; each is kept as a whole, or not at all."""
        self._run("BEGIN")
        with closing(reader.read([item for item, _ in items], run)) as found:
            begun = -1
            for number, what in found:
                item, now = items[number]
                if number != begun:
                    begun, row = number, self._begin(item.name)
                if what is not None:
                    self._run("INSERT INTO outcome VALUES (?, ?)", row, _row(what))
                    if isinstance(what, Extraction):
                        run.finish(what.document.words)
                    continue
                self._run("UPDATE item SET state = ? WHERE number = ?", _state(now, reader), row)
                self._run("COMMIT")
                self._run("BEGIN")
                run.leave(item.size)
        self._run("COMMIT")

    def _begin(self, name: str) -> int | None:
        """The number of an item, of which nothing is kept yet."""
        self._run(_DROP, name)
        return self._run("INSERT OR REPLACE INTO item (name) VALUES (?)", name).lastrowid


def _damaged(error: sqlite3.Error) -> bool:
    """Whether a file is none of SQLite, broken, or of other tables than ours."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in _DAMAGED


def _state(now: str | None, reader: Reader) -> str | None:
    """What an item was when it was read; None where that cannot be told."""
    return None if now is None else json.dumps([now, reader.by_hand.given])


def _row(what: Extraction | Refusal) -> str:
    kind = "extraction" if isinstance(what, Extraction) else "refusal"
    return json.dumps({kind: _kinds()[kind].dump_python(what)})


@cache
def _kinds() -> Any:
    from pydantic import TypeAdapter

    return {"extraction": TypeAdapter(Extraction), "refusal": TypeAdapter(Refusal)}
