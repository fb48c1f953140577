"""Rows of a graph on disk, in a temporary SQLite file: what is larger than memory passes through here.

The file is in the folder for temporary files (TMPDIR) and gone when the scratch is closed.
"""

import json
import pickle
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from graph.model import InputError
from graph.statements import Node
from loaders.rows import LABELS, SIZE, SIZES, STARTS, Kind, Row, Source

_SCHEMA = """
PRAGMA journal_mode = MEMORY;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -65536;
CREATE TABLE node (id TEXT, label TEXT, document TEXT, row BLOB, PRIMARY KEY (id, label)) WITHOUT ROWID;
CREATE INDEX node_label ON node (label, id);
CREATE TABLE link (start TEXT, label TEXT, type TEXT, end_label TEXT, end TEXT, row BLOB);
CREATE TABLE mention (number INTEGER PRIMARY KEY, id TEXT, root INTEGER, actor TEXT);
"""
_INDEXES = """
CREATE INDEX IF NOT EXISTS link_start ON link (start);
CREATE INDEX IF NOT EXISTS node_document ON node (document) WHERE document IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS mention_id ON mention (id);
"""
# Where rows come from records, actors are not known at first: a link to one names a mention of it.
_LINKS = """
SELECT l.start, l.type, l.end_label, coalesce(m.actor, l.end), l.row
FROM link AS l LEFT JOIN mention AS m ON l.end_label = 'Actor' AND m.id = l.end
"""


class Scratch:
    """A Source of rows that is written once, then read; use as a context manager or close it."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="backchannel-")
        path = Path(self._folder.name) / "rows.sqlite"
        self.sql = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self.sql.executescript(_SCHEMA)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Throw the rows away."""
        self.sql.close()
        self._folder.cleanup()

    def add_nodes(self, nodes: Iterable[Node]) -> None:
        """Write nodes. Raises sqlite3.IntegrityError where one of the label and id is there."""
        self.sql.executemany("INSERT INTO node VALUES (?, ?, ?, ?)", map(_row, nodes))

    def add_links(self, kind: Kind, rows: Iterable[Row]) -> None:
        """Write relationships of a kind: `source`, `target`, `properties`."""
        start, type_, end = kind
        self.sql.executemany(
            "INSERT INTO link VALUES (?, ?, ?, ?, ?, ?)",
            (
                (row["source"], start, type_, end, row["target"], pickle.dumps(row["properties"]))
                for row in rows
            ),
        )

    def index(self) -> None:
        """Make what was written quick to find; call it before reading."""
        self.sql.executescript(_INDEXES)

    def count(self, label: str) -> int:
        """The number of nodes with a label."""
        return int(self.sql.execute("SELECT count(*) FROM node WHERE label = ?", (label,)).fetchone()[0])

    def pieces(self, label: str, size: int) -> Iterator[list[str]]:
        """The ids of all nodes with a label, in order, in lists of this size."""
        query = "SELECT id FROM node WHERE label = ? AND id > ? ORDER BY id LIMIT ?"
        last: str | int = 0  # every text is greater than a number
        while True:
            found = [name for (name,) in self.sql.execute(query, (label, last, size))]
            if not found:
                return
            yield found
            last = found[-1]

    def among(self, label: str, ids: Sequence[str]) -> set[str]:
        """Which of these ids are those of nodes with the label."""
        query = "SELECT id FROM node WHERE label = ? AND id IN (SELECT value FROM json_each(?))"
        return {name for (name,) in self.sql.execute(query, (label, json.dumps(ids)))}

    def nodes(self, label: str, ids: Sequence[str]) -> list[Node]:
        """Nodes by their ids."""
        query = "SELECT row FROM node WHERE label = ? AND id IN (SELECT value FROM json_each(?)) ORDER BY id"
        return [Node(*pickle.loads(row)) for (row,) in self.sql.execute(query, (label, json.dumps(ids)))]

    def links(self, label: str, ids: Sequence[str]) -> Mapping[Kind, list[Row]]:
        """Relationships that leave the nodes with these ids, by kind."""
        query = _LINKS + "WHERE l.label = ? AND l.start IN (SELECT value FROM json_each(?)) ORDER BY l.rowid"
        found: defaultdict[Kind, list[Row]] = defaultdict(list)
        for start, type_, end_label, end, row in self.sql.execute(query, (label, json.dumps(ids))):
            properties = pickle.loads(row)
            found[Kind(label, type_, end_label)].append(
                {"source": start, "target": end, "properties": properties}
            )
        return found

    def node(self, name: str) -> Node:
        """The node with an id. Raises KeyError."""
        row = self.sql.execute("SELECT row FROM node WHERE id = ?", (name,)).fetchone()
        if row is None:
            raise KeyError(name)
        return Node(*pickle.loads(row[0]))

    def out(self, name: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Type, end and properties of the relationships that leave a node."""
        for _, type_, _, end, row in self.sql.execute(_LINKS + "WHERE l.start = ?", (name,)):
            yield type_, end, pickle.loads(row)

    def of(self, document: str, label: str) -> list[Node]:
        """The mentions or statements of a document, by id."""
        query = "SELECT row FROM node WHERE document = ? AND label = ? ORDER BY id"
        return [Node(*pickle.loads(row)) for (row,) in self.sql.execute(query, (document, label))]


def _row(node: Node) -> tuple[str, str, str | None, bytes]:
    name, document = node.properties["id"], node.properties.get("document")
    return name, node.labels[0], document, pickle.dumps((node.labels, node.properties))


def spool(source: Source) -> Scratch:
    """All rows of a source, in a scratch, a piece at a time."""
    scratch = Scratch()
    try:
        for label in LABELS:
            for some in source.pieces(label, SIZES.get(label, SIZE)):
                scratch.add_nodes(source.nodes(label, some))
        for label in STARTS:
            for some in source.pieces(label, SIZE):
                for kind, rows in source.links(label, some).items():
                    scratch.add_links(kind, rows)
        scratch.index()
    except sqlite3.Error as error:
        scratch.close()
        raise full(error) from error
    except BaseException:
        scratch.close()
        raise
    return scratch


def full(error: Exception) -> InputError:
    """What to say where a scratch cannot be written."""
    return InputError(
        f"{tempfile.gettempdir()}: cannot hold what passes through it ({error}); make room, or set TMPDIR"
    )
