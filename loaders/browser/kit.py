"""The three files of the kit, written together."""

from pathlib import Path

from graph.model import InputError
from graph.ontology import Ontology
from graph.questions.catalogue import Question
from loaders.browser import favourites, guide, style

FILES = ("style.grass", "favourites.zip", "guide.html")


def write_kit(
    folder: Path, ontology: Ontology, questions: dict[str, Question], browser: str
) -> tuple[Path, ...]:
    """Write the three files to a folder, made where it is not there. Raises InputError.

    `browser` is the address of Neo4j Browser that the guide's links open.
    """
    scripts = favourites.scripts(ontology, questions)
    contents = (
        style.grass(ontology).encode(),
        favourites.archive(scripts),
        guide.page(ontology, scripts, browser).encode(),
    )
    paths = tuple(folder / name for name in FILES)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, content in zip(paths, contents, strict=True):
            path.write_bytes(content)
    except OSError as error:
        raise InputError(f"{error.filename or folder}: cannot be written ({error.strerror})") from error
    return paths
