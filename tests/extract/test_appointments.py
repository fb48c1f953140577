"""Of what an office is that the sentence tells somebody gives."""

import pytest

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
