"""Word classes: <name> in a pattern stands for any of the words of that class."""

import re
import tomllib
from functools import cache
from importlib import resources

_CLASS = re.compile(r"(?<!\?P)<([a-z_]+)>")


@cache
def words(phrasing: str) -> str:
    """A phrasing with the classes written out."""
    return _CLASS.sub(lambda found: _class(found[1]), phrasing)


@cache
def _class(name: str) -> str:
    classes = read_classes()
    if name not in classes:
        raise ValueError(f"unknown class <{name}> (known: {', '.join(sorted(classes))})")
    return "(?:" + "|".join(words(word) for word in classes[name]) + ")"


@cache
def read_classes() -> dict[str, tuple[str, ...]]:
    """The word classes that the program ships."""
    file = resources.files("graph.questions").joinpath("words", "common.toml")
    return {name: tuple(found) for name, found in tomllib.loads(file.read_text("utf-8"))["classes"].items()}
