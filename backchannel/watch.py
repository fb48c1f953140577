"""A store kept up to date with folders, files and addresses, until it is told to stop."""

import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from watchfiles import watch as changes

from backchannel.pile import is_url

if TYPE_CHECKING:
    from threading import Event

QUIET = 300  # milliseconds without a change before one is acted on
LOOK = 500  # milliseconds between looks at the clock


def rounds(paths: Sequence[str | Path], every: float, stop: "Event | None" = None) -> Iterator[None]:
    """Yield whenever a file under `paths` changed, and every so many seconds where there are addresses.

    Network folders and the like, which tell of no change, are looked at in the same rhythm. Ends when
    `stop` is set, or with KeyboardInterrupt.
    """
    places = watched(paths)
    due = time.monotonic() + every
    if not places:
        yield from _by_clock(every, stop)
        return
    for changed in changes(
        *places,
        debounce=4 * QUIET,
        step=QUIET,
        rust_timeout=LOOK,
        yield_on_timeout=True,
        stop_event=stop,
        watch_filter=None,
        raise_interrupt=True,
    ):
        if changed or time.monotonic() >= due:
            yield
            due = time.monotonic() + every


def watched(paths: Sequence[str | Path]) -> list[str]:
    """What to watch for these paths: folders as they are; of a file its folder, as it may be replaced."""
    places: dict[str, None] = {}
    for path in paths:
        if is_url(path):
            continue
        place = os.path.abspath(path)
        while not os.path.isdir(place):
            place = os.path.dirname(place)
        places[place] = None
    return list(places)


def _by_clock(every: float, stop: "Event | None") -> Iterator[None]:
    while stop is None or not stop.is_set():
        if stop is None:
            time.sleep(every)
        elif stop.wait(every):
            return
        yield


def read_list(file: str | Path) -> list[str]:
    """The paths and addresses of a list, one a line; empty lines and those that begin with # are left out.

    Raises OSError and UnicodeDecodeError.
    """
    lines = Path(file).read_text(encoding="utf-8-sig").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]


