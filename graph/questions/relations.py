"""Predicates in the words of a question: what says one, and which ones it says."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from graph.questions.classes import words

Forms = Mapping[str, tuple[str, ...]]
FORMS = ("does", "gets", "gave", "mutual", "is", "noun", "stance")


@cache
def read_relations() -> Mapping[str, Forms]:
    """For each predicate the regular expressions of its verbs and nouns, by form, as FORMS has them."""
    file = resources.files("graph.questions").joinpath("words", "relations.toml")
    return {
        predicate: {form: tuple(map(words, found)) for form, found in forms.items()}
        for predicate, forms in tomllib.loads(file.read_text("utf-8")).items()
    }


@cache
def patterns(form: str) -> str:
    """What says any predicate in a form, as one alternative. Raises ValueError for an unknown form."""
    found = [pattern for forms in read_relations().values() for pattern in forms.get(form, ())]
    if not found:
        raise ValueError(f"unknown form {form!r} (known: {', '.join(FORMS)})")
    return "|".join(found)


def predicates_of(text: str) -> list[str]:
    """The predicates that a text says ("funded") or names, with commas: "OWNS, HEADS"; [] where it does not."""
    named = [part.strip() for part in text.split(",")]
    if all(re.fullmatch("[A-Z]+(?:_[A-Z]+)*", name) for name in named):
        return named
    return [name for name, pattern in _compiled().items() if pattern.fullmatch(text)]


@cache
def _compiled() -> Mapping[str, re.Pattern[str]]:
    return {
        predicate: re.compile("|".join(pattern for found in forms.values() for pattern in found))
        for predicate, forms in read_relations().items()
    }
