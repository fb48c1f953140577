"""Sentences that say what was said before by an auxiliary alone."""

import pytest

from graph.model import Document, document_id
from tests.extract.conftest import lines

CASES = {
    "Poland denies that it is investigating Shell, as does Qatar.": {
        "!Shell INVESTIGATED_BY Poland",
        "!Shell INVESTIGATED_BY Qatar",
    },
    "Poland is investigating Shell, Qatar is not.": {
        "Shell INVESTIGATED_BY Poland",
        "!Shell INVESTIGATED_BY Qatar",
    },
    "Poland has sanctioned Shell; Qatar hasn't.": {
        "Shell SANCTIONED_BY Poland",
        "!Shell SANCTIONED_BY Qatar",
    },
    "Shell never met Sonatrach. Nor did Qatar.": {
        "!Shell MEETS_WITH Sonatrach",
        "!Sonatrach MEETS_WITH Qatar",
    },
    "Shell did not sue Sonatrach. Qatar did.": {
        "!Sonatrach INVESTIGATED_BY Shell",
        "Sonatrach INVESTIGATED_BY Qatar",
    },
    "Shell has not sued Sonatrach, nor has Qatar.": {
        "!Sonatrach INVESTIGATED_BY Shell",
        "!Sonatrach INVESTIGATED_BY Qatar",
    },
    "Shell has not sued Sonatrach but may do so.": {
        "!Sonatrach INVESTIGATED_BY Shell",
        "?Sonatrach INVESTIGATED_BY Shell",
    },
    "Poland, which has not sanctioned Shell, is expected to do so next month.": {
        "!Shell SANCTIONED_BY Poland",
        "~Shell SANCTIONED_BY Poland",
    },
    "Poland has sanctioned Shell, and Qatar is considering doing the same.": {
        "Shell SANCTIONED_BY Poland",
        "?Shell SANCTIONED_BY Qatar",
    },
    "Poland has sanctioned Shell. Qatar has refused to do so.": {
        "Shell SANCTIONED_BY Poland",
        "!Shell SANCTIONED_BY Qatar",
    },
    "Shell is in talks with Sonatrach. Qatar is in debt.": {"Shell NEGOTIATES_WITH Sonatrach"},
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=CASES)
def test_what_is_said_again(tell, text, expected):
    assert tell(text) == expected


def test_what_another_paragraph_tells_is_not_said_again(extractor) -> None:
    text = (
        "After many years of long and very difficult negotiations with ministers of all kinds, "
        "Spain and Portugal joined the European Union.\n\nNow they would do so again."
    )
    document = Document(document_id(text.encode()), ("text",), text, date="2025-12-05")
    (extraction,) = extractor.documents([document])
    assert lines(extraction) == {"Spain MEMBER_OF European Union", "Portugal MEMBER_OF European Union"}
