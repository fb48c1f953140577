"""What stands behind a preposition, also where the parse hangs it on a neighbour."""

import pytest

from extract.grammar.prepositions import prepositional


def at(doc, word):
    return next(t for t in doc if t.text == word)


CASES = {
    "right behind": ("their bid for Sonatrach failed", "bid", "for", ["Sonatrach"]),
    "indirect object with to": ("Shell sells gas to Poland and Italy", "sells", "to", ["Poland"]),
    "of the light verb": ("Shell struck a deal with Qatar", "deal", "with", ["Qatar"]),
    "of its object": ("Shell held talks with Qatar", "held", "with", ["Qatar"]),
    "of the passive": ("Sonatrach was bought by Shell", "bought", "by", ["Shell"]),
    "another preposition": ("Shell held talks with Qatar", "held", "for", []),
    "shared by two nouns": ("Shell held talks and a meeting with Qatar", "talks", "with", ["Qatar"]),
    "shared by two verbs": ("Shell works and trades with Qatar", "works", "with", ["Qatar"]),
    "stranded in a relative clause": ("the company Shell works with failed", "works", "with", ["company"]),
    "piped relative": ("Rosneft, in which Shell holds shares, failed", "holds", "in", ["Rosneft"]),
    "away from": ("Shell pulled away from Qatar", "pulled", "from", ["Qatar"]),
    "of an adverb before another": ("Macron was back in Paris in May", "was", "in", ["Paris", "May"]),
    "two in a row": ("Shell rose from under Qatar", "rose", "from", ["Qatar"]),
    "under, hung on the verb": ("we knew the government under Merkel", "government", "under", ["Merkel"]),
    "of those whom one is among": ("Shell is among the lenders to Qatar", "lenders", "to", ["Qatar"]),
    "in, hung on the verb, is the verb's": ("Shell spoke on arms in Qatar", "arms", "in", []),
}


@pytest.mark.parametrize(("sentence", "word", "preposition", "expected"), CASES.values(), ids=CASES)
def test_objects_of_a_preposition(parsed, sentence, word, preposition, expected):
    found = prepositional(at(parsed(sentence), word), preposition)
    assert [t.text for t in found] == expected
