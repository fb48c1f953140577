"""Subjects behind their auxiliary, or before "neither"; parses written out by hand."""

from extract.grammar.clauses import objects, subjects
from extract.repairs.inverted import inverted_subject, neither_does, passive_subject
from extract.vocabulary.lexicon import read_lexicon


def at(doc, word):
    return next(t for t in doc if t.text == word)


def texts(tokens):
    return [t.text for t in tokens]


def test_the_subject_of_an_inverted_passive_is_no_agent(make):
    doc = make(
        "Nor/cc/fined/CC was/auxpass/fined/VBD/be Shell/nsubj/fined/NNP fined/ROOT/fined/VBN/fine "
        "by/agent/fined/IN Poland/pobj/by/NNP"
    )
    passive_subject(doc, read_lexicon())
    assert texts(objects(at(doc, "fined"))) == ["Shell"]


def test_the_name_between_should_and_a_verb_is_its_subject(make):
    doc = make(
        "Should/aux/refuse/MD Shell/compound/refuse/NNP refuse/advcl/sue/VB ,/punct/sue/, Qatar/nsubj/sue/NNP "
        "will/aux/sue/MD sue/ROOT/sue/VB Poland/dobj/sue/NNP"
    )
    inverted_subject(doc, read_lexicon())
    assert texts(subjects(at(doc, "refuse"))) == ["Shell"]


def test_a_name_loose_before_neither_is_the_subject(make):
    doc = make(
        "Poland/dep/backs/NNP neither/preconj/backs/CC backs/ROOT/backs/VBZ/back nor/cc/backs/CC "
        "opposes/conj/backs/VBZ/oppose Qatar/dobj/opposes/NNP"
    )
    neither_does(doc, read_lexicon())
    assert texts(subjects(at(doc, "opposes"))) == ["Poland"]
