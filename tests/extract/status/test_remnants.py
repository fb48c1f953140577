import pytest

from extract.status.remnants import elliptical


@pytest.mark.parametrize(
    ("parse", "expected"),
    [
        ("Qatar/nsubj/did/NNP did/ROOT/did/VBD/do not/neg/did/RB", True),
        ("Nor/cc/has/CC has/ROOT/has/VBZ/have Shell/dobj/has/NNP", True),
        ("Shell/nsubj/has/NNP has/ROOT/has/VBZ/have money/dobj/has/NN", False),
        ("Shell/nsubj/is/NNP is/ROOT/is/VBZ/be in/prep/is/IN debt/pobj/in/NN", False),
        ("Qatar/nsubj/refused/NNP refused/ROOT/refused/VBD/refuse", False),
    ],
)
def test_an_auxiliary_with_nothing_behind_it(make, parse, expected):
    (root,) = (t for t in make(parse) if t.dep_ == "ROOT")
    assert elliptical(root) is expected
