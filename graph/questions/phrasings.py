"""Phrasings: patterns over a question in plain words, as regular expressions with abbreviations.

<who> is a class of graph/questions/words, {of} the parameter of that name: one actor, or several joined
by "and" where the parameter takes several; {of!} is one that is known, never any other words; {since#} is a
date or a number, {what:does} a relation in one of the forms of words/relations.toml. A parameter may
stand at several places.
"""

import re
from collections.abc import Mapping
from itertools import count

from graph.questions.classes import words
from graph.questions.relations import patterns

# How backchannel.wording writes an actor, and a date or number, that it found in a question.
ACTOR, VALUE = r"@\d+", r"#[0-9-]+"
_PARAMETER = re.compile(r"\{([a-z_]+)(#|!|:[a-z]+)?\}")


def expand(phrasing: str, several: Mapping[str, bool], strict: bool = True) -> str:
    """The regular expression of a phrasing; `several` tells which parameters take more than one actor.

    Not `strict`, any words stand for an actor. Raises ValueError for an unknown class or form,
    re.error for what is no regular expression.
    """

    places = count()

    def parameter(found: re.Match[str]) -> str:
        name = f"{found[1]}__{next(places)}"
        if found[2] == "#":
            return f"(?P<{name}>{VALUE})"
        if found[2] and found[2] != "!":
            return f"(?P<{name}>{patterns(found[2][1:])})"
        if not strict and not found[2]:
            return f"(?P<{name}>.+?)"
        more = rf"(?:(?:,| and| or| as well as| plus|) {ACTOR})*?" if several.get(found[1], True) else ""
        return f"(?P<{name}>{ACTOR}{more})"

    pattern = _PARAMETER.sub(parameter, words(phrasing))
    re.compile(pattern)
    return pattern


def parameter_of(group: str) -> str:
    """The parameter that a group of an expanded phrasing is about."""
    return group.partition("__")[0]
