"""Words that the parse hangs on the wrong partner, before and after mending; written out by hand."""

from extract.grammar.clauses import subjects
from extract.repairs.joints import interest_in, noun_conjunct, plain_acronym, possessed_body
from extract.vocabulary.lexicon import read_lexicon


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


def test_the_second_role_is_joined_to_the_first_and_not_to_its_firm(make):
    doc = make(
        "Selvam/ROOT/Selvam/NNP ,/punct/Selvam/, a/det/director/DT director/appos/Selvam/NN of/prep/director/IN "
        "Marlow/pobj/of/NNP and/cc/Marlow/CC brother/conj/Marlow/NN in/prep/brother/IN Nair/pobj/in/NNP"
    )
    noun_conjunct(doc, read_lexicon())
    assert (
        at(doc, "brother").head.text == "Marlow"
    )  # no "of" behind it: nothing tells that it is a role of his


def test_a_second_role_with_whose_it_is(make):
    doc = make(
        "Selvam/ROOT/Selvam/NNP ,/punct/Selvam/, a/det/director/DT director/appos/Selvam/NN of/prep/director/IN "
        "Marlow/pobj/4/NNP and/cc/Marlow/CC brother/conj/Marlow/NN to/prep/brother/IN Nair/pobj/to/NNP"
    )
    noun_conjunct(doc, read_lexicon())
    assert at(doc, "brother").head.text == "director"
