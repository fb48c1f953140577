"""Plain English: questions as people write them, from phrasings.toml, and those that must be asked back."""

import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from backchannel.actors import Found, Listed, UnknownActor
from backchannel.binding import bind
from backchannel.parsing import rephrase
from backchannel.settings import Settings
from backchannel.spotting import Spotter
from backchannel.understanding import NotUnderstood, understand
from graph.questions.catalogue import read_questions
from graph.registry import read_registry

DATA = tomllib.loads(Path(__file__).with_name("phrasings.toml").read_text("utf-8"))
REGISTERED = (
    "state-us state-ru state-ir state-by state-ve state-gb org-european-union company-novatek company-rosneft "
    "person-steve-witkoff person-jared-kushner person-kirill-dmitriev person-vladimir-putin person-donald-trump "
    "person-donald-trump-jr person-xi-jinping person-gennady-timchenko person-igor-sechin"
).split()


registry = cache(read_registry)


@cache
def actors() -> tuple[Found, ...]:
    """The actors of a store: most are in the registry; of those who are not two are only described; two are Sechin."""
    entries = registry().entries
    shorts = {"person-donald-trump": ("Trump",), "person-igor-sechin": ("Sechin",)}
    known = [
        Found(e.id, e.name, e.type, (*e.aliases, *shorts.get(e.id, ())))
        for e in map(entries.__getitem__, REGISTERED)
    ]
    own = [
        Found("act-1", "Gentry Beach", "Person", ("Beach",)),
        Found("act-2", "Ivan Sechin", "Person", ("Sechin",)),
        Found("act-3", "Danish cabinet minister", "Person", ()),
        Found("act-4", "spokesman", "Person", ()),
    ]
    return (*known, *own)


questions = cache(read_questions)


@cache
def spotter() -> Spotter:
    return Spotter(Listed(actors()), registry)


def parse(*arguments: Any) -> Iterable[str]:
    return rephrase(Settings().model, *arguments)


def asked(text: str) -> tuple[str, dict[str, Any]]:
    """What a question is understood as, and what its parameters are told, by name."""
    understood = understand(text, questions(), spotter, parse)
    _, said = bind(understood.question, understood.told, spotter)
    return understood.question.id, said


def test_there_are_enough_of_each() -> None:
    counts = Counter(row["question"] for row in DATA["understood"])
    assert counts.keys() == read_questions().keys()
    assert min(counts.values()) >= 10
    assert counts.total() >= 150
    assert len(DATA["refused"]) >= 40


@pytest.mark.parametrize("row", DATA["understood"], ids=lambda row: row["text"])
def test_a_question_is_understood(row: dict[str, Any]) -> None:
    question, told = asked(row["text"])
    wanted = {key: ", ".join(v) if isinstance(v, list) else v for key, v in row["told"].items()}
    assert (question, {key: str(value) for key, value in told.items()}) == (row["question"], wanted)


@pytest.mark.parametrize("row", DATA["refused"], ids=lambda row: row["text"] or "empty")
def test_another_question_is_never_answered_instead(row: dict[str, Any]) -> None:
    with pytest.raises((NotUnderstood, UnknownActor)) as caught:
        asked(row["text"])
    if row["because"] == "not understood":
        assert isinstance(caught.value, NotUnderstood)
        assert caught.value.nearest
    else:
        assert isinstance(caught.value, UnknownActor)
        assert (len(caught.value.candidates) > 1) or row["because"] == "unknown"
