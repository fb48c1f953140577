"""What the commands that read documents share: which there are, how they are fetched and read."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from backchannel.cli.output import day
from backchannel.settings import Settings
from graph.model import InputError

if TYPE_CHECKING:
    from backchannel.fetch import Fetcher
    from backchannel.pile import ByHand
    from backchannel.reader import Reader

Command = Callable[..., Any]
log = logging.getLogger("backchannel.cli")


@dataclass(frozen=True, slots=True)
class Reading:
    """What to read, and how."""

    paths: tuple[str, ...]
    workers: int | None
    date: str | None
    source: str | None
    offline: bool
    allow_private: bool

    @property
    def by_hand(self) -> "ByHand":
        """What is said of the documents by hand."""
        from backchannel.pile import ByHand

        return ByHand(day(self.date), self.source)

    def reader(self, settings: Settings) -> "Reader":
        """What reads the documents."""
        from backchannel.reader import Reader

        return Reader(settings, self.workers, self.by_hand)

    @contextmanager
    def fetcher(self, settings: Settings) -> "Iterator[Fetcher | None]":
        """What fetches pages; None where there is no address."""
        from backchannel.pile import is_url

        if not any(map(is_url, self.paths)):
            yield None
            return
        from backchannel.fetch import open_fetcher

        with open_fetcher(settings.pages, offline=self.offline, allow_private=self.allow_private) as fetcher:
            yield fetcher


def reads(command: Command) -> Command:
    """Add PATH... and the options of reading; the command gets a Reading as `reading`."""

    @wraps(command)
    def run(
        *rest: Any,
        paths: tuple[str, ...],
        lists: tuple[str, ...],
        workers: int | None,
        date: str | None,
        source: str | None,
        offline: bool,
        allow_private: bool,
        **more: Any,
    ) -> Any:
        every = (*paths, *(path for file in lists for path in _listed(file)))
        if not every:
            raise click.UsageError("Give a PATH, or --from FILE.")
        reading = Reading(every, workers, date, source, offline, allow_private)
        return command(*rest, reading=reading, **more)

    decorated: Command = run
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated


_OPTIONS = (
    click.argument("paths", nargs=-1, metavar="PATH|URL..."),
    click.option(
        "--from",
        "lists",
        multiple=True,
        metavar="FILE",
        help="Read what FILE lists, too: a path or an address a line.",
    ),
    click.option(
        "--workers",
        type=click.IntRange(1, 256),
        metavar="N",
        help="How many processes read at once [one a core; few documents are read by one].",
    ),
    click.option("--date", metavar="YYYY-MM-DD", help="The date of all these documents, whatever they say."),
    click.option("--source", metavar="NAME", help="Who published them, whatever they say."),
    click.option("--offline", is_flag=True, help="Fetch nothing: read pages as they were kept."),
    click.option(
        "--allow-private",
        is_flag=True,
        help="Fetch from hosts of this machine and the local network, too.",
    ),
)


def _listed(file: str) -> list[str]:
    from backchannel.watch import read_list

    try:
        return read_list(Path(file))
    except OSError as error:
        raise InputError(f"{file}: the list cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{file}: the list is not text in UTF-8") from error
