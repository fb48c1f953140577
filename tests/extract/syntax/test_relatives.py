"""What a relative pronoun stands for, and who is in the passive."""

import pytest

from extract.syntax.relatives import antecedents, own_subject, passive


def at(doc, word):
    return next(t for t in doc if t.text == word)


def texts(tokens):
    return [t.text for t in tokens]


@pytest.mark.parametrize(
    ("sentence", "pronoun", "stands_for"),
    [
        ("the company that bought Sonatrach failed", "that", ["company"]),
        ("Igor Sechin, who heads Rosneft, spoke", "who", ["Sechin"]),
        ("Shell, whose owner is Qatar, spoke", "whose", ["Shell"]),
        ("Rosneft, in which Shell holds shares, failed", "which", ["Rosneft"]),
        ("Shell sold Rosneft in 2022 which sued", "which", []),
        ("the raid of 2022 that hurt Shell ended", "that", ["raid"]),
        ("Who bought Sonatrach", "Who", ["Who"]),
        ("Shell bought Sonatrach", "Shell", ["Shell"]),
        ("Shell said that Qatar paid", "that", ["that"]),
    ],
)
def test_a_relative_pronoun_stands_for_its_noun(parsed, sentence, pronoun, stands_for):
    assert texts(antecedents(at(parsed(sentence), pronoun))) == stands_for


@pytest.mark.parametrize(
    ("sentence", "verb", "is_passive"),
    [
        ("Sonatrach was bought by Shell", "bought", True),
        ("Shell bought Sonatrach", "bought", False),
        ("Sonatrach, bought by Shell, failed", "bought", False),
        ("Shell is considering buying Sonatrach", "considering", False),
    ],
)
def test_passive(parsed, sentence, verb, is_passive):
    assert passive(at(parsed(sentence), verb)) is is_passive


@pytest.mark.parametrize(
    ("sentence", "verb", "own"),
    [
        ("Shell bought Sonatrach", "bought", ["Shell"]),
        ("the company that bought Sonatrach failed", "bought", ["company"]),
        ("Sonatrach was bought by Shell", "bought", []),
        ("Shell wants to buy Sonatrach", "buy", []),
    ],
)
def test_a_verb_has_its_own_subject_or_none(parsed, sentence, verb, own):
    assert texts(own_subject(at(parsed(sentence), verb))) == own
