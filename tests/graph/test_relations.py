"""Predicates in the words of a question, and the question that asks for any of them."""

import pytest

from graph.ontology import read_ontology
from graph.questions.givens import givens
from graph.questions.phrasings import expand
from graph.questions.relations import patterns, predicates_of, read_relations


def test_every_predicate_but_what_only_texts_say_of_themselves_can_be_asked_for():
    assert set(read_ontology().predicates) - set(read_relations()) == {"BENEFITS_FROM"}
    assert set(read_relations()) <= set(read_ontology().predicates)


@pytest.mark.parametrize(
    ("words", "predicates"),
    [
        ("funds", ["FINANCES", "DONOR_TO"]),
        ("bribed", ["FINANCES", "DONOR_TO"]),
        ("took bribes from", ["FINANCES", "DONOR_TO"]),
        ("lent money to", ["FINANCES"]),
        ("was in charge of", ["HEADS"]),
        ("held talks with", ["NEGOTIATES_WITH"]),
        ("imposed sanctions on", ["SANCTIONED_BY"]),
        ("shareholders", ["OWNS"]),
        ("OWNS", ["OWNS"]),
        ("OWNS, HEADS", ["OWNS", "HEADS"]),
        ("admires", []),
        ("", []),
    ],
)
def test_what_words_say(words, predicates):
    assert predicates_of(words) == predicates


def test_a_form_is_one_of_those_there_are():
    with pytest.raises(ValueError, match="unknown form 'has'"):
        patterns("has")
    with pytest.raises(ValueError, match="unknown form 'has'"):
        expand("who {what:has} {to}", {})


def test_what_lasts_is_known_of_the_ontology():
    ontology = read_ontology()
    lasting = set(givens(ontology)["lasting"])
    assert {"OWNS", "HEADS", "RELATIVE_OF"} <= lasting
    assert not lasting & {"MEETS_WITH", "ACQUIRES", "SANCTIONED_BY"}
