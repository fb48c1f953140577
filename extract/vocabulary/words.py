"""Words that rules look for, each list told in words.toml."""

import tomllib
from functools import cache
from importlib import resources


@cache
def read_words(name: str) -> frozenset[str]:
    """The list of that name in words.toml, whatever its table; a KeyError if there is none."""
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    tables = tomllib.loads(
        resources.files("extract.vocabulary").joinpath("words.toml").read_text(encoding="utf-8")
    )
    return {name: frozenset(words) for lists in tables.values() for name, words in lists.items()}
