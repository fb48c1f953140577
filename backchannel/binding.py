"""What a question was told, as the ids and values that its queries take."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from backchannel.actors import Found, UnknownActor, find_actor, listed
from backchannel.spotting import Spotted, Spotter
from backchannel.wording import split
from graph.model import InputError
from graph.questions.catalogue import Parameter, Question
from graph.questions.relations import predicates_of


def bind(
    question: Question,
    told: Mapping[str, Any],
    spotter: Callable[[], Spotter],
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The values of a question's parameters, actors as ids, and the same as one says them, by name.

    Raises UnknownActor with the candidates, InputError for a parameter that is missing or wrong.
    """
    values, said = {}, {}
    for name, value in told.items():
        if name not in question.parameters:
            known = ", ".join(question.parameters) or "none"
            raise InputError(f"{question.id} has no parameter {name!r} (known: {known})")
        parameter = question.parameters[name]
        if parameter.type in ("actor", "actors"):
            found = list(_actors(value, parameter, spotter))
            if parameter.type == "actor" and len(found) > 1:
                raise InputError(f"{question.id}: {name} is one actor, not {len(found)}")
            said[name] = ", ".join(actor.name for actor in found)
            ids = [actor.id for actor in found]
            values[name] = ids if parameter.type == "actors" else ids[0]
        elif parameter.type == "relations":
            values[name] = _relations(name, _one(value))
            said[name] = ", ".join(values[name])
        else:
            said[name] = values[name] = _value(name, _one(value), parameter)
    for name, parameter in question.parameters.items():
        if parameter.default is None and name not in values:
            raise InputError(f"{question.id} needs --param {name}=… ({parameter.means})")
    _in_order(values)
    return values, said


def _in_order(values: Mapping[str, Any]) -> None:
    """Raises InputError where a time ends before it begins."""
    since, until = values.get("since"), values.get("until")
    if since and until and since > until + "~":
        raise InputError(f"since {since} is after until {until}")


def _one(value: Any) -> Any:
    return value[0] if isinstance(value, tuple) else value


def _actors(value: Any, parameter: Parameter, spotter: Callable[[], Spotter]) -> Iterable[Found]:
    """Actors that a value names: spotted ones, or names with commas or "and" where the whole is none."""
    if isinstance(value, Spotted):
        yield _chosen(value, parameter)
    elif not isinstance(value, str):
        for part in value:
            yield from _actors(part, parameter, spotter)
    else:
        yield from _named(value, parameter, spotter)


def _chosen(spotted: Spotted, parameter: Parameter) -> Found:
    found = spotted.of(parameter.types)
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownActor(f"{spotted.words!r} may mean several actors: {listed(found)}", found)
    others = spotted.of()
    if others:
        kinds = " or ".join(parameter.types)
        raise UnknownActor(f"{listed(others)} is no {kinds}, which is what is asked for", others)
    name = " or ".join(dict.fromkeys(spotted.elsewhere))
    raise UnknownActor(f"these documents do not mention {name} (known, but not from them)")


def _named(name: str, parameter: Parameter, spotter: Callable[[], Spotter]) -> Iterable[Found]:
    try:
        return [find_actor(name, spotter().actors, parameter.types)]
    except UnknownActor as error:
        words, spotted = spotter().spot(split(name))
        if len(spotted) == 1 and len(words) == 1 and spotted[0].of(parameter.types):
            return [_chosen(spotted[0], parameter)]
        parts = [part.strip() for part in _parted(name)]
        if parameter.type == "actors" and len(parts) > 1:
            return [found for part in parts for found in _named(part, parameter, spotter)]
        if len(spotted) == 1 and len(words) == 1 and not error.candidates:
            _chosen(spotted[0], parameter)
        raise


def _parted(name: str) -> list[str]:
    return [part for part in re.split(r",|\band\b|&", name) if part.strip()]


def _relations(name: str, value: Any) -> list[str]:
    if not isinstance(value, str):
        return list(value)
    found = predicates_of(value)
    if not found:
        raise InputError(f"{name} is a verb as `funds`, or predicates as `FINANCES, OWNS`, not {value!r}")
    return found


def _value(name: str, value: Any, parameter: Parameter) -> Any:
    if parameter.type == "text":
        return str(value)
    if parameter.type == "date":
        day = "-".join(str(value).split())
        if re.fullmatch(r"\d{4}(-\d\d){0,2}", day) is None:
            raise InputError(f"{name} is a date as 2025, 2025-03 or 2025-03-14, not {value!r}")
        try:
            date.fromisoformat(day + "0000-01-01"[len(day) :])
        except ValueError:
            raise InputError(f"{name}: there is no day {value!r}") from None
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
