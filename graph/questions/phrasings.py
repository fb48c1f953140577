"""Phrasings: patterns over a question in plain words, as regular expressions with two abbreviations.

<who> is a class of graph/questions/words, {of} the parameter of that name: one actor, or several joined
by "and" where the parameter takes several; {since#} is a date or a number. A parameter may stand at
several places.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from itertools import count

# How backchannel.wording writes an actor, and a date or number, that it found in a question.
ACTOR, VALUE = r"@\d+", r"#[0-9-]+"
_CLASS = re.compile(r"(?<!\?P)<([a-z_]+)>")
_PARAMETER = re.compile(r"\{([a-z_]+)(#?)\}")


def expand(phrasing: str, several: Mapping[str, bool], strict: bool = True) -> str:
    """The regular expression of a phrasing; `several` tells which parameters take more than one actor.

    Not `strict`, any words stand for an actor. Raises ValueError for an unknown class, re.error for
    what is no regular expression.
    """

    places = count()

    def parameter(found: re.Match[str]) -> str:
        name = f"{found[1]}__{next(places)}"
        if found[2]:
            return f"(?P<{name}>{VALUE})"
        if not strict:
            return f"(?P<{name}>.+?)"
        more = rf"(?:(?:,| and| or| as well as| plus|) {ACTOR})*?" if several.get(found[1], True) else ""
        return f"(?P<{name}>{ACTOR}{more})"

    pattern = _PARAMETER.sub(parameter, words(phrasing))
    re.compile(pattern)
    return pattern


def parameter_of(group: str) -> str:
    """The parameter that a group of an expanded phrasing is about."""
    return group.partition("__")[0]


@cache
def words(phrasing: str) -> str:
    """A phrasing with the classes written out."""
    return _CLASS.sub(lambda found: _class(found[1]), phrasing)


@cache
def _class(name: str) -> str:
    classes = read_classes()
    if name not in classes:
        raise ValueError(f"unknown class <{name}> (known: {', '.join(sorted(classes))})")
    return "(?:" + "|".join(words(word) for word in classes[name]) + ")"


@cache
def read_classes() -> dict[str, tuple[str, ...]]:
    """The word classes that the program ships."""
    file = resources.files("graph.questions").joinpath("words", "common.toml")
    return {name: tuple(found) for name, found in tomllib.loads(file.read_text("utf-8"))["classes"].items()}
