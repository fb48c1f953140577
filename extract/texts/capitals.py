"""What a speaker is, as it is written elsewhere: "Lena Ortiz, CNN correspondent"."""

import re
from collections.abc import Sequence
from functools import cache

from extract.texts.abbreviations import words
from extract.texts.speakers import in_capitals
from extract.vocabulary.nouns import read_nouns

ACRONYM = 4  # letters at most
MADE = {"dash": ",", "open": ", ", "shut": "", "both": "and"}


def as_written(role: str, places: Sequence[int]) -> tuple[str, Sequence[int]]:
    """A label with a comma for the dash or the bracket behind the name, and the place of each character.

    "LENA ORTIZ (Halberg Bank)", "Tom Lee - Chairman & CEO": "Lena Ortiz, Halberg Bank", "Tom Lee, Chairman and CEO".
    """
    text, kept, start = "", list[int](), 0
    for found in _set_off().finditer(role):
        made = MADE[found.lastgroup or ""]
        text += role[start : found.start()] + made
        kept += [*places[start : found.start()], *[places[found.start()]] * len(made)]
        start = found.end()
    text, kept = text + role[start:], [*kept, *places[start:]]
    name, comma, rest = text.partition(",")
    if text.isupper():
        return in_usual_case(text), kept
    if in_capitals(name):
        name = " ".join(map(_named, name.split(" ")))
    return name + comma + ",".join(map(_small, rest.split(","))), kept


def _small(part: str) -> str:
    """An office of a firm, in small letters: "chief executive officer of Halberg Bank"."""
    written = part.split(" ")
    held, beside = words("offices") | words("posts"), words("of_offices")
    office = max((n for n, word in enumerate(written) if word.lower() in held), default=-1)
    return " ".join(
        word.lower() if n <= office and word.lower() in held | beside else word
        for n, word in enumerate(written)
    )


@cache
def _set_off() -> re.Pattern[str]:
    """What stands between a name and what its bearer is, or between two offices of his."""
    offices = "|".join(sorted(words("offices")))
    return re.compile(
        rf"(?P<dash> +(?:--|[–—-])(?= ))|(?P<open> +\()|(?P<shut>\))|(?P<both>&)(?= +(?i:{offices})\b)"
    )


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
