"""Parses that the small model gets wrong in a regular way, before and after mending; written out by hand."""

import pytest

from extract.clauses import objects, subjects
from extract.lexicon import read_lexicon
from extract.misplaced import (
    apposed_subject,
    fronted_participle,
    inserted_report,
    inverted_subject,
    neither_does,
    passive_subject,
    whose_subject,
)
from extract.repairs import (
    dated_infinitive,
    depends_on_doing,
    nor_is,
    perfect_s,
    repair,
    stray_apposition,
)


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
ORDINARY_REPORT = (
    "Poland/nsubj/reported/NNP reported/ROOT/reported/VBD/report ,/punct/reported/, "
    "Reuters/nsubj/fined/NNP fined/ccomp/reported/VBD/fine Shell/dobj/fined/NNP"
)


@pytest.mark.parametrize("parse", [INSERTED, INSERTED_AS_ROOT], ids=["parataxis", "root"])
def test_the_name_before_an_inserted_report_is_the_subject(make, parse):
    doc = make(parse)
    assert subjects(at(doc, "fined")) != [at(doc, "Poland")]
    inserted_report(doc, read_lexicon())
    assert texts(subjects(at(doc, "fined"))) == ["Poland"]
    assert texts(subjects(at(doc, "reported"))) == ["Reuters"]


def test_a_report_that_is_not_inserted_stays(make):
    doc = make(ORDINARY_REPORT)
    repair(doc, read_lexicon())
    assert texts(subjects(at(doc, "fined"))) == ["Reuters"]
    assert texts(subjects(at(doc, "reported"))) == ["Poland"]


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
APPOSITION = (
    "Shell/nsubj/met/NNP met/ROOT/met/VBD/meet the/det/envoy/DT envoy/dobj/met/NN ,/punct/envoy/, "
    "Witkoff/appos/envoy/NNP ,/punct/met/, smiling/advcl/met/VBG/smile"
)


def test_the_name_behind_a_fronted_phrase_is_the_subject(make):
    doc = make(FRONTED)
    fronted_participle(doc, read_lexicon())
    assert texts(subjects(at(doc, "became"))) == ["Witkoff"]


def test_a_true_apposition_stays_one(make):
    doc = make(APPOSITION)
    repair(doc, read_lexicon())
    assert at(doc, "Witkoff").head.text == "envoy"


DEPENDS = (
    "the/det/deal/DT deal/nsubj/is/NN is/ROOT/is/VBZ/be dependent/acomp/is/JJ on/prep/dependent/IN "
    "Poland/pobj/on/NNP lifting/advcl/is/VBG/lift sanctions/dobj/lifting/NNS/sanction "
    "according/prep/lifting/VBG/accord to/prep/according/IN Reuters/pobj/to/NNP"
)


def test_what_a_deal_depends_on_is_what_somebody_does(make):
    doc = make(DEPENDS)
    depends_on_doing(doc, read_lexicon())
    assert texts(subjects(at(doc, "lifting"))) == ["Poland"]
    assert at(doc, "lifting").head.text == "on"
    assert at(doc, "according").head.text == "dependent"


def test_mending_twice_changes_nothing_more(make):
    for parse in (INSERTED, INSERTED_AS_ROOT, APPOSED, FRONTED, DEPENDS):
        once, twice = make(parse), make(parse)
        repair(once, read_lexicon())
        repair(twice, read_lexicon())
        repair(twice, read_lexicon())
        assert [(t.head.i, t.dep_) for t in once] == [(t.head.i, t.dep_) for t in twice]


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


DATED = (
    "Shell/nsubj/been/NNP has/aux/been/VBZ/have been/ROOT/been/VBN/be in/prep/been/IN talks/pobj/in/NNS/talk "
    "since/prep/been/IN January/pobj/since/NNP/January/DATE to/aux/buy/TO buy/acl/January/VB/buy "
    "Delmar/dobj/buy/NNP"
)


