"""The tense of the verb that carries a reading; questions."""

import pytest

from extract.syntax.tenses import asked, completed, tense


def at(doc, word):
    return next(t for t in doc if t.text == word)


@pytest.mark.parametrize(
    ("sentence", "trigger", "expected"),
    [
        ("Shell bought Sonatrach", "bought", "past"),
        ("Shell sells gas to Poland and Italy", "sells", "present"),
        ("Igor Sechin is the head of Rosneft", "head", "present"),
        ("Sonatrach was bought by Shell", "bought", "past"),
        ("Igor Sechin, the head of Rosneft, spoke", "head", ""),
        ("Shell held talks with Qatar", "talks", "past"),
    ],
)
def test_tense_of_the_verb_that_carries_a_trigger(parsed, sentence, trigger, expected):
    assert tense(at(parsed(sentence), trigger)) == expected


@pytest.mark.parametrize(
    ("sentence", "is_question"), [("Did Shell buy Sonatrach?", True), ("It rained", False)]
)
def test_a_question_asserts_nothing(parsed, sentence, is_question):
    assert asked(parsed(sentence)[-1]) is is_question


@pytest.mark.parametrize(
    ("parse", "expected"),
    [
        ("Shell/nsubj/bought/NNP bought/ROOT/bought/VBD/buy", True),
        ("Shell/nsubj/bought/NNP has/aux/bought/VBZ/have bought/ROOT/bought/VBN/buy", True),
        ("Shell/nsubj/buy/NNP will/aux/buy/MD buy/ROOT/buy/VB", False),
    ],
)
def test_what_is_over(make, parse, expected):
    (verb,) = (t for t in make(parse) if t.lemma_ == "buy")
    assert completed(verb) is expected
