"""Whose a body is that every State has: of the State beside its name, else of the one named with it before."""

import pytest

OWNED = {
    "a possessor": "Germany and German officials wait. Moldova's Foreign Ministry accused Peru of fraud.",
    "a people": "Germany and German officials wait. The Moldovan Foreign Ministry accused Peru of fraud.",
    "behind it": "Germany and German officials wait. The Foreign Ministry of Moldova accused Peru of fraud.",
    "before it in the text": "Moldova's Foreign Ministry is silent. Later the Foreign Ministry accused Peru of fraud.",
}


def _told(read, text):
    """Subject, predicate and object of each statement, by the names that the actors are given."""
    found = read(text)
    names = {m.id: m.name for m in found.mentions}
    return [(names[s.subject], s.predicate, names[s.object]) for s in found.statements]


@pytest.mark.parametrize("text", OWNED.values(), ids=OWNED)
def test_a_ministry_is_of_its_state(read, text):
    assert _told(read, text) == [("Foreign Ministry of Moldova", "ACCUSES", "Peru")]


def test_two_ministries_of_one_name_are_two(read):
    text = (
        "Moldova's Interior Ministry accused Peru of fraud. Zambia's Interior Ministry accused Peru of fraud."
    )
    assert [subject for subject, _, _ in _told(read, text)] == [
        "Interior Ministry of Moldova",
        "Interior Ministry of Zambia",
    ]


def test_which_of_two_is_not_guessed(read):
    text = (
        "Moldova's Interior Ministry and Zambia's Interior Ministry bought cars. "
        "The Interior Ministry accused Peru of fraud."
    )
    assert _told(read, text)[-1] == ("Interior Ministry", "ACCUSES", "Peru")


def test_a_spokeswoman_speaks_for_the_ministry(read):
    text = "Lithuania's Defence Ministry spokeswoman Vita Ortiz disagreed."
    assert _told(read, text) == [("Vita Ortiz", "REPRESENTS", "Defence Ministry of Lithuania")]


def test_a_ministry_in_small_letters(read):
    text = "Kenya's foreign ministry condemned Peru. The foreign ministry accused Peru of fraud."
    assert _told(read, text) == [
        ("Kenya's foreign ministry", "OPPOSES", "Peru"),
        ("Kenya's foreign ministry", "ACCUSES", "Peru"),
    ]


def test_the_united_states_have_no_foreign_ministry(read):
    text = (
        "The United States waits. US officials met US senators. The Foreign Ministry accused Peru of fraud."
    )
    assert ("Foreign Ministry", "ACCUSES", "Peru") in _told(read, text)
