"""Firms told in passing: where they sit, whose they are, what they pay, buy and give up."""

import pytest

SAID = {
    "a parent of a country": (
        "Tolvane Shipping and its Cypriot parent, Redmoor Holdings, were fined.",
        "Redmoor Holdings BASED_IN Cyprus",
    ),
    "an arm that begins as its owner does": (
        "Redmoor Holdings wants to close Tolvane's Danish arm, Tolvane Nord.",
        "Tolvane OWNS Tolvane Nord",
    ),
    "behind a town": ("A firm in Lisbon, Marlow Tin, will sue Shell.", "Marlow Tin BASED_IN Lisbon"),
    "behind an agent": (
        "The police may look into the Halifax agent, Bluenose Port Services, that handled the ship.",
        "Bluenose Port Services BASED_IN Halifax",
    ),
    "in a country": (
        "The firm ships its copper to Kuusio Metals, a smelter in Finland.",
        "Kuusio Metals BASED_IN Finland",
    ),
    "a town no list knows": (
        "Mayo-based clothing company Portwest has acquired Huski.",
        "Portwest BASED_IN Mayo",
    ),
    "behind an age": ("Igor Sechin, 33, of Milan, was fined.", "Igor Sechin BASED_IN Milan"),
    "the owner named with it": (
        "Brussels imposed sanctions on Kestrel Marine, a supplier of pumps, and on its owner Viktar Bohdan.",
        "Viktar Bohdan OWNS Kestrel Marine",
    ),
    "listed with it": (
        "Brussels imposed sanctions on Kestrel Marine, a supplier of pumps, and on its owner Viktar Bohdan.",
        "Viktar Bohdan SANCTIONED_BY European Union",
    ),
    "what a firm is, behind who leads it": (
        "Youcef Yousfi, director-general of Sonatrach, the Algerian state petroleum agency, spoke in Algiers.",
        "Algeria OWNS Sonatrach",
    ),
    "together, said first": (
        "Together with his brother, Julio Escobedo, Igor Sechin owns Kestrel Mining.",
        "Julio Escobedo OWNS Kestrel Mining",
    ),
    "every share he held": (
        "The deal follows the sale by Shell of every share it held in Sonatrach.",
        "Shell DIVESTS_FROM Sonatrach",
    ),
    "two stakes, each in its own": (
        "Shell bought a 19 percent stake in Sonatrach and a 16 percent interest in Kestrel Mining.",
        "Shell ACQUIRES Kestrel Mining",
    ),
    "paid millions of dollars": (
        "Shell has paid millions of dollars to Kestrel Consulting.",
        "Shell FINANCES Kestrel Consulting",
    ),
    "in the region": (
        "Shell runs a gold mine in the Kayes region.",
        "Shell OPERATES_IN Kayes",
    ),
}


@pytest.mark.parametrize("told", SAID.values(), ids=SAID.keys())
def test_what_is_told_of_firms(tell, told) -> None:
    text, expected = told
    assert expected in tell(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Shell sued Kestrel Mining, an investor in Portugal.", "Kestrel Mining BASED_IN Portugal"),
        (
            "Its units are Kestrel Bank in Hong Kong and Marlow Bank in Macau.",
            "Kestrel Bank BASED_IN Macau",
        ),
        (
            "The Pasteur Institute in Paris and the Nansen Institute agreed.",
            "Nansen Institute BASED_IN Paris",
        ),
    ],
)
def test_where_a_firm_does_not_sit(tell, text, wrong) -> None:
    assert wrong not in tell(text)
