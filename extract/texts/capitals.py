"""What a speaker is, set in capitals, as it is written elsewhere: "Lena Ortiz, CNN correspondent"."""

import re
from functools import cache

from extract.texts.abbreviations import words
from extract.vocabulary.nouns import read_nouns

ACRONYM = 4  # letters at most


def in_usual_case(role: str) -> str:
    """A label in capitals, a name and what he is behind commas, in small letters but for names.

    As long as it was; another text is left as it is.
    """
    if not role.isupper():
        return role
    name, *parts = role.split(",")
    return ",".join([" ".join(map(_named, name.split(" "))), *map(_part, parts)])


def _part(part: str) -> str:
    """An office, whose words are small up to its noun, or a body: "former director", "Halberg Bank"."""
    written = part.split(" ")
    office = max((n for n, word in enumerate(written) if _held(word)), default=-1)
    return " ".join(_word(word, n <= office) for n, word in enumerate(written))


def _word(word: str, of_office: bool) -> str:
    lower = word.lower()
    if lower in words("joining"):
        return lower
    acronym = len(word) <= ACRONYM and lower not in words("short") and lower not in read_nouns().last
    if acronym and not _held(word):
        return word
    small = of_office and not _national().search(lower) and len(word) > 3
    return lower if small else word if acronym else _named(word)


def _held(word: str) -> bool:
    """Whether a word tells what a person is: "minister", "anchor"."""
    nouns = read_nouns()
    lower = word.lower()
    return nouns.kinds.get(lower) == "Person" or lower in nouns.titles | words("broadcasting")


def _named(word: str) -> str:
    """ "MCKAY", "O'BRIEN", "AL-SABAH" as names are written."""
    if word.startswith("MC") and len(word) > ACRONYM:
        return f"Mc{word[2:].capitalize()}"
    return word.title().replace("'S", "'s")


@cache
def _national() -> re.Pattern[str]:
    """Of a country or a people: "Russian", "Chinese", "French"."""
    return re.compile(rf"(?:[^m]an|ese|{'|'.join(words('national'))})$")
