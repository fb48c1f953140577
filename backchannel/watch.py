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


def rounds(paths: Sequence[str | Path], every: float, stop: "Event | None" = None) -> Iterator[bool]:
    """Yield False whenever a file under `paths` changed, and True every so many seconds, and at first.

    True is the time to look at addresses, and at folders that tell of no change, as on some networks.
    Ends when `stop` is set, or with KeyboardInterrupt.
    """
    places = watched(paths)
    due = time.monotonic()
    if not places:
        while stop is None or not stop.is_set():
            yield True
            (stop.wait if stop is not None else time.sleep)(every)
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
        if time.monotonic() >= due:
            yield True
            due = time.monotonic() + every
        elif changed:
            yield False


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


def read_list(file: str | Path) -> list[str]:
    """The paths and addresses of a list, one a line; empty lines and those that begin with # are left out.

    Raises OSError and UnicodeDecodeError.
    """
    lines = Path(file).read_text(encoding="utf-8-sig").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
