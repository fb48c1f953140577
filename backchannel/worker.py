"""A reading process: tasks come in on a pipe, what is found in them goes out. It keeps nothing."""

import contextlib
import gc
import logging
import os
import pickle
import signal
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple

from backchannel.pile import ByHand, Item
from backchannel.reading import CHARACTERS, DOCUMENTS, Entry, entries, load, outcomes
from backchannel.report import Refusal
from backchannel.settings import Settings
from graph.model import Document, InputError

if TYPE_CHECKING:
    from extract import Extractor

log = logging.getLogger("backchannel.worker")
AHEAD = 4


class Fatal(NamedTuple):
    """What ended a process: reading on at this place of an item (else extracting what was read there)."""

    reading: bool
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Task:
    """Items with their numbers to read as a whole, or a share of one item from its entry `start` on.

    An item that was in hand when a process ended is given again alone and `carefully`: each document is
    told before it is touched, the first `had` outcomes are left out, and what was `fatal`, by its place,
    is refused.
    """

    items: tuple[tuple[int, Item], ...]
    start: int | None = None
    carefully: bool = False
    had: int = 0
    fatal: Mapping[int, Fatal] = field(default_factory=dict)


class Shares:
    """The item that is read in shares, kept open where this process is in it."""

    def __init__(self) -> None:
        self._number, self._place = -1, 0
        self._entries: Iterator[Entry] = iter(())

    def upto(self, number: int, item: Item, start: int, by_hand: ByHand) -> Iterator[Entry]:
        """The entries of an item from `start` on."""
        if number != self._number or self._place > start:
            self._number, self._place, self._entries = number, 0, entries(number, item, by_hand)
        for entry in self._entries:
            self._place += 1
            if self._place > start:
                yield entry


class Sender:
    """Messages go out in order from a thread, so that the next document need not wait for the reader."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._queue: Queue[bytes] = Queue(AHEAD)
        Thread(target=self._work, daemon=True).start()

    def send(self, *message: Any, at_once: bool = False) -> None:
        """Queue a message; `at_once` waits until it is out."""
        self._queue.put(pickle.dumps(message, pickle.HIGHEST_PROTOCOL))
        if at_once:
            self._queue.join()

    def _work(self) -> None:
        while True:
            data = self._queue.get()
            try:
                self._connection.send_bytes(data)
            except OSError:
                os._exit(1)  # nobody listens any more
            self._queue.task_done()


def work(
    connection: Connection,
    settings: Settings,
    by_hand: ByHand,
    extractor: "Extractor | None" = None,
    inherited: Iterable[int] = (),
) -> None:
    """Serve one connection until it closes; `inherited` are files of the parent that are not ours."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in inherited:
        if number != connection.fileno():
            with contextlib.suppress(OSError):
                os.close(number)
    sender = Sender(connection)
    try:
        extractor = extractor if extractor is not None else load(settings)
    except InputError as error:
        sender.send("broken", str(error), at_once=True)
        return
    gc.freeze()
    sender.send("ready")
    shares = Shares()
    try:
        while True:
            _perform(connection.recv(), shares, by_hand, extractor, sender)
    except (EOFError, OSError):
        return
    except Exception as error:  # not of a document: the parent has the task read again, then refused
        log.debug("unexpected", exc_info=error)
        os._exit(70)


def _perform(task: Task, shares: Shares, by_hand: ByHand, extractor: "Extractor", sender: Sender) -> None:
    source = _source(task, shares, by_hand, sender)
    found = _carefully(task, source, sender) if task.carefully else source
    for outcome in outcomes(found, extractor, alone=task.carefully):
        sender.send("found", outcome)
    sender.send("end")


def _source(task: Task, shares: Shares, by_hand: ByHand, sender: Sender) -> Iterator[Entry]:
    if task.start is None:
        for number, item in task.items:
            yield from entries(number, item, by_hand)
        return
    ((number, item),) = task.items
    characters = 0
    for found, entry in enumerate(shares.upto(number, item, task.start, by_hand), 1):
        characters += len(entry.found.text) if isinstance(entry.found, Document) else 0
        full = found >= DOCUMENTS or characters >= CHARACTERS
        if full and entry.found is not None:
            sender.send("more", task.start + found)  # before the extraction, so that others can go on
            yield entry
            return
        yield entry


def _carefully(task: Task, source: Iterator[Entry], sender: Sender) -> Iterator[Entry]:
    ((number, item),) = task.items
    place = 0
    while True:
        fatal = task.fatal.get(place)
        if fatal is not None and fatal.reading:
            yield Entry(number, fatal.refusal)
            yield Entry(number, None)
            return
        sender.send("hand", place, True, item.name, at_once=True)
        entry = next(source, None)
        if entry is None:
            return
        if fatal is not None:
            entry = Entry(number, fatal.refusal)
        elif isinstance(entry.found, Document):
            sender.send("hand", place, False, entry.found.sources[0], at_once=True)
        if place >= task.had:
            yield entry
        place += 1
