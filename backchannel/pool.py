"""Several reading processes and their one reader: tasks go out, outcomes come back in the order of items.

Where the program has no thread but this one, processes are forked from it with all that reading needs
in memory, which they share; else they are spawned, and each loads it.
"""

import gc
import logging
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from backchannel.pile import ByHand, Item
from backchannel.progress import Run
from backchannel.reading import CHARACTERS, Outcome
from backchannel.report import Refusal
from backchannel.settings import Settings
from backchannel.worker import Fatal, Task, work
from graph.model import InputError

if TYPE_CHECKING:
    from extract import Extractor

log = logging.getLogger("backchannel.pool")
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
JEMALLOC = "jemalloc_bg_thd"
GROUP = 32  # small files in a task
SHARES, LEAST = 6, 6_000  # of a small pile each process gets so many tasks, of so many bytes at least
WINDOW = 8  # tasks a worker that are out or wait for their turn
TICK = 0.2
PATIENCE = 3.0
TRIES = 3


@dataclass(slots=True)
class Slot:
    """A task and what came of it; `ended` items are through, and `got` outcomes of the next are there."""

    task: Task
    found: deque[Outcome] = field(default_factory=deque)
    got: int = 0
    ended: int = 0
    hand: tuple[int, bool, str] | None = None
    shared: bool = False
    sent: bool = False
    done: bool = False


@dataclass(slots=True, eq=False)
class Hand:
    """A process and the slots it was given, the first of which it is at."""

    process: BaseProcess
    connection: Connection
    slots: deque[Slot] = field(default_factory=deque)
    ready: bool = False


def may_fork() -> bool:
    """Whether forking is safe: on Linux, in a process that has no other thread, of Python or otherwise.

    That of jemalloc does not count (pyarrow has it, which the driver of Neo4j loads): it takes care of forks itself.
    """
    tasks = Path("/proc/self/task")
    if not hasattr(os, "fork") or not tasks.is_dir():
        return False
    try:
        names = [(task / "comm").read_text().strip() for task in tasks.iterdir()]
    except OSError:
        return False
    return sum(name != JEMALLOC for name in names) == 1


def one_thread() -> None:
    """Keep the mathematics to one thread a process, where the user did not say otherwise."""
    for name in THREADS:
        os.environ.setdefault(name, "1")


