"""Where a graph goes as a file: one module a format."""

import shutil
import sys
import zipfile
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from graph.model import InputError
from graph.ontology import Ontology, read_ontology
from loaders.export.where import Where

if TYPE_CHECKING:
    import networkx as nx

    from loaders.export.scene import Scene

# Each module has `lines`, the parts of one text file, or `write`, which fills a folder.
_FILES = {
    "cypher": "cypher",
    "dot": "dot",
    "ftm": "ftm",
    "gexf": "gexf",
    "graphml": "graphml",
    "jsonl": "jsonl",
    "jsonl-records": "records",
    "jsonld": "jsonld",
    "mermaid": "mermaid",
    "turtle": "turtle",
}
# The ending of a file that tells its format, where it is not the format's own name.
_ENDINGS = {"mmd": "mermaid", "ttl": "turtle", "cql": "cypher", "gv": "dot"}
_FOLDERS = {"neo4j-csv": "neo4j_csv", "parquet": "parquet"}


def formats() -> tuple[str, ...]:
    """The names of all formats."""
    return tuple(sorted((*_FILES, *_FOLDERS)))


def format_of(file: str) -> str | None:
    """The format that a file's ending tells; None where it tells none."""
    ending = Path(file).suffix.removeprefix(".").casefold()
    found = _ENDINGS.get(ending, ending)
    return found if found in _FILES else None


def export(
    graph: "nx.MultiDiGraph[str]",
    format: str,  # noqa: A002
    path: Path | None,
    where: Where | None = None,
    ontology: Ontology | None = None,
) -> None:
    """Write what of a graph meets the conditions to a file, a folder or, without `path`, to stdout.

    A format of several files goes to a folder, or into one file that is named .zip. What is there is
    replaced when all is written; a folder only where it holds such an export. Raises InputError for an
    unknown format, and where the file cannot be written.
    """
    from loaders.export.scene import make_scene

    if format not in formats():
        raise InputError(f"{format}: unknown format (known: {', '.join(formats())})")
    if path is None and format in _FOLDERS:
        raise InputError(f"{format}: is several files; name a folder, or a file that ends with .zip")
    scene = make_scene(graph, where or Where(), ontology or read_ontology())
    try:
        if path is None:
            for part in _lines(scene, format):
                sys.stdout.buffer.write(part.encode("utf-8", "replace"))
            sys.stdout.buffer.flush()
        elif format in _FILES:
            _into_file(path, _lines(scene, format))
        else:
            _into_folder(path, import_module(f"loaders.export.{_FOLDERS[format]}").write, scene)
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(f"{path}: cannot be written ({reason}); name another file") from error


def _lines(scene: "Scene", form: str) -> Iterable[str]:
    found: Iterable[str] = import_module(f"loaders.export.{_FILES[form]}").lines(scene)
    return found


def _into_file(path: Path, parts: Iterable[str]) -> None:
    if path.is_dir():
        raise InputError(f"{path}: is a folder; name a file")
    path = path.resolve()  # through a link, to what it points to
    if path.exists() and not path.is_file():  # a pipe or a device is written to, never replaced
        with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.writelines(parts)
        return
    draft = path.with_name(f".{path.name}.part")
    try:
        with draft.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.writelines(parts)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _into_folder(path: Path, write: "Callable[[Scene, Path], None]", scene: "Scene") -> None:
    zipped = path.suffix == ".zip"
    if path.is_dir() and (zipped or not _ours(path)):
        raise InputError(f"{path}: is a folder that holds something else; name a new one")
    if path.exists() and not path.is_dir() and not zipped:
        raise InputError(f"{path}: is a file; name a folder, or a file that ends with .zip")
    draft, old = (path.with_name(f".{path.name}.{name}") for name in ("part", "old"))
    for left in (draft, old):
        shutil.rmtree(left, ignore_errors=True)
    try:
        draft.mkdir()
        write(scene, draft)
        if zipped:
            _into_file_of(draft, path)
            return
        if path.is_dir():
            path.rename(old)
        draft.rename(path)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _into_file_of(folder: Path, path: Path) -> None:
    draft = path.with_name(f".{path.name}.zip.part")
    try:
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_STORED) as archive:
            for file in sorted(folder.iterdir()):
                archive.write(file, file.name)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _ours(folder: Path) -> bool:
    names = {file.name for file in folder.iterdir()}
    return (
        not names or {"actors.parquet", "evidence.parquet"} <= names or {"import.sh", "after.cypher"} <= names
    )
