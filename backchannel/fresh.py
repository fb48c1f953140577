"""Which files of a store were read by the extraction at hand, so that they need not be read again.

Kept in the store itself and written after the documents, as it goes: where the two differ, a file is read
once more, never left out. A load into the store that changes it takes the marks away.
"""

import contextlib
import hashlib
import json
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

from backchannel.settings import Settings
from graph.model import InputError

if TYPE_CHECKING:
    from loaders.base import BaseStore

# How many new marks are written at once (or a twentieth of all, as all are written), or after how long.
SOME, SECONDS = 20, 10.0


@dataclass(frozen=True, slots=True)
class Mark:
    """What an item was when it was read, the sources of its documents, and what of it was left out, and why.

    `given` is what the user said of it by hand.
    """

    fingerprint: str
    sources: tuple[str, ...] = ()
    given: tuple[str | None, ...] = ()
    refused: tuple[tuple[str, str, bool], ...] = ()


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


class Marks:
    """Marks of a store, by the name of the item: those at hand, and new ones, which are written as they come.

    `of` also knows what items gave under another signature, with an empty fingerprint.
    """

    def __init__(self, store: "BaseStore", made: str) -> None:
        """Read the marks of a store; `made` is the signature at hand."""
        self._store, self._made = store, made
        meta = store.meta()
        self.of = _read(meta.get("extracted") or (), meta.get("extraction") == made)
        self._lines = {name: _line(name, mark) for name, mark in self.of.items()}
        self._new, self._written = 0, time.monotonic()

    def __enter__(self) -> "Marks":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        failed = kind is not None and issubclass(kind, Exception)
        with contextlib.suppress(InputError) if failed else contextlib.nullcontext():
            self.write()

    def add(self, name: str, mark: Mark) -> None:
        """Note what an item gave, after it was written to the store."""
        self.of[name], self._lines[name] = mark, _line(name, mark)
        self._new += 1
        late = time.monotonic() - self._written > SECONDS
        if late or self._new >= max(SOME, len(self.of) // 20):
            self.write()

    def drop(self, name: str) -> None:
        """Forget an item that is gone."""
        if self.of.pop(name, None) is not None:
            del self._lines[name]
            self._new += 1

    def write(self) -> None:
        """Write what is new."""
        if self._new:
            from loaders.base import mark

            lines = [line for _, line in sorted(self._lines.items())]
            self._store.commit([mark({"extraction": self._made, "extracted": lines})])
            self._new, self._written = 0, time.monotonic()


def _line(name: str, mark: Mark) -> str:
    return json.dumps([name, mark.fingerprint, mark.sources, mark.given, mark.refused])


def _read(lines: Iterable[str], same: bool) -> dict[str, Mark]:
    """Marks by name; what is no mark is left out."""
    found: dict[str, Mark] = {}
    for line in lines:
        with contextlib.suppress(ValueError, TypeError):
            name, fingerprint, sources, given, refused = json.loads(line)
            left = tuple((source, reason, skipped) for source, reason, skipped in refused)
            found[name] = Mark(fingerprint if same else "", tuple(sources), tuple(given), left)
    return found


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
