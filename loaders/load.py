"""One store into another: its rows as they are, in batches, each a transaction.

While it goes on, the target's Meta node says `loading`, and the target serves nothing else. A load
that was interrupted is run again: what is there already is compared, not written.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.model import InputError
from graph.statements import Node
from loaders import cypher
from loaders.base import HASHES, BaseStore, check_version, check_whole, mark
from loaders.rows import LABELS, SIZE, SIZES, STARTS, Kind, Row, Source, StoreSource, ahead, chunks
from loaders.writing import Write, node_writes

Tell = Callable[[int, int], None]
_OWN = ("Mention", "Statement", "Document", "Judgement")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did: rows that were looked at, rows that were written or taken out."""

    rows: int
    written: int


def load(source: BaseStore, target: BaseStore, tell: Tell = lambda done, total: None) -> Loaded:
    """Put what is in `source` into `target`; what else the target holds stays.

    A target with no documents but those of the source becomes equal to it, batch by batch; any other
    gets the documents one by one, each a transaction. Running it again changes nothing, and finishes
    what was interrupted; `tell` hears how many rows of how many are done. Raises InputError.
    """
    if source.where == target.where:
        raise InputError(f"{target.where}: is both where to load from and where to; name two stores")
    target.check_writable()
    meta = source.meta()
    check_version(source.where, meta.get("version"))
    check_whole(source.where, meta)
    if not target.meta().get("loading") and _holds_more(source, target):
        return _merge(source, target, tell)
    hashes = {key: meta.get(key) for key in HASHES}
    return copy(StoreSource(source), target, hashes, tell)


def copy(
    source: Source,
    target: BaseStore,
    hashes: Mapping[str, Any],
    tell: Tell = lambda done, total: None,
) -> Loaded:
    """Make the records and the view in `target` equal to the rows of `source`, and note its `hashes`."""
    ids = {label: source.ids(label) for label in LABELS}
    resumed = bool(target.meta().get("loading"))
    there = StoreSource(target)
    empty = not resumed and not any(there.ids(label) for label in (*_OWN, "Actor"))
    if not resumed:
        target.find_foreign()
        target.spare(ids["Actor"])
    target.forget()
    target.commit([mark({"loading": True, **dict.fromkeys(hashes)})])
    written = 0 if empty else _take_out(target, ids)
    total = sum(map(len, ids.values())) + sum(len(ids[label]) for label in STARTS)
    done = 0
    for looked, changed, statements in ahead(_steps(source, None if empty else there, target, ids)):
        if statements:
            target.commit(statements)
        done, written = done + looked, written + changed
        tell(done, total)
    target.commit([mark({**hashes, "loading": None})])
    return Loaded(done, written)


Step = tuple[int, int, list[Write]]


def _steps(
    source: Source, there: StoreSource | None, target: BaseStore, ids: Mapping[str, Sequence[str]]
) -> Iterator[Step]:
    for label in LABELS:
        for some in chunks(ids[label], SIZES.get(label, SIZE)):
            nodes = source.nodes(label, some)
            old = [] if there is None else there.nodes(label, some)
            yield len(some), *_node_writes(label, nodes, old, target)
    for label in STARTS:
        for some in chunks(ids[label], SIZE):
            links = source.links(label, some)
            old_links = {} if there is None else there.links(label, some)
            changed, statements = 0, list[Write]()
            for kind in sorted(links.keys() | old_links.keys()):
                number, writes = _link_writes(kind, links.get(kind, []), old_links.get(kind, []), target)
                changed += number
                statements += writes
            yield len(some), changed, statements


def _node_writes(
    label: str, nodes: Iterable[Node], old: Iterable[Node], target: BaseStore
) -> tuple[int, list[Write]]:
    before = {node.properties["id"]: node for node in old}
    changed = [node for node in nodes if not _same(before.get(node.properties["id"]), node)]
    stale = [before[node.properties["id"]] for node in changed if node.properties["id"] in before]
    writes: list[Write] = []
    if label == "Actor":  # it keeps its node, and with it what an analyst tied to it by hand
        by_type: defaultdict[str, list[str]] = defaultdict(list)
        for node in stale:
            for type_ in node.labels[1:]:
                by_type[type_].append(node.properties["id"])
        for type_, some in sorted(by_type.items()):
            writes.append((cypher.unlabel(type_, target.ontology), {"ids": some}))
    elif stale:
        gone = [node.properties["id"] for node in stale]
        writes.append((cypher.delete_nodes(label, target.ontology), {"ids": gone}))
    return len(changed), [*writes, *node_writes(changed, target.ontology)]


def _same(one: Node | None, other: Node) -> bool:
    return one is not None and set(one.labels) == set(other.labels) and one.properties == other.properties


def _link_writes(kind: Kind, links: list[Row], old: list[Row], target: BaseStore) -> tuple[int, list[Write]]:
    ontology = target.ontology
    if old:
        now, before = _by_start(links), _by_start(old)
        changed = {start for start in now.keys() | before.keys() if now.get(start) != before.get(start)}
        links = [link for link in links if link["source"] in changed]
        old = [link for link in old if link["source"] in changed]
    writes: list[Write] = []
    if old and kind.type in ontology.predicates:
        rows = [{"id": link["properties"]["id"], **link} for link in old]
        writes.append((cypher.delete_edges(kind.type, ontology), {"rows": rows}))
    elif old:
        gone = sorted({link["source"] for link in old})
        writes.append((cypher.delete_links_to(*kind, ontology), {"ids": gone}))
    if links:
        writes.append((cypher.create_links(*kind, ontology), {"rows": links}))
    return max(len(links), len(old)), writes


def _by_start(links: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for link in links:
        found[link["source"]].append((link["target"], sorted(link["properties"].items())))
    return {start: sorted(ends, key=repr) for start, ends in found.items()}


def _take_out(target: BaseStore, ids: Mapping[str, Sequence[str]]) -> int:
    """Delete records and actors of the target that the source lacks: left from a load of other content."""
    number = 0
    for label in ("Actor", *_OWN):
        gone = sorted(set(StoreSource(target).ids(label)) - set(ids[label]))
        number += len(gone)
        for some in chunks(gone, SIZE):
            target.commit([(cypher.delete_nodes(label, target.ontology), {"ids": some})])
    return number


def _holds_more(source: BaseStore, target: BaseStore) -> bool:
    """Whether the target holds documents, sources or judgements that the source does not."""
    ours = {document.id: set(document.sources) for document in source.documents()}
    more = any(not set(document.sources) <= ours.get(document.id, set()) for document in target.documents())
    return more or not set(target.judgements()) <= set(source.judgements())


def _merge(source: BaseStore, target: BaseStore, tell: Tell) -> Loaded:
    judgements = source.judgements()
    total, written = len(source.documents()) + len(judgements), 0
    for done, extraction in enumerate(source.extractions(), 1):
        written += target.put(extraction)
        tell(done, total)
    for judgement in judgements:
        target.judge(judgement)
    tell(total, total)
    return Loaded(total, written)
