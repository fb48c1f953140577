"""A title, or the field that an office is held for, is no part of a name and names nobody."""

import pytest

CASES = {
    "field": ("Defence Minister Olav Berg met Shell.", {"Olav Berg", "Shell"}),
    "adviser": ("National Security Adviser Olav Berg met Shell.", {"Olav Berg", "Shell"}),
    "king of": ("The King of Norway met Shell.", {"Harald V", "Norway", "Shell"}),
    "two words": ("Fair Trading Minister Olav Berg met Shell.", {"Olav Berg", "Shell"}),
    "field of a state": (
        "British Home Secretary Anna Rowe met Shell.",
        {"Anna Rowe", "Shell", "United Kingdom"},
    ),
    "body before": ("Kremlin Spokesman Dmitry Peskov met Shell.", {"Russia", "Dmitry Peskov", "Shell"}),
    "firm of that trade": ("Delmar Oil spokesman Olav Berg met Shell.", {"Delmar Oil", "Olav Berg", "Shell"}),
    "short": ("Deputy PM Berg met Shell.", {"Berg", "Shell"}),
    "state": ("The Norwegian Government sued Shell.", {"Norway", "Shell"}),
    "province": ("The Ontario Government sued Shell.", {"Ontario Government", "Shell"}),
    "surname": ("Julie Bishop met Olav Berg.", {"Julie Bishop", "Olav Berg"}),
    "for or against": ("The anti-Taliban commander Olav Berg sued Shell.", {"Olav Berg", "Shell"}),
}


@pytest.mark.parametrize(("text", "names"), CASES.values(), ids=CASES)
def test_names_without_office(read, text, names):
    assert {m.name for m in read(text).mentions} == names


WHOLE = {
    "Lena Ortiz heads the Center for China and Globalization.": "Center for China and Globalization",
    "Lena Ortiz heads the China Society for Trade Studies.": "China Society for Trade Studies",
    "Lena Ortiz runs St. Mary's Hospital.": "St. Mary's Hospital",
}


@pytest.mark.parametrize(("text", "name"), WHOLE.items(), ids=WHOLE)
def test_a_name_is_not_cut_at_what_is_part_of_it(tell, text, name):
    assert tell(text) == {f"Lena Ortiz HEADS {name}"}
