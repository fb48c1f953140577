"""What goes wrong in an embedded store, said in one line that names the folder and the way out."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import kglite

from graph.model import InputError


@contextmanager
def one_line(folder: Path) -> Iterator[None]:
    """Turn the errors of kglite and of the file system into InputError."""
    try:
        yield
    except kglite.WriterLeaseHeldError as error:
        raise InputError(f"{folder}: is open for writing {_holder(error)}; wait, or read it only") from error
    except (kglite.FileFormatError, kglite.FileError) as error:
        raise InputError(f"{folder}: is damaged or no store ({line(error)}); restore a copy") from error
    except (kglite.FileIoError, OSError) as error:
        raise InputError(
            f"{folder}: cannot be read or written ({line(error)}); check free space and permissions"
        ) from error
    except UnicodeError as error:
        raise InputError(f"{folder}: cannot hold text that is not valid Unicode ({error})") from error
    except kglite.KgError as error:
        raise InputError(f"{folder}: the store refused this ({line(error)})") from error


@contextmanager
def opening(folder: Path) -> Iterator[None]:
    """The same while opening, where kglite also uses Python's own errors for what it cannot read."""
    try:
        with one_line(folder):
            yield
    except (ValueError, RuntimeError) as error:
        raise InputError(f"{folder}: is damaged or no store ({line(error)}); restore a copy") from error


def line(error: BaseException) -> str:
    """The first line of an error's message."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0]


def _holder(error: kglite.WriterLeaseHeldError) -> str:
    pid = error.holder.get("pid")
    if error.holder.get("self"):
        return "in this process already"
    return "by another process" if pid is None else f"by another process (pid {pid})"
