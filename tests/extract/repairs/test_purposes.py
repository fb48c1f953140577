"""Infinitives and gerunds that the parse hangs on the wrong word; parses written out by hand."""

from extract.grammar.clauses import objects, subjects
from extract.repairs.purposes import dated_infinitive, depends_on_doing
from extract.repairs.repairs import repair
from extract.vocabulary.lexicon import read_lexicon


def at(doc, word):
    return next(t for t in doc if t.text == word)


def texts(tokens):
    return [t.text for t in tokens]


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


DATED = (
    "Shell/nsubj/been/NNP has/aux/been/VBZ/have been/ROOT/been/VBN/be in/prep/been/IN talks/pobj/in/NNS/talk "
    "since/prep/been/IN January/pobj/since/NNP/January/DATE to/aux/buy/TO buy/acl/January/VB/buy "
    "Delmar/dobj/buy/NNP"
)


def test_what_talks_are_about_does_not_hang_on_their_date(make):
    doc = make(DATED)
    dated_infinitive(doc, read_lexicon())
    assert at(doc, "buy").head == at(doc, "talks")


def test_a_noun_behind_to_is_a_verb_where_a_name_follows(make):
    doc = make(
        "its/poss/failure/PRP$ failure/nsubj/angered/NN to/prep/failure/IN sanction/pobj/to/NN "
        "Shell/nsubj/angered/NNP angered/ROOT/angered/VBD/anger Poland/dobj/angered/NNP"
    )
    repair(doc, read_lexicon())
    sanction = at(doc, "sanction")
    assert (sanction.dep_, sanction.head.text, texts(objects(sanction))) == ("acl", "failure", ["Shell"])


def test_mending_twice_changes_nothing_more(make):
    for parse in (DEPENDS, DATED):
        once, twice = make(parse), make(parse)
        repair(once, read_lexicon())
        repair(twice, read_lexicon())
        repair(twice, read_lexicon())
        assert [(t.head.i, t.dep_) for t in once] == [(t.head.i, t.dep_) for t in twice]
