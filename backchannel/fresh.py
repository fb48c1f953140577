"""Which documents of a store were read by the extraction at hand, so that they need not be read again.

Kept beside the store's own files and written after them: where the two differ, a
document is read once more, never left out.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path

from backchannel.settings import Settings

NAME = "extracted.json"


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


def read_marks(store: str, wanted: str) -> frozenset[str]:
    """Ids of documents that an extraction of this signature has read into the store."""
    try:
        data = json.loads((Path(store) / NAME).read_text(encoding="utf-8"))
        return frozenset(data["documents"]) if data["signature"] == wanted else frozenset()
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()


def write_marks(store: str, made: str, documents: Iterable[str]) -> None:
    """Note which documents an extraction of this signature has read into the store."""
    if Path(store).is_dir():
        text = json.dumps({"signature": made, "documents": sorted(documents)})
        new = Path(store) / f".{NAME}"
        new.write_text(text, encoding="utf-8")
        new.replace(Path(store) / NAME)


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
