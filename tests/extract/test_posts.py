"""What a title is of where the sentence names the title alone."""

import pytest

from extract.datelines import DATELINE


@pytest.mark.parametrize(
    ("line", "city"),
    [
        ("VILNIUS, Dec 10 - Lithuania will not", "VILNIUS"),
        ("KYIV (Reuters) - Ukraine", "KYIV"),
        ("BAMAKO - Malian authorities", "BAMAKO"),
        ("OPERATOR: Good afternoon", None),
        ("The head of the bank", None),
    ],
)
def test_a_dateline_begins_with_a_city_in_capitals(line, city):
    found = DATELINE.match(line)
    assert (found.group(1) if found is not None else None) == city


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


def test_a_spokeswoman_speaks_for_the_one_body_named_before(tell):
    text = "Halberg Shipping did not respond, but a spokeswoman, Mary Miller, later said it would appeal."
    assert any("Mary Miller" in line and "REPRESENTS" in line and "Halberg" in line for line in tell(text))


def test_nor_for_one_of_two(tell):
    text = "Halberg Shipping and Altior Bank met, a spokeswoman, Mary Miller, said."
    assert not any("REPRESENTS" in line for line in tell(text))


APPOINTED = {
    "by the head of a State": (
        "Emmanuel Macron appointed Anne Berg as minister of mines.",
        "Anne Berg HEADS France",
    ),
    "by whoever bears its title": (
        "Ghanaian President Ama Mensah named Kofi Boateng as the new finance minister.",
        "Kofi Boateng HEADS Ghana",
    ),
    "in the State of the dateline": (
        "VILNIUS, Dec 10 - Lithuania has a new cabinet. Jonas Petraitis was named minister of mines.",
        "Jonas Petraitis HEADS Lithuania",
    ),
    "by a firm": ("Shell named Mary Miller as chief executive.", "Mary Miller HEADS Shell"),
}


@pytest.mark.parametrize(("text", "expected"), APPOINTED.values(), ids=APPOINTED)
def test_an_office_is_of_those_who_give_it(tell, text, expected):
    assert expected in tell(text), tell(text)


def test_not_where_the_office_is_said_to_be_of_another(tell):
    told = tell("Emmanuel Macron appointed Anne Berg as president of Halberg Energy.")
    assert "Anne Berg HEADS France" not in told
    assert any("Anne Berg HEADS Halberg" in line for line in told), told


SPOKEN_FOR = {
    "government": (
        "VILNIUS, Dec 10 - Lithuania denied it. Government spokeswoman Rita Petraitis said it was false.",
        "Rita Petraitis REPRESENTS Lithuania",
    ),
    "ministry": (
        "Lithuania's Ministry of Mines denied it. Ministry spokeswoman Rita Petraitis said it was false.",
        "Rita Petraitis REPRESENTS Ministry of Mines of Lithuania",
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPOKEN_FOR.values(), ids=SPOKEN_FOR)
def test_a_spokeswoman_of_a_body_named_by_its_kind(tell, text, expected):
    assert expected in tell(text), tell(text)
