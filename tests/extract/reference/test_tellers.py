"""Whom "I", "you" and "we" mean."""

import pytest

WORDS = {
    "who is quoted": (
        '"I met Vladimir Putin," said Emmanuel Macron.',
        "Emmanuel Macron MEETS_WITH Vladimir Putin",
    ),
    "whom the speaker leads": ('"We bought Eni," said Jack Miller, the head of Shell.', "Shell ACQUIRES Eni"),
    "whose talks are not told": (
        '"There are no talks with Eni," a Shell spokesman said.',
        "!Eni NEGOTIATES_WITH Shell",
    ),
}


@pytest.mark.parametrize(("text", "expected"), WORDS.values(), ids=WORDS)
def test_who_speaks_is_meant(tell, text, expected):
    assert expected in tell(text), tell(text)


def test_who_is_not_known_is_nobody(tell):
    assert not tell("We bought Eni, somebody wrote.")
