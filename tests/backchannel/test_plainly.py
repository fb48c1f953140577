"""Plain questions on a small affair: who is found, in which tier, and what is told apart."""

from functools import cache

import pytest

from backchannel.asking import ask, read_questions
from backchannel.cli.answers import answer_json
from backchannel.settings import Settings
from graph.registry import read_registry
from loaders.store import open_store

registry = cache(read_registry)
questions = cache(read_questions)

ASKED = [
    (
        "who is sanctioned?",
        "found",
        {
            "Sberbank": "under",
            "VTB": "under",
            "Oleg Tinkov": "lifted",
            "Russia": "under",
            "Rosneft": "threatened",
        },
    ),
    ("which Russian banks are under sanctions?", "found", {"Sberbank": "under", "VTB": "under"}),
    ("is Sberbank under sanctions?", "found", {"Sberbank": "under"}),
    ("is Oleg Tinkov under sanctions?", "near", {"Oleg Tinkov": "lifted"}),
    ("is Rosneft under EU sanctions?", "near", {"Rosneft": "threatened"}),
    ("is Vitol under sanctions?", "none", {}),
    (
        "who was sanctioned in 2022?",
        "found",
        {"Sberbank": "under", "VTB": "undated", "Russia": "undated", "Rosneft": "threatened"},
    ),
    ("who was sanctioned in 2021?", "near", {"VTB": "undated", "Russia": "undated", "Rosneft": "threatened"}),
    ("who opposes sanctions on Russia?", "found", {"Slovakia": "sides"}),
    ("who supports sanctions on Russia?", "none", {}),
    ("who opposes sanctions on Vitol?", "none", {}),
    ("who met Anton Bergman in 2017?", "found", {"Carla Lind": "then", "Gerd Weiss": "undated"}),
    ("who met Anton Bergman in 2018?", "near", {"Gerd Weiss": "undated"}),
    ("who met Anton Bergman since 2018?", "found", {"Ivan Petrov": "then", "Gerd Weiss": "undated"}),
    ("who attended talks with Lavrov?", "found", {"Carla Lind": "so"}),
    ("did Anton Bergman and Ivan Petrov meet?", "found", {"Anton Bergman": "so"}),
    ("did Carla Lind and Ivan Petrov meet?", "none", {}),
    ("who is Anton Bergman's wife?", "found", {"Dora Lind": "relatives"}),
    ("who is Anton Bergman's brother?", "near", {"Dora Lind": "other"}),
    ("who owns Cedar Mining?", "found", {"Vitol": "bought", "Anton Bergman": "behind"}),
    ("who owns Marlow Foods?", "near", {"Kestrel Capital": "resold"}),
    ("who owns Alder Steel?", "none", {}),
    ("what does Vitol own?", "found", {"Cedar Mining": "bought"}),
    ("what does Kestrel Capital own?", "near", {"Marlow Foods": "resold"}),
]
SENTENCES = [
    ("when did Vitol buy Cedar Mining?", "2021: Vitol acquires Cedar Mining"),
    ("when did Anton Bergman and Ivan Petrov meet?", "2019: Anton Bergman meets with Ivan Petrov"),
    (
        "when did Kestrel Capital buy Marlow Foods?",
        "reported 2025-03-14: Kestrel Capital acquires Marlow Foods",
    ),
    ("when was VTB sanctioned?", "reported 2025-03-14: VTB sanctioned by United States"),
    ("who owns Cedar Mining?", "Vitol bought Cedar Mining (2021)"),
    ("who owns Marlow Foods?", "Kestrel Capital bought Marlow Foods, and sold it"),
    ("what stake does Anton Bergman hold in Vitol?", "Anton Bergman owns 25 percent of Vitol"),
    ("who is married to Dora Lind?", "Anton Bergman and Dora Lind: wife"),
    ("Anton Bergman", "Anton Bergman owns Vitol"),
]


def answered(question, store):
    """What a store answers, and the rows of all kinds."""
    told = answer_json(ask(question, store.query, questions(), registry=registry, model=Settings().model))
    return told, [row for kind in ("answers", "insufficient", "exposure") for row in told[kind]]


@pytest.fixture(scope="module")
def store(affair):
    with open_store(affair, create=False, read_only=True) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "verdict", "tiers"), ASKED, ids=lambda it: it if isinstance(it, str) else ""
)
def test_each_stands_in_the_tier_that_the_text_warrants(store, question, verdict, tiers):
    told, rows = answered(question, store)
    denied = [row["name"] for row in rows if row["tier"] == "denied"]
    assert told["verdict"] == verdict
    assert {row["name"]: row["tier"] for row in rows if row["name"] not in denied} == tiers


@pytest.mark.parametrize(("question", "sentence"), SENTENCES)
def test_the_reason_is_told_and_quoted(store, question, sentence):
    _, rows = answered(question, store)
    (row,) = (row for row in rows if row["sentence"] == sentence)
    assert row["quotes"]
