"""Names that the parse takes into the wrong name or hangs on the wrong noun; parses written out by hand."""

from extract.repairs.appositions import first_of_two, nor_is, stray_apposition
from extract.repairs.repairs import repair
from extract.vocabulary.lexicon import read_lexicon


def at(doc, word):
    return next(t for t in doc if t.text == word)


def texts(tokens):
    return [t.text for t in tokens]


def test_a_name_right_behind_a_place_is_not_the_far_subjects(make):
    doc = make(
        "Shell/nsubj/met/NNP met/ROOT/met/VBD/meet its/poss/dealer/PRP$ dealer/dobj/met/NN "
        "in/prep/dealer/IN Rijeka/pobj/in/NNP ,/punct/Shell/, Brodomar/appos/Shell/NNP"
    )
    stray_apposition(doc, read_lexicon())
    assert at(doc, "Brodomar").head.text == "dealer"


def test_what_somebody_is_not_either_is_no_apposition(make):
    doc = make("Nor/cc/is/CC is/ROOT/is/VBZ/be Poland/nsubj/is/NNP a/det/member/DT member/appos/Poland/NN")
    nor_is(doc, read_lexicon())
    assert (at(doc, "member").dep_, at(doc, "member").head.text) == ("attr", "is")


def test_two_people_joined_by_and_are_two(make):
    doc = make(
        "Krause/nmod/President/NNP and/cc/Krause/CC Chadian/conj/Krause/JJ//NORP President/compound/Keita/NNP "
        "Moussa/compound/Keita/NNP//PERSON Keita/nsubj/met/NNP//PERSON met/ROOT/met/VBD/meet"
    )
    repair(doc, read_lexicon())
    krause, keita = at(doc, "Krause"), at(doc, "Keita")
    assert (krause.dep_, krause.head.text, keita.dep_, keita.head) == ("nsubj", "met", "conj", krause)


def test_whose_daughter_and_partner_she_is(make):
    doc = make(
        "Lund/poss/partner/NNP 's/case/Lund/POS daughter/nmod/partner/NN and/cc/daughter/CC "
        "business/conj/daughter/NN partner/nsubj/left/NN ,/punct/partner/, Lorena/appos/partner/NNP "
        "left/ROOT/left/VBD/leave"
    )
    first_of_two(doc, read_lexicon())
    assert at(doc, "Lund").head.text == at(doc, "Lorena").head.text == "daughter"
    assert at(doc, "partner").head.text == "daughter"
