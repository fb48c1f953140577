"""Statements as records: status through the text, currency, headlines, evidence."""

import pytest

from graph.model import Document, Segment

STATUS = {
    # text: (predicate, polarity, modality)
    "Shell never met Qatar.": ("MEETS_WITH", "negated", "actual"),
    "Emmanuel Macron neither met nor visited Qatar.": ("VISITS", "negated", "actual"),
    "Emmanuel Macron did not meet Qatar but visited Poland.": ("VISITS", "affirmed", "actual"),
    "Emmanuel Macron will visit Qatar.": ("VISITS", "affirmed", "intended"),
    "Emmanuel Macron may visit Qatar.": ("VISITS", "affirmed", "possible"),
    "Emmanuel Macron denied visiting Qatar.": ("VISITS", "negated", "actual"),
    "Shell is in talks to buy a stake in Sonatrach.": ("SEEKS_STAKE_IN", "affirmed", "actual"),
    "Poland stopped Shell from selling gas to Qatar.": ("SUPPLIES", "negated", "actual"),
    "There is no evidence that Emmanuel Macron visited Qatar.": ("VISITS", "negated", "actual"),
}


@pytest.mark.parametrize(("text", "expected"), STATUS.items(), ids=STATUS)
def test_status(read, text, expected):
    predicate, polarity, modality = expected
    found = [(s.polarity, s.modality) for s in read(text).statements if s.predicate == predicate]
    assert found == [(polarity, modality)]


CURRENT = {
    "Shell owns Sonatrach.": "yes",
    "Shell owned Sonatrach.": "no",
    "Shell no longer owns Sonatrach.": "no",
    "Shell is a former owner of Sonatrach.": "no",
    "Shell owned Sonatrach until 2018.": "no",
    "Shell may own Sonatrach.": "unknown",
    "Emmanuel Macron then visited Qatar.": "unknown",
    "Emmanuel Macron visited Qatar.": "unknown",
}


@pytest.mark.parametrize(("text", "current"), CURRENT.items(), ids=CURRENT)
def test_whether_it_still_holds(read, text, current):
    (statement,) = read(text).statements
    assert statement.current == current


def test_relief_says_that_there_are_sanctions(tell):
    """A plan to lift sanctions states both: sanctioned now, and relief not yet."""
    assert tell("The United States may lift sanctions on Novatek.") == {
        "?Novatek SANCTIONS_LIFTED_BY United States",
        "Novatek SANCTIONED_BY United States",
    }


def test_a_headline_is_one_more_evidence_of_what_the_body_says(extractor):
    text = "Shell acquires Sonatrach\n\nShell acquired Sonatrach on Monday, the firms said.\n"
    (found,) = extractor.documents([Document("doc-1", ("a",), text, "Shell acquires Sonatrach")])
    (statement,) = (s for s in found.statements if s.predicate == "ACQUIRES")
    assert [e.segment for e in statement.evidence] == ["body", "headline"]


def test_sponsors_say_nothing(extractor):
    body = "Shell acquired Sonatrach in March. The deal took years, and Algeria was against it."
    sponsor = "This episode is brought to you by Gazprom. Gazprom bought Rosneft. Learn more at gazprom.com."
    (found,) = extractor.documents([Document("doc-1", ("a",), f"{body}\n\n{sponsor}\n\n{body}\n")])
    assert found.statements
    names = {m.id: m.name for m in found.mentions}
    assert not {"Gazprom", "Rosneft"} & {
        names[end] for s in found.statements for end in (s.subject, s.object)
    }


def test_one_relation_of_a_sentence_is_one_statement(read):
    text = "Shell and Qatar held talks and talked about talks with Qatar."
    assert len([s for s in read(text).statements if s.predicate == "NEGOTIATES_WITH"]) <= 1


def test_offsets_point_into_the_text_as_it_was(extractor):
    """The sentence is broken over lines after an abbreviation, and the quote keeps the break."""
    text = "Kirill Dmitriev visited the U.S.\nin April, and he met Steve Witkoff there.\n"
    (found,) = extractor.documents([Document("doc-1", ("a",), text, date="2025-12-05")])
    (evidence,) = next(s for s in found.statements if s.predicate == "VISITS").evidence
    assert evidence.quote == text[evidence.start : evidence.end] == text.strip()
    assert text[evidence.object.start : evidence.object.end] == "U.S."


def test_the_segment_tells_speaker_and_time():
    part = Segment("body", "x", (0, 1), speaker="Drew", timestamp="00:10")
    assert part.original(0, 1) == (0, 1)
