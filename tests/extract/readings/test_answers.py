"""What an answer or a rebuttal denies of what was asked or told before it."""

import pytest

from graph.model import Document, document_id
from tests.extract.conftest import lines

DENIED = {
    'Asked whether he had met Karl Lund, Jan Berg said: "No."': "!Jan Berg MEETS_WITH Karl Lund",
    "Asked if Shell had bought Sonatrach, Jan Berg said it had not.": "!Shell ACQUIRES Sonatrach",
    "Jan Berg, asked whether he had ever worked for Shell, answered no.": "!Jan Berg WORKS_FOR Shell",
    'A newspaper reported that Shell had bought Sonatrach. "That is not true," said Jan Berg.': "!Shell ACQUIRES Sonatrach",
    "A newspaper reported that Shell had bought Sonatrach. Jan Berg denied this.": "!Shell ACQUIRES Sonatrach",
    "A newspaper reported that Shell had bought Sonatrach. Jan Berg has rejected the report.": "!Shell ACQUIRES Sonatrach",
    "A newspaper reported that Shell had bought Sonatrach. Jan Berg called this a lie.": "!Shell ACQUIRES Sonatrach",
    "Chad accuses Norway of funding Peru. Norway has rejected the accusation.": "!Norway FINANCES Peru",
}


@pytest.mark.parametrize(("text", "expected"), DENIED.items(), ids=DENIED)
def test_a_rebuttal_denies_what_was_asked_or_claimed(tell, text, expected):
    assert expected in tell(text), tell(text)


LEFT = {
    "Chad accuses Norway of funding Peru. Norway did not deny it.": "!Norway FINANCES Peru",
    "Norway has funded Peru. Chad rejects this.": "!Norway FINANCES Peru",
    "Reuters said Jan Berg, who owns Shell, had met Karl Lund. Berg denied this.": "!Jan Berg OWNS Shell",
    "Officials said the FBI was investigating Jan Berg. Berg denies it.": "!Jan Berg INVESTIGATED_BY FBI",
    "A paper said Shell had bought Sonatrach. Jan Berg denied the report that he was ill.": "!Shell ACQUIRES Sonatrach",
    "A paper said Shell had bought Sonatrach. Jan Berg may deny it.": "!Shell ACQUIRES Sonatrach",
    "A paper said Shell had bought Sonatrach. No, it is no lie.": "!Shell ACQUIRES Sonatrach",
}


@pytest.mark.parametrize(("text", "unsaid"), LEFT.items(), ids=LEFT)
def test_what_is_not_rebutted_is_not_denied(tell, text, unsaid):
    assert unsaid not in tell(text)


TALK = """An interview

ANNA HOLT: Welcome. Jan Berg runs Shell.

JAN BERG: Thank you for having me.

HOST: {}

JAN BERG: {}

ANNA HOLT: Thank you.

JAN BERG: Thank you.
"""


def told(extractor, turns):
    text = TALK.format(*turns)
    document = Document(document_id(text.encode()), ("text",), text, date="2025-12-05")
    (found,) = extractor.documents([document])
    return lines(found)


ASKED = {
    ("Has Shell bought Sonatrach?", "No."): "!Shell ACQUIRES Sonatrach",
    ("Did you ever meet Karl Lund?", "Never. I was ill."): "!Jan Berg MEETS_WITH Karl Lund",
    ("So you have never met Karl Lund?", "I have not."): "!Jan Berg MEETS_WITH Karl Lund",
    ("Did Shell buy Sonatrach?", "That's not true."): "!Shell ACQUIRES Sonatrach",
}


@pytest.mark.parametrize(("turns", "expected"), ASKED.items(), ids=[q for q, _ in ASKED])
def test_an_answer_of_no_denies_the_question(extractor, turns, expected):
    assert expected in told(extractor, turns)


def test_the_quote_holds_question_and_answer_and_the_answer_is_of_who_gives_it(extractor):
    text = TALK.format("Has Shell bought Sonatrach?", "No.")
    document = Document(document_id(text.encode()), ("text",), text, date="2025-12-05")
    (found,) = extractor.documents([document])
    one = next(s for s in found.statements if s.predicate == "ACQUIRES")
    assert one.evidence[0].quote == "Has Shell bought Sonatrach?\n\nJAN BERG: No."
    assert [a.text for a in one.attribution] == ["JAN BERG"]


OPEN = [
    ("Who bought Sonatrach, was it Shell?", "No."),
    ("Did Shell buy Sonatrach?", "No, it bought Eni."),
    ("Did Shell buy Sonatrach?", "No one knows."),
    ("Did Shell buy Sonatrach?", "Not yet, but soon."),
]


@pytest.mark.parametrize("turns", OPEN)
def test_an_answer_that_goes_on_is_no_plain_no(extractor, turns):
    assert not {s for s in told(extractor, turns) if "Sonatrach" in s and "Shell" in s}
