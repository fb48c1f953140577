"""Firms that a text leaves out: whose "5 percent" is held, for whom "a bid" is."""

import pytest

SAID = {
    "the one before": (
        "Sonatrach lost money. Sonatrach has troubles. Johan Berg holds 20 percent.",
        "Johan Berg OWNS Sonatrach",
    ),
    "in the same sentence": (
        "Sonatrach has troubles. Sonatrach may fall to BlackRock, which already owns 10 percent.",
        "BlackRock OWNS Sonatrach",
    ),
    "denied": (
        "Sonatrach lost money. Sonatrach has troubles. Shell never made an offer.",
        "!Shell SEEKS_STAKE_IN Sonatrach",
    ),
    "no shareholder": (
        "Sonatrach lost money. Sonatrach has troubles. Johan Berg is not a shareholder.",
        "!Johan Berg OWNS Sonatrach",
    ),
    "its stake": (
        "Sonatrach lost money. Sonatrach has troubles. Shell sold its stake.",
        "Shell DIVESTS_FROM Sonatrach",
    ),
    "ready to lend": (
        "Sonatrach lost money. Sonatrach has troubles. Deutsche Bank stands ready to lend.",
        "~Deutsche Bank FINANCES Sonatrach",
    ),
}


@pytest.mark.parametrize(("text", "expected"), SAID.values(), ids=SAID)
def test_it_is_the_firm_the_text_is_about(tell, text, expected):
    assert expected in tell(text)


UNSAID = {
    "who holds it too": "Algeria lost money. Eni took 21 percent, while Johan Berg held 7 percent. Eni is rich.",
    "told behind it": "Sonatrach lost money. Sonatrach has troubles. Shell will keep its 20% stake in Lukoil.",
    "two firms": "Sonatrach met Shell. Shell likes Sonatrach. Johan Berg holds 20 percent.",
    "named but once": "Algeria lost money. Sonatrach lost more. Norway waited. Johan Berg holds 20 percent.",
    "of something else": "Sonatrach lost money. Sonatrach has troubles. Johan Berg holds 20 percent of the land.",
    "votes": "Sonatrach lost money. Sonatrach has troubles. Johan Berg has 20 percent in the polls.",
    "a tender": "Sonatrach has troubles. Sonatrach opened a tender. Shell never made a bid.",
}


@pytest.mark.parametrize("text", UNSAID.values(), ids=UNSAID)
def test_it_is_left_open(tell, text):
    said = [line for line in tell(text) if "Sonatrach" in line or "OWNS Eni" in line]
    assert not [line for line in said if "OWNS" in line or "SEEKS" in line]
