"""What a store holds of files that are gone, or that no longer hold it."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from backchannel.fresh import Marks
from backchannel.pile import Item

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.store import Store


def take_outdated(item: Item, marks: Marks, now: Sequence[str], store: "Store") -> list[str]:
    """Take out what a file gave before and gives no more. A feed drops what is old: it stays."""
    before = marks.of.get(item.name)
    if before is None or item.url is not None or not now:
        return []
    return [source for source in before.sources if source not in now and store.remove(source)]


def take_gone(
    folders: Sequence["str | Path"],
    items: Iterable[Item],
    held: Iterable[str],
    marks: Marks,
    store: "Store",
) -> list[str]:
    """Take out the documents of files that are gone from these folders."""
    places = [os.path.abspath(folder) for folder in folders]
    there = {name(item.path) for item in items for name in (os.path.abspath, os.path.realpath)}
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
    """What a place may be a part of: "in/pile.zip" of "in/pile.zip/a.txt", "in/mail" of "in/mail#2"."""
    return (place[:end] for end, character in enumerate(place) if character in "/#")
