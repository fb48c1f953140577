"""Documents in, a store out: each document is read, extracted and written on its own, in input order."""

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from backchannel import fresh
from backchannel.gone import take_gone, take_outdated
from backchannel.pile import Item, find, fingerprint, is_url, is_whole
from backchannel.pool import one_thread
from backchannel.progress import Run
from backchannel.reader import Reader, extract
from backchannel.reading import Outcome
from backchannel.report import COUNTS, DOCUMENTS, REGISTERED, Refusal, Report
from backchannel.settings import Settings
from backchannel.spool import Dated, Spool, is_large
from graph.model import Extraction

if TYPE_CHECKING:
    from pathlib import Path
    from threading import Event

    import networkx as nx

    from backchannel.fetch import Fetcher
    from loaders.address import SignIn
    from loaders.base import BaseStore

HELD = "MATCH (d:Document) WHERE NOT d.id STARTS WITH 'reg-' RETURN d.id AS id, d.sources AS sources"


def graph_of(
    paths: Iterable["str | Path"],
    settings: Settings,
    run: Run,
    reader: Reader | None = None,
    fetcher: "Fetcher | None" = None,
) -> "nx.MultiDiGraph[str]":
    """The graph of what documents say, without a store."""
    from graph import build
    from graph.ontology import read_ontology
    from graph.registry import read_registry
    from graph.resolve.known import known_actors

    one_thread()
    items = find(paths, run, fetcher)
    _expect(run, items)
    known = known_actors(read_registry(settings.registry)) if items else {}
    extractions = extract(items, reader or Reader(settings), run)
    return build.build(extractions, (), known, read_ontology(settings.ontology), texts_only=True)


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
    one_thread()  # before the store brings in the mathematics
    run = run if run is not None else Run()
    paths = list(paths)
    items = find(paths, run, fetcher)
    if not items and is_missing(settings.store):
        return Report(skipped=tuple(run.skipped), refused=tuple(run.refused))  # leave no empty store behind
    with closing(open_at(settings, sign_in)) as store:
        return build(items, store, settings, paths if prune else (), run, reader)


def watch_at(
    paths: Iterable["str | Path"],
    settings: Settings,
    reader: Reader,
    fetcher: "Fetcher | None" = None,
    prune: bool = False,
    every: float = 900.0,
    sign_in: "SignIn | None" = None,
    stop: "Event | None" = None,
) -> Iterator[Report]:
    """Build the store again whenever a file changes, addresses every so many seconds: a report each time.

    The store stays open until `stop` is set or KeyboardInterrupt comes.
    """
    from backchannel.watch import rounds

    one_thread()
    paths = list(paths)
    local = [path for path in paths if not is_url(path)]
    with closing(open_at(settings, sign_in)) as store:
        for due in rounds(paths, every, stop):
            run = Run()
            items = find(paths if due else local, run, fetcher)
            yield build(items, store, settings, local if prune else (), run, reader)


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
    store: "BaseStore",
    settings: Settings,
    prune: Iterable["str | Path"] = (),
    run: Run | None = None,
    reader: Reader | None = None,
) -> Report:
    """Read items into an open store, one transaction a document, in their order.

    An item whose bytes are known, and were read by the same model, rules and registry, is left as it
    is, with what was once said of it by hand. A document that a file no longer holds is taken out, as
    are those of files that are gone from a folder in `prune`.
    """
    run = run if run is not None else Run()
    begun = time.monotonic()
    read: list[str] = []
    unchanged: list[str] = []
    removed: list[str] = []
    reader = reader if reader is not None else Reader(settings)
    given = reader.by_hand.given
    held = {source for _, sources in store.query(HELD).rows for source in sources}
    made = fresh.signature(settings)
    with fresh.Marks(store, made) as marks:
        changed: list[Dated] = []
        for item in items:
            run.step()
            now, mark = fingerprint(item), marks.of.get(item.name)
            known = mark is not None and now == mark.fingerprint and given in ((), mark.given)
            if mark is not None and known and held.issuperset(mark.sources):
                unchanged += mark.sources
                for refusal in mark.refused:
                    run.note(Refusal(*refusal))
            else:
                changed.append((item, now))
        _expect(run, (item for item, _ in changed))
        sources: list[str] = []
        refused: list[Refusal] = []
        with _outcomes(changed, items, store.beside, made, reader, run) as found:
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
                    removed += take_outdated(item, marks, sources, store)
                    if now is not None:
                        left = tuple((one.path, one.reason, one.skipped) for one in refused)
                        marks.add(item.name, fresh.Mark(now, tuple(sources), given, left))
                    sources, refused = [], []
                    run.leave(item.size)
        folders = [path for path in prune if os.path.isdir(path) and is_whole(path, items)]
        removed += take_gone(folders, items, held, marks, store)
    documents, stories = store.query(DOCUMENTS).rows[0]
    return Report(
        read=tuple(read),
        unchanged=tuple(unchanged),
        skipped=tuple(run.skipped),
        refused=tuple(run.refused),
        removed=tuple(removed),
        words=run.words,
        seconds=round(time.monotonic() - begun, 3),
        documents=documents,
        stories=stories,
        registered=store.query(REGISTERED).rows[0][0],
        **_counts(store),
    )


@contextmanager
def _outcomes(
    changed: Sequence[Dated],
    items: Sequence[Item],
    beside: "Path | None",
    made: str,
    reader: Reader,
    run: Run,
) -> Iterator[Iterable[Outcome]]:
    """What comes of the items that changed; of many by way of a file, where the store is in memory beside the reading."""
    if beside is None or not (is_large(changed) or beside.exists()):
        with closing(reader.read([item for item, _ in changed], run)) as found:
            yield found
        return
    with closing(Spool(beside, made)) as spool:
        with closing(spool.read(changed, reader, run)) as found:
            yield found if changed else ()
        spool.finish(item.name for item in items)


def _counts(store: "BaseStore") -> dict[str, Any]:
    return {name: dict(store.query(query).rows) for name, query in COUNTS.items()}


def _expect(run: Run, items: Iterable[Item]) -> None:
    sizes = [item.size for item in items]
    run.total, run.size = len(sizes), sum(sizes)
    run.step()
