"""What a deal hangs on: "dependent on", "requires", and the words of the condition."""

import pytest

from extract.readings.conditions import covers, dependences, words
from extract.reference.candidates import Sentence
from extract.vocabulary.lexicon import read_lexicon


def at(doc, word):
    return next(t for t in doc if t.text == word)


def found(doc):
    return dependences([Sentence(0, doc[:], ())], read_lexicon())


CASES = {
    "depends on": ("the deal depends on a licence", "deal", "licence"),
    "is dependent on": ("the deal is dependent on a licence", "deal", "licence"),
    "conditioned on": ("a deal conditioned on a licence failed", "deal", "licence"),
    "requires": ("the deal requires a licence", "deal", "licence"),
    "pronoun": ("it hinges on a licence", "it", "licence"),
}


@pytest.mark.parametrize(("sentence", "subject", "condition"), CASES.values(), ids=CASES)
def test_a_deal_depends_on_its_condition(parsed, sentence, subject, condition):
    (one,) = found(parsed(sentence))
    assert (one.subject.text, one.condition.text) == (subject, condition)


@pytest.mark.parametrize(
    "sentence", ["Europe depends on gas", "the engine requires oil", "Shell bought Sonatrach"]
)
def test_what_is_no_deal_hangs_on_nothing(parsed, sentence):
    assert found(parsed(sentence)) == []


def test_the_condition_covers_what_is_said_inside_it(parsed):
    doc = parsed("the deal depends on Poland lifting sanctions on Shell")
    (one,) = found(doc)
    assert doc[slice(*words(one.condition, one.trigger))].text == "Poland lifting sanctions on Shell"
    assert covers(one.condition, at(doc, "sanctions"), one.trigger)
    assert not covers(one.condition, at(doc, "deal"), one.trigger)


def test_conditions_through_the_text(read):
    text = (
        "Shell is in talks to buy a stake in Sonatrach. "
        "The deal is dependent on the U.S. and the UK lifting sanctions on Sonatrach."
    )
    made = {s.predicate: s for s in read(text).statements if s.predicate == "SEEKS_STAKE_IN"}
    conditions = made["SEEKS_STAKE_IN"].conditions
    assert {c.text for c in conditions} == {"the U.S. and the UK lifting sanctions on Sonatrach"}
    assert len({c.statement for c in conditions}) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Shell will buy Sonatrach if Poland lifts sanctions on Algeria.",
            "if Poland lifts sanctions on Algeria",
        ),
        ("Unless Poland agrees, Shell will not buy Sonatrach.", "Unless Poland agrees"),
    ],
)
def test_an_if_clause_becomes_a_condition(read, text, words):
    made = [s for s in read(text).statements if s.conditions]
    assert [c.text for c in made[0].conditions] == [words]
    assert made[0].modality == "conditional"
