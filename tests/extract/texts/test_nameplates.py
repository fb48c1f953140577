"""Names on lines of their own tell who speaks below, where they come back as in a dialogue."""

import pytest

from extract.texts.nameplates import Nameplate, find_nameplates

CALL = """Operator
Welcome to the call of Cedar Metals.
Lena Ortiz -- Chief Executive Officer
Thank you. We have sold the mine.
Operator
The first question comes from Paul Adeyemi.
Paul Adeyemi -- Halberg Bank -- Analyst
To whom?
Lena Ortiz -- Chief Executive Officer
To its workers."""


def names(text: str) -> dict[int, str]:
    return {number: plate.name for number, plate in find_nameplates(text.split("\n")).items()}


def test_speakers_of_a_call_and_what_they_are() -> None:
    found = find_nameplates(CALL.split("\n"))
    assert found == {
        0: Nameplate("Operator", False),
        2: Nameplate("Lena Ortiz", True),
        4: Nameplate("Operator", False),
        6: Nameplate("Paul Adeyemi", True),
        8: Nameplate("Lena Ortiz", True),
    }


def test_names_that_come_back() -> None:
    text = "LENA ORTIZ\nWho owns it?\nTom van der Lee\nA bank.\nLENA ORTIZ\nWhich?\nTom van der Lee\nOurs."
    assert names(text) == {0: "LENA ORTIZ", 2: "Tom van der Lee", 4: "LENA ORTIZ", 6: "Tom van der Lee"}


def test_names_with_brackets() -> None:
    text = "Ann Ott (Northam) (Lab)\nWho owns it?\nBen Roe\nA bank.\nAnn Ott\nWhich?\nBen Roe\nOurs."
    assert names(text) == {0: "Ann Ott", 2: "Ben Roe", 4: "Ann Ott", 6: "Ben Roe"}


def test_names_below_a_line_that_announces_them() -> None:
    text = (
        "speaker\nOperator\nWelcome.\nspeaker\nAnn Ott\nChief Executive\nThank you.\nspeaker\nOperator\nGood."
    )
    assert names(text) == {
        0: "Operator",
        1: "Operator",
        3: "Ann Ott",
        4: "Ann Ott",
        7: "Operator",
        8: "Operator",
    }


def test_a_list_of_officers_speaks_not() -> None:
    text = "Executives\nAnn Ott - Chairman, President\nBen Roe - Chief Financial Officer\nAnalysts\nTom Lee - KBW"
    assert find_nameplates(text.split("\n")) == {
        1: Nameplate("Ann Ott", True, False),
        2: Nameplate("Ben Roe", True, False),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Cedar Metals\nIt has sold the mine.\nAlder Steel\nIt has not.",  # headings, each once
        "Read More\nThe mine was sold.\nIt was late.\nRead More\nThe bank denies it.\nRead More\nIt was late.",
        "Lena Ortiz\nTom Lee\nLena Ortiz\nTom Lee\nAnn Ott\nBen Roe",  # a list: nobody says anything
        "Talks began.\n" * 30
        + "Lena Ortiz\nYes.\nTom Lee\nNo.\nLena Ortiz\nYes.\nTom Lee\nNo.",  # few lines of many
        "the mine\nIt was sold.\nthe bank\nIt bought it.\nthe mine\nIt was sold.\nthe bank\nIt bought it.",
    ],
)
def test_other_short_lines_name_no_speaker(text: str) -> None:
    assert names(text) == {}