def test_what_talks_are_about_does_not_hang_on_their_date(make):
    doc = make(DATED)
    dated_infinitive(doc, read_lexicon())
    assert at(doc, "buy").head == at(doc, "talks")


def test_who_has_an_object_is_no_passive(make):
    doc = make("he/nsubjpass/met/PRP 's/auxpass/met/VBZ/be met/ROOT/met/VBN/meet Putin/dobj/met/NNP")
    perfect_s(doc, read_lexicon())
    assert texts(subjects(at(doc, "met"))) == ["he"]


def test_the_subject_of_an_inverted_passive_is_no_agent(make):
    doc = make(
        "Nor/cc/fined/CC was/auxpass/fined/VBD/be Shell/nsubj/fined/NNP fined/ROOT/fined/VBN/fine "
        "by/agent/fined/IN Poland/pobj/by/NNP"
    )
    passive_subject(doc, read_lexicon())
    assert texts(objects(at(doc, "fined"))) == ["Shell"]


def test_a_name_right_behind_a_place_is_not_the_far_subjects(make):
    doc = make(
        "Shell/nsubj/met/NNP met/ROOT/met/VBD/meet its/poss/dealer/PRP$ dealer/dobj/met/NN "
        "in/prep/dealer/IN Rijeka/pobj/in/NNP ,/punct/Shell/, Brodomar/appos/Shell/NNP"
    )
    stray_apposition(doc, read_lexicon())
    assert at(doc, "Brodomar").head.text == "dealer"


def test_the_name_between_should_and_a_verb_is_its_subject(make):
    doc = make(
        "Should/aux/refuse/MD Shell/compound/refuse/NNP refuse/advcl/sue/VB ,/punct/sue/, Qatar/nsubj/sue/NNP "
        "will/aux/sue/MD sue/ROOT/sue/VB Poland/dobj/sue/NNP"
    )
    inverted_subject(doc, read_lexicon())
    assert texts(subjects(at(doc, "refuse"))) == ["Shell"]


def test_what_somebody_is_not_either_is_no_apposition(make):
    doc = make("Nor/cc/is/CC is/ROOT/is/VBZ/be Poland/nsubj/is/NNP a/det/member/DT member/appos/Poland/NN")
    nor_is(doc, read_lexicon())
    assert (at(doc, "member").dep_, at(doc, "member").head.text) == ("attr", "is")


def test_a_name_loose_before_neither_is_the_subject(make):
    doc = make(
        "Poland/dep/backs/NNP neither/preconj/backs/CC backs/ROOT/backs/VBZ/back nor/cc/backs/CC "
        "opposes/conj/backs/VBZ/oppose Qatar/dobj/opposes/NNP"
    )
    neither_does(doc, read_lexicon())
    assert texts(subjects(at(doc, "opposes"))) == ["Poland"]


def test_two_people_joined_by_and_are_two(make):
    doc = make(
        "Krause/nmod/President/NNP and/cc/Krause/CC Chadian/conj/Krause/JJ//NORP President/compound/Keita/NNP "
        "Moussa/compound/Keita/NNP//PERSON Keita/nsubj/met/NNP//PERSON met/ROOT/met/VBD/meet"
    )
    repair(doc, read_lexicon())
    krause, keita = at(doc, "Krause"), at(doc, "Keita")
    assert (krause.dep_, krause.head.text, keita.dep_, keita.head) == ("nsubj", "met", "conj", krause)


def test_a_noun_behind_to_is_a_verb_where_a_name_follows(make):
    doc = make(
        "its/poss/failure/PRP$ failure/nsubj/angered/NN to/prep/failure/IN sanction/pobj/to/NN "
        "Shell/nsubj/angered/NNP angered/ROOT/angered/VBD/anger Poland/dobj/angered/NNP"
    )
    repair(doc, read_lexicon())
    sanction = at(doc, "sanction")
    assert (sanction.dep_, sanction.head.text, texts(objects(sanction))) == ("acl", "failure", ["Shell"])
