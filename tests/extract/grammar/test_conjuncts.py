"""Who is named together with somebody, and who is taken out."""

import pytest

from extract.grammar.conjuncts import coordinated


def at(doc, word):
    return next(t for t in doc if t.text == word)


@pytest.mark.parametrize(
    ("sentence", "first", "expected"),
    [
        ("Shell sued Qatar but not Poland", "Qatar", {"Qatar": False, "Poland": True}),
        ("Shell, Qatar and Poland met", "Shell", {"Shell": False, "Qatar": False, "Poland": False}),
        ("Shell bought Sonatrach", "Shell", {"Shell": False}),
    ],
)
def test_coordination_is_opened_and_but_not_denies(parsed, sentence, first, expected):
    assert {f.token.text: f.negated for f in coordinated(at(parsed(sentence), first))} == expected


def test_who_hangs_on_the_name_behind_a_noun_is_coordinated_with_the_noun(make):
    doc = make(
        "Canada/nsubj/fined/NNP fined/ROOT/fined/VBD the/det/trader/DT trader/dobj/fined/NN "
        "Kestrel/appos/trader/NNP and/cc/Kestrel/CC its/poss/founder/PRP$ founder/conj/Kestrel/NN"
    )
    assert [f.token.text for f in coordinated(at(doc, "trader"))] == ["trader", "founder"]
