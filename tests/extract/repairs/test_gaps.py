"""Holdings told without their verb: "A owns 36% of B, and C 25% of D"."""

import pytest

from extract.repairs.gaps import object_behind_day
from extract.vocabulary.lexicon import read_lexicon

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


DAYS = {
    "a kind of it": (
        "Britain imposed on Friday unilateral sanctions on Lukoil.",
        "Lukoil SANCTIONED_BY United Kingdom",
    ),
    "beside it": ("Eni signed on Tuesday long-term contracts with Sonatrach.", "Eni AGREES_WITH Sonatrach"),
    "a part of the day": (
        "Lena Ortiz held on Monday evening talks with Vladimir Putin.",
        "Lena Ortiz NEGOTIATES_WITH Vladimir Putin",
    ),
}


@pytest.mark.parametrize(("text", "expected"), DAYS.values(), ids=DAYS)
def test_what_is_done_stands_behind_the_day(tell, text, expected):
    assert expected in tell(text)


def test_what_is_spoken_of_is_of_the_day(make):
    doc = make(
        "Eni/nsubj/commented/NNP commented/ROOT/commented/VBD/comment on/prep/commented/IN "
        "Friday/compound/sanctions/NNP/Friday/DATE sanctions/pobj/on/NNS/sanction ././commented/."
    )
    object_behind_day(doc, read_lexicon())
    assert [(t.text, t.dep_, t.head.text) for t in doc[3:5]] == [
        ("Friday", "compound", "sanctions"),
        ("sanctions", "pobj", "on"),
    ]
