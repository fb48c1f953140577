"""Which files of a store were read by the extraction at hand, so that they need not be read again.

Kept beside the store's own files, a line each, and written after them: where the two differ, a file
is read once more, never left out.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TextIO

from backchannel.settings import Settings

NAME = "extracted.jsonl"


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
    """Marks of a store, by the name of the item: those at hand, and a file that each new one is added to.

    `of` also knows what items gave under another signature, with an empty fingerprint.
    """

    def __init__(self, store: str, made: str) -> None:
        """Read the marks beside `store`, where it is a folder; `made` is the signature at hand."""
        self._path = Path(store) / NAME if Path(store).is_dir() else None
        self.of: dict[str, Mark] = _read(self._path, made) if self._path is not None else {}
        self._file: TextIO | None = None
        if self._path is not None:
            new = self._path.with_name(f".{NAME}")
            with new.open("w", encoding="utf-8") as file:
                file.write(json.dumps({"signature": made}) + "\n")
                file.writelines(_line(name, mark) for name, mark in self.of.items())
            new.replace(self._path)
            self._file = self._path.open("a", encoding="utf-8")

    def __enter__(self) -> "Marks":
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def add(self, name: str, mark: Mark) -> None:
        """Note what an item gave, after it was written to the store."""
        self.of[name] = mark
        self._write(_line(name, mark))

    def drop(self, name: str) -> None:
        """Forget an item that is gone."""
        if self.of.pop(name, None) is not None:
            self._write(_line(name, None))

    def _write(self, line: str) -> None:
        if self._file is not None:
            self._file.write(line)
            self._file.flush()


def _line(name: str, mark: Mark | None) -> str:
    what = None if mark is None else [mark.fingerprint, mark.sources, mark.given, mark.refused]
    return json.dumps([name, what]) + "\n"


def _read(path: Path, made: str) -> dict[str, Mark]:
    """Marks by name; a line that was cut short and what is no mark are left out."""
    found: dict[str, Mark] = {}
    try:
        first, *lines = path.read_text(encoding="utf-8").splitlines()
        same = json.loads(first)["signature"] == made
    except (OSError, ValueError, KeyError, TypeError):
        return found
    for line in lines:
        try:
            name, what = json.loads(line)
            found.pop(name, None)
            if what is not None:
                fingerprint, sources, given, refused = what
                refusals = tuple((source, reason, skipped) for source, reason, skipped in refused)
                found[name] = Mark(fingerprint if same else "", tuple(sources), tuple(given), refusals)
        except (ValueError, TypeError):
            continue
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
