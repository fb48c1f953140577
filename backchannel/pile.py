"""What there is to read: files, and pages that were fetched and kept as files."""

import hashlib
import os
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from backchannel.progress import Run
from backchannel.report import Refusal
from graph.model import Document, InputError

if TYPE_CHECKING:
    from backchannel.fetch import Fetcher
    from extract.texts.documents import Refused


@dataclass(frozen=True, slots=True)
class Item:
    """A file to read; `url` is where it was fetched from. `size` is in bytes."""

    path: Path
    url: str | None = None
    size: int = 0

    @property
    def name(self) -> str:
        """What it is called: its address, or its path."""
        from extract.texts.documents import source_name

        return self.url if self.url is not None else source_name(self.path)


@dataclass(frozen=True, slots=True)
class ByHand:
    """Metadata that the user gives for all documents."""

    date: str | None = None
    source: str | None = None

    def __post_init__(self) -> None:
        """Raise InputError where the date is none."""
        from extract.texts.dating import iso_date

        if self.date is not None and (len(self.date) != 10 or iso_date(self.date) != self.date):
            raise InputError(f"{self.date}: is no date; write it as YYYY-MM-DD")

    @property
    def given(self) -> tuple[str | None, ...]:
        """What was given; empty where nothing was."""
        return (self.date, self.source) if self.date or self.source else ()


def is_url(path: object) -> bool:
    """Whether a path is an address to fetch."""
    return str(path).lower().startswith(("http://", "https://"))


def find(paths: Iterable[str | Path], run: Run, fetcher: "Fetcher | None" = None) -> list[Item]:
    """The files under `paths` and the pages behind their URLs, in order, each once under its first name.

    A path without documents and a page that cannot be had are refused, the others go on.
    """
    from extract.texts.documents import find_files

    found: dict[str, Item] = {}
    seen: set[str] = set()
    left: list[Path] = []
    for path in paths:
        run.step()
        try:
            if is_url(path):
                if fetcher is None:
                    raise InputError(f"{path}: is an address, and nothing may be fetched here")
                kept = fetcher.get(str(path))
                found.setdefault(str(path), Item(kept, str(path), kept.stat().st_size))
                continue
            for file in find_files([Path(path)], left):
                real = os.path.realpath(file)
                if real not in seen:
                    seen.add(real)
                    item = Item(file, None, _size(file))
                    found[item.name] = item
        except InputError as error:
            run.refuse(str(path), error)
    for refusal in _other_kinds(left, found):
        run.note(refusal)
    return list(found.values())


def _other_kinds(left: Iterable[Path], found: Container[str]) -> Iterator[Refusal]:
    """What is said of files in folders whose names tell of no kind that is read; of a store there nothing."""
    from extract.texts.documents import source_name
    from loaders.folder import FILE

    for name, path in {source_name(path): path for path in left}.items():
        if name not in found and not path.name.startswith(FILE):
            kind = f"no file named {path.suffix} is read" if path.suffix else "its name tells of no kind"
            yield Refusal(name, f"{name}: {kind}; name it by itself to read it all the same", skipped=True)


def read(item: Item, by_hand: ByHand) -> "Iterator[Document | Refused]":
    """The documents of an item. Raises InputError where nothing of it can be read."""
    from extract.texts.documents import read_documents, read_documents_from

    date, source = by_hand.date, by_hand.source
    if item.url is None:
        return read_documents(item.path, date=date, source=source)
    return read_documents_from(item.path.read_bytes(), item.url, date=date, source=source)


def fingerprint(item: Item) -> str | None:
    """A hash of what an item holds now; None where it is no file that can be read."""
    try:
        if not item.path.is_file():
            return None
        with item.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()[:20]
    except OSError:
        return None


def is_whole(folder: str | Path, items: Iterable[Item]) -> bool:
    """Whether a folder could be read through and holds documents: only then is one missing from it gone."""
    unread: list[OSError] = []
    for _ in os.walk(folder, onerror=unread.append):
        pass
    place = os.path.abspath(folder)
    return not unread and any(os.path.abspath(item.path).startswith(place + os.sep) for item in items)


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
