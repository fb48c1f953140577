"""Labels of broadcasters, set in capitals, are read as they are written elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.texts.capitals import as_written, in_usual_case

ROLES = [
    "Lena Ortiz, CNN international anchor",
    "Tom Lee, president of the United States",
    "Ann Ott, former director, Halberg Bank",
    "Ana Reyes, German foreign minister",
    "John McKay, CEO of Cedar Metals",
    "Kelly O'Brien, host",
    "Ben Roe, minister of Foreign Affairs of Chad",
]


@pytest.mark.parametrize("role", ROLES)
def test_offices_are_small_and_names_are_not(role: str) -> None:
    assert in_usual_case(role.upper()) == role


@pytest.mark.parametrize(
    ("role", "wanted"),
    [
        ("Ann Ott -- Chairman of the Board & CEO", "Ann Ott, chairman of the board and ceo"),
        ("Mr. ANN OTT (Director, Halberg Bank)", "Mr. Ann Ott, director, Halberg Bank"),
        ("Ben Roe - Analyst, Johnson & Lee", "Ben Roe, analyst, Johnson & Lee"),
        ("TOM LEE (CNN HOST)", "Tom Lee, CNN host"),
    ],
)
def test_dashes_and_brackets_become_commas(role: str, wanted: str) -> None:
    text, places = as_written(role, range(len(role)))
    assert text == wanted
    assert len(places) == len(text)
    assert sorted(places) == list(places)


def test_what_is_not_in_capitals_is_left() -> None:
    assert in_usual_case("Neal LANE, HOST of a show") == "Neal LANE, HOST of a show"


@given(st.text(alphabet="ABCÉÖ .,'-", max_size=40))
def test_every_character_keeps_its_place(role: str) -> None:
    assert len(in_usual_case(role)) == len(role)
