"""What common nouns tell of an actor: its type, its gender, whom it stands for. Data in nouns.toml."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Nouns:
    """Types by last word of a name and by head of a description; stand-ins; titles; genders; synonyms."""

    last: dict[str, str]
    surnames: frozenset[str]
    kinds: dict[str, str]
    standins: frozenset[str]
    states: frozenset[str]
    titles: frozenset[str]
    genders: dict[str, str]
    title_genders: dict[str, str]
    same: dict[str, frozenset[str]]


@cache
def read_nouns() -> Nouns:
    """Read nouns.toml once; a word that is listed under two types keeps the first."""
    data = tomllib.loads(resources.files("extract").joinpath("nouns.toml").read_text(encoding="utf-8"))
    return Nouns(
        _inverted(data["last"]),
        frozenset(data["surnames"]["words"]),
        _inverted(data["kinds"]),
        frozenset(data["standins"]["words"]),
        frozenset(data["standins"]["state"]),
        frozenset(data["titles"]["words"]),
        _inverted(data["genders"]),
        dict.fromkeys(data["titles"]["male"], "m") | dict.fromkeys(data["titles"]["female"], "f"),
        _alike(data["same"]["words"]),
    )


def _inverted(table: dict[str, list[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for kind, words in table.items():
        for word in words:
            found.setdefault(word, kind)
    return found


def _alike(groups: list[list[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in groups:
        for word in group:
            found[word] = found.get(word, frozenset()) | frozenset(group) - {word}
    return found
