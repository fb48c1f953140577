"""Mappings whose values lie on disk: what is kept for later but need not be in memory.

All of one view share a temporary database of SQLite, which goes with them (in the folder for temporary
files, SQLITE_TMPDIR or TMPDIR). It is held in memory as long as it is small.
"""

import pickle
import sqlite3
import weakref
from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from typing import Any, TypeVar

from graph.model import InputError

V = TypeVar("V")
RECENT = 200  # values of a shelf that may be in memory
_SETUP = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -8192;
BEGIN;
"""  # nothing is ever committed: what is more than the cache goes to the file


class Shelves:
    """A temporary database and the mappings in it."""

    def __init__(self) -> None:
        self._sql = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        weakref.finalize(self, self._sql.close)
        self._sql.executescript(_SETUP)

    def shelf(self, name: str, like: type[V]) -> "Shelf[V]":
        """An empty mapping of texts to values of this type; each name once."""
        self.run(f"CREATE TABLE {name} (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID")
        return Shelf(self, name)

    def run(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a statement of SQL. Raises InputError where the disk is full."""
        try:
            return self._sql.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise _full(error) from error

    def run_many(self, statement: str, values: Iterable[Sequence[Any]]) -> None:
        """Run a statement with each of these values. Raises InputError where the disk is full."""
        try:
            self._sql.executemany(statement, values)
        except sqlite3.Error as error:
            raise _full(error) from error


class Shelf(MutableMapping[str, V]):
    """A mapping of texts to values that are pickled; keys come in their order. A value must not be changed.

    The last values used are in memory; of those, what is new is written when they are too many.
    """

    def __init__(self, shelves: Shelves, name: str) -> None:
        self._run, self._run_many, self._name = shelves.run, shelves.run_many, name
        self._recent: dict[str, V] = {}
        self._new: set[str] = set()

    def __getitem__(self, key: str) -> V:
        if key not in self._recent:
            found = self._run(f"SELECT value FROM {self._name} WHERE key = ?", (key,))
            if not found:
                raise KeyError(key)
            self._keep(key, pickle.loads(found[0][0]))
        return self._recent[key]

    def __setitem__(self, key: str, value: V) -> None:
        self._recent.pop(key, None)
        self._new.add(key)
        self._keep(key, value)

    def __delitem__(self, key: str) -> None:
        if key not in self:
            raise KeyError(key)
        self._recent.pop(key, None)
        self._new.discard(key)
        self._run(f"DELETE FROM {self._name} WHERE key = ?", (key,))

    def __contains__(self, key: object) -> bool:
        there = key in self._recent
        return there or bool(self._run(f"SELECT 1 FROM {self._name} WHERE key = ?", (key,)))

    def __iter__(self) -> Iterator[str]:
        self._write()
        after, last = ">=", ""
        query = f"SELECT key FROM {self._name} WHERE key {{}} ? ORDER BY key LIMIT 500"
        while rows := self._run(query.format(after), (last,)):
            after, last = ">", rows[-1][0]
            yield from (key for (key,) in rows)

    def __len__(self) -> int:
        self._write()
        return int(self._run(f"SELECT count(*) FROM {self._name}")[0][0])

    def put(self, key: str, value: V) -> None:
        """Set what is not empty; a key with an empty value is taken out."""
        if value:
            self[key] = value
        else:
            self.pop(key, None)

    def _keep(self, key: str, value: V) -> None:
        self._recent[key] = value
        if len(self._recent) > RECENT:
            self._write()
            for old in list(self._recent)[: RECENT // 2]:
                del self._recent[old]

    def _write(self) -> None:
        rows = [(key, pickle.dumps(self._recent[key])) for key in sorted(self._new)]
        self._run_many(f"INSERT OR REPLACE INTO {self._name} VALUES (?, ?)", rows)
        self._new.clear()


def _full(error: sqlite3.Error) -> InputError:
    return InputError(f"the folder for temporary files is full ({error}); make room, or set TMPDIR")
