"""Relatives whom a sentence does not name, wives by their family name, and who is meant by "you" and "their"."""

import pytest

TOLD = {
    "a relative whom nobody names": (
        "Karl Brekke lives in Oslo. His mother owns Halberg Energy.",
        "Karl Brekke's mother OWNS Halberg Energy",
    ),
    "of somebody": (
        "A niece of Karl Brekke owns Halberg Energy.",
        "Karl Brekke's niece OWNS Halberg Energy",
    ),
    "named before": (
        "Karl Brekke and his wife, Lena Ortiz, live in Oslo. His wife owns Halberg Energy.",
        "Lena Ortiz OWNS Halberg Energy",
    ),
    "whose son was named": (
        "Karl Brekke's son, Johan Brekke, lives in Oslo. He has not met his father.",
        "!Johan Brekke MEETS_WITH Karl Brekke",
    ),
    "the other brother": (
        "The brothers Johan and Lars Berg control Shell. Police charged Lars Berg. His brother owns Halberg Energy.",
        "Johan Berg OWNS Halberg Energy",
    ),
    "of the named": (
        "The brothers Johan and Lars Berg own Shell. Their cousin Lena Ortiz owns Halberg Energy.",
        "Johan Berg RELATIVE_OF Lena Ortiz",
    ),
}


@pytest.mark.parametrize(("text", "expected"), TOLD.values(), ids=TOLD)
def test_who_is_told_of_as_a_relative(tell, text, expected):
    assert expected in tell(text)


def test_a_relative_of_whom_nothing_is_said_is_no_statement(tell):
    assert tell("Karl Brekke smiled at his mother. His mother smiled.") == set()


def test_a_relative_told_of_before_is_not_told_of_again(read):
    text = "Karl Brekke and his wife, Lena Ortiz, live in Oslo. His wife owns Halberg Energy."
    family = [s for s in read(text).statements if s.predicate == "RELATIVE_OF"]
    assert len(family) == 1


def test_a_wife_goes_by_the_family_name_too(read):
    text = "Gennady Vostrov and his wife, Yekaterina, left Shell. Ms Vostrova owns Sonatrach."
    names = {m.name: set(m.aliases) for m in read(text).mentions}
    assert names["Yekaterina Vostrova"] >= {"Yekaterina", "Vostrova"}
