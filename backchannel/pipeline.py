"""Documents in, a store out: each document is read, extracted and written on its own."""

import logging
import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from backchannel import fresh
from backchannel.settings import Settings
from graph.model import Document, Extraction, InputError, document_id

if TYPE_CHECKING:
    import networkx as nx

    from loaders.address import SignIn
    from loaders.base import BaseStore

log = logging.getLogger("backchannel.pipeline")
COUNTS = {
    "statements": """
MATCH (s:Statement)
RETURN CASE WHEN s.polarity = 'negated' THEN 'denied' WHEN s.modality = 'actual' THEN 'affirmed'
            WHEN s.modality = 'intended' THEN 'planned' ELSE s.modality END AS name, count(*) AS n
ORDER BY n DESC, name
""",
    "predicates": "MATCH (s:Statement) RETURN s.predicate AS name, count(*) AS n ORDER BY n DESC, name",
    "actors": """
MATCH (a:Actor) UNWIND labels(a) AS name WITH name WHERE name <> 'Actor'
RETURN name, count(*) AS n ORDER BY n DESC, name
""",
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """A path that was not read, and why, in one line that names it."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did (`read` to `seconds`), and what the store holds afterwards."""

    read: tuple[str, ...]
    unchanged: tuple[str, ...]
    refused: tuple[Refusal, ...]
    removed: tuple[str, ...]
    words: int
    seconds: float
    documents: int
    statements: Mapping[str, int] = field(default_factory=dict)
    predicates: Mapping[str, int] = field(default_factory=dict)
    actors: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Run:
    """What is known while documents are read (`done`) or refused (both are `seen`); `tell` hears of each.

    `date` and `source` are given by hand for all of them.
    """

    refused: list[Refusal] = field(default_factory=list)
    total: int = 0
    done: int = 0
    seen: int = 0
    words: int = 0
    date: str | None = None
    source: str | None = None
    tell: Callable[["Run"], None] | None = None

    def refuse(self, path: str, error: Exception) -> None:
        """Note a document that is left out."""
        reason = (
            str(error)
            if isinstance(error, InputError)
            else f"{path}: cannot be read ({error or type(error)})"
        )
        log.debug("%s", path, exc_info=error)
        self.refused.append(Refusal(path, " ".join(reason.split())))
        self._step()

    def finish(self, words: int) -> None:
        """Count a document as read."""
        self.done += 1
        self.words += words
        self._step()

    def _step(self) -> None:
        self.seen += 1
        if self.tell is not None:
            self.tell(self)


def find(paths: Iterable[str | Path], run: Run) -> list[Path]:
    """The documents under `paths`, in their order; a path without any is refused, the others go on."""
    from extract.documents import find_files

    found: dict[Path, None] = {}
    for path in paths:
        try:
            found |= dict.fromkeys(find_files([Path(path)]))
        except InputError as error:
            run.refuse(str(path), error)
    run.total = run.seen + len(found)
    return list(found)


def extract(files: Iterable[Path], settings: Settings, run: Run) -> Iterator[Extraction]:
    """Extract documents in order, a few ahead at a time. One that fails is refused, the others go on."""
    from extract import make_extractor
    from graph.ontology import read_ontology
    from graph.registry import read_registry

    extractor = make_extractor(
        registry=read_registry(settings.registry),
        ontology=read_ontology(settings.ontology),
        model=settings.model,
    )
    waiting: deque[Document] = deque()
    files = iter(files)
    documents = _documents(files, run, waiting)
    while True:
        try:
            for extraction in extractor.documents(documents):
                waiting.popleft()
                yield extraction
                run.finish(extraction.document.words)
            return
        except Exception as error:
            if not waiting:
                raise
            log.debug("%s failed in a batch; read one by one", waiting[0].sources, exc_info=error)
        # The generator in hand is spent: those it had taken are read one by one, the rest as before.
        for document in list(waiting):
            waiting.popleft()
            try:
                alone = list(extractor.documents([document]))
            except Exception as error:
                run.refuse(document.sources[0], error)
                continue
            for extraction in alone:
                yield extraction
                run.finish(extraction.document.words)
        documents = _documents(files, run, waiting)


def _documents(files: Iterable[Path], run: Run, waiting: deque[Document]) -> Iterator[Document]:
    for document in read(files, run):
        waiting.append(document)
        yield document


def read(files: Iterable[Path], run: Run) -> Iterator[Document]:
    """The documents of files, in order. What cannot be read is refused, the rest goes on."""
    from extract.documents import Refused, read_documents, source_name

    for path in files:
        try:
            for document in read_documents(path, date=run.date, source=run.source):
                if isinstance(document, Refused):
                    run.refuse(document.source, InputError(document.reason))
                else:
                    yield document
        except (InputError, OSError) as error:
            run.refuse(source_name(path), error)


def graph_of(paths: Iterable[str | Path], settings: Settings, run: Run) -> "nx.MultiDiGraph[str]":
    """The graph of documents alone, without a store."""
    from graph import build
    from graph.ontology import read_ontology
    from graph.registry import read_registry
    from graph.resolve.known import known_actors

    files = find(paths, run)
    known = known_actors(read_registry(settings.registry)) if files else {}
    extractions = extract(files, settings, run) if files else ()
    return build.build(extractions, (), known, read_ontology(settings.ontology))


def build_at(
    paths: Iterable[str | Path],
    settings: Settings,
    prune: bool = False,
    run: Run | None = None,
    sign_in: "SignIn | None" = None,
) -> Report:
    """Build the store that the settings name; it is made where there is none, and closed in any case."""
    from graph.ontology import read_ontology
    from graph.registry import read_registry
    from graph.resolve.known import known_actors
    from loaders.address import from_environment
    from loaders.store import open_store

    run = run if run is not None else Run()
    paths = list(paths)
    files = find(paths, run)
    if not files and "://" not in settings.store and not Path(settings.store).exists():
        return Report((), (), tuple(run.refused), (), 0, 0.0, 0)  # leave no empty store behind
    store = open_store(
        settings.store,
        known=known_actors(read_registry(settings.registry)),
        ontology=read_ontology(settings.ontology),
        sign_in=sign_in or from_environment,
    )
    try:
        return build(files, store, settings, [path for path in paths if prune and Path(path).is_dir()], run)
    finally:
        store.close()


def build(
    files: Iterable[Path],
    store: "BaseStore",
    settings: Settings,
    prune: Iterable[str | Path] = (),
    run: Run | None = None,
) -> Report:
    """Read documents into an open store, one transaction each, in their order.

    A document whose bytes are known, and were read by the same model, rules and
    registry, is left as it is. Documents that were read from a folder in `prune` and
    are no longer there are taken out.
    """
    from extract.documents import source_name

    run = run if run is not None else Run()
    begun = time.monotonic()
    files = list(files)
    made = fresh.signature(settings)
    marked = fresh.read_marks(store, made)
    marks = set(marked)
    held = {source: document.id for document in store.documents() for source in document.sources}
    known = {source for source, document in held.items() if document in marks}
    names = {file: source_name(file) for file in files}
    by_hand = run.date is not None or run.source is not None
    changed = [f for f in files if by_hand or names[f] not in known or _id(f) != held[names[f]]]
    unchanged = [name for file, name in names.items() if file not in set(changed)]
    read: list[str] = []
    run.total = len(changed) + run.seen
    try:
        for extraction in extract(changed, settings, run) if changed else ():
            source = extraction.document.sources[0]
            (read if store.put(extraction) else unchanged).append(source)
            marks.add(extraction.document.id)
        removed = _prune([p for p in prune if _whole(p, files)], files, held, store)
    finally:
        if marks != marked:
            fresh.write_marks(store, made, marks)
    return Report(
        read=tuple(read),
        unchanged=tuple(unchanged),
        refused=tuple(run.refused),
        removed=tuple(removed),
        words=run.words,
        seconds=round(time.monotonic() - begun, 3),
        documents=len(store.documents()),
        **{name: dict(store.query(query).rows) for name, query in COUNTS.items()},
    )


def _prune(
    paths: Iterable[str | Path], files: Iterable[Path], held: Mapping[str, str], store: "BaseStore"
) -> list[str]:
    folders = [os.path.abspath(path) for path in paths]
    there = {os.path.abspath(file) for file in files}
    removed = []
    for source in sorted(held):
        place = os.path.abspath(source)
        inside = any(os.path.commonpath((place, folder)) == folder for folder in folders)
        part = any(place.startswith((f"{file}/", f"{file}#")) for file in there)
        if "://" not in source and inside and place not in there and not part and store.remove(source):
            removed.append(source)
    return removed


def _whole(folder: str | Path, files: Iterable[Path]) -> bool:
    """Whether a folder could be read through and holds documents: only then is one missing from it gone."""
    unread: list[OSError] = []
    for _ in os.walk(folder, onerror=unread.append):
        pass
    place = os.path.abspath(folder)
    return not unread and any(os.path.abspath(file).startswith(place + os.sep) for file in files)


def _id(file: Path) -> str | None:
    try:
        return document_id(file.read_bytes()) if file.is_file() else None
    except OSError:
        return None
