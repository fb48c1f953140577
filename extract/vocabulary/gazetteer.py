"""Names of the world's cities, as evidence that a name is a place's, and of which country. Data in seeds/places."""

from collections.abc import Mapping
from functools import cache
from importlib import resources


@cache
def read_countries() -> Mapping[str, str]:
    """The country code of each city listed, by its name without accents and case; the largest of one name."""
    text = resources.files("seeds").joinpath("places", "cities.txt").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    country = ""
    for line in text.splitlines():
        names = line
        if line[2:3] == ":":
            country, names = line[:2], line[3:]
        found |= dict.fromkeys((name for name in names.split(";") if name), country)
    return found


@cache
def read_cities() -> frozenset[str]:
    """The names of all cities listed, without accents and case."""
    return frozenset(read_countries())
