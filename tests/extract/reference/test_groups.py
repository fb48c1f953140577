"""Groups: all members that the text named, or nobody."""

import pytest

ALL = {
    "just named": (
        "Shell and Gazprom signed a deal. The companies sued Rosneft.",
        {"Rosneft INVESTIGATED_BY Shell", "Rosneft INVESTIGATED_BY Gazprom"},
    ),
    "both countries": (
        "Egypt held talks with Libya. Both countries signed an accord with Turkey.",
        {"Egypt AGREES_WITH Turkey", "Libya AGREES_WITH Turkey"},
    ),
    "the two": (
        "Vietnam and the Philippines held talks. The two signed an agreement in January.",
        {"Vietnam AGREES_WITH Philippines"},
    ),
    "an object": (
        "Egypt and Libya held talks. Turkey praised both governments.",
        {"Turkey SUPPORTS Egypt", "Turkey SUPPORTS Libya"},
    ),
    "persons": (
        "Emmanuel Macron telephoned Keir Starmer. The two men will visit Qatar.",
        {"~Emmanuel Macron VISITS Qatar", "~Keir Starmer VISITS Qatar"},
    ),
    "three": (
        "Mali, Niger and Chad grew. The three countries condemned France.",
        {"Mali OPPOSES France", "Niger OPPOSES France", "Chad OPPOSES France"},
    ),
}


@pytest.mark.parametrize(("text", "expected"), ALL.values(), ids=ALL)
def test_all_members_of_a_group(tell, text, expected):
    assert expected <= tell(text), tell(text)


NOBODY = {
    "not joined": "Egypt and Libya met Chad. The countries condemned France.",
    "one too many": "Egypt, Libya and Chad grew. Both countries condemned France.",
    "where they met": "At a fair in Egypt, Libya grew restless. Both countries condemned France.",
    "one too few": "Egypt grew. Both countries condemned France.",
    "of another kind": "Keir Starmer and Emmanuel Macron spoke. Both companies condemned France.",
    "no article": "Egypt and Libya grew. Two countries condemned France.",
    "told apart": "Egypt and Libya grew. The two African countries in the north condemned France.",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_a_group_of_another_size_or_kind_is_nobody(tell, text):
    assert not [line for line in tell(text) if "OPPOSES" in line]


DEALING = {
    "beside others": (
        "Shell is negotiating with Sonatrach, not with Eni. The two companies signed an agreement.",
        "Shell AGREES_WITH Sonatrach",
    ),
    "elsewhere": (
        "Iran met Norway in Oman in May. The two sides signed a treaty in Qatar.",
        "Iran AGREES_WITH Norway",
    ),
    "of two in a dispute": (
        "Serbia is negotiating with Kosovo. Norway praised Chad. Both sides signed an agreement.",
        "Serbia AGREES_WITH Kosovo",
    ),
}


@pytest.mark.parametrize(("text", "expected"), DEALING.values(), ids=DEALING)
def test_the_two_are_those_who_dealt_with_each_other(tell, text, expected):
    assert expected in tell(text), tell(text)
