"""A folder of CSV files for `neo4j-admin database import full`, with the command that reads them.

import.sh makes a new database of them; after.cypher adds to it what CSV cannot say: constraints and
empty lists. Within a list U+001F parts the items, so one in a text of a list becomes U+FFFD.
"""

import re
import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from loaders import cypher
from loaders.base import VERSION
from loaders.export.cypher import nodes, relationships
from loaders.export.scene import Scene
from loaders.export.text import unicode

_DELIMITER = "\x1f"
_OPTIONS = ("--multiline-fields=true", "--array-delimiter=U+001F", "--id-type=string")
_LISTS = {
    "Document": ("sources", "parts", "part_starts"),
    "Mention": ("aliases",),
    "Actor": ("aliases", "former_ids"),
    "Statement": (
        "conditions",
        "condition_statements",
        "condition_mentions",
        "attribution",
        "attribution_mentions",
    ),
}
_NUMBERS = ("part_starts",)
_KINDS = {bool: "boolean", int: "long", float: "double", list: "string[]", tuple: "string[]"}
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def write(scene: Scene, folder: Path) -> None:
    """Write one file a set of labels, one a type of relationship, import.sh and after.cypher."""
    arguments = ['"${1:-neo4j}"', *_OPTIONS]
    meta = (("Meta",), [{"id": "meta", "version": VERSION}])
    for labels, rows in (*nodes(scene), meta):
        label = cypher.name(labels[0], scene.ontology)
        file = f"{'_'.join(cypher.name(name, scene.ontology) for name in labels)}.csv"
        columns = _columns(rows)
        head = [f"id:ID({label})", ":LABEL", *(f"{name}:{kind}" for name, kind in columns.items())]
        lines = ([row["id"], _DELIMITER.join(labels), *(row.get(name) for name in columns)] for row in rows)
        _write(folder / file, head, lines)
        arguments.append(f"--nodes={shlex.quote(file)}")
    for (start, type_, end), links in relationships(scene):
        file = f"{'_'.join(cypher.name(name, scene.ontology) for name in (start, type_, end))}.csv"
        columns = _columns([row for _, _, row in links], keep=("id",))
        head = [
            f":START_ID({start})",
            f":END_ID({end})",
            *(f"{name}:{kind}" for name, kind in columns.items()),
        ]
        _write(folder / file, head, ([a, b, *(row.get(name) for name in columns)] for a, b, row in links))
        arguments.append(f"--relationships={type_}={shlex.quote(file)}")
    command = " \\\n  ".join(["neo4j-admin database import full", *arguments])
    (folder / "import.sh").write_text(_SHELL + command + "\n", encoding="utf-8")
    (folder / "after.cypher").write_text("".join(_after()), encoding="utf-8")


_SHELL = """#!/bin/sh
# Makes a new database (neo4j, or the one named as $1) of these files; the server must be stopped.
# The labels column is parted by U+001F like every list. Then run: cypher-shell -f after.cypher
set -eu
cd "$(dirname "$0")"
"""


def _after() -> Iterator[str]:
    for label in cypher.LABELS:
        if label != "Meta":
            name = f"backchannel_{label.lower()}_id"
            yield f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE;\n"
    for label, names in _LISTS.items():
        for name in names:
            yield f"MATCH (n:{label}) WHERE n.{name} IS NULL SET n.{name} = [];\n"


def _columns(rows: Iterable[Mapping[str, Any]], keep: Sequence[str] = ()) -> dict[str, str]:
    columns: dict[str, str] = {}
    for row in rows:
        for name, value in row.items():
            if _PLAIN.fullmatch(name) is None:
                raise ValueError(f"{name!r} cannot be a property in a header")
            if name != "id" or name in keep:
                columns.setdefault(name, "long[]" if name in _NUMBERS else _KINDS.get(type(value), "string"))
    return columns


def _write(path: Path, head: Iterable[str], rows: Iterable[Iterable[Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(head) + "\n")
        for values in rows:
            file.write(",".join(map(_cell, values)) + "\n")


def _cell(value: Any) -> str:
    """A value as a quoted cell; what is not there is an empty one without quotes."""
    if value is None or (isinstance(value, list | tuple) and not value):
        return ""
    if isinstance(value, bool | int | float):
        return str(value).lower()
    if isinstance(value, list | tuple):
        value = _DELIMITER.join(str(item).replace(_DELIMITER, "\ufffd") for item in value)
    return '"' + unicode(value).replace('"', '""') + '"'
