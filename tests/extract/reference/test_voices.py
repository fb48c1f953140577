"""Who says "I" and "we": in a quotation, in a turn, in a company's own announcement."""

from pathlib import Path

import pytest

from extract.reference.voices import read_quotes
from extract.texts.documents import read_document
from tests.extract.conftest import lines

CALL = """Halberg Energy plc, results call, 4 March 2025

OPERATOR: Good morning. I will now hand over to Mary Miller, chief executive.

MILLER: Thank you. In January we bought Naftogaz. We have never owned Sonatrach. I met Xi Jinping in May.

OPERATOR: The first question is from Jonas Berg at Nordic Stockbrokers.

BERG: Are you selling Naftogaz? And did we see you buy Rosneft?

MILLER: No. We are not talking to Rosneft.
"""

COMPANY = """Halberg Energy plc ("Halberg" or the "Company") announced today that the Company has bought Naftogaz.

We will sell our stake in Sonatrach, said a note to investors.
"""


@pytest.fixture
def told(extractor, tmp_path: Path):
    """The statements of a text that is read from a file, as short lines."""

    def _told(text: str) -> set[str]:
        path = tmp_path / "2025-06-05_text.txt"
        path.write_text(text, encoding="utf-8")
        return lines(next(iter(extractor.documents([read_document(path)]))))

    return _told


QUOTED = {
    "we is whom the quoted spokesman speaks for": (
        '"We bought Sonatrach," said Mary Miller, the chief executive of Shell.',
        "Shell ACQUIRES Sonatrach",
    ),
    "told before": (
        'Mary Miller is the chairwoman of Shell. Asked about it, she said: "We have bought Sonatrach."',
        "Shell ACQUIRES Sonatrach",
    ),
    "the second half of a quotation": (
        '"We waited long," said Mary Miller, the chief executive of Shell. "Now we have bought Sonatrach."',
        "Shell ACQUIRES Sonatrach",
    ),
    "a company speaks": ('Shell said: "We have bought Sonatrach."', "Shell ACQUIRES Sonatrach"),
    "I in the second half": (
        '"I was tired," said Keir Starmer. "I met Xi Jinping on Monday."',
        "Keir Starmer MEETS_WITH Xi Jinping",
    ),
}


@pytest.mark.parametrize(("text", "expected"), QUOTED.values(), ids=QUOTED)
def test_first_person_in_a_quotation(told, text, expected):
    assert expected in told(text), told(text)


SILENT = {
    "nobody leads anything": '"We bought Sonatrach," said Mary Miller.',
    "two bodies": (
        'Mary Miller leads Shell. Mary Miller also leads Rosneft. "We bought Sonatrach," said Mary Miller.'
    ),
    "no longer hers": 'Mary Miller, a former chairwoman of Shell, said: "We have bought Sonatrach."',
    "no quotation": "We bought Sonatrach. Shell did not.",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_we_of_nobody_knows_whom_is_nobody(told, text):
    assert not [line for line in told(text) if "ACQUIRES" in line]


def test_a_call_is_held_by_the_company_in_its_title(told):
    found = told(CALL)
    assert "Mary Miller HEADS Halberg Energy plc" in found, found
    assert "Halberg Energy plc ACQUIRES Naftogaz" in found, found
    assert "!Halberg Energy plc OWNS Sonatrach" in found, found
    assert "Mary Miller MEETS_WITH Xi Jinping" in found, found


def test_who_puts_questions_does_not_speak_for_the_company(told):
    found = told(CALL)
    assert not [line for line in found if line[0] != "!" and "ACQUIRES Rosneft" in line]
    assert not [line for line in found if "DIVESTS_FROM" in line]
    assert "!Halberg Energy plc ACQUIRES Rosneft" in found  # the last question, answered with no


def test_the_company_of_an_announcement_is_the_one_that_makes_it(told):
    found = told(COMPANY)
    assert "Halberg Energy plc ACQUIRES Naftogaz" in found, found


def test_a_company_that_announces_is_the_one_that_speaks(told):
    found = told(
        "Halberg Energy plc (LSE: HAL) is pleased to announce that it has bought Naftogaz. "
        "The Board approved the deal. We have never owned Sonatrach. "
        "Mary Miller, chief executive, met Xi Jinping."
    )
    assert "!Halberg Energy plc OWNS Sonatrach" in found, found
    assert "Mary Miller HEADS Halberg Energy plc" in found, found


def test_a_report_on_a_company_is_not_its_own_text(told):
    found = told("Halberg Energy plc bought Naftogaz. We have never owned Sonatrach.")
    assert not [line for line in found if "Sonatrach" in line], found


def test_each_quotation_has_its_source(extractor):
    doc = extractor.nlp('"I came," said Mary Miller. "I saw it." Later Jonas Berg added: "I won it all."')
    quotes = read_quotes(doc, extractor.lexicon)
    assert [q.source.text for q in quotes] == ["Miller", "Miller", "Berg"]


def test_a_mine_is_no_first_person(told):
    assert "Shell OWNS Kundu mine" in told("Shell owns 40% of the Kundu mine.")


INTERVIEW = """Radio Lavender, the morning interview

Tom Akers, presenter: We are at Halberg Shipping with Lena Halberg. Is it yours?

Lena Halberg: It is. In January we bought Naftogaz.

Tom Akers: Did you know? Your brother, Karl Brekke, owns Sonatrach. Shall we go on?

Lena Halberg: He does. We never owned it.
"""


def test_who_bears_the_name_of_the_firm_speaks_for_it(told):
    assert "Halberg Shipping ACQUIRES Naftogaz" in told(INTERVIEW), told(INTERVIEW)


def test_you_of_one_who_asks_is_who_answers(told):
    found = told(INTERVIEW)
    assert {"Lena Halberg RELATIVE_OF Karl Brekke", "Karl Brekke RELATIVE_OF Lena Halberg"} & found, found


def test_us_of_the_head_of_a_forum_is_not_the_forum(told):
    text = INTERVIEW.replace(
        "It is. In January we bought Naftogaz.", "I lead the Halberg Forum. Peru sold us oil."
    )
    assert not any("Halberg Forum" in line and "SUPPLIES" in line for line in told(text)), told(text)
