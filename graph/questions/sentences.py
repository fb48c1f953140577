"""Sentences of an answer: a template and a record in words."""

from collections.abc import Mapping


class _Said(dict[str, object]):
    """A record whose values are read as words."""

    def __getitem__(self, key: str) -> str:
        return in_words(key, super().__getitem__(key))


def say(template: str, record: Mapping[str, object]) -> str:
    """`template` with the values of `record` in its braces, each in words."""
    return template.format_map(_Said(record))


def in_words(key: str, value: object) -> str:
    """A value as a sentence says it: a list joined by commas and "and", a predicate in small letters."""
    if isinstance(value, list | tuple):
        texts = list(dict.fromkeys(str(item) for item in value if item is not None))
        return " and ".join(filter(None, (", ".join(texts[:-1]), "".join(texts[-1:]))))
    if key == "predicate":
        return str(value).lower().replace("_", " ")
    return "" if value is None else str(value)
