"""Date expressions as ISO dates of reduced precision, read against the date of the document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.vocabulary.dates import read_date, read_span

TODAY = "2025-12-05"  # a Friday


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2024-03-07", "2024-03-07"),
        ("7 March 2024", "2024-03-07"),
        ("the 7th of March 2024", "2024-03-07"),
        ("March 7, 2024", "2024-03-07"),
        ("March 7th", "2025-03-07"),
        ("Sept. 3", "2025-09-03"),
        ("March 2024", "2024-03"),
        ("the summer of 2022", "2022"),
        ("yesterday", "2025-12-04"),
        ("last night", "2025-12-04"),
        ("this morning", "2025-12-05"),
        ("tomorrow", "2025-12-06"),
        ("three weeks ago", "2025-11"),
        ("two months ago", "2025-10"),
        ("a decade ago", "2015"),
        ("10 days ago", "2025-11-25"),
        ("last month", "2025-11"),
        ("last year", "2024"),
        ("this week", "2025-12-01"),
        ("next year", "2026"),
        ("Monday", "2025-12-01"),
        ("Friday", "2025-12-05"),
        ("last Friday", "2025-11-28"),
        ("next Friday", "2025-12-12"),
        ("the 2010s winter", None),
        ("a while", None),
        ("several years ago", None),
        ("March 45", None),
        ("the weekend", "2025-11-29"),
        ("next weekend", "2025-12-06"),
        ("last summer", "2025"),
        ("next spring", "2026"),
        ("last winter", None),
    ],
)
def test_an_expression_is_read(words, iso):
    assert read_date(words, TODAY) == iso


@pytest.mark.parametrize(
    ("words", "past", "future"),
    [
        ("February", "2025-02", "2026-02"),
        ("in December", "2025-12", "2025-12"),
        ("Monday", "2025-12-01", "2025-12-08"),
        ("this weekend", "2025-11-29", "2025-12-06"),
        ("December 24", "2024-12-24", "2025-12-24"),
    ],
)
def test_the_tense_of_the_verb_picks_the_year(words, past, future):
    assert read_date(words, TODAY, past=True) == past
    assert read_date(words, TODAY, past=False) == future


@pytest.mark.parametrize("words", ["yesterday", "last month", "February", "three weeks ago", "Monday"])
def test_without_the_date_of_the_document_it_stays_words(words):
    assert read_date(words, None) is None


@given(st.text(max_size=40), st.sampled_from([None, "2025", "2025-12", "2024-02-29"]), st.booleans())
def test_any_words_at_all_are_read_or_left(words, today, past):
    found = read_date(words, today, past)
    assert found is None or found[:4].isdigit()


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("last week", ("2025-11-24", "2025-11-30")),
        ("next week", ("2025-12-08", "2025-12-14")),
        ("the 1990s", ("1990", "1999")),
        ("from 2014 to 2018", ("2014", "2018")),
        ("from May to July 2020", ("2020-05", "2020-07")),
        ("between March 2019 and 2021", ("2019-03", "2021")),
        ("2014-2018", ("2014", "2018")),
        ("2014", ("2014", None)),
        ("two years earlier", (None, None)),
    ],
)
def test_what_lasts_has_an_end(words, span):
    assert read_span(words, TODAY) == span
