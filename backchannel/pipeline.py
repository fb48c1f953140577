"""Documents in, a store out: each document is read, extracted and written on its own, in input order."""

import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, nullcontext
from typing import TYPE_CHECKING, Any

from backchannel import fresh
from backchannel.pile import ByHand, Item, find, fingerprint, is_whole
from backchannel.pool import Pool, may_fork, one_thread, usable_workers
from backchannel.progress import Run
from backchannel.reading import Outcome, entries, load, outcomes
from backchannel.report import COUNTS, DOCUMENTS, Refusal, Report
from backchannel.settings import Settings
from graph.model import Extraction

if TYPE_CHECKING:
    from pathlib import Path

    import networkx as nx

    from backchannel.fetch import Fetcher
    from extract import Extractor
    from loaders.address import SignIn
    from loaders.base import BaseStore
    from loaders.store import Store

HELD = "MATCH (d:Document) RETURN d.id AS id, d.sources AS sources"
# From how many bytes on processes are worth their start: forked ones share what is loaded.
FORKED, SPAWNED = 50_000, 1_000_000


class Reader:
    """Items to outcomes, with one process or several; what is loaded stays for the next items."""

    def __init__(self, settings: Settings, workers: int | None = None, by_hand: ByHand = ByHand()) -> None:
        """`workers` is how many processes may read, one a core if left out."""
        self._settings, self._by_hand = settings, by_hand
        self._workers = usable_workers() if workers is None else workers
        self._extractor: Extractor | None = None

    def read(self, items: Sequence[Item], run: Run) -> Iterator[Outcome]:
        """What comes of the items, in their order; close it to end its processes."""
        one_thread()
        size = sum(item.size for item in items)
        if self._workers > 1 and size >= (FORKED if may_fork() else SPAWNED):
            if self._extractor is None and may_fork():
                self._extractor = load(self._settings)
            with Pool(self._workers, self._settings, self._by_hand, self._extractor) as pool:
                yield from pool.read(items, run)
        elif items:
            if self._extractor is None:
                self._extractor = load(self._settings)
            found = (e for number, item in enumerate(items) for e in entries(number, item, self._by_hand))
            yield from outcomes(found, self._extractor)


def extract(items: Sequence[Item], reader: Reader, run: Run) -> Iterator[Extraction]:
    """Extract documents in order. One that fails is refused, the others go on."""
    with closing(reader.read(items, run)) as found:
        for number, what in found:
            if isinstance(what, Extraction):
                yield what
                run.finish(what.document.words)
            elif what is None:
                run.leave(items[number].size)
            else:
                run.note(what)


def graph_of(
    paths: Iterable["str | Path"],
    settings: Settings,
    run: Run,
    reader: Reader | None = None,
    fetcher: "Fetcher | None" = None,
) -> "nx.MultiDiGraph[str]":
    """The graph of documents alone, without a store."""
    from graph import build
    from graph.ontology import read_ontology
    from graph.registry import read_registry
    from graph.resolve.known import known_actors

    items = find(paths, run, fetcher)
    _expect(run, items)
    known = known_actors(read_registry(settings.registry)) if items else {}
    extractions = extract(items, reader or Reader(settings), run)
    return build.build(extractions, (), known, read_ontology(settings.ontology))


def build_at(
    paths: Iterable["str | Path"],
    settings: Settings,
    prune: bool = False,
    run: Run | None = None,
    sign_in: "SignIn | None" = None,
    reader: Reader | None = None,
    fetcher: "Fetcher | None" = None,
) -> Report:
    """Build the store that the settings name; it is made where there is none, and closed in any case."""
    run = run if run is not None else Run()
    paths = list(paths)
    items = find(paths, run, fetcher)
    if not items and is_missing(settings.store):
        return Report(refused=tuple(run.refused))  # leave no empty store behind
    with closing(open_at(settings, sign_in)) as store:
        return build(items, store, settings, paths if prune else (), run, reader)


def is_missing(store: str) -> bool:
    """Whether there is no store yet in this folder."""
    return "://" not in store and not os.path.exists(store)


def open_at(settings: Settings, sign_in: "SignIn | None" = None) -> "BaseStore":
    """The store that the settings name, to write to."""
    from graph.ontology import read_ontology
    from graph.registry import read_registry
    from graph.resolve.known import known_actors
    from loaders.address import from_environment
    from loaders.store import open_store

    return open_store(
        settings.store,
        known=known_actors(read_registry(settings.registry)),
        ontology=read_ontology(settings.ontology),
        sign_in=sign_in or from_environment,
    )


