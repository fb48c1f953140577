"""What infinitives hang on."""

import pytest


@pytest.mark.parametrize(("verb", "modality"), [("rose", "actual"), ("hopes to rise", "intended")])
def test_who_rose_to_become_head_is_head(read, verb, modality):
    statements = read(f"Anton Krause {verb} to become chief executive of Shell.").statements
    assert {s.modality for s in statements if s.predicate == "HEADS"} == {modality}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Norway was the first Nordic country to sign a treaty with Chad.", "actual"),
        ("Norway is the only country to sign a treaty with Chad.", "actual"),
        ("Norway would be the next country to sign a treaty with Chad.", "possible"),
        ("Norway is to sign a treaty with Chad.", "intended"),
    ],
)
def test_who_was_the_first_to_do_it_did_it(read, text, modality):
    statements = read(text).statements
    assert {s.modality for s in statements if s.predicate == "AGREES_WITH"} == {modality}


OTHERS = {
    "urged": "Investors urged Shell to buy Sonatrach.",
    "wanted": "Analysts want Shell to buy Sonatrach.",
    "let": "The law allows Shell to buy Sonatrach.",
    "under pressure": "There is pressure on Shell to buy Sonatrach.",
    "asked": "Shell was asked to buy Sonatrach.",
    "difficult": "It is difficult for Shell to buy Sonatrach.",
    "impossible": "It is impossible for Shell to buy Sonatrach.",
    "big": "Shell is big enough to buy Sonatrach.",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_what_others_wish_or_how_hard_it_is_is_no_bid(tell, text):
    assert not {"Shell SEEKS_STAKE_IN Sonatrach", "Shell ACQUIRES Sonatrach"} & tell(text)


def test_whose_wish_it_is_seeks_it(tell):
    assert "Shell SEEKS_STAKE_IN Sonatrach" in tell("Shell wants to buy Sonatrach.")
    assert "Anna Berg MEETS_WITH Karl Lund" in tell("Anna Berg was lucky enough to meet Karl Lund.")
