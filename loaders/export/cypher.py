"""The whole graph as a Cypher script: one statement a line, for cypher-shell or Neo4j Browser.

Run again, it changes nothing. It holds no parameters, so every value goes through `literal`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from loaders import cypher
from loaders.base import VERSION
from loaders.export.scene import Scene
from loaders.export.text import unicode
from loaders.rows import Kind

K = TypeVar("K")
V = TypeVar("V")
BATCH = 200
_LABELS = ("Document", "Mention", "Statement", "Actor", "Judgement")
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_UNSAFE = re.compile("[\x00-\x1f'\\\\\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def lines(scene: Scene) -> Iterator[str]:
    """Constraints, nodes, then relationships; typed edges are those that are affirmed."""
    yield f"// {len(scene.documents)} documents, {len(scene.statements)} statements; may be run again\n"
    for label in _LABELS:
        name = f"backchannel_{label.lower()}_id"
        yield f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE;\n"
    yield f"MERGE (m:Meta {{id: 'meta'}}) SET m.version = {VERSION};\n"
    for labels, batch in _batches(nodes(scene)):
        rows = [{"id": row["id"], "properties": row} for row in batch]
        yield cypher.merge_nodes(labels, scene.ontology).replace("$rows", literal(rows), 1) + ";\n"
    for (kind, keys), links in _batches(
        ((kind, _keys(row)), (a, b, row)) for kind, (a, b, row) in relationships(scene)
    ):
        rows = [{"source": a, "target": b, "properties": row} for a, b, row in links]
        yield _merge_links(*kind, keys, scene).replace("$rows", literal(rows), 1) + ";\n"


def nodes(scene: Scene) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """All nodes: labels and properties."""
    for names in (scene.documents, scene.mentions, scene.statements, scene.actors, scene.judgements):
        for name in names:
            yield scene.labels(name), scene.node(name)


def relationships(scene: Scene) -> Iterator[tuple[Kind, tuple[str, str, dict[str, Any]]]]:
    """All relationships: their kind, both ends and the properties."""
    for label, names in (("Mention", scene.mentions), ("Statement", scene.statements)):
        for link in scene.links(names):
            yield Kind(label, link.type, link.end_label), (link.start, link.end, link.properties)
    for tie in scene.ties:
        edge = tie.edge
        if tie.status == "affirmed":
            yield Kind("Actor", edge.predicate, "Actor"), (edge.subject, edge.object, tie.properties())


def literal(value: Any) -> str:
    """A value as a Cypher literal on one line: the only way that data gets into a script."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, str):
        return "'" + _UNSAFE.sub(_escape, unicode(value)) + "'"
    if isinstance(value, list | tuple):
        return "[" + ",".join(map(literal, value)) + "]"
    if isinstance(value, dict):
        return "{" + ",".join(f"{_key(key)}:{literal(item)}" for key, item in value.items()) + "}"
    raise ValueError(f"{value!r} has no literal")


def _escape(found: re.Match[str]) -> str:
    # Neo4j turns \\uXXXX into its character before it looks for quotes, so quotes go with a backslash.
    return f"\\{found[0]}" if found[0] in "'\\" else f"\\u{ord(found[0]):04x}"


def _key(name: str) -> str:
    if _PLAIN.fullmatch(name) is None:
        raise ValueError(f"{name!r} cannot be a property in a script")
    return name


def _merge_links(start: str, type_: str, end: str, keys: Iterable[str], scene: Scene) -> str:
    one, relation, other = (cypher.name(text, scene.ontology) for text in (start, type_, end))
    key = "".join(f" {{{name}: row.properties.{name}}}" for name in keys)
    return (
        f"UNWIND $rows AS row MATCH (a:{one} {{id: row.source}}), (b:{other} {{id: row.target}}) "
        f"MERGE (a)-[r:{relation}{key}]->(b) SET r += row.properties"
    )


def _keys(row: Mapping[str, Any]) -> tuple[str, ...]:
    """The property that tells parallel relationships apart, if there is one."""
    return tuple(key for key in ("id", "place") if key in row)[:1]


def _batches(items: Iterable[tuple[K, V]]) -> Iterator[tuple[K, list[V]]]:
    """The items by what comes first in them, at most BATCH at a time; few are held back."""
    waiting: defaultdict[K, list[V]] = defaultdict(list)
    for key, item in items:
        waiting[key].append(item)
        if len(waiting[key]) == BATCH:
            yield key, waiting.pop(key)
    yield from sorted(waiting.items(), key=lambda group: str(group[0]))
