"""What is known while documents are read, and the bar that shows it."""

import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from backchannel.report import Refusal
from graph.model import InputError

log = logging.getLogger("backchannel.progress")
EVERY = 0.1


@dataclass(slots=True)
class Run:
    """What is known while files are read: `files` and `bytes` of them are through, of `total` and `size`.

    `done` documents of them were read, with so many `words`, since `begun` (of time.monotonic); `stage` says
    what is done with them; `tell` hears of each step.
    """

    refused: list[Refusal] = field(default_factory=list)
    skipped: list[Refusal] = field(default_factory=list)
    total: int | None = None
    size: int = 0
    files: int = 0
    bytes: int = 0
    done: int = 0
    words: int = 0
    stage: str = "reading"
    begun: float = field(default_factory=time.monotonic)
    tell: Callable[["Run"], None] | None = None

    def begin(self, stage: str) -> None:
        """Go through the files once more, for something else."""
        self.stage, self.begun = stage, time.monotonic()
        self.files = self.bytes = self.done = self.words = 0
        self.step()

    def refuse(self, path: str, error: Exception) -> None:
        """Note a document that is left out."""
        reason = (
            str(error)
            if isinstance(error, InputError)
            else f"{path}: cannot be read ({error or type(error).__name__})"
        )
        log.debug("%s", path, exc_info=error)
        self.note(Refusal(path, reason))

    def note(self, refusal: Refusal) -> None:
        """The same with the reason at hand, which names the document."""
        noted = replace(refusal, reason=" ".join(refusal.reason.split()))
        (self.skipped if noted.skipped else self.refused).append(noted)
        self.step()

    def finish(self, words: int) -> None:
        """Count a document as read."""
        self.done += 1
        self.words += words
        self.step()

    def leave(self, size: int) -> None:
        """Count a file as read through."""
        self.files += 1
        self.bytes += size
        self.step()

    def step(self) -> None:
        """Show how far it is."""
        if self.tell is not None:
            self.tell(self)


@contextmanager
def progress(quiet: bool) -> Iterator[Run]:
    """A Run that draws a bar on stderr: documents, words a second, what remains; if that is a terminal.

    The bar has no thread of its own, as processes may be forked while it is shown.
    """
    run = Run()
    if quiet or not sys.stderr.isatty():
        yield run
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[what]}"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    bar = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
    with bar:
        task = bar.add_task("looking", total=None, what="")
        begun, shown = run.begun, 0.0

        def tell(run: Run) -> None:
            nonlocal begun, shown
            now = time.monotonic()
            if begun != run.begun:
                begun = run.begun
                bar.reset(task)
            elif now - shown < EVERY:
                return
            shown = now
            if run.total is None:
                bar.update(task, what="for documents")
            else:
                bar.update(
                    task,
                    description=run.stage,
                    completed=run.bytes,
                    total=run.size or None,
                    what=describe(run, now - begun),
                )
            bar.refresh()

        run.tell = tell
        run.step()
        yield run


def describe(run: Run, seconds: float) -> str:
    """How far a run is, after so many seconds, in a line."""
    refused = f", {len(run.refused):,} refused" if run.refused else ""
    rate = run.words / seconds if seconds else 0.0
    return f"{run.files:,}/{run.total or 0:,} files, {run.done:,} documents{refused}, {rate:,.0f} words/s"
