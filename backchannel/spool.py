"""What a large pile gave, on disk until all of it is read: only then does a store grow that lies in memory.

It stays where a build is interrupted, and what it holds is not read again; no one else reads it.
"""

import json
import sqlite3
from collections.abc import Generator, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

from backchannel.pile import Item
from backchannel.progress import Run
from backchannel.reader import Reader
from backchannel.reading import Outcome
from backchannel.report import Refusal
from graph.model import Extraction, InputError

Dated = tuple[Item, str | None]  # an item and its fingerprint
FILES, BYTES = 1_000, 4_000_000  # what is a large pile; less of it goes into the store as it is read
_SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS made (signature TEXT);
CREATE TABLE IF NOT EXISTS item (number INTEGER PRIMARY KEY, name TEXT UNIQUE, state TEXT);
CREATE TABLE IF NOT EXISTS outcome (item INTEGER, row TEXT);
CREATE INDEX IF NOT EXISTS of_item ON outcome (item);
"""


def is_large(items: Sequence[Dated]) -> bool:
    """Whether so much is to be read that it is kept on disk first."""
    return len(items) >= FILES or sum(item.size for item, _ in items) >= BYTES


class Spool:
    """Outcomes by item, in a file of SQLite; `made` is what they were read by (fresh.signature)."""

    def __init__(self, file: Path, made: str) -> None:
        """Open the file; what is in it is dropped where it was read by something else, or is damaged."""
        self._file = file
        try:
            self._sql = self._open(made)
        except sqlite3.DatabaseError:
            self.remove()
            self._sql = self._open(made)

    def read(self, items: Sequence[Dated], reader: Reader, run: Run) -> Generator[Outcome, None, None]:
        """What comes of the items, in their order: all are read before the first is given."""
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
                for (row,) in self._sql.execute(
                    "SELECT row FROM outcome WHERE item = (SELECT number FROM item WHERE name = ?) ORDER BY rowid",
                    (item.name,),
                ):
                    yield Outcome(number, _found(row))
                yield Outcome(number, None)
        except sqlite3.Error as error:
            raise InputError(f"{self._file}: cannot be written ({error}); make room for it") from error

    def close(self) -> None:
        """Let go of the file."""
        self._sql.close()

    def remove(self) -> None:
        """Take the file away, as all of it is in the store."""
        if hasattr(self, "_sql"):
            self._sql.close()
        for end in ("", "-wal", "-shm"):
            self._file.with_name(self._file.name + end).unlink(missing_ok=True)

    def _open(self, made: str) -> sqlite3.Connection:
        sql = sqlite3.connect(self._file, isolation_level=None)
        try:
            sql.executescript(_SCHEMA)
            if sql.execute("SELECT signature FROM made").fetchall() != [(made,)]:
                sql.executescript("DELETE FROM outcome; DELETE FROM item; DELETE FROM made;")
                sql.execute("INSERT INTO made VALUES (?)", (made,))
        except BaseException:
            sql.close()
            raise
        return sql

    def _there(self, items: Sequence[Dated], reader: Reader) -> set[str]:
        """Names of the items that were read, as they are now; others of their names are dropped."""
        states = {item.name: _state(now, reader) for item, now in items}
        held = dict(self._sql.execute("SELECT name, state FROM item WHERE state IS NOT NULL"))
        return {name for name, state in states.items() if state is not None and held.get(name) == state}

    def _take(self, items: Sequence[Dated], reader: Reader, run: Run) -> None:
        """Read items; each is kept as a whole, or not at all."""
        self._sql.execute("BEGIN")
        with closing(reader.read([item for item, _ in items], run)) as found:
            begun = -1
            for number, what in found:
                item, now = items[number]
                if number != begun:
                    begun, row = number, self._begin(item.name)
                if what is not None:
                    self._sql.execute("INSERT INTO outcome VALUES (?, ?)", (row, _row(what)))
                    if isinstance(what, Extraction):
                        run.finish(what.document.words)
                    continue
                self._sql.execute("UPDATE item SET state = ? WHERE number = ?", (_state(now, reader), row))
                self._sql.execute("COMMIT")
                self._sql.execute("BEGIN")
                run.leave(item.size)
        self._sql.execute("COMMIT")

    def _begin(self, name: str) -> int | None:
        """The number of an item, of which nothing is kept yet."""
        self._sql.execute(
            "DELETE FROM outcome WHERE item = (SELECT number FROM item WHERE name = ?)", (name,)
        )
        return self._sql.execute("INSERT OR REPLACE INTO item (name) VALUES (?)", (name,)).lastrowid


def _state(now: str | None, reader: Reader) -> str | None:
    """What an item was when it was read; None where that cannot be told."""
    return None if now is None else json.dumps([now, reader.by_hand.given])


def _row(what: Extraction | Refusal) -> str:
    kind = "extraction" if isinstance(what, Extraction) else "refusal"
    return json.dumps({kind: _kinds()[kind].dump_python(what)})


def _found(row: str) -> Extraction | Refusal:
    ((kind, values),) = json.loads(row).items()
    found: Extraction | Refusal = _kinds()[kind].validate_python(values)
    return found


@cache
def _kinds() -> Any:
    from pydantic import TypeAdapter

    return {"extraction": TypeAdapter(Extraction), "refusal": TypeAdapter(Refusal)}
