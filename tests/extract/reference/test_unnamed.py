"""Actors that no text names, singled out by a place, a country or their task."""

import pytest

FOUND = {
    "prosecutors of a place": (
        "Prosecutors in Lima are investigating Halberg Energy.",
        "Halberg Energy INVESTIGATED_BY Prosecutors in Lima",
    ),
    "prosecutors": (
        "Prosecutors are investigating Halberg Energy.",
        "Halberg Energy INVESTIGATED_BY Prosecutors",
    ),
    "a body at a place": (
        "Mary Miller is the director of the port authority at Burgas.",
        "Mary Miller HEADS port authority at Burgas",
    ),
    "a court of a country": (
        "Mary Miller was convicted by a Bulgarian court.",
        "Mary Miller INVESTIGATED_BY Bulgarian court",
    ),
    "deals told by a town": (
        "Norway signed the Geneva conventions.",
        "Norway PARTY_TO Geneva conventions",
    ),
    "a deal spoken of before": (
        "Egypt signed a memorandum with Libya. Turkey rejected the memorandum.",
        "Turkey OPPOSES memorandum",
    ),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_singled_out(tell, text, expected):
    assert expected in tell(text), tell(text)


@pytest.mark.parametrize(
    "text",
    ["A court convicted Mary Miller.", "Some prosecutors are investigating Mary Miller."],
)
def test_who_is_not_singled_out_is_nobody(tell, text):
    assert not [line for line in tell(text) if "INVESTIGATED_BY" in line]


def test_a_deal_not_spoken_of_is_no_deal(tell):
    assert not [line for line in tell("Turkey rejected the accord.") if "OPPOSES" in line]


def test_a_deal_is_singled_out_by_what_it_is_about(tell):
    assert "Norway PARTY_TO fisheries agreement" in tell(
        "Norway and Peru are parties to the fisheries agreement."
    )
    assert not any("PARTY_TO" in line for line in tell("Norway and Peru are parties to the agreement."))


def test_what_somebody_is_besides_is_nobody_else(tell):
    assert not any("singer" in line for line in tell("Shell sued Peruvian singer and actress Lena Ortiz."))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A senior Norwegian official said so.", "senior Norwegian official WORKS_FOR Norway"),
        ("A Halberg Bank engineer was arrested.", "Halberg Bank engineer WORKS_FOR Halberg Bank"),
        (
            "An adviser to the World Bank said so.",
            "adviser to the World Bank WORKS_FOR World Bank",
        ),
        ("Shell's chief executive said so.", "Shell's chief executive HEADS Shell"),
        ("Norway recalled its ambassador to Ghana.", "Norway's ambassador to Ghana REPRESENTS Norway"),
        ("Mary Miller sued Shell. Her lawyer said so.", "Mary Miller's lawyer REPRESENTS Mary Miller"),
    ],
)
def test_a_person_is_singled_out_by_whom_he_acts_for(tell, text, expected):
    assert expected in tell(text), tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Every Shell engineer was arrested.",
        "No Norwegian official said so.",
        "Norwegian officials said so.",
        "He wanted the post of Shell's vice president.",
        "Any adviser to the World Bank may say so.",
        "A former adviser to the World Bank, Mary Miller said so.",
        "Shell's friend said so.",
    ],
)
def test_who_is_anybody_or_somebody_named_is_no_actor_of_his_own(tell, text):
    assert not [line for line in tell(text) if "adviser" in line or "official" in line or "Shell" in line]
