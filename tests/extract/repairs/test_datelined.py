"""Subjects behind a dateline or a day in front; parses written out by hand."""

from extract.grammar.clauses import subjects
from extract.repairs.datelined import behind_dateline
from extract.repairs.repairs import repair
from extract.vocabulary.lexicon import read_lexicon


def at(doc, word):
    return next(t for t in doc if t.text == word)


def told(doc, verb):
    repair(doc, read_lexicon())
    return [t.text for t in subjects(at(doc, verb))]


def test_the_body_behind_a_dateline_is_the_subject(make):
    doc = make(
        "PARIS/nsubj/sanctioned/NNP —/punct/PARIS/: the/det/Treasury/DT Treasury/appos/PARIS/NNP "
        "sanctioned/ROOT/sanctioned/VBD/sanction Shell/dobj/sanctioned/NNP"
    )
    assert told(doc, "sanctioned") == ["Treasury"]


def test_so_is_the_one_behind_the_day(make):
    doc = make(
        "PARIS/npadvmod/fined/NNP —/punct/PARIS/: Norway/nsubj/fined/NNP "
        "fined/ROOT/fined/VBD/fine Shell/dobj/fined/NNP"
    )
    assert told(doc, "fined") == ["Norway"]


def test_a_place_beside_the_subject_is_none(make):
    doc = make(
        "LONDON/nsubj/fined/NNP —/punct/LONDON/: a/det/court/DT court/nsubj/fined/NN "
        "fined/ROOT/fined/VBD/fine Shell/dobj/fined/NNP"
    )
    assert told(doc, "fined") == ["court"]


def test_a_subject_on_the_auxiliary_is_that_of_its_verb(make):
    doc = make(
        "Treasury/nsubj/is/NNP is/aux/designating/VBZ/be today/npadvmod/designating/NN "
        "designating/ROOT/designating/VBG/designate Shell/dobj/designating/NNP"
    )
    assert told(doc, "designating") == ["Treasury"]


def test_an_apposition_behind_a_dash_in_the_sentence_stays(make):
    doc = make(
        "Norway/nsubj/fined/NNP fined/ROOT/fined/VBD/fine Shell/dobj/fined/NNP —/punct/Shell/: "
        "the/det/giant/DT giant/appos/Shell/NN"
    )
    assert told(doc, "fined") == ["Norway"]
    assert at(doc, "giant").head.text == "Shell"


def test_what_stands_between_dashes_behind_a_name_is_not_the_subject(make):
    doc = make(
        "Shell/nsubj/fined/NNP —/punct/Shell/: the/det/giant/DT giant/appos/Shell/NN –/punct/Shell/: "
        "fined/ROOT/fined/VBD/fine Eni/dobj/fined/NNP"
    )
    assert told(doc, "fined") == ["Shell"]


def test_a_hyphen_in_a_name_ends_no_dateline(make):
    doc = make(
        "Mon/nsubj/fined/NNP -/punct/Mon/HYPH Atom/appos/Mon/NNP fined/ROOT/fined/VBD Eni/dobj/fined/NNP"
    )
    doc[0].whitespace_ = doc[1].whitespace_ = ""
    behind_dateline(doc, read_lexicon())
    assert (doc[0].dep_, doc[2].dep_) == ("nsubj", "appos")


def test_a_dash_between_the_days_of_a_life_is_no_dateline(tell) -> None:
    assert tell("Anna Berg (3 May 1901 – 4 June 1980) was a Norwegian politician.") == {
        "Anna Berg CITIZEN_OF Norway"
    }
