"""Auxiliaries parted from their verb, before and after mending; written out by hand."""

import pytest

from extract.grammar.clauses import objects, subjects
from extract.repairs.auxiliaries import auxiliary_not, inverted_passive, shared_participle, split_auxiliary
from extract.vocabulary.lexicon import read_lexicon


def at(doc, word):
    return next(t for t in doc if t.text == word)


def texts(tokens):
    return [t.text for t in tokens]


PARTED = (
    "Shell/nsubj/was/NNP was/ROOT/was/VBD/be ,/punct/was/, on/prep/was/IN Monday/pobj/on/NNP ,/punct/Monday/, "
    "fined/acl/Monday/VBN/fine by/agent/fined/IN Poland/pobj/by/NNP"
)


def test_what_stands_between_commas_does_not_part_a_passive(make):
    doc = make(PARTED)
    assert texts(objects(at(doc, "fined"))) != ["Shell"]
    split_auxiliary(doc, read_lexicon())
    assert (texts(subjects(at(doc, "fined"))), texts(objects(at(doc, "fined")))) == (["Poland"], ["Shell"])
    assert at(doc, "fined").head == at(doc, "fined")


def test_a_participle_behind_what_somebody_is_stays_there(make):
    doc = make(
        "Shell/nsubj/was/NNP was/ROOT/was/VBD/be ,/punct/was/, then/advmod/was/RB ,/punct/was/, "
        "firm/attr/was/NN fined/acl/firm/VBN/fine"
    )
    split_auxiliary(doc, read_lexicon())
    assert at(doc, "fined").head == at(doc, "firm")


def test_a_second_passive_shares_the_subject_of_the_first(make):
    doc = make(
        "Shell/nsubjpass/founded/NNP was/auxpass/founded/VBD/be founded/ROOT/founded/VBN/found and/cc/founded/CC "
        "sanctioned/conj/founded/VBD/sanction by/agent/sanctioned/IN Poland/pobj/by/NNP"
    )
    assert texts(objects(at(doc, "sanctioned"))) == []
    shared_participle(doc, read_lexicon())
    assert texts(objects(at(doc, "sanctioned"))) == ["Shell"]


@pytest.mark.parametrize("dep", ["attr", "nsubj"])
def test_who_stands_behind_an_inverted_passive_is_its_subject(make, dep):
    doc = make(
        f"Also/advmod/listed/RB listed/ROOT/listed/VBN/list is/auxpass/listed/VBZ/be Shell/{dep}/is/NNP"
    )
    inverted_passive(doc, read_lexicon())
    assert texts(objects(at(doc, "listed"))) == ["Shell"]


def test_the_not_of_an_auxiliary_is_that_of_its_verb(make):
    doc = make(
        "Shell/nsubjpass/owned/NNP is/auxpass/owned/VBZ/be not/neg/is/RB itself/attr/is/PRP "
        "owned/ROOT/owned/VBN/own by/agent/owned/IN Poland/pobj/by/NNP"
    )
    auxiliary_not(doc, read_lexicon())
    assert at(doc, "not").head == at(doc, "owned")


def test_the_subject_of_an_auxiliary_is_that_of_its_verb(make):
    doc = make(
        "Guyana/nsubj/is/NNP is/aux/bargaining/VBZ/be not/neg/bargaining/RB "
        "bargaining/ROOT/bargaining/VBG/bargain with/prep/bargaining/IN Peru/pobj/with/NNP"
    )
    auxiliary_not(doc, read_lexicon())
    assert texts(subjects(at(doc, "bargaining"))) == ["Guyana"]


@pytest.mark.parametrize(("verb", "expected"), [("placed/VBD/place", ["Shell"]), ("failed/VBD/fail", [])])
def test_a_verb_that_needs_an_object_is_passive_behind_a_passive(make, verb, expected):
    word, tag, lemma = verb.split("/")
    doc = make(
        "Shell/nsubjpass/fined/NNP was/auxpass/fined/VBD/be fined/ROOT/fined/VBN/fine and/cc/fined/CC "
        f"{word}/conj/fined/{tag}/{lemma} on/prep/{word}/IN lists/pobj/on/NNS"
    )
    shared_participle(doc, read_lexicon())
    assert texts(objects(at(doc, word))) == expected
