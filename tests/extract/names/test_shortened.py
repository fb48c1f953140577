"""Which longer name of a document a short one is short for, and words that are no part of a name."""

import pytest

from extract.names.figures import Figure
from extract.names.shortened import longer_name
from extract.names.spots import Spot
from extract.vocabulary.nouns import read_nouns
from graph.model import Document, document_id
from graph.registry import read_registry


def spelt(extraction):
    return [{m.name, *m.aliases} for m in extraction.mentions]


ONE = {
    "what kind of firm left out": ("Koc Holding sued Poland. Poland sued Koc.", {"Koc Holding", "Koc"}),
    "two letters": ("SK Group sued Poland. SK left SK Securities.", {"SK Group", "SK"}),
    "initials of a known body": (
        "The European Commission sued Poland. The EC fined Shell.",
        {"European Commission", "EC"},
    ),
    "initials before a longer name that begins with them": (
        "The Tala Front of Peru met Shell. TFP Press Office sued Shell. Poland sued TFP.",
        {"Tala Front of Peru", "TFP"},
    ),
}
TWO = {
    "a commission of a movement": (
        "Renamo met Shell. The Renamo Political Commission sued Shell.",
        ("Renamo", "Renamo Political Commission"),
    ),
    "a bank of a common word": ("Union Bank sued Shell. Union members left.", ("Union Bank", "Union")),
}


@pytest.mark.parametrize(("text", "names"), ONE.values(), ids=ONE)
def test_a_short_name_is_the_long_one(read, text, names):
    assert any(names <= found for found in spelt(read(text))), spelt(read(text))


@pytest.mark.parametrize(("text", "names"), TWO.values(), ids=TWO)
def test_a_longer_name_is_another(read, text, names):
    assert not any(set(names) <= found for found in spelt(read(text))), spelt(read(text))


def test_a_word_that_begins_a_sentence_is_no_part_of_a_name(read):
    found = spelt(read("Lender Zenta sued Shell on Monday. Poland sued Zenta."))
    assert {"Zenta"} in found, found
    assert not any("Lender Zenta" in names for names in found), found
    found = spelt(read("Saeed Berg sued Shell. Poland sued Berg."))
    assert any("Saeed Berg" in names for names in found), found


def test_the_words_of_a_headline_are_no_names(extractor):
    text = (
        "Dukonia Court Freezes Assets Of Halberg Steel Owner\n\nA court in Poland froze the assets of "
        "Marek Dunin, who owns Halberg Steel, on Monday. Halberg Steel sued Poland.\n"
    )
    document = Document(document_id(text.encode()), ("text",), text, date="2025-12-05")
    found = spelt(extractor.documents([document]).__iter__().__next__())
    assert {"Halberg Steel"} in found, found
    assert not any("Court" in name or "Owner" in name for names in found for name in names), found


@pytest.mark.parametrize("short", ["Osaka-Bay Trading", "Osaka,Bay Trading", "Osaka Bay Trading"])
def test_a_name_of_as_many_words_is_looked_at(short):
    figure = Figure("name:osaka-bay", "Osaka-Bay Trading Corp", "Company")
    figure.add(Spot(0, 0, 3, "Osaka-Bay Trading Corp", "ORG"))
    longer_name([figure], Spot(0, 9, 12, short, "ORG"), read_registry(), read_nouns())
