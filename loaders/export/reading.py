"""Archives read back: JSON lines of records, and folders or zips of Parquet files, streamed."""

import json
import sys
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from typing import IO, Any

from graph.model import Extraction, InputError, Judgement
from loaders.export import records
from loaders.export.records import Row

TABLES = ("documents", "mentions", "statements", "evidence", "judgements")


def read_archive(path: str) -> Iterator[Extraction | Judgement]:
    """The records in a file or folder (- is JSON lines from stdin), one document at a time.

    Raises InputError with one line that names the file and the place in it.
    """
    try:
        if path == "-":
            yield from records.read(_lines("stdin", sys.stdin.buffer))
        elif Path(path).is_dir() or zipfile.is_zipfile(path):
            yield from records.read(_parquet(Path(path)))
        else:
            with Path(path).open("rb") as file:
                yield from records.read(_lines(path, file))
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error})") from error


def _lines(name: str, file: Iterable[bytes]) -> Iterator[tuple[str, Row]]:
    empty = True
    for number, line in enumerate(file, 1):
        place = f"{name}: line {number}"
        try:
            row = json.loads(line) if line.strip() else None
        except (ValueError, RecursionError) as error:
            raise InputError(f"{place}: is not JSON ({error})") from error
        if row is None:
            continue
        if not isinstance(row, dict):
            raise InputError(f"{place}: is not a JSON object")
        empty = False
        yield place, row
    if empty:
        raise InputError(f"{name}: is empty")


def _parquet(path: Path) -> Iterator[tuple[str, Row]]:
    """Rows as in JSON lines: each table is in the order of the documents, so one pass joins them."""
    import pyarrow as pa

    with ExitStack() as stack:
        try:
            tables = {table: _table(path, table, stack) for table in TABLES}
            below = {table: _groups(tables[table], "document") for table in ("mentions", "statements")}
            proofs = _groups(tables["evidence"], "statement")
            for document in tables["documents"]:
                yield _row(path, "document", document)
                for table, groups in below.items():
                    for row in groups.take(document["id"]):
                        if table == "statements":
                            row["evidence"] = [_ends(proof) for proof in proofs.take(row["id"])]
                            row["qualifiers"] = dict(row["qualifiers"] or ())
                        yield _row(path, table.removesuffix("s"), row)
            for table, rest in (*below.items(), ("evidence", proofs)):
                if not rest.done():
                    raise InputError(
                        f"{path}: {table}.parquet holds rows without their document, or out of order"
                    )
            for row in tables["judgements"]:
                yield _row(path, "judgement", row)
        except (pa.ArrowException, KeyError, TypeError) as error:
            reason = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise InputError(f"{path}: is no archive of backchannel ({reason})") from error


class _groups:
    """Rows with the same key, asked for in the order in which they come."""

    def __init__(self, rows: Iterable[Row], key: str) -> None:
        self._groups = groupby(rows, lambda row: row[key])
        self._next = next(self._groups, None)

    def take(self, key: str) -> list[Row]:
        """The rows of a key, none if the next are of another."""
        if self._next is None or self._next[0] != key:
            return []
        found = list(self._next[1])
        self._next = next(self._groups, None)
        return found

    def done(self) -> bool:
        """Whether all rows were taken."""
        return self._next is None


def _table(path: Path, table: str, stack: ExitStack) -> Iterator[Row]:
    import pyarrow.parquet as pq

    name = f"{table}.parquet"
    file: IO[bytes]
    if path.is_dir():
        if not (path / name).is_file():
            raise InputError(f"{path}: is no archive of backchannel (there is no {name} in it)")
        file = stack.enter_context((path / name).open("rb"))
    else:
        archive = stack.enter_context(zipfile.ZipFile(path))
        if name not in archive.namelist():
            raise InputError(f"{path}: is no archive of backchannel (there is no {name} in it)")
        file = stack.enter_context(archive.open(name))
    parquet: Any = pq.ParquetFile(file)
    version = (parquet.schema_arrow.metadata or {}).get(b"backchannel", b"")
    if version != b"1":
        raise InputError(f"{path}: {name} is of another version of backchannel, or of another program")
    return (row for batch in parquet.iter_batches(1000) for row in batch.to_pylist())


def _ends(row: Row) -> Row:
    for side in ("subject", "object"):
        row[side] = {key: row[f"{side}_{key}"] for key in ("start", "end", "surface")}
    return row


def _row(path: Path, record: str, row: Row) -> tuple[str, Row]:
    given = {key: value for key, value in row.items() if value is not None}
    return f"{path}: {record} {row.get('id')}", {"v": records.VERSION, "record": record, **given}
