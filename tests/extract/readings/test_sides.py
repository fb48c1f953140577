"""Several at one end: who is paired with whom."""

import pytest

from extract.grammar.conjuncts import Filler
from extract.readings.sides import _quartets


@pytest.mark.parametrize(
    ("words", "groups"),
    [
        ("A and B and C and D", ["A B", "C D"]),
        ("A and B , C and D", ["A B", "C D"]),
        ("A , B , C and D", ["A B C D"]),
        ("A and B and C", ["A B C"]),
    ],
)
def test_four_joined_by_and_are_two_pairs(make, words, groups):
    names = words.split()
    doc = make(
        " ".join(
            f"{w}/{'cc' if w == 'and' else 'punct' if w == ',' else 'conj' if i else 'ROOT'}/0/"
            f"{'CC' if w == 'and' else ',' if w == ',' else 'NNP'}"
            for i, w in enumerate(names)
        )
    )
    fillers = [Filler(t) for t in doc if t.pos_ == "PROPN"]
    assert [" ".join(f.token.text for f in group) for group in _quartets(fillers)] == groups


def test_what_is_done_to_each_other_goes_both_ways(tell):
    assert tell("Norway and Chile exchanged fire.") == {"Norway ATTACKS Chile", "Chile ATTACKS Norway"}


def test_all_who_met_are_paired(tell):
    assert tell("Emmanuel Macron, Keir Starmer and Friedrich Merz met.") == {
        "Emmanuel Macron MEETS_WITH Keir Starmer",
        "Emmanuel Macron MEETS_WITH Friedrich Merz",
        "Keir Starmer MEETS_WITH Friedrich Merz",
    }


def test_of_two_lists_the_first_goes_with_the_first(tell):
    assert tell("Shell and Eni bought Sonatrach and Gazprom respectively.") == {
        "Shell ACQUIRES Sonatrach",
        "Eni ACQUIRES Gazprom",
    }
