"""Whose relatives are told of one after the other: in a list, in two clauses, or with nobody sure whose."""

import pytest

TOLD = {
    "a widow and children": (
        "Viktor Lund died in May. He is survived by his wife Ruth, sons Peter, Philip and Tobias "
        "and his daughter Jutta.",
        {f"Viktor Lund RELATIVE_OF {name}" for name in ("Ruth", "Peter", "Philip", "Tobias", "Jutta")},
    ),
    "two parents in two clauses": (
        "Viktor Lund was born in Bergen. His father, Karl Lund, was a judge in Lyon, and his mother, Dilbar, "
        "taught Russian.",
        {"Viktor Lund RELATIVE_OF Karl Lund", "Viktor Lund RELATIVE_OF Dilbar"},
    ),
    "the wife of the grandson": (
        "The house belongs to Viktor Lund's grandson Johan Berg and his wife, Aida.",
        {"Viktor Lund RELATIVE_OF Johan Berg", "Johan Berg RELATIVE_OF Aida"},
    ),
    "the wife of either": (
        "Viktor Lund came with his son Peter and his wife Aida.",
        {"Viktor Lund RELATIVE_OF Peter"},
    ),
    "a wife, a brother and a sister": (
        "Johan Berg is survived by his wife, Ruth, his brother Ali Berg and his sister, Mina.",
        {f"Johan Berg RELATIVE_OF {name}" for name in ("Ruth", "Ali Berg", "Mina")},
    ),
}


@pytest.mark.parametrize(("text", "expected"), TOLD.values(), ids=TOLD)
def test_whose_relatives_they_are(tell, text, expected):
    assert {s for s in tell(text) if "RELATIVE_OF" in s} == expected
