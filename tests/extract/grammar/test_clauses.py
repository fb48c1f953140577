"""Who does what a verb or an event noun says, and to whom, in every construction."""

import pytest

from extract.grammar.clauses import event_subjects, objects, subjects


def at(doc, word):
    return next(t for t in doc if t.text == word)


def texts(tokens):
    return [t.text for t in tokens]


SUBJECTS = {
    "active": ("Shell bought Sonatrach", "bought", ["Shell"]),
    "passive": ("Sonatrach was bought by Shell", "bought", ["Shell"]),
    "passive without an agent": ("The talks were cancelled", "cancelled", []),
    "relative pronoun": ("the company that bought Sonatrach failed", "bought", ["company"]),
    "object relative": ("the company that Shell bought failed", "bought", ["Shell"]),
    "coordinated verbs": ("Shell met Qatar and sued Poland", "sued", ["Shell"]),
    "coordinated passives": ("Sonatrach was sued and fined by Poland", "sued", ["Poland"]),
    "subject control": ("Shell wants to buy Sonatrach", "buy", ["Shell"]),
    "object control": ("Qatar persuaded Shell to buy Sonatrach", "buy", ["Shell"]),
    "control in the passive": ("Shell was forced to sell Sonatrach", "sell", ["Shell"]),
    "participle": ("Shell, seeking oil, visited Algiers", "seeking", ["Shell"]),
    "past participle": ("Sonatrach, bought by Shell, failed", "bought", ["Shell"]),
    "accused of doing": ("Shell was accused of bribing Poland", "bribing", ["Shell"]),
    "stopped from doing": ("Poland stopped Shell from buying Sonatrach", "buying", ["Shell"]),
    "fined for doing": ("Poland fined Shell for bribing Qatar", "bribing", []),
    "by doing": ("Shell profited by bribing Poland", "bribing", ["Shell"]),
    "plan to do": ("Shell announced a plan to buy Sonatrach", "buy", ["Shell"]),
    "noun for doing": ("Shell's plan for buying Sonatrach failed", "buying", ["Shell"]),
    "adverbial clause": ("Shell fell after selling Sonatrach", "selling", ["Shell"]),
    "weather": ("It rained", "rained", ["It"]),
}


@pytest.mark.parametrize(("sentence", "verb", "expected"), SUBJECTS.values(), ids=SUBJECTS)
def test_who_does_it(parsed, sentence, verb, expected):
    assert texts(subjects(at(parsed(sentence), verb))) == expected


OBJECTS = {
    "participle before a passive": ("Bought in May, Sonatrach was sued by Poland", "Bought", ["Sonatrach"]),
    "active": ("Shell bought Sonatrach", "bought", ["Sonatrach"]),
    "passive": ("Sonatrach was bought by Shell", "bought", ["Sonatrach"]),
    "subject relative": ("the company that bought Sonatrach failed", "bought", ["Sonatrach"]),
    "object relative": ("the company that Shell bought failed", "bought", ["company"]),
    "bare relative": ("the company Shell bought failed", "bought", ["company"]),
    "past participle": ("Sonatrach, bought by Shell, failed", "bought", ["Sonatrach"]),
    "coordinated passives": ("Sonatrach was sued and fined by Poland", "fined", ["Sonatrach"]),
    "shared object": ("Shell bought and sold Sonatrach", "bought", ["Sonatrach"]),
    "to be done": ("Sonatrach wants to be bought by Shell", "bought", ["Sonatrach"]),
    "event noun": ("The takeover of Sonatrach by Shell failed", "takeover", ["Sonatrach"]),
    "none": ("Igor Sechin, who heads Rosneft, spoke", "spoke", []),
    "a place is no object": ("the town where Shell drills grew", "drills", ["town"]),
}


@pytest.mark.parametrize(("sentence", "verb", "expected"), OBJECTS.values(), ids=OBJECTS)
def test_to_whom_it_is_done(parsed, sentence, verb, expected):
    assert texts(objects(at(parsed(sentence), verb))) == expected


EVENTS = {
    "possessive": ("their bid for Sonatrach failed", "bid", ["their"]),
    "by": ("The takeover of Sonatrach by Shell failed", "takeover", ["Shell"]),
    "light verb": ("Shell held talks with Qatar", "talks", ["Shell"]),
    "copula and in": ("Shell is in talks with Qatar", "talks", ["Shell"]),
    "drawn into it": ("Chad was drawn into talks with Qatar", "talks", ["Chad"]),
    "who draws others into it": ("Chad drew Oman into talks with Qatar", "talks", []),
    "nobody": ("The talks were cancelled", "talks", []),
}


@pytest.mark.parametrize(("sentence", "noun", "expected"), EVENTS.values(), ids=EVENTS)
def test_who_does_what_an_event_noun_says(parsed, sentence, noun, expected):
    assert texts(event_subjects(at(parsed(sentence), noun))) == expected


def test_a_ring_of_heads_comes_to_an_end(make):
    """Control upon control, deeper than any sentence goes, gives up instead of going on for ever."""
    chain = "Shell/nsubj/1/NNP wants/ROOT/1/VBZ/want " + " ".join(
        f"to/aux/{place + 1}/TO want/xcomp/{place - 1}/VB" for place in range(2, 40, 2)
    )
    assert subjects(make(chain.replace("xcomp/0/", "xcomp/1/"))[-1]) == []


def test_a_participle_before_a_passive_shares_whom_it_is_done_to(make):
    doc = make(
        "Charged/advcl/freed/VBN with/prep/Charged/IN fraud/pobj/with/NN ,/punct/freed/, Berg/nsubjpass/freed/NNP "
        "was/auxpass/freed/VBD freed/ROOT/freed/VBN by/agent/freed/IN Chad/pobj/by/NNP"
    )
    assert texts(objects(at(doc, "Charged"))) == ["Berg"]


def test_it_is_necessary_tells_of_nobody_who_does_it(make):
    doc = make(
        "It/nsubj/is/PRP is/ROOT/is/VBZ/be necessary/acomp/is/JJ to/aux/arrest/TO arrest/xcomp/is/VB Berg/dobj/arrest/NNP"
    )
    assert subjects(at(doc, "arrest")) == []
