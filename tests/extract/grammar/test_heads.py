"""What a preposition tells of, and the person whose name begins right behind a word."""

import pytest

from extract.grammar.heads import fronted, modified, named_next

CASES = {
    "a national": ("police held the Canadian Mary Miller", "Canadian", ["Miller"]),
    "one word alone may be anything": ("police held the Canadian Miller", "Canadian", []),
    "whose": ("police took the Canadian Mary Miller's car", "Canadian", []),
    "behind a title": ("police held the Canadian lawyer Mary Miller", "Canadian", []),
}


@pytest.mark.parametrize(("sentence", "word", "expected"), CASES.values(), ids=CASES)
def test_the_name_right_behind_a_word(parsed, sentence, word, expected):
    token = next(t for t in parsed(sentence) if t.text == word)
    assert [t.text for t in named_next(token)] == expected


def at(doc, word):
    return next(t for t in doc if t.lower_ == word)


def test_a_preposition_that_opens_a_sentence_tells_of_the_subject_behind_the_comma(make):
    doc = make(
        "Under/prep/sold/IN scrutiny/pobj/Under/NN ,/punct/sold/, Shell/nsubj/sold/NNP sold/ROOT/sold/VBD "
        "its/poss/ships/PRP$ ships/dobj/sold/NNS"
    )
    assert [t.text for t in fronted(at(doc, "under"))] == ["Shell"]


def test_a_preposition_further_on_tells_of_no_subject(make):
    doc = make(
        "Shell/nsubj/sold/NNP sold/ROOT/sold/VBD ships/dobj/sold/NNS under/prep/sold/IN scrutiny/pobj/under/NN"
    )
    assert fronted(at(doc, "under")) == []


def test_a_preposition_behind_with_tells_of_the_name_between(make):
    doc = make(
        "With/prep/are/IN Iran/nsubj/under/NNP under/pcomp/With/IN sanctions/pobj/under/NNS few/nsubj/are/JJ "
        "are/ROOT/are/VBP"
    )
    assert [t.text for t in modified(at(doc, "under"))] == ["Iran"]
