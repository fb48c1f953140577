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
    "a bid in a crowd": (
        "Eni sold mills. Eni is rich. Sonatrach met Eni. Lukoil likes Sonatrach. Shell made an offer."
    ),
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


TAKEN_UP = {
    "the stake": (
        "Shell holds 20 percent of Sonatrach. BlackRock might take the stake.",
        "?BlackRock ACQUIRES Sonatrach",
    ),
    "its own": ("Shell owns half of Sonatrach. Shell may sell its stake.", "?Shell DIVESTS_FROM Sonatrach"),
    "the rest": (
        "Shell holds 20 percent of Sonatrach. The rest is held by BlackRock.",
        "BlackRock OWNS Sonatrach",
    ),
    "not the holder": (
        "Shell agreed to buy Sonatrach. Shell bid for Sonatrach in May. BlackRock no longer holds any shares.",
        "!BlackRock OWNS Sonatrach",
    ),
    "the price": (
        "Shell agreed to buy Sonatrach. Deutsche Bank will finance two thirds of the price.",
        "~Deutsche Bank FINANCES Shell",
    ),
    "sold out": (
        "Johan Berg owned half of Sonatrach. Berg sold out to Shell in May.",
        "Johan Berg DIVESTS_FROM Sonatrach",
    ),
    "refused to sell": (
        "Johan Berg owns half of Sonatrach. He refused to sell.",
        "!Johan Berg DIVESTS_FROM Sonatrach",
    ),
    "among the bidders": (
        "Shell agreed to buy half of Sonatrach. Eni is not among the bidders.",
        "!Eni SEEKS_STAKE_IN Sonatrach",
    ),
    "the purchase": (
        "Shell bought Sonatrach. The purchase was financed by a loan from Deutsche Bank.",
        "Deutsche Bank FINANCES Shell",
    ),
}


@pytest.mark.parametrize(("text", "expected"), TAKEN_UP.values(), ids=TAKEN_UP)
def test_deals_told_before_are_taken_up(tell, text, expected):
    assert expected in tell(text)


def test_what_a_state_owns_is_not_what_a_bid_is_for(tell):
    text = "Algeria's state-owned Sonatrach praised Shell. Shell lost money. BlackRock made an offer."
    assert not [line for line in tell(text) if "SEEKS" in line and "Sonatrach" in line]


def test_who_sells_out_supplies_nobody(tell):
    text = "Johan Berg owned half of Sonatrach. Berg sold out to Shell in May."
    assert not [line for line in tell(text) if "SUPPLIES" in line]
