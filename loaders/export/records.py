"""All records of a store, as JSON lines that `import` reads back: the contract's statements and more.

Each line tells its `record`: the archive first, then a document with its text, its mentions, its
statements (rows of the contract, with what points at mentions added), then the next document;
judgements come last. What the registry says is no record of a document: `import` makes it again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from functools import cache
from typing import Any

from graph.build import statement_row
from graph.model import Document, Extraction, InputError, Judgement, Mention, Statement, from_registry
from graph.statements import read_judgement
from loaders.export.scene import Scene
from loaders.export.text import json_lines

VERSION = 1
Row = dict[str, Any]
_LINKS = ("condition_statements", "condition_mentions", "attribution_mentions")


def lines(scene: Scene) -> Iterable[str]:
    """All records of a scene; a condition that points at what is left out keeps its words only."""
    return json_lines(rows(scene))


def rows(scene: Scene) -> Iterator[Row]:
    """The same as Python values."""
    yield {"v": VERSION, "record": "archive", "whole": scene.whole}
    kept = None if scene.whole else set(scene.statements)
    for document in scene.documents:
        if from_registry(document):
            continue
        mentions, statements = scene.under(document)
        yield {"v": VERSION, "record": "document", **scene.node(document)}
        for name in mentions:
            yield {"v": VERSION, "record": "mention", **scene.node(name)}
        for name in statements:
            yield {"v": VERSION, "record": "statement", **_full(scene, scene.node(name), kept)}
    for name in scene.judgements:
        node = {key: value for key, value in scene.node(name).items() if key != "bound"}
        yield {"v": VERSION, "record": "judgement", **node}


def _full(scene: Scene, node: Row, kept: set[str] | None) -> Row:
    more = {key: node.get(key) for key in ("document", "subject_mention", "object_mention", "date_words")}
    links = {key: node[key] for key in _LINKS}
    if kept is not None:
        links["condition_statements"] = [
            name if name in kept else "" for name in links["condition_statements"]
        ]
    return {**statement_row(scene.graph, node["id"]), **more, **links}


def read(rows: Iterable[tuple[str, Row]]) -> Iterator[Extraction | Judgement]:
    """Records from rows, each with the place it stands at for messages, one document at a time.

    Raises InputError with one line that names the place.
    """
    document: Document | None = None
    mentions: list[Mention] = []
    statements: list[Statement] = []
    for place, row in rows:
        record = row.get("record")
        _check(place, row, document)
        if record in ("document", "judgement") and document is not None:
            yield Extraction(document, tuple(mentions), tuple(statements))
            document, mentions, statements = None, [], []
        if record == "document":
            document = _valid(place, Document, row)
        elif record == "mention":
            mentions.append(_valid(place, Mention, row))
        elif record == "statement":
            statements.append(_valid(place, Statement, _nested(place, row)))
        elif record == "judgement":
            yield _judgement(place, row)
    if document is not None:
        yield Extraction(document, tuple(mentions), tuple(statements))


def _check(place: str, row: Mapping[str, Any], document: Document | None) -> None:
    version, record = row.get("v"), row.get("record")
    if not isinstance(version, int) or version < 1:
        raise InputError(f"{place}: is no record of backchannel (it has no version)")
    if version > VERSION:
        raise InputError(
            f"{place}: was written by a newer backchannel (version {version}); update backchannel"
        )
    if record is None and "evidence" in row:
        raise InputError(
            f"{place}: holds a statement without its document; export with --format jsonl-records to import"
        )
    if record not in ("archive", "document", "mention", "statement", "judgement"):
        raise InputError(f"{place}: is a record of an unknown kind, {record!r}")
    if record in ("mention", "statement") and (document is None or row.get("document") != document.id):
        raise InputError(f"{place}: a {record} does not stand behind its document")


def _nested(place: str, row: Row) -> Row:
    try:
        hangs = zip(row["conditions"], row["condition_statements"], row["condition_mentions"], strict=True)
        told = zip(row["attribution"], row["attribution_mentions"], strict=True)
        return {
            **row,
            "subject": row["subject_mention"],
            "object": row["object_mention"],
            "conditions": [
                {"text": text, "statement": st or None, "mention": men or None} for text, st, men in hangs
            ],
            "attribution": [{"text": text, "mention": mention or None} for text, mention in told],
            "evidence": [{**found, "document": row["document"]} for found in row["evidence"]],
        }
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"{place}: a statement is not whole ({error})") from error


def _judgement(place: str, row: Row) -> Judgement:
    try:
        judgement: Judgement = _valid(place, Judgement, asdict(read_judgement(row)))
        return judgement
    except KeyError as error:
        raise InputError(f"{place}: a judgement is not whole ({error})") from error


def _valid(place: str, kind: Any, row: Row) -> Any:
    from pydantic import ValidationError

    try:
        return _reader(kind).validate_python(row)
    except ValidationError as error:
        found = error.errors()[0]
        where = ".".join(map(str, found["loc"]))
        raise InputError(
            f"{place}: {row.get('record', 'judgement')} {where}: {found['msg'].lower()}"
        ) from error


@cache
def _reader(kind: type) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)
