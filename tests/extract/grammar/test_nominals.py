"""Who bears a role noun, whose it is, and what stands before it."""

import pytest

from extract.grammar.nominals import bearers, holders, modifiers, possessors


def at(doc, word):
    return next(t for t in doc if t.text == word)


def texts(tokens):
    return [t.text for t in tokens]


HOLDERS = {
    "apposed to the name": ("Igor Sechin, the head of Rosneft, spoke", "head", ["Sechin"]),
    "name apposed to it": ("the head of Rosneft, Igor Sechin, spoke", "head", ["Sechin"]),
    "itself": ("the head of Rosneft spoke", "head", ["head"]),
    "said of": ("Igor Sechin is the head of Rosneft", "head", ["Sechin"]),
    "named": ("Sechin was named head of Rosneft", "head", ["Sechin"]),
    "serves as": ("Sechin serves as head of Rosneft", "head", ["Sechin"]),
    "hired as": ("Rosneft hired Sechin as adviser", "adviser", ["Sechin"]),
    "before the name": ("Rosneft chief Igor Sechin spoke", "chief", ["Sechin"]),
    "second of two": ("Sechin, a friend and donor of Trump, spoke", "donor", ["Sechin"]),
    "the other way round": ("the owner of Shell is Qatar", "owner", ["Qatar"]),
}


@pytest.mark.parametrize(("sentence", "noun", "expected"), HOLDERS.values(), ids=HOLDERS)
def test_who_bears_a_role(parsed, sentence, noun, expected):
    assert texts(holders(at(parsed(sentence), noun))) == expected


@pytest.mark.parametrize(
    ("sentence", "noun", "expected"),
    [
        ("the Russian state oil company spoke", "company", ["Russian", "state", "oil"]),
        ("Rosneft chief Igor Sechin spoke", "chief", ["Rosneft"]),
        ("the head of Rosneft spoke", "head", []),
        ("Shell held 2 talks with Qatar", "talks", ["2"]),
    ],
)
def test_what_stands_before_a_noun(parsed, sentence, noun, expected):
    assert sorted(set(texts(modifiers(at(parsed(sentence), noun))))) == sorted(set(expected))


@pytest.mark.parametrize(
    ("sentence", "noun", "expected"),
    [
        ("Trump's friend and donor spoke", "friend", ["Trump"]),
        ("Trump's friend and donor spoke", "donor", ["Trump"]),
        ("Shell, whose owner is Qatar, spoke", "owner", ["Shell"]),
        ("Trump's friend Igor Sechin spoke", "friend", ["Trump"]),
        ("the head of Rosneft spoke", "head", []),
    ],
)
def test_whose_it_is(parsed, sentence, noun, expected):
    assert texts(possessors(at(parsed(sentence), noun))) == expected


@pytest.mark.parametrize(
    ("sentence", "noun", "expected"),
    [
        ("a banker with a degree from Harvard spoke", "degree", ["banker"]),
        ("Sechin, a banker with a degree, spoke", "degree", ["Sechin"]),
        ("the head of Rosneft spoke", "Rosneft", []),
    ],
)
def test_who_has_it(parsed, sentence, noun, expected):
    assert texts(bearers(at(parsed(sentence), noun))) == expected
