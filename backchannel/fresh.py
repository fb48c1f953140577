"""Which documents of a store were read by the extraction at hand, so that they need not be read again.

Kept in the store itself and written after the documents: where the two differ, a document is read once
more, never left out. A load into the store that changes it takes the marks away.
"""

import hashlib
from collections.abc import Iterable, Iterator
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

from backchannel.settings import Settings

if TYPE_CHECKING:
    from loaders.base import BaseStore


def signature(settings: Settings) -> str:
    """A hash of all that an extraction depends on besides the document."""
    digest = hashlib.sha256()
    for package in (settings.model, "spacy"):
        digest.update(f"{package} {_version(package)}\0".encode())
    for room in ("extract", "graph", "seeds"):
        for file in _files(resources.files(room)):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    for path in (settings.ontology, settings.registry):
        for own in [] if path is None else [path] if path.is_file() else sorted(path.rglob("*.toml")):
            digest.update(own.name.encode() + b"\0" + own.read_bytes())
    return digest.hexdigest()[:20]


def read_marks(store: "BaseStore", wanted: str) -> frozenset[str]:
    """Ids of documents that an extraction of this signature has read into the store."""
    meta = store.meta()
    return frozenset(meta.get("extracted") or ()) if meta.get("extraction") == wanted else frozenset()


def write_marks(store: "BaseStore", made: str, documents: Iterable[str]) -> None:
    """Note which documents an extraction of this signature has read into the store."""
    from loaders.base import mark

    store.commit([mark({"extraction": made, "extracted": sorted(documents)})])


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _files(folder: Traversable) -> Iterator[Traversable]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir() and item.name not in ("__pycache__", "documents", "questions"):
            yield from _files(item)
        elif item.name.endswith((".py", ".toml", ".json")):
            yield item
