"""Actors that the text only describes: things, bodies and deals, beside an actor that is known."""

import pytest

FOUND = {
    "a thing that is told": (
        "Lukas Berg may buy an empty depot from Tolliver Freight.",
        "Lukas Berg ACQUIRES empty depot",
    ),
    "a thing at a place": (
        "Halvorsen Metals bought a disused brewery in Leeds.",
        "Halvorsen Metals ACQUIRES disused brewery in Leeds",
    ),
    "several things": (
        "Halvorsen Metals owns eleven flats in Kensington.",
        "Halvorsen Metals OWNS eleven flats in Kensington",
    ),
    "a thing by the word before it": (
        "Halvorsen Metals sold the power line to Norway.",
        "Norway ACQUIRES power line",
    ),
    "a body": (
        "Lena Ortiz chairs the transport committee.",
        "Lena Ortiz HEADS transport committee",
    ),
    "a guard": (
        "General Karl Berg is the former head of the presidential guard.",
        "Karl Berg HEADS presidential guard",
    ),
    "a deal": (
        "Norway signed a defence pact with Peru.",
        "Norway PARTY_TO defence pact",
    ),
    "said again": (
        "Halvorsen Metals owns a winter road. Norway financed the road.",
        "Norway FINANCES winter road",
    ),
    "those who are represented": (
        "The Star Guild represents 60 employees.",
        "Star Guild REPRESENTS 60 employees",
    ),
    "firms of a kind": (
        "Codelco is in talks with private lithium producers.",
        "Codelco NEGOTIATES_WITH private lithium producers",
    ),
    "groups of a kind": ("Rights groups condemned Norway.", "Rights groups OPPOSES Norway"),
    "a part of a body": (
        "Karl Berg heads the finance ministry's debt department.",
        "Karl Berg HEADS debt department",
    ),
    "a consortium": ("Rosneft is a member of the consortium.", "Rosneft MEMBER_OF consortium"),
    "a treaty told by what stands behind it": (
        "Norway signed the treaty ceding the islands.",
        "Norway PARTY_TO treaty",
    ),
    "a think-tank": (
        "Lena Ortiz works for a think-tank in Vienna.",
        "Lena Ortiz WORKS_FOR think-tank in Vienna",
    ),
}
NOT_FOUND = {
    "of two none is known": ("An empty depot was bought by a Polish rival.", "ACQUIRES"),
    "one whose name goes on": (
        "Halvorsen Metals bought the coal mine railway. Norway financed the coal mine.",
        "Norway FINANCES coal mine railway",
    ),
    "a line that is no thing": ("Halvorsen Metals bought the official line.", "ACQUIRES"),
    "a firm of which nothing is told": ("Halvorsen Metals sued a supplier.", "INVESTIGATED_BY"),
    "a campaign": ("Lena Ortiz led a campaign against Norway.", "HEADS"),
    "a treaty of which nothing is told": ("Norway signed the treaty.", "PARTY_TO"),
    "a deal that was not made": ("Norway never signed a benefit agreement with Peru.", "PARTY_TO"),
    "what is only an example": ("Norway rejected an international carrier, such as Halvorsen.", "carrier"),
    "many of whom nothing is told": ("Investors met Lena Ortiz. Firms condemned Norway.", "Firms"),
    "several who bought it": ("Two rival banks bought Halvorsen Metals.", "ACQUIRES"),
    "what something is like": ("Halvorsen Metals works as a shipping agency.", "agency"),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_described_actors_are_ends(tell, text, expected):
    assert any(line.lstrip("?").startswith(expected) for line in tell(text)), tell(text)


@pytest.mark.parametrize(("text", "word"), NOT_FOUND.values(), ids=NOT_FOUND)
def test_what_is_no_actor(tell, text, word):
    assert not any(word in line for line in tell(text)), tell(text)


def test_what_is_done_or_counted_or_anybody_is_no_actor(tell):
    assert not any(
        "HEADS" in s for s in tell("Lena Ortiz led the successful movement to plant trees in Kenya.")
    )
    assert not any("INVESTS_IN" in s for s in tell("Halvorsen Metals invested in 88 projects."))
    assert not any("SANCTIONED_BY" in s for s in tell("Banks must not lend to a US-sanctioned entity."))
