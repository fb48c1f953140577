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


def test_who_announces_an_appointment_makes_it(tell):
    lines = tell("Halberg Cement plc announced that Jan Berg has been appointed chief executive from 1 June.")
    assert any("Jan Berg HEADS Halberg Cement plc" in line for line in lines)
    assert any("Halberg Cement plc APPOINTS Jan Berg" in line for line in lines)


def test_who_announces_what_another_has_done_does_not(tell):
    lines = tell(
        "Halberg Cement plc announced that Jan Berg was appointed chief executive by Marlow Tin plc."
    )
    assert not any("Halberg Cement plc APPOINTS" in line or "HEADS Halberg" in line for line in lines)
