"""Words that the parse hangs on the wrong partner, before and after mending; written out by hand."""

import pytest

from extract.clauses import objects, subjects
from extract.joints import (
    auxiliary_not,
    contact_clause,
    interest_in,
    inverted_passive,
    noun_conjunct,
    plain_acronym,
    possessed_body,
    shared_participle,
    split_auxiliary,
)
from extract.lexicon import read_lexicon


def at(doc, word):
    return next(t for t in doc if t.text == word)


def texts(tokens):
    return [t.text for t in tokens]


def test_the_office_of_a_department_acts_itself(make):
    doc = make(
        "the/det/Department/DT Department/nsubj/listed/NNP of/prep/Department/IN Treasury/poss/Office/NNP "
        "'s/case/Treasury/POS Office/pobj/of/NNP listed/ROOT/listed/VBD/list Shell/dobj/listed/NNP"
    )
    possessed_body(doc, read_lexicon())
    assert texts(subjects(at(doc, "listed"))) == ["Office"]
    assert at(doc, "Department").head.text == "Office"


def test_the_head_of_a_countrys_bank_stays_its_head(make):
    doc = make(
        "the/det/head/DT head/nsubj/resigned/NN of/prep/head/IN Kenya/poss/Bank/NNP 's/case/Kenya/POS "
        "Bank/pobj/of/NNP resigned/ROOT/resigned/VBD/resign"
    )
    possessed_body(doc, read_lexicon())
    assert texts(subjects(at(doc, "resigned"))) == ["head"]


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


def test_a_noun_is_joined_to_the_noun_before_it(make):
    doc = make(
        "Poland/nsubj/fined/NNP fined/ROOT/fined/VBD/fine the/det/firm/DT firm/dobj/fined/NN ,/punct/fined/, "
        "and/cc/fined/CC its/poss/owner/PRP$ owner/conj/fined/NN"
    )
    noun_conjunct(doc, read_lexicon())
    assert at(doc, "owner").head == at(doc, "firm")


def test_a_verb_is_joined_to_the_verb(make):
    doc = make(
        "Poland/nsubj/fined/NNP fined/ROOT/fined/VBD/fine Shell/dobj/fined/NNP and/cc/fined/CC "
        "sued/conj/fined/VBD/sue BP/dobj/sued/NNP"
    )
    noun_conjunct(doc, read_lexicon())
    assert at(doc, "sued").head == at(doc, "fined")


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


def test_a_clause_without_that_has_a_subject(make):
    doc = make(
        "the/det/firm/DT firm/ROOT/firm/NN Anna/compound/Berg/NNP Berg/appos/firm/NNP founded/acl/firm/VBD/found"
    )
    contact_clause(doc, read_lexicon())
    assert (texts(subjects(at(doc, "founded"))), texts(objects(at(doc, "founded")))) == (["Berg"], ["firm"])


def test_a_name_set_off_is_no_subject_of_the_clause(make):
    doc = make(
        "the/det/firm/DT firm/ROOT/firm/NN ,/punct/firm/, Berg/appos/firm/NNP ,/punct/firm/, "
        "founded/acl/firm/VBN/found"
    )
    contact_clause(doc, read_lexicon())
    assert at(doc, "Berg").head == at(doc, "firm")


def test_a_pac_is_a_noun_unless_it_ends_a_name(make):
    doc = make(
        "super/amod/Amber/JJ PAC/compound/Amber/NNP Amber/ROOT/Amber/NNP joined/relcl/Amber/VBD "
        "Ash/compound/PACs/NNP PACs/dobj/joined/NNP"
    )
    plain_acronym(doc, read_lexicon())
    assert (at(doc, "PAC").pos_, at(doc, "PACs").pos_) == ("NOUN", "PROPN")


def test_an_interest_is_in_what_follows_it(make):
    doc = make(
        "Shell/nsubj/sent/NNP sent/ROOT/sent/VBD/send word/dobj/sent/NN of/prep/word/IN interest/pobj/of/NN "
        "in/prep/sent/IN buying/pcomp/in/VBG BP/dobj/buying/NNP"
    )
    interest_in(doc, read_lexicon())
    assert at(doc, "in").head == at(doc, "interest")


def test_the_not_of_an_auxiliary_is_that_of_its_verb(make):
    doc = make(
        "Shell/nsubjpass/owned/NNP is/auxpass/owned/VBZ/be not/neg/is/RB itself/attr/is/PRP "
        "owned/ROOT/owned/VBN/own by/agent/owned/IN Poland/pobj/by/NNP"
    )
    auxiliary_not(doc, read_lexicon())
    assert at(doc, "not").head == at(doc, "owned")
