"""Of a crowd that does or suffers something, those whom the text names are meant."""

import pytest

NAMED = {
    "who they are": (
        "The men sanctioned by the United States are Lena Ortiz and Paul Roe.",
        {"Lena Ortiz SANCTIONED_BY United States", "Paul Roe SANCTIONED_BY United States"},
    ),
    "behind what they are": (
        "The people who own Cedar Metals are the bankers Lena Ortiz and Paul Roe.",
        {"Lena Ortiz OWNS Cedar Metals", "Paul Roe OWNS Cedar Metals"},
    ),
    "some of them": (
        "Those who met Vladimir Putin included Lena Ortiz and Paul Roe.",
        {"Vladimir Putin MEETS_WITH Lena Ortiz", "Vladimir Putin MEETS_WITH Paul Roe"},
    ),
    "firms": (
        "Companies owned by Lena Ortiz include Cedar Metals and Alder Steel.",
        {"Lena Ortiz OWNS Cedar Metals", "Lena Ortiz OWNS Alder Steel"},
    ),
    "among them": ("Among those charged in Kenya was Paul Roe.", {"Paul Roe INVESTIGATED_BY Kenya"}),
    "by what name": (
        "The suspects, identified as Paul Roe and Tom Lee, were arrested by the Kenyan police.",
        {"Paul Roe INVESTIGATED_BY Kenyan police", "Tom Lee INVESTIGATED_BY Kenyan police"},
    ),
}


@pytest.mark.parametrize(("text", "expected"), NAMED.values(), ids=NAMED)
def test_those_named_are_meant(tell, text, expected):
    assert expected <= tell(text), tell(text)


OTHERS = {
    "denied": "Those sanctioned by the United States do not include Lena Ortiz.",
    "possible": "The men sanctioned by the United States could include Lena Ortiz.",
    "friends of one": "The men sanctioned by the United States are friends of Lena Ortiz.",
    "where they are": "The men sanctioned by the United States are in Chad with Lena Ortiz.",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_who_is_named_beside_them_is_not(tell, text):
    assert not [line for line in tell(text) if "Lena Ortiz SANCTIONED_BY" in line]
