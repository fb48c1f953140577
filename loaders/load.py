"""One store into another: its rows as they are, in batches, each a transaction.

While it goes on, the target's Meta node says `loading`, and the target serves nothing else. A load
that was interrupted is run again: what is there already is compared, not written.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.heirs import most_voted
from graph.model import InputError
from graph.statements import Node
from loaders import cypher
from loaders.base import HASHES, BaseStore, check_version, check_whole, mark
from loaders.rows import LABELS, SIZE, SIZES, STARTS, Kind, Row, Source, StoreSource, ahead, chunks
from loaders.writing import Write, node_writes

Tell = Callable[[int, int], None]
ROWS = 20_000  # in one transaction, all of which a server keeps until its end: some 4 kB a relationship
_REFERS_TO = Kind("Mention", "REFERS_TO", "Actor")
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
    hashes = {key: meta.get(key) for key in HASHES}
    return load_rows(StoreSource(source), target, hashes, tell)


def load_rows(
    source: Source,
    target: BaseStore,
    hashes: Mapping[str, Any],
    tell: Tell = lambda done, total: None,
) -> Loaded:
    """The same from any source of rows, whose view was computed with what `hashes` stand for."""
    if not target.meta().get("loading") and _holds_more(source, target):
        return merge(source, target, tell)
    return copy(source, target, hashes, tell)


def copy(
    source: Source,
    target: BaseStore,
    hashes: Mapping[str, Any],
    tell: Tell = lambda done, total: None,
) -> Loaded:
    """Make the records and the view in `target` equal to the rows of `source`, and note its `hashes`."""
    counts = {label: source.count(label) for label in LABELS}
    resumed = bool(target.meta().get("loading"))
    there = StoreSource(target)
    empty = not resumed and not any(there.count(label) for label in (*_OWN, "Actor"))
    if not resumed:
        target.find_foreign()
        for some in source.pieces("Actor", SIZE) if target.foreign else ():
            target.spare(some)
    target.forget()
    target.commit([mark({"loading": True, **dict.fromkeys(hashes)})])
    written = 0 if empty else _take_out(target, source)
    total = sum(counts.values()) + sum(counts[label] for label in STARTS)
    done = 0
    for looked, changed, statements in ahead(_steps(source, None if empty else there, target)):
        for writes in _within(statements):
            target.commit(writes)
        done, written = done + looked, written + changed
        tell(done, total)
    unread = {"extraction": None, "extracted": None} if written or resumed else {}
    target.commit([mark({**hashes, "loading": None, **unread})])
    return Loaded(done, written)


Step = tuple[int, int, list[Write]]


def _steps(source: Source, there: StoreSource | None, target: BaseStore) -> Iterator[Step]:
    for label in LABELS:
        for some in source.pieces(label, SIZES.get(label, SIZE)):
            nodes = source.nodes(label, some)
            old = [] if there is None else there.nodes(label, some)
            yield len(some), *_node_writes(label, nodes, old, target)
    for label in STARTS:
        for some in source.pieces(label, SIZE):
            links = source.links(label, some)
            old_links = {} if there is None else there.links(label, some)
            changed, statements = 0, list[Write]()
            for kind in sorted(links.keys() | old_links.keys()):
                number, writes = _link_writes(kind, links.get(kind, []), old_links.get(kind, []), target)
                changed += number
                statements += writes
            yield len(some), changed, statements


def _within(statements: Iterable[Write]) -> Iterator[list[Write]]:
    """The same writes in their order, in transactions of ROWS rows at most: few actors may have most of the ties."""
    some: list[Write] = []
    room = ROWS
    for statement, parameters in statements:
        (name, rows), *_ = parameters.items()
        for part in chunks(rows, ROWS):
            if some and len(part) > room:
                yield some
                some, room = [], ROWS
            some.append((statement, {name: part}))
            room -= len(part)
    if some:
        yield some


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


def _take_out(target: BaseStore, source: Source) -> int:
    """Delete records and actors of the target that the source lacks: left from a load of other content."""
    number = 0
    for label in ("Actor", *_OWN):
        for some in StoreSource(target).pieces(label, SIZE):
            gone = sorted(set(some) - source.among(label, some))
            if gone:
                number += len(gone)
                first, spared = (
                    target.inherit(_heirs(target, source, gone)) if label == "Actor" else ([], set())
                )
                deleted = [name for name in gone if name not in spared]
                target.commit([*first, (cypher.delete_nodes(label, target.ontology), {"ids": deleted})])
    return number


def _heirs(target: BaseStore, source: Source, gone: Sequence[str]) -> dict[str, str | None]:
    """The actors of the source that have most of the mentions of those in the target, by their ids."""
    was = {row["mention"]: row["id"] for row in target.read(cypher.READ_REFERRING, {"ids": gone})}
    votes = {name: Counter[str]() for name in gone}
    for some in chunks(sorted(was), SIZE):
        for row in source.links("Mention", some).get(_REFERS_TO, ()):
            votes[was[row["source"]]][row["target"]] += 1
    return {name: most_voted(found) for name, found in votes.items()}


def _holds_more(source: Source, target: BaseStore) -> bool:
    """Whether the target holds documents, sources or judgements that the source does not."""
    there = StoreSource(target)
    for some in there.pieces("Document", SIZES["Document"]):
        ours = {
            node.properties["id"]: set(node.properties["sources"]) for node in source.nodes("Document", some)
        }
        for node in there.nodes("Document", some):
            if not set(node.properties["sources"]) <= ours.get(node.properties["id"], set()):
                return True
    return not set(target.judgements()) <= set(source.judgements())


def merge(source: Source, target: BaseStore, tell: Tell = lambda done, total: None) -> Loaded:
    """Put the documents of the source into the target one by one, then its judgements."""
    judgements = source.judgements()
    total, written = source.count("Document") + len(judgements), 0
    for done, extraction in enumerate(source.extractions(), 1):
        written += target.put(extraction)
        tell(done, max(done, total))
    for judgement in judgements:
        target.judge(judgement)
    tell(total, total)
    return Loaded(total, written)
