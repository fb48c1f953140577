""" "They": all whom the clause before joined, or nobody."""

import pytest

THEM = {
    "persons joined": (
        "Vladimir Putin and Xi Jinping signed a treaty. They visited Kazan.",
        {"Vladimir Putin VISITS Kazan", "Xi Jinping VISITS Kazan"},
    ),
    "companies joined": (
        "Shell and Eni signed an accord. They bought Halberg Energy.",
        {"Shell ACQUIRES Halberg Energy", "Eni ACQUIRES Halberg Energy"},
    ),
    "one met the other": (
        "Narendra Modi met Keir Starmer in Goa. They condemned Iran.",
        {"Narendra Modi OPPOSES Iran", "Keir Starmer OPPOSES Iran"},
    ),
    "one signed with the other": (
        "Shell signed a contract with Eni. They will invest in Halberg Energy.",
        {"~Shell INVESTS_IN Halberg Energy", "~Eni INVESTS_IN Halberg Energy"},
    ),
    "named behind what they are": (
        "The brothers Jan Berg and Tim Berg own Halberg Energy. Their cousin Ida Moen resigned.",
        {"Jan Berg RELATIVE_OF Ida Moen", "Tim Berg RELATIVE_OF Ida Moen"},
    ),
    "in one sentence": (
        "Shell and Eni said they had bought Halberg Energy.",
        {"Shell ACQUIRES Halberg Energy", "Eni ACQUIRES Halberg Energy"},
    ),
    "a group taken up": (
        "Egypt and Libya held talks. The two countries quarrelled. They condemned Turkey.",
        {"Egypt OPPOSES Turkey", "Libya OPPOSES Turkey"},
    ),
}


@pytest.mark.parametrize(("text", "expected"), THEM.values(), ids=THEM)
def test_they_are_all_whom_the_clause_before_joined(tell, text, expected):
    assert expected <= tell(text), tell(text)


NOT_BOTH = {
    "others may be meant": "Shell and Eni said shareholders were angry. They sued Sonatrach.",
    "too far back": "Shell and Eni grew. The weather was fine. It rained. They sued Sonatrach.",
}


@pytest.mark.parametrize("text", NOT_BOTH.values(), ids=NOT_BOTH)
def test_they_are_nobody_where_others_may_be_meant(tell, text):
    assert not [line for line in tell(text) if "INVESTIGATED_BY" in line]


def test_a_company_alone_is_still_they(tell):
    assert "Shell DIVESTS_FROM Russia" in tell("Shell grew. They have left Russia.")
