"""Which date of a sentence belongs to a statement."""

import pytest

from extract.status.moments import when

TODAY = "2025-12-05"  # a Friday


@pytest.mark.parametrize(
    ("sentence", "start", "end", "words"),
    [
        ("Qatar owned Shell in 2014.", "2014", None, "2014"),
        ("Qatar has owned Shell since 2014.", "2014", None, "since 2014"),
        ("Qatar owned Shell until 2018.", None, "2018", "until 2018"),
        ("Qatar owned Shell from 2014 to 2018.", "2014", "2018", "2014 to 2018"),
        ("Qatar owned Shell between 2014 and 2018.", "2014", "2018", "2014 and 2018"),
        ("Qatar owned Shell in the 1990s.", "1990", "1999", "the 1990s"),
        ("Qatar owned Shell this morning.", "2025-12-05", None, "this morning"),
        ("Qatar owned Shell last summer.", "2025", None, "last summer"),
        ("Qatar owned Shell.", None, None, None),
        ("Qatar owns Shell, which sued Poland in 2014.", None, None, None),
    ],
)
def test_the_date_that_belongs_to_a_statement(read, sentence, start, end, words):
    (owns,) = (s for s in read(sentence).statements if s.predicate == "OWNS")
    assert (owns.start, owns.end) == (start, end)
    assert words is None or words in (owns.date_words or "")


def test_the_nearest_of_two_dates_is_taken(make):
    doc = make(
        "Shell/nsubj/met/NNP met/ROOT/met/VBD/meet Qatar/dobj/met/NNP in/prep/met/IN "
        "2014/pobj/in/CD/2014/DATE and/cc/met/CC "
        "sued/conj/met/VBD/sue Poland/dobj/sued/NNP by/prep/sued/IN 2018/pobj/by/CD/2018/DATE"
    )
    found = when(doc[1], doc[:], TODAY, True)
    assert found is not None
    assert (found.start, found.end) == ("2014", None)
    found = when(doc[6], doc[:], TODAY, True)
    assert found is not None
    assert (found.start, found.end) == (None, "2018")


@pytest.mark.parametrize(
    ("sentence", "predicate", "start", "end"),
    [
        ("Emmanuel Macron will visit Qatar in March.", "VISITS", "2026-03", None),
        ("Emmanuel Macron visited Qatar in March.", "VISITS", "2025-03", None),
        ("Emmanuel Macron visited Qatar last week.", "VISITS", "2025-11-24", "2025-11-30"),
        ("Emmanuel Macron said on Monday that he had visited Qatar.", "VISITS", None, None),
        ("Shell plans to sell its stake in Sonatrach by 2027.", "DIVESTS_FROM", None, "2027"),
        ("Shell sued Sonatrach a year after the war of 2014.", "INVESTIGATED_BY", None, None),
    ],
)
def test_relative_dates_follow_the_tense(read, sentence, predicate, start, end):
    (made,) = (s for s in read(sentence).statements if s.predicate == predicate)
    assert (made.start, made.end) == (start, end)
