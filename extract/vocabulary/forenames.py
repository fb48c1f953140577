"""Given names of the world and what they tell: that a name is a person's, and the gender. Data in seeds/names."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from graph.resolve.names import fold

TABLES = {"male": "m", "female": "f", "either": ""}


@dataclass(frozen=True, slots=True)
class Given:
    """Gender by folded given name ("" where it tells none), those that are also words, family names that lead."""

    genders: dict[str, str]
    weak: frozenset[str]
    families: frozenset[str]

    def __contains__(self, word: str) -> bool:
        """Whether a word is a given name, however weak."""
        return key(word) in self.genders

    def sure(self, word: str) -> bool:
        """Whether a word is a given name and hardly anything else."""
        folded = key(word)
        return folded in self.genders and folded not in self.weak

    def gender(self, word: str) -> str | None:
        """ "m", "f", or None where the word is no given name or one of both."""
        return self.genders.get(key(word)) or None

    def person(self, words: list[str]) -> float:
        """How much the words of a name of two to five speak for a person, from 0 to 3."""
        if not 1 < len(words) < 6:
            return 0.0
        first, second = key(words[0]), key(words[1])
        if first not in self.genders:
            first = first.split("-")[0]
        if first in self.genders:
            return 1.0 if first in self.weak else 3.0
        if _initial(words[0]):
            return 2.0
        if len(words[0]) == 1 and words[0].isalpha() and words[0].isupper() and len(words[1]) > 3:
            return 2.0  # "K Krithivasan"
        if first in self.families and len(words) < 4:
            return 2.0 if "-" in words[1] or (second in self.genders and second not in self.weak) else 0.5
        return 0.0


def key(word: str) -> str:
    """A word without accents and case; hyphens stay."""
    return word.casefold() if word.isascii() else "-".join(fold(part) for part in word.split("-"))


def _initial(word: str) -> bool:
    if word in ("U.S.", "U.K.", "U.N.", "E.U.", "D.C."):
        return False
    return len(word) < 6 and word.endswith(".") and word[:1].isupper() and len(word.replace(".", "")) < 3


@cache
def read_given() -> Given:
    """Read seeds/names once; a name of both sexes tells no gender."""
    genders: dict[str, str] = {}
    weak: set[str] = set()
    families: set[str] = set()
    folder = resources.files("seeds").joinpath("names")
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if not path.name.endswith(".toml"):
            continue
        for table, words in tomllib.loads(path.read_text(encoding="utf-8")).items():
            folded = {key(word) for word in words.split()}
            if table == "weak":
                weak |= folded
            elif table == "family":
                families |= folded
            else:
                for name in folded:
                    genders[name] = TABLES[table] if genders.get(name, TABLES[table]) == TABLES[table] else ""
    return Given(genders, frozenset(weak), frozenset(families))
