"""A folder of CSV files for `neo4j-admin database import full`, with the command that reads them.

import.sh makes a new database of them; after.cypher adds to it what CSV cannot say: constraints and
empty lists. Within a list U+001F parts the items, so one in a text of a list becomes U+FFFD.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import IO, Any

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
    meta = ("Meta",), {"id": "meta", "version": VERSION}
    columns = _columns(chain(nodes(scene), [meta]))
    with ExitStack() as stack:
        files = {}
        for labels, kinds in columns.items():
            label, *_ = names = [cypher.name(name, scene.ontology) for name in labels]
            head = [f"id:ID({label})", ":LABEL", *_headed(kinds)]
            files[labels] = _open(folder / f"{'_'.join(names)}.csv", head, stack)
            arguments.append(f"--nodes={'_'.join(names)}.csv")
        for labels, row in chain(nodes(scene), [meta]):
            _write(files[labels], (row["id"], _DELIMITER.join(labels), *map(row.get, columns[labels])))
    links = _columns(((kind, row) for kind, (_, _, row) in relationships(scene)), keep=("id",))
    with ExitStack() as stack:
        for kind, kinds in links.items():
            start, type_, end = (cypher.name(name, scene.ontology) for name in kind)
            head = [f":START_ID({start})", f":END_ID({end})", *_headed(kinds)]
            files[kind] = _open(folder / f"{start}_{type_}_{end}.csv", head, stack)
            arguments.append(f"--relationships={type_}={start}_{type_}_{end}.csv")
        for kind, (one, other, row) in relationships(scene):
            _write(files[kind], (one, other, *map(row.get, links[kind])))
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


def _columns(
    rows: Iterable[tuple[tuple[str, ...], Mapping[str, Any]]], keep: Sequence[str] = ()
) -> dict[tuple[str, ...], dict[str, str]]:
    """The columns of each file, with their kinds; files by labels or kind, in order."""
    files: defaultdict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    for key, row in rows:
        columns = files[key]
        for name, value in row.items():
            if name not in columns and (name != "id" or name in keep):
                if _PLAIN.fullmatch(name) is None:
                    raise ValueError(f"{name!r} cannot be a property in a header")
                columns[name] = "long[]" if name in _NUMBERS else _KINDS.get(type(value), "string")
    return dict(sorted(files.items()))


def _headed(columns: Mapping[str, str]) -> list[str]:
    return [f"{name}:{kind}" for name, kind in columns.items()]


def _open(path: Path, head: Iterable[str], stack: ExitStack) -> IO[str]:
    file = stack.enter_context(path.open("w", encoding="utf-8", newline=""))
    file.write(",".join(head) + "\n")
    return file


def _write(file: IO[str], values: Iterable[Any]) -> None:
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
