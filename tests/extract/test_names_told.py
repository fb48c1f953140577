"""Names that the recognizer passes over, cuts short or does not type, told by what the text says elsewhere."""

import pytest

FOUND = {
    "a given name of two syllables": (
        "A South Korean trade official, Han Ji-won, met Lena Ortiz in May.",
        "Han Ji-won MEETS_WITH Lena Ortiz",
    ),
    "a name with a hyphen": (
        "Mon-Atom's chairman, Gankhuyag Dash, met Lena Ortiz.",
        "Gankhuyag Dash HEADS Mon-Atom",
    ),
    "a party in the plural": ("The Greens oppose the Hungary pipeline.", "Greens OPPOSES Hungary pipeline"),
    "a party and its leader": ("Lena Ortiz leads the Socialists of Peru.", "Lena Ortiz HEADS Socialists"),
    "before the seat": (
        "DUP MP Jeffrey Donald said the DUP backs Lena Ortiz.",
        "DUP SUPPORTS Lena Ortiz",
    ),
    "a trading house": (
        "Norway blacklisted Tradova, a Dubai trading house, in May.",
        "Tradova BASED_IN Dubai",
    ),
    "a whole name once more": (
        "Prime Mover Workwear is a Melbourne-based company. Halberg Energy bought Prime Mover Workwear.",
        "Halberg Energy ACQUIRES Prime Mover Workwear",
    ),
    "one of a family": (
        "Ural Rakhimov fled to Austria. His father, Murtaza Rakhimov, headed Marlow Oil. Rakhimov met Lena Ortiz.",
        "Ural Rakhimov MEETS_WITH Lena Ortiz",
    ),
    "the family name first": (
        "Lim Geok Choo owns Borneo Aurum. Madam Lim met Lena Ortiz.",
        "Lim Geok Choo MEETS_WITH Lena Ortiz",
    ),
    "a statute": ("The Palestinians signed the Rome Statute in January.", "Palestine PARTY_TO Rome Statute"),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_names_are_told(tell, text, expected):
    assert expected in tell(text), tell(text)


def test_a_title_is_no_given_name(tell):
    told = tell(
        "Attorney General Sessions resigned. Jeff Sessions met Lena Ortiz. Sessions met Karl Berg in May."
    )
    assert not any("General Sessions" in line for line in told), told


def test_a_conjunction_is_no_given_name(tell):
    told = tell("Donald Trump met Lena Ortiz. Though Trump opposes NATO, he met Karl Berg.")
    assert not any("Though" in line for line in told), told
