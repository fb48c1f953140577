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
    "customers include": (
        "Customers of Kestrel Marine include Boeing and Airbus.",
        "Kestrel Marine SUPPLIES Airbus",
    ),
    "a loan that was taken": (
        "Kestrel Marine repaid the loan it had taken from Deutsche Bank.",
        "Deutsche Bank FINANCES Kestrel Marine",
    ),
    "a partner behind what a firm is": (
        "The ministry signed a contract with Hemat Mining, a Herat company, and its Turkish partner, Anadolu Metals.",
        "Hemat Mining PARTNERS_WITH Anadolu Metals",
    ),
    "owned jointly": (
        "Kestrel Marine, which Shell owns jointly with the Ghanaian state, made a loss.",
        "Ghana OWNS Kestrel Marine",
    ),
    "to whom what was held is sold": (
        "The deal follows the sale by Eni of every share it held in Kano Mills to Shell.",
        "Shell ACQUIRES Kano Mills",
    ),
    "a board approves": (
        "Rosneft's board approved the acquisition of a stake in Sonatrach from Italy's Eni.",
        "~Rosneft ACQUIRES Sonatrach",
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
            "MIM Holdings, a shareholder in Kestrel Mining, agreed not to buy any Kestrel Mining shares it sells.",
            "!MIM Holdings OWNS Kestrel Mining",
        ),
        (
            "After the killing of Steckler and Miller, Emma Jimmerson and her daughter, Alma Jordan, were robbed.",
            "Miller RELATIVE_OF Alma Jordan",
        ),
        ("Atlanta-based Delta sued the Atlanta Constitution.", "Delta BASED_IN Atlanta Constitution"),
        (
            "The Pasteur Institute in Paris and the Nansen Institute agreed.",
            "Nansen Institute BASED_IN Paris",
        ),
    ],
)
def test_what_is_not_told_of_firms(tell, text, wrong) -> None:
    assert wrong not in tell(text)
