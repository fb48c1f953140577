"""What infinitives hang on."""

import pytest


@pytest.mark.parametrize(("verb", "modality"), [("rose", "actual"), ("hopes to rise", "intended")])
def test_who_rose_to_become_head_is_head(read, verb, modality):
    statements = read(f"Anton Krause {verb} to become chief executive of Shell.").statements
    assert {s.modality for s in statements if s.predicate == "HEADS"} == {modality}
