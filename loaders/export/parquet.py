"""The graph as a folder of Parquet files: actors, statements and evidence for analysis, and the documents,
mentions and judgements that `import` needs beside them. Half a surrogate pair becomes U+FFFD."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from loaders.export.records import Row, rows
from loaders.export.scene import Scene
from loaders.export.text import unicode

BATCH = 10_000
# Column: kind. A trailing [] is a list, {} a map of texts; [] after a kind is a list of it.
TABLES = {
    "documents": "id sources[] text title date words:int date_inferred:bool source author url language"
    " parts[] part_starts:int[]",
    "mentions": "id document start:int end:int name type aliases[] registry named:bool country",
    "actors": "id name type aliases[] registry named:bool country former_ids[] mentioned:bool",
    "statements": "id document subject subject_name subject_type predicate object object_name object_type"
    " polarity modality conditions[] condition_statements[] condition_mentions[] attribution[]"
    " attribution_mentions[] start end date_words current qualifiers{} confidence:float rule"
    " subject_mention object_mention",
    "evidence": "statement place:int kind document source start:int end:int quote speaker timestamp"
    " part segment subject_start:int subject_end:int subject_surface object_start:int object_end:int"
    " object_surface",
    "judgements": "id verdict left_source left_spelling left_type right_source right_spelling right_type"
    " predicate note",
}


def write(scene: Scene, folder: Path) -> None:
    """Write all files; documents come in the same order in each."""
    import pyarrow.parquet as pq

    for table in TABLES:
        schema = _schema(table)
        metadata = schema.with_metadata({"backchannel": "1"})
        with pq.ParquetWriter(folder / f"{table}.parquet", metadata, compression="zstd") as writer:
            found = iter(_rows(scene, table))
            while batch := list(islice(found, BATCH)):
                writer.write_table(_table(batch, metadata))


def _table(batch: list[Row], schema: Any) -> Any:
    import pyarrow as pa

    try:
        return pa.Table.from_pylist(batch, schema=schema)
    except UnicodeEncodeError:
        return pa.Table.from_pylist([_clean(row) for row in batch], schema=schema)


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return unicode(value)
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(item) for item in value]
    return value


def _schema(table: str) -> Any:
    import pyarrow as pa

    kinds = {"int": pa.int64(), "float": pa.float64(), "bool": pa.bool_(), "": pa.string()}
    fields = []
    for column in TABLES[table].split():
        name, _, kind = column.partition(":")
        if kind == "int[]":
            fields.append((name, pa.list_(pa.int64())))
        elif name.endswith("[]"):
            fields.append((name[:-2], pa.list_(pa.string())))
        elif name.endswith("{}"):
            fields.append((name[:-2], pa.map_(pa.string(), pa.string())))
        else:
            fields.append((name, kinds[kind]))
    return pa.schema(fields)


def _rows(scene: Scene, table: str) -> Iterable[Row]:
    if table == "actors":
        return map(scene.node, scene.actors)
    if table == "evidence":
        return (row for found in _records(scene, "statement") for row in _evidence(found))
    if table == "statements":
        return map(_flat, _records(scene, "statement"))
    return _records(scene, table.removesuffix("s"))


def _records(scene: Scene, record: str) -> Iterator[Row]:
    return (row for row in rows(scene) if row["record"] == record)


def _flat(row: Row) -> Row:
    names = {f"{side}_{key}": row[side][key] for side in ("subject", "object") for key in ("name", "type")}
    ends = {side: row[side]["id"] for side in ("subject", "object")}
    return {**row, **names, **ends, "qualifiers": list(row["qualifiers"].items())}


def _evidence(row: Row) -> Iterator[Row]:
    for place, found in enumerate(row["evidence"]):
        ends = {
            f"{side}_{key}": found[side][key]
            for side in ("subject", "object")
            for key in ("start", "end", "surface")
        }
        document = {"document": row["document"], "source": found["document"]}
        yield {"statement": row["id"], "place": place, **found, **ends, **document}
