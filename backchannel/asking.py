"""A plain question to a question file and its parameters, by the phrasings of the files."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from backchannel.actors import Found, UnknownActor, find_actor, read_actors
from graph.model import InputError
from graph.questions.catalogue import Parameter, Question, read_questions
from graph.questions.quotes import Query
from graph.questions.run import Answer, run
from graph.resolve.names import fold


class NotUnderstood(InputError):
    """No question file is meant for certain; `nearest` are those that come closest."""

    def __init__(self, message: str, nearest: Iterable[Question]) -> None:
        super().__init__(message)
        self.nearest = tuple(nearest)


@dataclass(frozen=True, slots=True)
class Understood:
    """A question file and the words found for its parameters."""

    question: Question
    words: Mapping[str, str]


def understand(text: str, questions: Mapping[str, Question]) -> Understood:
    """The question that `text` names, or whose phrasing it fits from the first word to the last."""
    for spelling in (text.strip(), fold(text).replace(" ", "-")):
        if spelling in questions:
            return Understood(questions[spelling], {})
    folded = fold(text)
    found = []
    for question in questions.values():
        matches = filter(None, (re.fullmatch(phrasing, folded) for phrasing in question.phrasings))
        found += [Understood(question, _words(match)) for match in matches][:1]
    if len(found) == 1:
        return found[0]
    near = [one.question for one in found] or sorted(
        questions.values(), key=lambda question: -fuzz.token_set_ratio(folded, fold(question.title))
    )[:3]
    raise NotUnderstood(
        "this question is not understood" if not found else "this may mean several questions", near
    )


def ask(
    text: str,
    query: Query,
    folder: Path | None = None,
    parameters: Mapping[str, Any] | None = None,
    tell: Callable[[Question, Mapping[str, Any]], None] | None = None,
) -> Answer:
    """Understand a question and answer it; `tell` hears what was understood before it is asked."""
    understood = understand(text, read_questions(folder))
    question = understood.question
    given = {**understood.words, **(parameters or {})}
    actors: list[Found] = []
    values, said = {}, {}
    for name, value in given.items():
        if name not in question.parameters:
            known = ", ".join(question.parameters) or "none"
            raise InputError(f"{question.id} has no parameter {name!r} (known: {known})")
        parameter = question.parameters[name]
        if parameter.type in ("actor", "actors"):
            actors = actors or read_actors(query)
            found = _actors(value, actors, parameter)
            said[name] = ", ".join(actor.name for actor in found)
            ids = [actor.id for actor in found]
            values[name] = ids if parameter.type == "actors" else ids[0]
        else:
            said[name] = values[name] = _value(name, value, parameter)
    for name, parameter in question.parameters.items():
        if parameter.default is None and name not in values:
            raise InputError(f"{question.id} needs --param {name}=… ({parameter.means})")
    if tell is not None:
        tell(question, said)
    return run(question, query, values)


def _words(match: re.Match[str]) -> dict[str, str]:
    return {name: words for name, words in match.groupdict().items() if words is not None}


def _actors(value: Any, actors: list[Found], parameter: Parameter) -> list[Found]:
    """Actors by name: a list, or text with commas or "and" where the whole is not itself a name."""
    if not isinstance(value, str):
        return [found for part in value for found in _actors(part, actors, parameter)]
    try:
        return [find_actor(value, actors, parameter.types)]
    except UnknownActor:
        parts = [part for part in re.split(r",|\band\b|&", value) if part.strip()]
        if parameter.type == "actor" or len(parts) < 2:
            raise
        return [find_actor(part.strip(), actors, parameter.types) for part in parts]


def _value(name: str, value: Any, parameter: Parameter) -> Any:
    if parameter.type == "text":
        return str(value)
    if parameter.type == "date":
        day = "-".join(str(value).split())
        if re.fullmatch(r"\d{4}(-\d\d){0,2}", day) is None:
            raise InputError(f"{name} is a date as 2025, 2025-03 or 2025-03-14, not {value!r}")
        return day
    if parameter.type == "boolean":
        truth = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
        if str(value).lower() not in truth:
            raise InputError(f"{name} is true or false, not {value!r}")
        return truth[str(value).lower()]
    try:
        return int(value) if parameter.type == "integer" else float(value)
    except ValueError:
        raise InputError(f"{name} is a number, not {value!r}") from None
