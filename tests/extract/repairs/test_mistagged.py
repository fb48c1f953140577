"""Words that the parse takes for another part of speech; parses written out by hand."""

from extract.grammar.clauses import subjects
from extract.repairs.mistagged import home_to, live_from, owned_shares, owning, percent_holding, perfect_s
from extract.vocabulary.lexicon import read_lexicon


def at(doc, word):
    return next(t for t in doc if t.text == word)


def texts(tokens):
    return [t.text for t in tokens]


def test_who_has_an_object_is_no_passive(make):
    doc = make("he/nsubjpass/met/PRP 's/auxpass/met/VBZ/be met/ROOT/met/VBN/meet Putin/dobj/met/NNP")
    perfect_s(doc, read_lexicon())
    assert texts(subjects(at(doc, "met"))) == ["he"]


def test_with_a_subject_and_an_object_own_is_a_verb(make):
    doc = make("Ann/nsubj/own/NNP and/cc/Ann/CC Tom/conj/Ann/NNP own/ROOT/own/JJ/own Shell/dobj/own/NNP")
    owning(doc, read_lexicon())
    assert (at(doc, "own").pos_, texts(subjects(at(doc, "own")))) == ("VERB", ["Ann"])


def test_an_own_house_is_none(make):
    doc = make("their/poss/house/PRP$ own/amod/house/JJ/own house/ROOT/house/NN")
    owning(doc, read_lexicon())
    assert at(doc, "own").pos_ == "ADJ"


def test_who_stands_before_own_shares_owns_them(make):
    doc = make(
        "Tom/poss/shares/NNP own/amod/shares/JJ/own shares/ROOT/shares/NNS in/prep/shares/IN Shell/pobj/in/NNP"
    )
    owned_shares(doc, read_lexicon())
    assert (at(doc, "own").pos_, texts(subjects(at(doc, "own")))) == ("VERB", ["Tom"])
    assert at(doc, "shares").dep_ == "dobj"


def test_a_percent_holding_is_a_noun(make):
    doc = make(
        "BP/nsubj/exit/NNP exit/ROOT/exit/VBP its/poss/percent/PRP$ 20/nummod/percent/CD percent/dobj/exit/NN "
        "holding/acl/percent/VBG/hold in/prep/holding/IN Shell/pobj/in/NNP"
    )
    percent_holding(doc, read_lexicon())
    holding = at(doc, "holding")
    assert (holding.dep_, holding.head.text, holding.tag_) == ("dobj", "exit", "NN")
    assert at(doc, "its").head == holding


def test_home_behind_a_comma_tells_of_the_place(make):
    doc = make(
        "Lyon/nsubj/sank/NNP ,/punct/Lyon/, home/advmod/sank/RB to/prep/home/IN Shell/pobj/to/NNP sank/ROOT/sank/VBD"
    )
    home_to(doc, read_lexicon())
    home = at(doc, "home")
    assert (home.head.text, home.dep_, home.pos_) == ("Lyon", "appos", "NOUN")


def test_who_comes_home_to_somebody_is_no_place(make):
    doc = make("Ann/nsubj/came/NNP came/ROOT/came/VBD home/advmod/came/RB to/prep/home/IN Tom/pobj/to/NNP")
    home_to(doc, read_lexicon())
    assert at(doc, "home").pos_ == "ADV"


def test_one_who_is_live_somewhere_does_not_live_there(make):
    doc = make(
        "I/nsubj/'m/PRP/I 'm/ROOT/'m/VBP/be Ann/attr/'m/NNP live/conj/'m/VB/live in/prep/live/IN Cairo/pobj/in/NNP"
    )
    live_from(doc, read_lexicon())
    assert at(doc, "live").pos_ == "ADV"
    doc = make("Ann/nsubj/live/NNP/Ann live/ROOT/live/VBP/live in/prep/live/IN Cairo/pobj/in/NNP")
    live_from(doc, read_lexicon())
    assert at(doc, "live").pos_ == "ADV"


def test_two_who_live_somewhere_do(make):
    doc = make(
        "Ann/nsubj/live/NNP and/cc/Ann/CC Tom/conj/Ann/NNP live/ROOT/live/VBP/live in/prep/live/IN Oslo/pobj/in/NNP"
    )
    live_from(doc, read_lexicon())
    assert at(doc, "live").pos_ == "VERB"
