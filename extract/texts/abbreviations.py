"""Words of lines.toml, and whether a full stop belongs to its word: "U.S.", "Jr.", an initial."""

import re
import tomllib
from functools import cache
from importlib import resources


def is_abbreviation(word: str) -> bool:
    """Whether the full stop that ends `word` may belong to it ("U.S.", "Jr.", an initial)."""
    bare = bare_word(word)
    return (
        bare in words("abbreviations")
        or bare in words("before_name")
        or _initials().fullmatch(bare) is not None
    )


@cache
def words(key: str) -> frozenset[str]:
    """One of the word lists of lines.toml."""
    lists = tomllib.loads(resources.files("extract.texts").joinpath("lines.toml").read_text("utf-8"))
    return frozenset(lists[key].split())


def bare_word(word: str) -> str:
    """A word in small letters without the quotes and brackets around it."""
    return word.strip("\"'“”‘’«»()[]*_").lower()


@cache
def _initials() -> re.Pattern[str]:
    return re.compile(r"(?:[^\W\d_]\.)+")
