"""Firms called by what they are: the one that may be meant, or nobody."""

import pytest

MEANT = {
    "a trade": ("Ryanair sued Boeing. The airline bought Halberg.", "Ryanair ACQUIRES Halberg"),
    "a country": (
        "Renault is in talks with Nissan. The Japanese company bought Halberg.",
        "Nissan ACQUIRES Halberg",
    ),
    "a person's noun": ("Glencore grew. The Swiss trader bought Halberg.", "Glencore ACQUIRES Halberg"),
    "any trade": ("Shell sued Greenpeace. The oil major bought Halberg.", "Shell ACQUIRES Halberg"),
    "what it sold is another": (
        "Glencore bought Viterra. The Swiss trader sold it to Bunge.",
        "Bunge ACQUIRES Viterra",
    ),
}


@pytest.mark.parametrize(("text", "expected"), MEANT.values(), ids=MEANT)
def test_a_firm_is_taken_up_by_its_trade_or_country(tell, text, expected):
    assert expected in tell(text), tell(text)


NOBODY = {
    "two that lead alike": "HSBC and Barclays grew. The lender bought Halberg.",
    "of another trade by name": "Delmar Mining grew. The airline bought Halberg.",
    "called otherwise": "Delmar, a brewer, grew. The airline bought Halberg.",
    "another came in": "Ryanair grew. An airline arrived. The airline bought Halberg.",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_where_another_may_be_meant_nobody_is(tell, text):
    assert not [line for line in tell(text) if "ACQUIRES" in line]


def test_a_firm_of_another_country_is_not_meant(tell):
    assert tell("Renault grew. The Japanese company bought Halberg.") == {"Japanese company ACQUIRES Halberg"}