class Pool:
    """Reading processes; close it, or use it as a context manager."""

    def __init__(
        self, workers: int, settings: Settings, by_hand: ByHand, extractor: "Extractor | None" = None
    ) -> None:
        """Start `workers` processes, forked where there is an `extractor` to share and that is safe."""
        one_thread()
        self._settings, self._by_hand = settings, by_hand
        self._extractor = extractor
        self._hands: list[Hand] = []
        self._failed = 0
        gc.collect()
        gc.freeze()  # what is shared stays shared: the collector of a process does not write to it
        try:
            for _ in range(workers):
                self._hands.append(self._start())
        except BaseException:
            self.close()
            raise
        finally:
            gc.unfreeze()

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End all processes."""
        for hand in self._hands:
            hand.connection.close()
            hand.process.terminate()
        for hand in self._hands:
            hand.process.join(PATIENCE)
            if hand.process.is_alive():
                hand.process.kill()
                hand.process.join()
        self._hands.clear()

    def read(self, items: Sequence[Item], run: Run) -> Iterator[Outcome]:
        """What comes of the items, in their order. A document that ends a process twice is refused."""
        order: deque[Slot] = deque()
        share = sum(item.size for item in items) // (SHARES * len(self._hands))
        tasks = make_tasks(items, max(LEAST, min(CHARACTERS, share)))
        more = True
        while True:
            while more and len(order) < WINDOW * len(self._hands):
                task = next(tasks, None)
                more = task is not None
                if task is not None:
                    order.append(Slot(task))
            self._give(order)
            self._take(order, 0.0)
            while order and (order[0].found or order[0].done):
                if not order[0].found:
                    order.popleft()
                    continue
                yield order[0].found.popleft()
                self._take(order, 0.0)
            if not order and not more:
                return
            if order and not order[0].found and not order[0].done:
                self._give(order)
                self._take(order, TICK)
                run.step()

    def _start(self) -> Hand:
        fork = self._extractor is not None and may_fork()
        context = multiprocessing.get_context("fork" if fork else "spawn")
        ours, theirs = context.Pipe()
        inherited = _open_files() if fork else []
        arguments = (theirs, self._settings, self._by_hand)
        process: Any = context.Process(  # type: ignore[attr-defined]
            target=work,
            args=(*arguments, self._extractor, inherited) if fork else arguments,
            name="backchannel-reader",
            daemon=True,
        )
        process.start()
        theirs.close()
        return Hand(process, ours)

    def _give(self, order: deque[Slot]) -> None:
        """Hand out the next tasks, so that each process has one to go on with."""
        waiting = iter([slot for slot in order if not slot.sent])
        for depth in (1, 2):
            for hand in list(self._hands):
                if len(hand.slots) < depth:
                    slot = next(waiting, None)
                    if slot is None:
                        return
                    slot.sent = True
                    hand.slots.append(slot)
                    try:
                        hand.connection.send(slot.task)
                    except OSError:
                        self._lost(hand, order)

    def _take(self, order: deque[Slot], seconds: float) -> None:
        """Receive what has come, waiting so long for the first of it."""
        while came := wait([hand.connection for hand in self._hands], seconds):
            seconds = 0.0
            for hand in [hand for hand in self._hands if hand.connection in came]:
                try:
                    message = hand.connection.recv()
                except (EOFError, OSError):
                    self._lost(hand, order)
                else:
                    _note(hand, message, order)

    def _lost(self, hand: Hand, order: deque[Slot]) -> None:
        """A process has ended: start another, and have what was in hand read again, alone and carefully."""
        hand.connection.close()
        hand.process.join(PATIENCE)
        cause = _cause(hand.process.exitcode)
        self._hands.remove(hand)
        self._failed = 0 if hand.ready else self._failed + 1
        if self._failed >= TRIES:
            raise InputError(f"reading processes end before they begin ({cause}); try --workers 1")
        for slot in hand.slots:
            slot.sent = False
        if hand.slots:
            _retry(hand.slots[0], order, cause)
        self._hands.append(self._start())


def make_tasks(items: Iterable[Item], most: int = CHARACTERS) -> Iterator[Task]:
    """Small files together, `most` bytes; a large one alone, in shares, as it may hold many documents."""
    group: list[tuple[int, Item]] = []
    size = 0
    for number, item in enumerate(items):
        if item.size >= CHARACTERS:
            if group:
                yield Task(tuple(group))
            yield Task(((number, item),), start=0)
            group, size = [], 0
            continue
        group.append((number, item))
        size += item.size
        if size >= most or len(group) >= GROUP:
            yield Task(tuple(group))
            group, size = [], 0
    if group:
        yield Task(tuple(group))


def _note(hand: Hand, message: tuple[Any, ...], order: deque[Slot]) -> None:
    kind = message[0]
    if kind == "ready":
        hand.ready = True
    elif kind == "broken":
        raise InputError(message[1])
    elif kind == "found":
        slot = hand.slots[0]
        outcome: Outcome = message[1]
        slot.found.append(outcome)
        slot.got += 1
        if outcome.found is None:
            slot.got, slot.ended = 0, slot.ended + 1
    elif kind == "hand":
        hand.slots[0].hand = message[1:]
    elif kind == "more":
        slot = hand.slots[0]
        if not slot.shared:
            slot.shared = True
            order.insert(order.index(slot) + 1, Slot(Task(slot.task.items, start=message[1])))
    elif kind == "end":
        hand.slots.popleft().done = True


def _retry(slot: Slot, order: deque[Slot], cause: str) -> None:
    """Put tasks of one item each in the place of a task whose process ended."""
    task = slot.task
    if not task.carefully:
        log.warning("a reading process ended (%s); what it had in hand is read again", cause)
    place = order.index(slot) + 1
    slot.sent = slot.done = True
    for offset, pair in enumerate(task.items[slot.ended :]):
        had = slot.got if offset == 0 else 0
        again = Task((pair,), task.start, True, task.had + had if task.carefully else had, task.fatal)
        if task.carefully and slot.hand is not None:
            at, reading, name = slot.hand
            reason = f"{name}: reading it ended the process twice ({cause}); leave it out, or split it"
            again = replace(again, fatal={**task.fatal, at: Fatal(reading, Refusal(name, reason))})
        order.insert(place + offset, Slot(again, shared=slot.shared))


def _cause(code: int | None) -> str:
    if code is not None and code < 0:
        name = signal.Signals(-code).name
        return f"{name}, perhaps for want of memory" if name == "SIGKILL" else name
    return f"exit code {code}"


def _open_files() -> list[int]:
    """Files of this process that a forked one must let go: the lock of a store, other pipes."""
    return [int(name) for name in os.listdir("/proc/self/fd") if int(name) > 2]


def usable_workers() -> int:
    """How many processes can work at once here."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
