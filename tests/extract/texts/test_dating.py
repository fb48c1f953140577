"""The date of a document: told in its header, its dateline, aloud, or in its name."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.texts.dating import document_date, find_date

TODAY = datetime.date(2026, 11, 23)
STORY = "The envoy flew to Muscat and met the minister.\nNothing was signed."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("March 14, 2025", "2025-03-14"),
        ("14 March 2025", "2025-03-14"),
        ("2025-03-14", "2025-03-14"),
        ("2025-03-14T10:20:00Z", "2025-03-14"),
        ("Friday, December 5th, 2025", "2025-12-05"),
        ("Fri, 05 Dec 2025 10:00:00 +0000", "2025-12-05"),
        ("Date: Fri, 05 Dec 2025", "2025-12-05"),
        ("Sun 3 Mar 2024 10.00 GMT", "2024-03-03"),
        ("14.03.2025", "2025-03-14"),
        ("03/14/2025", "2025-03-14"),
        ("14/03/2025", "2025-03-14"),
        ("03/03/2025", "2025-03-03"),
        ("03/04/2025", None),
        ("5-Dec-2025", "2025-12-05"),
        ("5 Dec. 2025, 10:00 GMT", "2025-12-05"),
        ("the 5th of December 2025", "2025-12-05"),
        ("Published: Sept. 5, 2024 at 10:30 a.m. EDT", "2024-09-05"),
        ("Published March 14, 2025 in Politics by Ann Lee", "2025-03-14"),
        ("Updated 3:15 PM EDT, Tue March 4, 2025", "2025-03-04"),
        ("By Jane Doe | March 14, 2025", "2025-03-14"),
        ("March 14, 2025 | Politics", "2025-03-14"),
        ("Released Wednesday, 21st February 2024", "2024-02-21"),
        ("🗓️ 1 March 2023", "2023-03-01"),
        ("CARACAS, March 14, 2025", "2025-03-14"),
        ("MOSCOW, 5 May 2020", "2020-05-05"),
        ("MOSCOW, Jan 11 2025 (Reuters) – Russia denied it.", "2025-01-11"),
        ("MOSCOW, April 2, 2022. /TASS/. Russia denied it.", "2022-04-02"),
        ("KYIV, Ukraine, Feb. 3, 2024 (AP) — Ukraine denied it.", "2024-02-03"),
        ("today is Monday the 3rd of March, 2025, and we begin in Oman.", "2025-03-03"),
        ("https://example.org/2025/3/14/oman-talks", "2025-03-14"),
        ("Attack of September 11, 2001: what we know", None),
        ("He met on March 14, 2025 with the president of Oman.", None),
        ("March 14, 2025 was the day on which all was lost.", None),
        ("February 30, 2025", None),
        ("GENEVA, March 14 (Reuters) - The envoy spoke.", None),
        ("March", None),
        ("", None),
    ],
)
def test_header(text: str, wanted: str | None) -> None:
    assert document_date(f"{text}\n\n{STORY}", today=TODAY) == wanted
    assert document_date(f"Envoy meets minister\n{text}\n{STORY}", today=TODAY) == wanted


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("seeds/2025-03-14_talks.txt", "2025-03-14"),
        ("20250314.txt", "2025-03-14"),
        ("2025_03_14-a.txt", "2025-03-14"),
        ("news/2025/03/14/talks.txt", "2025-03-14"),
        ("000_6b886c20110512ab.txt", None),
        ("2025-13-14.txt", None),
        ("crawl-2026-11-01/talks.txt", None),
        ("talks.txt", None),
    ],
)
def test_path(path: str, wanted: str | None) -> None:
    assert document_date(STORY, path, today=TODAY) == wanted


@pytest.mark.parametrize(
    ("text", "path", "wanted"),
    [
        ("It's Friday, December 5th.\nPutin invaded in 2022.", "", "2025-12-05"),
        ("That's all for today, Friday, December 5th. Thanks.", "", "2025-12-05"),
        ("It's Friday, December 5th.\nCopyright 2014 by the show.", "", "2014-12-05"),
        ("It's Friday, December 5th.\nIt was in 2013. He has until 2025.", "", "2014-12-05"),
        ("It's Wednesday, December 5th.", "", "2018-12-05"),
        ("It's Monday, November 30th.", "", "2020-11-30"),
        ("It's December 5th.", "", None),
        ("They meet on Friday, December 5th.", "", None),
        ("Friday, December 5", "", "2025-12-05"),
        ("GENEVA, March 14 (Reuters) - He spoke.\n© 2025 The Wire", "", "2025-03-14"),
        ("LONDON, January 26. /TASS/. He spoke.", "tass/2021/a.txt", "2021-01-26"),
        ("Monday, February 29\nHe spoke.", "", "2016-02-29"),
        ("Updated March 16, 2025\nHe spoke.", "2025-03-14.txt", "2025-03-14"),
        ("March 15, 2025\nHe spoke.", "2025-03-14.txt", "2025-03-15"),
    ],
)
def test_a_year_is_found_or_left_open(text: str, path: str, wanted: str | None) -> None:
    assert document_date(text, path, today=TODAY) == wanted


def test_the_words_are_kept() -> None:
    text = "Envoy meets minister\nGENEVA, March 14, 2025 (Reuters) - He spoke."
    found = find_date(text, today=TODAY)
    assert found is not None
    assert (found.words, found.start) == ("March 14, 2025", text.index("March"))
    named = find_date(STORY, "a/2025-03-14.txt")
    assert named is not None
    assert (named.words, named.start) == ("2025-03-14", None)
    late = "x" * 7000 + "\nThat's all for today, Friday, December 5th."
    spoken = find_date(late, today=TODAY)
    assert spoken is not None
    assert spoken.start == late.index("Friday")


FORMS = [
    "{0:%B} {0.day}, {0.year}",
    "{0.day} {0:%B} {0.year}",
    "{0:%A}, {0:%B} {0.day}, {0.year}",
    "{0:%a} {0.day} {0:%b} {0.year}",
    "{0:%b}. {0.day}, {0.year}",
    "{0:%Y-%m-%d}",
    "{0:%Y/%m/%d}",
    "{0.day}.{0.month}.{0.year}",
    "The {0.day}th of {0:%B}, {0.year}",
    "Published on {0:%d} {0:%b} {0.year}, 10:15 GMT",
    "GENEVA, {0:%B} {0.day}, {0.year} (Wire) - It began.",
    "It's {0:%A}, {0:%B} the {0.day}th, {0.year}.",
]


@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2026, 11, 23)), st.sampled_from(FORMS))
def test_a_date_written_is_read(date: datetime.date, form: str) -> None:
    assert document_date(f"{form.format(date)}\n\n{STORY}", today=TODAY) == date.isoformat()


@given(st.dates(datetime.date(2016, 1, 1), datetime.date(2026, 11, 23)))
def test_a_weekday_and_the_year_before_tell_the_year(date: datetime.date) -> None:
    text = f"It's {date:%A}, {date:%B} {date.day}.\nThe plan was made in {date.year - 1}."
    assert document_date(text, today=TODAY) == date.isoformat()


@given(st.text(max_size=200), st.text(alphabet="ab/0123456789-_.", max_size=30))
def test_any_text_is_taken(text: str, path: str) -> None:
    found = find_date(text, path, today=TODAY)
    assert found is None or datetime.date.fromisoformat(found.date)
