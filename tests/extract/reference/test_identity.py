"""A noun and the name that the sentence says it is."""

import pytest

IDENTITIES = {
    "a company called": ("Shell bought a company called Halberg.", {"Shell ACQUIRES Halberg"}),
    "apposition": (
        "Shell bought its rival, Halberg Energy.",
        {"Shell ACQUIRES Halberg Energy", "Halberg Energy OPPOSES Shell"},
    ),
    "a bloc": ("Niger condemned the ECOWAS bloc.", {"Niger OPPOSES ECOWAS"}),
    "of one party": (
        "Two Democrats, Sens. Jack Miller and Mary Berg, criticised China.",
        {
            "Jack Miller OPPOSES China",
            "Mary Berg OPPOSES China",
            "Jack Miller MEMBER_OF Democratic Party",
            "Mary Berg MEMBER_OF Democratic Party",
        },
    ),
    "said to be": ("Halberg is a company which bought Shell.", {"Halberg ACQUIRES Shell"}),
    "told before its name": (
        "The company that bought Shell is Halberg Energy.",
        {"Halberg Energy ACQUIRES Shell"},
    ),
    "said not to be": ("Halberg Energy is not the company which bought Shell.", set()),
}


@pytest.mark.parametrize(("text", "expected"), IDENTITIES.values(), ids=IDENTITIES)
def test_a_noun_stands_for_the_name_beside_it(tell, text, expected):
    assert tell(text) == expected
