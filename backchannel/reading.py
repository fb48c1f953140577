"""Items to outcomes, in order, in one process: what a worker does, and the program where it is alone."""

import logging
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from backchannel.pile import ByHand, Item, read
from backchannel.report import Refusal
from backchannel.settings import Settings
from graph.model import Document, Extraction, InputError

if TYPE_CHECKING:
    from extract import Extractor

log = logging.getLogger("backchannel.reading")
# How much is parsed in one go: characters, documents.
CHARACTERS = 60_000
DOCUMENTS = 64


class Outcome(NamedTuple):
    """What came of the item with this number: an extraction, a refusal, or None once it is through."""

    number: int
    found: Extraction | Refusal | None


class Entry(NamedTuple):
    """The same before extraction."""

    number: int
    found: Document | Refusal | None


def load(settings: Settings) -> "Extractor":
    """The extractor of these settings. Raises InputError."""
    from extract import make_extractor
    from graph.ontology import read_ontology
    from graph.registry import read_registry

    return make_extractor(
        registry=read_registry(settings.registry),
        ontology=read_ontology(settings.ontology),
        model=settings.model,
    )


def entries(number: int, item: Item, by_hand: ByHand) -> Iterator[Entry]:
    """The documents of an item, refused ones among them, and None at its end."""
    try:
        for found in read(item, by_hand):
            if isinstance(found, Document):
                yield Entry(number, found)
            else:
                yield Entry(number, Refusal(found.source, found.reason, found.skipped))
    except Exception as error:
        yield Entry(number, refusal(item.name, error))
    yield Entry(number, None)


def outcomes(found: Iterable[Entry], extractor: "Extractor", alone: bool = False) -> Iterator[Outcome]:
    """Entries with their documents extracted: several in one go, or each `alone`."""
    batch: list[Entry] = []
    waiting = characters = 0
    for entry in found:
        batch.append(entry)
        if isinstance(entry.found, Document):
            waiting, characters = waiting + 1, characters + len(entry.found.text)
        if alone or waiting >= DOCUMENTS or characters >= CHARACTERS:
            yield from _extracted(batch, extractor)
            batch, waiting, characters = [], 0, 0
    yield from _extracted(batch, extractor)


def _extracted(batch: list[Entry], extractor: "Extractor") -> Iterator[Outcome]:
    documents = [entry.found for entry in batch if isinstance(entry.found, Document)]
    results: Iterator[Extraction | Refusal]
    try:
        results = iter(list(extractor.documents(documents)))
    except Exception as error:
        log.debug("a batch failed; its documents are read one by one", exc_info=error)
        results = (_one(document, extractor) for document in documents)
    for entry in batch:
        yield Outcome(entry.number, next(results) if isinstance(entry.found, Document) else entry.found)


def _one(document: Document, extractor: "Extractor") -> Extraction | Refusal:
    try:
        return next(iter(extractor.documents([document])))
    except Exception as error:
        return refusal(document.sources[0], error)


def refusal(name: str, error: Exception) -> Refusal:
    """What an error means for the document it came from."""
    log.debug("%s", name, exc_info=error)
    if isinstance(error, InputError):
        return Refusal(name, str(error))
    return Refusal(name, f"{name}: cannot be read ({error or type(error).__name__})")
