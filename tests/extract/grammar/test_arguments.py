"""Paths from a trigger to the tokens that fill a role, coordination opened."""

import pytest

from extract.grammar.arguments import fill, follow


def at(doc, word):
    return next(t for t in doc if t.text == word)


def texts(tokens):
    return [t.text for t in tokens]


PATHS = {
    "subj": ("Shell bought Sonatrach", "bought", "subj", ["Shell"]),
    "obj": ("Shell bought Sonatrach", "bought", "obj", ["Sonatrach"]),
    "obj.in": ("Shell bought a stake in Sonatrach", "bought", "obj.in", ["Sonatrach"]),
    "obj.in leads nowhere": ("Shell bought Sonatrach", "bought", "obj.in", []),
    "a preposition": ("Shell held talks with Qatar", "talks", "with", ["Qatar"]),
    "iobj": ("Qatar gave Shell money", "gave", "iobj", ["Shell"]),
    "iobj with to": ("Shell sells gas to Poland and Italy", "sells", "iobj", ["Poland"]),
    "comp": ("Shell wants to buy Sonatrach", "wants", "comp", ["buy"]),
    "comp.obj": ("Shell wants to buy Sonatrach", "wants", "comp.obj", ["Sonatrach"]),
    "attr": ("Igor Sechin is the head of Rosneft", "is", "attr", ["head"]),
    "holder": ("Igor Sechin, the head of Rosneft, spoke", "head", "holder", ["Sechin"]),
    "holder is itself": ("the head of Rosneft spoke", "head", "holder", ["head"]),
    "bearer never is": ("the head of Rosneft spoke", "head", "bearer", []),
    "self": ("the head of Rosneft spoke", "head", "self", ["head"]),
    "poss": ("Trump's friend and donor spoke", "donor", "poss", ["Trump"]),
    "appos": ("the head of Rosneft, Igor Sechin, spoke", "head", "appos", ["Sechin"]),
    "of_subj": ("Shell is in talks with Qatar", "talks", "of_subj", ["Shell"]),
    "with_head": ("a banker with a degree from Harvard spoke", "degree", "with_head", ["banker"]),
}


@pytest.mark.parametrize(("sentence", "trigger", "path", "expected"), PATHS.values(), ids=PATHS)
def test_a_path_leads_to_its_tokens(parsed, sentence, trigger, path, expected):
    assert texts(follow(at(parsed(sentence), trigger), path)) == expected


@pytest.mark.parametrize(
    ("sentence", "trigger", "paths", "expected"),
    [
        ("Shell, Qatar and Poland met", "met", ["subj"], ["Shell", "Qatar", "Poland"]),
        ("Shell sells gas to Poland and Italy", "sells", ["for", "to"], ["Poland", "Italy"]),
        ("Shell bought Sonatrach", "bought", ["with", "to"], []),
        ("Shell bought Sonatrach", "bought", ["obj", "subj"], ["Sonatrach"]),
    ],
)
def test_the_first_path_that_leads_anywhere_fills(parsed, sentence, trigger, paths, expected):
    assert [f.token.text for f in fill(at(parsed(sentence), trigger), tuple(paths))] == expected
