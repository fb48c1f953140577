"""Items to outcomes with as many processes as are worth it."""

import gc
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from backchannel.pile import ByHand, Item
from backchannel.pool import Pool, may_fork, one_thread, usable_workers
from backchannel.progress import Run
from backchannel.reading import Outcome, entries, load, outcomes
from backchannel.settings import Settings
from graph.model import Document, Extraction

if TYPE_CHECKING:
    from extract import Extractor

# From how many bytes on processes are worth their start: forked ones share what is loaded.
FORKED, SPAWNED = 50_000, 300_000


class Reader:
    """Items to outcomes, with one process or several; what is loaded stays for the next items."""

    def __init__(self, settings: Settings, workers: int | None = None, by_hand: ByHand | None = None) -> None:
        """`workers` is how many processes may read, one a core if left out."""
        self._settings = settings
        self.by_hand = by_hand if by_hand is not None else ByHand()
        self._workers = usable_workers() if workers is None else workers
        self._extractor: Extractor | None = None

    def extractor(self) -> "Extractor":
        """What extracts, loaded when it is first asked for."""
        if self._extractor is None:
            self._extractor = load(self._settings)
        return self._extractor

    def release(self) -> None:
        """Let go of what was loaded; it takes 200 MB, and three seconds to load again."""
        self._extractor = None
        gc.collect()

    def read(self, items: Sequence[Item], run: Run) -> Generator[Outcome, None, None]:
        """What comes of the items, in their order; close it to end its processes."""
        one_thread()
        size = sum(item.size for item in items)
        if self._workers > 1 and size >= (FORKED if may_fork() else SPAWNED):
            extractor = self.extractor() if may_fork() else None
            with Pool(self._workers, self._settings, self.by_hand, extractor) as pool:
                yield from pool.read(items, run)
        elif items:
            found = (e for number, item in enumerate(items) for e in entries(number, item, self.by_hand))
            yield from outcomes(found, self.extractor())


def extract(items: Sequence[Item], reader: Reader, run: Run) -> Iterator[Extraction]:
    """Extract documents in order. One that fails is refused, the others go on."""
    with closing(reader.read(items, run)) as found:
        for number, what in found:
            if isinstance(what, Extraction):
                yield what
                run.finish(what.document.words)
            elif what is None:
                run.leave(items[number].size)
            else:
                run.note(what)


def read_all(items: Iterable[Item], by_hand: ByHand, run: Run) -> Iterator[Document]:
    """The documents of items, not extracted; what cannot be read is noted."""
    for number, item in enumerate(items):
        for _, found in entries(number, item, by_hand):
            if isinstance(found, Document):
                yield found
            elif found is not None:
                run.note(found)
