"""Turns of a transcript whose labels name nobody: the text tells who speaks them."""

import pytest

from extract.reference.introductions import introduced
from graph.model import Document, document_id

SHOW = """Speaker 1: Welcome to the programme. I'm Dana Hollis, and with me today is Viktor Lanz, the head of Shell.
Speaker 2: Thank you. We are not in talks with Sonatrach.
"""
LABELS = {
    "Speaker 1: We are joined by Viktor Lanz.\nSpeaker 2: I met Igor Sechin in May.\n": "Viktor Lanz",
    "HOST: My guest tonight is Viktor Lanz.\nGUEST: Thanks. I met Igor Sechin in May.\n": "Viktor Lanz",
    "Speaker 1: Hello.\nSpeaker 2: My name is Viktor Lanz. I met Igor Sechin in May.\n": "Viktor Lanz",
    "HOST: Please welcome Viktor Lanz and Maria Keller.\nGUEST: I met Igor Sechin in May.\n": None,
    "HOST: Viktor Lanz was joined by Maria Keller.\nGUEST: I met Igor Sechin in May.\n": None,
}


def meetings(extractor, text):
    document = Document(document_id(text.encode()), ("t",), text, date="2025-12-05")
    (extraction,) = extractor.documents([document])
    names = {m.id: m.name for m in extraction.mentions}
    return {(names[s.subject], s.predicate, names[s.object], s.polarity) for s in extraction.statements}


@pytest.mark.parametrize(("text", "speaker"), LABELS.items())
def test_who_speaks_behind_a_label_without_a_name(extractor, text, speaker):
    met = {subject for subject, predicate, _, _ in meetings(extractor, text) if predicate == "MEETS_WITH"}
    assert met == ({speaker} if speaker else set())


def test_we_is_the_body_of_the_guest_who_was_introduced(extractor):
    assert ("Shell", "NEGOTIATES_WITH", "Sonatrach", "negated") in meetings(extractor, SHOW)


def test_no_labels_no_speakers(extractor):
    assert introduced([], None, []) == {}


INTERVIEW = """Q&A with Sonatrach president Lena Ortiz

Lena Ortiz has run Sonatrach since 2014. She spoke in Oslo.
Q: Are you about to sell to Shell?
A: We are not negotiating with Shell. I own 74 percent of the company.
"""


def test_who_answers_is_whom_the_title_names(extractor):
    told = meetings(extractor, INTERVIEW)
    assert ("Sonatrach", "NEGOTIATES_WITH", "Shell", "negated") in told
    assert ("Lena Ortiz", "OWNS", "Sonatrach", "affirmed") in told


def test_nobody_answers_where_the_title_names_two(extractor):
    told = meetings(extractor, INTERVIEW.replace("Lena Ortiz\n", "Lena Ortiz and Johan Berg\n", 1))
    assert not [row for row in told if row[1] == "NEGOTIATES_WITH"]