def build(
    items: Sequence[Item],
    store: "Store",
    settings: Settings,
    prune: Iterable["str | Path"] = (),
    run: Run | None = None,
    reader: Reader | None = None,
) -> Report:
    """Read items into an open store, one transaction a document, in their order.

    An item whose bytes are known, and were read by the same model, rules and registry, is left as it
    is. A document that a file no longer holds is taken out, as are those of files that are gone from a
    folder in `prune`.
    """
    run = run if run is not None else Run()
    begun = time.monotonic()
    read: list[str] = []
    unchanged: list[str] = []
    removed: list[str] = []
    held = {source for _, sources in store.query(HELD).rows for source in sources}
    with fresh.Marks(settings.store, fresh.signature(settings)) as marks:
        changed: list[tuple[Item, str | None]] = []
        for item in items:
            run.step()
            now, mark = fingerprint(item), marks.of.get(item.name)
            if mark is not None and now == mark.fingerprint and held.issuperset(mark.sources):
                unchanged += mark.sources
                for path, reason in mark.refused:
                    run.note(Refusal(path, reason))
            else:
                changed.append((item, now))
        todo = [item for item, _ in changed]
        _expect(run, todo)
        sources: list[str] = []
        refused: list[Refusal] = []
        reader = reader if reader is not None else Reader(settings)
        with closing(reader.read(todo, run)) if todo else nullcontext(()) as found:
            for number, what in found:
                if isinstance(what, Extraction):
                    sources += what.document.sources
                    (read if store.put(what) else unchanged).extend(what.document.sources)
                    run.finish(what.document.words)
                elif what is not None:
                    refused.append(what)
                    run.note(what)
                else:
                    item, now = changed[number]
                    removed += _outdated(item, marks, sources, store)
                    if now is not None:
                        pairs = tuple((refusal.path, refusal.reason) for refusal in refused)
                        marks.add(item.name, fresh.Mark(now, tuple(sources), pairs))
                    sources, refused = [], []
                    run.leave(item.size)
        folders = [path for path in prune if os.path.isdir(path) and is_whole(path, items)]
        removed += _prune(folders, items, held, marks, store)
    documents, stories = store.query(DOCUMENTS).rows[0]
    return Report(
        read=tuple(read),
        unchanged=tuple(unchanged),
        refused=tuple(run.refused),
        removed=tuple(removed),
        words=run.words,
        seconds=round(time.monotonic() - begun, 3),
        documents=documents,
        stories=stories,
        **_counts(store),
    )


def _counts(store: "Store") -> dict[str, Any]:
    return {name: dict(store.query(query).rows) for name, query in COUNTS.items()}


def _expect(run: Run, items: Iterable[Item]) -> None:
    sizes = [item.size for item in items]
    run.total, run.size = len(sizes), sum(sizes)
    run.step()


def _outdated(item: Item, marks: fresh.Marks, now: Sequence[str], store: "Store") -> list[str]:
    """Take out what a file gave before and gives no more. A feed drops what is old: it stays."""
    before = marks.of.get(item.name)
    if before is None or item.url is not None or not now:
        return []
    return [source for source in before.sources if source not in now and store.remove(source)]


def _prune(
    folders: Sequence["str | Path"],
    items: Iterable[Item],
    held: Iterable[str],
    marks: fresh.Marks,
    store: "Store",
) -> list[str]:
    """Take out the documents of files that are gone from these folders."""
    places = [os.path.abspath(folder) for folder in folders]
    there = {os.path.abspath(item.path) for item in items}
    file_of: Mapping[str, str] = {s: name for name, mark in marks.of.items() for s in mark.sources}
    removed = []
    for source in sorted(held) if places else ():
        place = os.path.abspath(file_of.get(source, source))
        inside = any(os.path.commonpath((place, folder)) == folder for folder in places)
        gone = place not in there and not there.intersection(_above(place))
        if "://" not in source and inside and gone and store.remove(source):
            marks.drop(file_of.get(source, source))
            removed.append(source)
    return removed


def _above(place: str) -> Iterator[str]:
    while (parent := os.path.dirname(place)) != place:
        yield parent
        place = parent


