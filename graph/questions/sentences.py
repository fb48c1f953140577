"""Sentences of an answer: a template and a record in words."""

from collections.abc import Mapping
from functools import cache

from graph.questions.catalogue import pieces

_pieces = cache(pieces)


def say(template: str, record: Mapping[str, object]) -> str:
    """`template` with the values of `record` in its braces, each in words."""
    return "".join(
        [text if key is None else text + in_words(key, record[key]) for text, key in _pieces(template)]
    )


def in_words(key: str, value: object) -> str:
    """A value as a sentence says it: a list joined by commas and "and", a predicate in small letters."""
    if type(value) is str and key != "predicate":
        return value
    if isinstance(value, list | tuple):
        texts = list(dict.fromkeys(str(item) for item in value if item is not None))
        return " and ".join(filter(None, (", ".join(texts[:-1]), "".join(texts[-1:]))))
    if key == "predicate":
        return str(value).lower().replace("_", " ")
    return "" if value is None else str(value)
