"""Holdings told without their verb: "A owns 36% of B, and C 25% of D"."""

import pytest

HELD = {
    "of another firm": (
        "Borealis owns 36% of Borouge and ADNOC 25% of Borealis.",
        {"Borealis OWNS Borouge", "ADNOC OWNS Borealis"},
    ),
    "of the same firm": (
        "Shell holds 40 percent of Marlow Tin, Eni 30 percent and BP the rest.",
        {"Shell OWNS Marlow Tin", "Eni OWNS Marlow Tin", "BP OWNS Marlow Tin"},
    ),
    "all its own": (
        "Shell owns 24 pct of Marlow Tin and 15 pct of Sonatrach.",
        {"Shell OWNS Marlow Tin", "Shell OWNS Sonatrach"},
    ),
}


@pytest.mark.parametrize(("text", "expected"), HELD.values(), ids=HELD)
def test_each_holds_its_own(tell, text, expected):
    assert {line for line in tell(text) if "OWNS" in line} == expected


def test_time_does_not_part_a_verb_from_where_it_goes(tell):
    text = "Renault will begin exporting vehicles before the end of this year to Norway."
    assert [line for line in tell(text) if line.endswith("Renault SUPPLIES Norway")], tell(text)
