"""Whose "the chairman" or "his finance minister" is."""

import pytest

ABOUT = "Halberg Steel lost money. Halberg Steel has cut jobs since May. Halberg Steel is weak. "
TOPIC = {
    "the chairman": (
        ABOUT + "Much will change, the chairman, Peter Klamm, said.",
        "Peter Klamm HEADS Halberg Steel",
    ),
    "before a name": (ABOUT + "Managing director Anna Berg agreed.", "Anna Berg HEADS Halberg Steel"),
    "once": (ABOUT + "Former chief executive Jan Berg agreed.", "Jan Berg HEADS Halberg Steel"),
    "of a department": (
        ABOUT + "The chief financial officer, Anna Berg, agreed.",
        "Anna Berg WORKS_FOR Halberg Steel",
    ),
    "a vice president": (
        ABOUT + "Ravi Menon, vice president of sales, agreed.",
        "Ravi Menon WORKS_FOR Halberg Steel",
    ),
    "president and more": (
        ABOUT + "Anna Berg, president and chief operating officer, agreed.",
        "Anna Berg HEADS Halberg Steel",
    ),
    "who speaks for it": (
        ABOUT + 'It was late. Work was done. "We are glad," said Anna Berg, a spokeswoman.',
        "Anna Berg REPRESENTS Halberg Steel",
    ),
}


@pytest.mark.parametrize(("text", "expected"), TOPIC.values(), ids=TOPIC)
def test_an_executive_of_no_firm_named_is_of_that_which_the_text_is_about(tell, text, expected):
    assert expected in tell(text), tell(text)


OTHERS = {
    "of another": ABOUT + "The chairman of Shell, Paul Ott, agreed.",
    "of a body": ABOUT + "The union chairman, Bob Fix, agreed.",
    "one of several": ABOUT + "A director, Tom Roe, agreed.",
    "of a department": ABOUT + "Finance director Anna Berg agreed.",
    "as a rank": ABOUT + "President Tim Cole agreed.",
    "two firms": ABOUT + "Altior Bank lent to it. Altior Bank was glad. The chairman, Peter Klamm, agreed.",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_nor_one_of_others(tell, text):
    assert not [line for line in tell(text) if "HEADS Halberg" in line], tell(text)


def test_nor_who_was_vice_president_of_something_once(tell):
    text = ABOUT + "Ravi Menon, a one-time vice president, agreed."
    assert not [line for line in tell(text) if "WORKS_FOR Halberg" in line], tell(text)


def test_the_minister_of_whoever_leads_a_state(tell):
    text = "Tonga's king, Tupou VI, is ill. His prime minister, Viliami Latu, spoke."
    assert "Viliami Latu HEADS Tonga" in tell(text), tell(text)


def test_not_of_whoever_leads_none(tell):
    text = "Peter Klamm is ill. His prime minister, Viliami Latu, spoke in Tonga."
    assert not [line for line in tell(text) if "Viliami Latu HEADS" in line], tell(text)
