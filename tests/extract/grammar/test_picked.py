"""Whom a text picks out of many."""

import pytest

PICKED = {
    "among the firms": (
        "Among the firms fined by the EU were Shell and BP.",
        {"Shell INVESTIGATED_BY European Union", "BP INVESTIGATED_BY European Union"},
    ),
    "one of the firms that": (
        "Shell is one of the firms that have opened offices in Dubai.",
        {"Shell OPERATES_IN Dubai"},
    ),
    "among many that": (
        "Shell is among many firms that have built plants in Chile.",
        {"Shell OPERATES_IN Chile"},
    ),
    "another of his": (
        "Another of Igor Sechin's companies, Kestrel Mining, lost money.",
        {"Igor Sechin OWNS Kestrel Mining"},
    ),
}


@pytest.mark.parametrize(("text", "expected"), PICKED.values(), ids=PICKED)
def test_those_picked_out_are_meant(tell, text, expected):
    assert expected <= tell(text), tell(text)


def test_a_name_given_behind_a_place(tell):
    text = "Lena Ortiz sold chips to a company based in Oslo named Kestrel Consulting LLC."
    assert "Kestrel Consulting LLC BASED_IN Oslo" in tell(text), tell(text)
