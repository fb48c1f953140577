"""Subjects that the parse hangs elsewhere than on their verb; parses written out by hand."""

import pytest

from extract.grammar.clauses import subjects
from extract.repairs.misplaced import (
    apposed_subject,
    fronted_participle,
    inserted_report,
    said_behind,
    whose_subject,
)
from extract.repairs.repairs import repair
from extract.vocabulary.lexicon import read_lexicon


def at(doc, word):
    return next(t for t in doc if t.text == word)


def texts(tokens):
    return [t.text for t in tokens]


INSERTED = (
    "Poland/npadvmod/reported/NNP ,/punct/reported/, Reuters/nsubj/reported/NNP "
    "reported/parataxis/fined/VBD/report ,/punct/reported/, had/aux/fined/VBD/have "
    "fined/ROOT/fined/VBN/fine Shell/dobj/fined/NNP"
)

INSERTED_AS_ROOT = (
    "Poland/nsubj/reported/NNP ,/punct/reported/, Reuters/nsubj/reported/NNP "
    "reported/ROOT/reported/VBD/report ,/punct/fined/, had/aux/fined/VBD/have "
    "fined/ccomp/reported/VBN/fine Shell/dobj/fined/NNP"
)


@pytest.mark.parametrize("parse", [INSERTED, INSERTED_AS_ROOT], ids=["parataxis", "root"])
def test_the_name_before_an_inserted_report_is_the_subject(make, parse):
    doc = make(parse)
    assert subjects(at(doc, "fined")) != [at(doc, "Poland")]
    inserted_report(doc, read_lexicon())
    assert texts(subjects(at(doc, "fined"))) == ["Poland"]
    assert texts(subjects(at(doc, "reported"))) == ["Reuters"]


APPOSED = (
    "Uranium/compound/One/NNP One/npadvmod/sold/NNP ,/punct/sold/, the/det/arm/DT arm/nsubj/sold/NN "
    "of/prep/arm/IN Rosatom/pobj/of/NNP ,/punct/arm/, has/aux/sold/VBZ/have sold/ROOT/sold/VBN/sell "
    "Budenovskoye/dobj/sold/NNP"
)

ON_MONDAY = (
    "Monday/npadvmod/sold/NNP/Monday/DATE ,/punct/sold/, the/det/arm/DT arm/nsubj/sold/NN of/prep/arm/IN "
    "Rosatom/pobj/of/NNP ,/punct/arm/, sold/ROOT/sold/VBD/sell Budenovskoye/dobj/sold/NNP"
)


def test_the_name_before_its_description_is_the_subject(make):
    doc = make(APPOSED)
    apposed_subject(doc, read_lexicon())
    assert texts(subjects(at(doc, "sold"))) == ["One"]
    assert (at(doc, "arm").dep_, at(doc, "arm").head.text) == ("appos", "One")


def test_a_day_before_the_subject_is_none(make):
    doc = make(ON_MONDAY)
    apposed_subject(doc, read_lexicon())
    assert texts(subjects(at(doc, "sold"))) == ["arm"]


FRONTED = (
    "Following/prep/became/VBG/follow that/det/meeting/DT meeting/pobj/Following/NN ,/punct/meeting/, "
    "Witkoff/appos/meeting/NNP ,/punct/meeting/, became/ROOT/became/VBD/become involved/acomp/became/JJ"
)


def test_the_name_behind_a_fronted_phrase_is_the_subject(make):
    doc = make(FRONTED)
    fronted_participle(doc, read_lexicon())
    assert texts(subjects(at(doc, "became"))) == ["Witkoff"]


WHOSE = (
    "Tom/nsubj/knows/NNP knows/ROOT/knows/VBZ/know Ann/dobj/knows/NNP a/det/trader/DT trader/appos/Ann/NN "
    "whose/poss/company/WP$ company/appos/trader/NN Halberg/appos/company/NNP "
    "supplies/conj/knows/VBZ/supply pipes/dobj/supplies/NNS"
)


def test_whose_company_does_what_follows_it(make):
    doc = make(WHOSE)
    assert texts(subjects(at(doc, "supplies"))) == ["Tom"]
    whose_subject(doc, read_lexicon())
    assert texts(subjects(at(doc, "supplies"))) == ["company"]
    assert texts(subjects(at(doc, "knows"))) == ["Tom"]


def test_mending_twice_changes_nothing_more(make):
    for parse in (INSERTED, INSERTED_AS_ROOT, APPOSED, FRONTED):
        once, twice = make(parse), make(parse)
        repair(once, read_lexicon())
        repair(twice, read_lexicon())
        repair(twice, read_lexicon())
        assert [(t.head.i, t.dep_) for t in once] == [(t.head.i, t.dep_) for t in twice]


def test_who_says_so_behind_a_title_is_the_subject(make):
    doc = make(
        "Shell/nsubj/close/NNP will/aux/close/MD close/ccomp/said/VB kilns/dobj/close/NNS ,/punct/kilns/, "
        "executive/compound/Marsh/NN Marsh/appos/kilns/NNP said/ROOT/said/VBD/say"
    )
    said_behind(doc, read_lexicon())
    assert texts(subjects(at(doc, "said"))) == ["Marsh"]
