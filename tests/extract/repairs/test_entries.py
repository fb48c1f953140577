"""Lists whose entries the parse takes for appositions, before and after mending; written out by hand."""

from extract.repairs.entries import next_entry, second_relatives
from extract.vocabulary.lexicon import read_lexicon


def at(doc, word):
    return next(t for t in doc if t.text == word)


def test_what_stands_behind_a_semicolon_is_another(make):
    doc = make(
        "came/ROOT/came/VBD/come Berg/nsubj/came/NNP ;/punct/Berg/: the/det/king/DT king/appos/Berg/NN "
        "of/prep/king/IN Oman/pobj/of/NNP"
    )
    next_entry(doc, read_lexicon())
    assert at(doc, "king").dep_ == "conj"


def test_sons_behind_a_wife_are_told_with_her(make):
    doc = make(
        "left/ROOT/left/VBD/leave his/poss/wife/PRP$ wife/dobj/left/NN Ruth/appos/wife/NNP ,/punct/wife/, "
        "sons/compound/Per/NNS/son Per/appos/wife/NNP and/cc/Per/CC Jan/conj/Per/NNP"
    )
    second_relatives(doc, read_lexicon())
    assert at(doc, "Per").dep_ == "conj"
    assert at(doc, "Ruth").dep_ == "appos"
