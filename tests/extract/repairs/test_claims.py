"""Clauses that hang on a noun, before and after mending; written out by hand."""

from extract.grammar.clauses import objects, subjects
from extract.repairs.claims import contact_clause
from extract.vocabulary.lexicon import read_lexicon


def at(doc, word):
    return next(t for t in doc if t.text == word)


def texts(tokens):
    return [t.text for t in tokens]


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
