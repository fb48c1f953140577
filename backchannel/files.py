"""Files written whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from graph.model import InputError


def free_place(path: Path) -> Path:
    """`path`, if a file may be written there. Raises InputError if not, before any long work is done."""
    if path.is_dir():
        raise InputError(f"{path}: is a folder; name a file")
    if not path.parent.is_dir():
        raise InputError(f"{path}: there is no folder {path.parent}")
    if not os.access(path.parent, os.W_OK):
        raise InputError(f"{path}: the folder {path.parent} is not writable")
    return path


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A file to write that takes its place only once it is complete."""
    place = path if not path.is_symlink() else path.resolve()
    if place.exists() and not place.is_file():  # a pipe or a device cannot be replaced
        with place.open("w", encoding="utf-8") as device:
            yield device
        return
    try:
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.")
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror})") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            yield file
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(name, 0o666 & ~umask)
        os.replace(name, place)
    except BaseException as error:
        with suppress(FileNotFoundError):
            os.unlink(name)
        if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
            raise InputError(f"{path}: cannot be written ({error.strerror or error})") from error
        raise
