"""Parts of firms that go by what they are, as something that can be bought and sold."""

import pytest

TOLD = {
    "its": (
        "Chrysler sold its European operations to Peugeot.",
        {
            "Chrysler DIVESTS_FROM Chrysler's European operations",
            "Peugeot ACQUIRES Chrysler's European operations",
        },
    ),
    "a name's": (
        "Microsoft bought Nokia's handset business.",
        {"Microsoft ACQUIRES Nokia's handset business", "Nokia DIVESTS_FROM Nokia's handset business"},
    ),
    "still its own": (
        "Sony plans to sell its film studio.",
        {"~Sony DIVESTS_FROM Sony's film studio", "Sony OWNS Sony's film studio"},
    ),
}


@pytest.mark.parametrize(("text", "expected"), TOLD.values(), ids=TOLD)
def test_a_part_of_a_firm_changes_hands(tell, text, expected):
    assert expected <= tell(text), tell(text)


UNTOLD = {
    "which part nobody says": "Shell bought its first plant.",
    "no part": "Shell sold its European customers gas.",
    "nothing is sold": "Shell praised its European operations.",
}


@pytest.mark.parametrize("text", UNTOLD.values(), ids=UNTOLD)
def test_what_is_no_known_part_is_no_actor(tell, text):
    assert not [line for line in tell(text) if "Shell's" in line]


def test_a_part_of_a_firm_is_no_goods(tell):
    assert not [line for line in tell("Shell sold its retail arm to Raizen.") if "SUPPLIES" in line]


SOME = {
    "by its place": ("Glencore bought a copper mine in Peru.", "Glencore ACQUIRES copper mine in Peru"),
    "a share of it": (
        "Mubadala bought a stake in an offshore gas field from Eni.",
        "Eni DIVESTS_FROM offshore gas field",
    ),
}


@pytest.mark.parametrize(("text", "expected"), SOME.values(), ids=SOME)
def test_an_asset_that_is_bought_needs_no_name(tell, text, expected):
    assert expected in tell(text), tell(text)


def test_but_it_must_be_told_which(tell):
    assert not [line for line in tell("Glencore bought a mine.") if "ACQUIRES" in line]


@pytest.mark.parametrize(
    "text",
    [
        "In a copper mine Shell has a 20 percent stake.",
        "In a copper refinery acquired by Shell, workers died.",
        "In a copper mine it bought in May, Shell found gold.",
    ],
)
def test_a_thing_behind_the_first_word_of_a_text_is_no_share_of_it(tell, text):
    assert not any("copper" in line and "OWNS" in line for line in tell(text))
