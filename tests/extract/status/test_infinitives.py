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
