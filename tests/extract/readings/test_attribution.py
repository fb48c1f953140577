"""Who says so, outermost first."""

import pytest

from extract.readings.attribution import sources, speaker
from extract.vocabulary.lexicon import read_lexicon
from graph.model import Segment


def at(doc, word):
    return next(t for t in doc if t.text == word)


CASES = {
    "nobody": ("Shell bought Sonatrach", "bought", []),
    "verb of saying": (
        "Shell said Qatar had bought Sonatrach, according to Reuters",
        "bought",
        ["Shell", "Reuters"],
    ),
    "according to": ("Shell fell, according to Reuters", "fell", ["Reuters"]),
    "inserted": ("Poland, Reuters reported, had fined Shell", "fined", ["Reuters"]),
    "two deep": ("Reuters reported that Shell said Qatar fell", "fell", ["Reuters", "Shell"]),
    "cited": ("Poland said Shell fell, citing Reuters", "fell", ["Poland", "Reuters"]),
    "denial": ("Shell denied a stake in Sonatrach", "stake", ["Shell"]),
    "wishes are no sources": ("Shell wants to buy Sonatrach", "buy", []),
}


@pytest.mark.parametrize(("sentence", "trigger", "expected"), CASES.values(), ids=CASES)
def test_sources(parsed, sentence, trigger, expected):
    assert [t.text for t in sources(at(parsed(sentence), trigger), read_lexicon())] == expected


@pytest.mark.parametrize(("name", "expected"), [("Drew", "Drew"), ("", None), (None, None)])
def test_the_speaker_of_a_segment(name, expected):
    assert speaker(Segment("body", "x", (0, 1), speaker=name)) == expected


def test_the_speaker_and_the_source_are_both_kept(extractor):
    from extract.nlp import parse
    from graph.model import Document

    text = "Rosneft said that Shell bought Sonatrach."
    part = Segment("body", text, tuple(range(len(text) + 1)), speaker="Drew", timestamp="00:10")
    found = extractor.read(
        Document("doc-1", ("a",), text), list(parse([part], extractor.nlp, extractor.matcher))
    )
    (statement,) = found.statements
    assert [a.text for a in statement.attribution] == ["Drew", "Rosneft"]
    assert statement.evidence[0].speaker == "Drew"
    assert statement.evidence[0].timestamp == "00:10"
