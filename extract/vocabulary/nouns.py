"""What common nouns tell of an actor: its type, its gender, whom it stands for. Data in nouns.toml."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from extract.vocabulary.forenames import Given, key, read_given
from extract.vocabulary.gazetteer import read_cities
from extract.vocabulary.selection import Selection, read_selection


@dataclass(frozen=True, slots=True)
class Nouns:
    """Types by last word of a name and by head of a description, and lists of words, each told in nouns.toml."""

    last: dict[str, str]
    first: dict[str, str]
    endings: tuple[str, ...]
    forms: frozenset[str]
    capitals: frozenset[str]
    particles: frozenset[str]
    given: Given
    cities: frozenset[str]
    selection: Selection
    surnames: frozenset[str]
    clans: frozenset[str]
    kinds: dict[str, str]
    either: frozenset[str]
    standins: frozenset[str]
    states: frozenset[str]
    governing: frozenset[str]
    titles: frozenset[str]
    genders: dict[str, str]
    title_genders: dict[str, str]
    same: dict[str, frozenset[str]]
    trades: frozenset[str]
    vague_trades: frozenset[str]
    plainly: frozenset[str]
    told: dict[str, frozenset[str]]
    telling: frozenset[str]
    things: frozenset[str]
    works: frozenset[str]
    offices: frozenset[str]
    held: frozenset[str]
    fields: frozenset[str]
    peoples: frozenset[str]
    seated: frozenset[str]
    common_bodies: frozenset[str]
    common_names: frozenset[str]
    homed: frozenset[str]
    plain: frozenset[str]
    letters: dict[str, str]
    politicians: frozenset[str]
    partisans: frozenset[str]
    other_parties: frozenset[str]
    never: frozenset[str]

    def city(self, name: str) -> bool:
        """Whether a name is that of one of the world's cities."""
        return key(name) in self.cities

    def firm(self, word: str) -> bool:
        """Whether the last word of a name makes it a firm's: "Holdings", "AG"."""
        return self.last.get(word.lower()) == "Company" or self.legal_form(word)

    def legal_form(self, word: str) -> bool:
        """Whether a word is a legal form as written behind a name: "plc", "S.p.A.", "AS", never "as"."""
        bare = word.replace(".", "")
        if bare in self.capitals:
            return True
        dotted = "." in word[1:-1]
        return bare.casefold() in self.forms and (word[:1].isupper() or dotted or bare == "plc")


@cache
def read_nouns() -> Nouns:
    """Read nouns.toml once; a word that is listed under two types keeps the first."""
    data = tomllib.loads(
        resources.files("extract.vocabulary").joinpath("nouns.toml").read_text(encoding="utf-8")
    )
    return Nouns(
        _inverted(data["last"]),
        _inverted(data["first"]),
        tuple(data["forms"]["endings"]),
        frozenset(data["forms"]["words"]),
        frozenset(data["forms"]["upper"]),
        frozenset(data["particles"]["words"]),
        read_given(),
        read_cities(),
        read_selection(),
        frozenset(data["surnames"]["words"]),
        frozenset(data["clans"]["words"]),
        _inverted(data["kinds"]),
        frozenset(data["either"]["words"]),
        frozenset(data["standins"]["words"]),
        frozenset(data["standins"]["state"]),
        frozenset(data["standins"]["governing"]),
        frozenset(data["titles"]["words"]),
        _inverted(data["genders"]),
        dict.fromkeys(data["titles"]["male"], "m") | dict.fromkeys(data["titles"]["female"], "f"),
        _alike(data["same"]["words"]),
        frozenset(data["trades"]["lists"]["words"]) | frozenset(data["trades"]["lists"]["vague"]),
        frozenset(data["trades"]["lists"]["vague"]),
        frozenset(data["trades"]["lists"]["plain"]),
        {trade: frozenset(words) for trade, words in data["trades"]["told"].items()},
        frozenset(word for words in data["trades"]["told"].values() for word in words),
        frozenset(data["things"]["words"]),
        frozenset(data["things"]["said"]),
        frozenset(data["offices"]["words"]),
        frozenset(data["offices"]["held"]),
        frozenset(data["offices"]["fields"]),
        frozenset(data["peoples"]["words"]),
        frozenset(data["peoples"]["seated"]),
        frozenset(data["common"]["bodies"]),
        frozenset(data["common"]["names"]),
        frozenset(data["homed"]["words"]),
        frozenset(data["homed"]["plain"]),
        data["parties"]["letters"],
        frozenset(data["parties"]["politicians"]),
        frozenset(data["parties"]["partisans"]),
        frozenset(data["parties"]["others"]),
        frozenset(data["never"]["words"]),
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
