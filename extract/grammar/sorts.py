"""What a noun means with the word before it: "a power line" is a thing, "a trading house" a firm. Words in sorts.toml."""

import tomllib
from functools import cache
from importlib import resources

from extract.grammar.nominals import modifiers
from extract.syntax.parse import Token


def sort_of(noun: Token) -> str:
    """The type of a noun that needs one of some words before it; "" where none of them is there."""
    kind, words = _sorts().get(noun.lemma_) or _sorts().get(noun.lower_) or ("", frozenset())
    return kind if words and any(t.lower_ in words for t in modifiers(noun)) else ""


def one_of_sort(noun: Token) -> bool:
    """Whether a plural means one thing: "the cement works"."""
    return noun.lower_ in _sorts()


@cache
def _sorts() -> dict[str, tuple[str, frozenset[str]]]:
    data = tomllib.loads(
        resources.files("extract.grammar").joinpath("sorts.toml").read_text(encoding="utf-8")
    )
    return {noun: (kind, frozenset(words)) for kind, nouns in data.items() for noun, words in nouns.items()}
