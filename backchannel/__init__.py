"""Knowledge graphs of diplomatic and business actors, every edge with its quoted sentence.

import backchannel

report = backchannel.build("articles", store="affair.graph")
answer = backchannel.ask("who benefits from sanctions relief?", store="affair.graph")
with backchannel.open_graph("affair.graph") as store:
    store.query("MATCH (p:Person) RETURN p.name AS name").rows
"""

import importlib.util
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

try:
    from graph.model import (
        Actor,
        Attribution,
        Condition,
        Document,
        Edge,
        Evidence,
        Extraction,
        InputError,
        Judgement,
        Mention,
        Statement,
    )
except ImportError as error:
    _found = importlib.util.find_spec("graph")
    _place = (
        None if _found is None else _found.origin or next(iter(_found.submodule_search_locations or ()), None)
    )
    if _place is None or Path(_place).parent.parent == Path(__file__).parent.parent:
        raise
    raise ImportError(
        f"{_place} is imported in place of backchannel's own package 'graph': rename it, or take its folder "
        "off the path"
    ) from error

if TYPE_CHECKING:
    from backchannel.fetch import Fetcher
    from backchannel.report import Report
    from backchannel.settings import Settings
    from graph.questions.answers import Answer
    from loaders.store import Store

__all__ = [
    "Actor",
    "Attribution",
    "Condition",
    "Document",
    "Edge",
    "Evidence",
    "Extraction",
    "InputError",
    "Judgement",
    "Mention",
    "Statement",
    "ask",
    "build",
    "open_graph",
]


def build(
    *paths: str | Path,
    store: str | Path | None = None,
    prune: bool = False,
    workers: int = 1,
    date: str | None = None,
    source: str | None = None,
    offline: bool = False,
    allow_private: bool = False,
) -> "Report":
    """Read documents (files, folders, addresses) into a store and report what was read, refused and found.

    What the store knows already is not read again; with `prune`, documents that are gone
    from a given folder are taken out. `date` (YYYY-MM-DD) and `source` (who published) take the place of what
    the documents say. Pages are kept; `offline` reads them as they were kept, `allow_private` fetches from
    hosts of this machine and the local network, too. With more than one of `workers` as many processes read; where
    they cannot be forked, they import the calling script, which then needs its `if __name__` guard.
    Raises InputError if the store cannot be opened, or `date` is none.
    """
    from contextlib import nullcontext

    from backchannel import pipeline
    from backchannel.pile import ByHand, is_url
    from backchannel.reader import Reader

    settings = _settings(store)
    reader = Reader(settings, workers, ByHand(date, source))
    fetching: AbstractContextManager[Fetcher | None] = nullcontext()
    if any(map(is_url, paths)):
        from backchannel.fetch import open_fetcher

        fetching = open_fetcher(settings.pages, offline=offline, allow_private=allow_private)
    with fetching as fetcher:
        return pipeline.build_at(paths, settings, prune, reader=reader, fetcher=fetcher)


def ask(
    question: str, parameters: Mapping[str, Any] | None = None, store: str | Path | None = None
) -> "Answer":
    """Answer a question, asked by its name or in plain English, with the sentences behind every row.

    Actors in `parameters` are names. Raises InputError for a question that is not understood
    (with the nearest), and for an actor that is unknown or ambiguous (with the candidates).
    """
    from backchannel import asking

    settings = _settings(store)
    with open_graph(settings.store) as opened:
        questions = asking.read_questions(settings.questions)
        return asking.ask(question, opened.query, questions, parameters or {}, ontology=opened.ontology)


@contextmanager
def open_graph(store: str | Path | None = None) -> Iterator["Store"]:
    """Open a store to read: `.query(cypher, parameters)`, `.graph()` (networkx), `.extractions()`."""
    from graph.ontology import read_ontology
    from loaders.store import open_store

    settings = _settings(store)
    opened = open_store(settings.store, read_only=True, ontology=read_ontology(settings.ontology))
    try:
        yield opened
    finally:
        opened.close()


def _settings(store: str | Path | None) -> "Settings":
    from backchannel.settings import read_settings

    return read_settings({"store": None if store is None else str(store)})
