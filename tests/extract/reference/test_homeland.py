"""Of which State a title is without a country."""

import pytest


def test_a_minister_without_a_country_is_of_the_state_of_the_dateline(tell):
    text = "VILNIUS, Dec 10 - The road is closed, Transport Minister Jonas Petraitis said on Wednesday."
    assert any("Jonas Petraitis" in line and "HEADS" in line and "Lithuania" in line for line in tell(text))


DATELINES = {
    "another city of it": (
        "MUMBAI - India will not sign. Foreign Minister Arjun Rao said so.",
        "Arjun Rao HEADS India",
    ),
    "one with its State": (
        "BATUMI, Georgia — Georgia will not sign, Foreign Minister Irakli Dolidze said.",
        "Irakli Dolidze HEADS Georgia",
    ),
    "others act in what is spoken of": (
        "VILNIUS - Lithuania will not join the pact that Latvia and Estonia signed, Foreign Minister Jonas Petraitis said.",
        "Jonas Petraitis HEADS Lithuania",
    ),
    "a deputy": (
        "WARSAW - Poland will not agree, Deputy Foreign Minister Piotr Lis said.",
        "Piotr Lis WORKS_FOR Poland",
    ),
}


@pytest.mark.parametrize(("text", "expected"), DATELINES.values(), ids=DATELINES)
def test_the_state_of_a_dateline(tell, text, expected):
    assert expected in tell(text), tell(text)


def test_not_where_another_state_is_spoken_of_more(tell):
    text = (
        "NAIROBI, Dec 10 - Aid for South Sudan was held up. Trucks reached South Sudan late. "
        "Transport Minister Deng Lual promised better roads."
    )
    assert not any("HEADS" in line for line in tell(text))


def test_not_where_another_state_acts_beside_him(tell):
    text = "VILNIUS, Dec 10 - Latvia backs the ban. Latvia will wait, Transport Minister Janis Kalnins said."
    assert not any("HEADS" in line for line in tell(text))


def test_nor_of_a_state_that_does_something_to_him(tell):
    for text in (
        "Canada has stood by Prime Minister Jan Berg.",
        "President Jan Berg's nephew Karl Weiss was sanctioned by Canada.",
        "Karl Weiss, a nephew of President Jan Berg, was sanctioned by Canada.",
    ):
        assert not any("HEADS" in line for line in tell(text)), tell(text)


def test_the_federal_government_is_that_of_the_state_spoken_of(tell):
    told = tell("Canada is worried. The federal government opposes the Chinese bid for Halberg Energy.")
    assert any(line.startswith("Canada OPPOSES") for line in told), told


def test_the_provincial_government_is_not(tell):
    told = tell("Canada is worried. The provincial government opposes Halberg Energy.")
    assert not any("OPPOSES" in line for line in told), told
