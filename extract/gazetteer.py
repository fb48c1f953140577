"""Names of the world's cities, as evidence that a name is a place's. Data in seeds/places."""

from functools import cache
from importlib import resources


@cache
def read_cities() -> frozenset[str]:
    """The names of all cities listed, without accents and case."""
    text = resources.files("seeds").joinpath("places", "cities.txt").read_text(encoding="utf-8")
    return frozenset(text.replace("\n", "").split(";"))
