"""The folder that an embedded store lives in: what may be opened, and in which version it was written."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import kglite

from graph.model import InputError
from loaders.base import VERSION, mark, upgrades
from loaders.cypher import READ_META, UPGRADES

FILE = "graph.kgl"
Migration = Callable[[Path], None]


def check_folder(folder: Path, create: bool) -> bool:
    """Whether the folder holds a store already. Raises InputError where there can be none."""
    if folder.is_symlink() and not folder.exists():
        raise InputError(f"{folder}: this link leads nowhere; name a folder")
    if folder.exists() and not folder.is_dir():
        raise InputError(f"{folder}: is a file, a store is a folder; name another with --store")
    names = [entry.name for entry in _entries(folder)] if folder.exists() else []
    if FILE in names or f"{FILE}-wal" in names:
        return True
    foreign = [name for name in names if not name.startswith(FILE)]
    if foreign:
        raise InputError(f"{folder}: is not a store (it holds {min(foreign)!r}); name an empty or new folder")
    if not create:
        raise InputError(
            f"{folder}: there is no store here; make one with `backchannel build --store {folder}`"
        )
    return False


def _entries(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError as error:
        raise InputError(f"{folder}: cannot be read ({error.strerror}); check its permissions") from error


def make_folder(folder: Path) -> None:
    """Create the folder of a new store."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder}: cannot be made ({error.strerror}); name another with --store") from error


def run_upgrade(copy: Path) -> None:
    """Bring the store in a folder to this version by what cypher.UPGRADES says."""
    with kglite.open_session(str(copy / FILE), durable="full") as session:
        meta = session.cypher(READ_META).to_list()[0]["meta"]
        for step in upgrades(meta["version"]):
            session.execute(step.at_once())
        statement, parameters = mark({})
        session.execute(statement, params=parameters)
        session.save()


# From version 1 to 2 and so on; the first that is needed runs all, and the rest find nothing to do.
MIGRATIONS: Mapping[int, Migration] = {version - 1: run_upgrade for version in UPGRADES}


def migrate(folder: Path, found: int, steps: Mapping[int, Migration] = MIGRATIONS) -> None:
    """Bring a store from version `found` to this one, on a copy that takes its place in the end.

    The old folder stays beside it as NAME.vN. Raises InputError where a step is missing.
    """
    missing = [version for version in range(found, VERSION) if version not in steps]
    if missing:
        raise InputError(f"{folder}: store version {found} is too old for this backchannel; build it again")
    copy = folder.with_name(f"{folder.name}.migrating")
    old = folder.with_name(f"{folder.name}.v{found}")
    if old.exists():
        raise InputError(f"{folder}: cannot be migrated while {old.name} lies beside it; move that away")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    for version in range(found, VERSION):
        steps[version](copy)
    folder.rename(old)
    copy.rename(folder)
