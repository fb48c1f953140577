"""Of what a bare title is by what its holder tells of."""

import pytest

OWN = {
    "a minister of the State that acts": (
        "Fiji will not join the pact, Foreign Minister Jone Ratu said on Thursday.",
        "Jone Ratu HEADS Fiji",
    ),
    "the head of the firm that acts": (
        "Halberg Cement will close two kilns, chief executive Helen Marsh said.",
        "Helen Marsh HEADS Halberg Cement",
    ),
    "who says it first": (
        "Chief executive Helen Marsh said Halberg Cement would close two kilns.",
        "Helen Marsh HEADS Halberg Cement",
    ),
    "the head of a department": (
        "Halberg Cement will close two kilns, finance director Jan Berg said.",
        "Jan Berg WORKS_FOR Halberg Cement",
    ),
}


@pytest.mark.parametrize(("text", "line"), OWN.values(), ids=OWN)
def test_who_tells_of_a_firm_or_state_holds_an_office_there(tell, text, line):
    assert any(line in told for told in tell(text))


OTHERS = {
    "two act": "Halberg Cement and Marlow Tin will merge, chief executive Helen Marsh said.",
    "a minister of another": "Iran's minister, Ali Tehrani, is here. Fiji will pay, Foreign Minister Ali Tehrani said.",
    "one of several": "Halberg Cement will close two kilns, a director, Jan Berg, said.",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_who_may_tell_of_another_does_not(tell, text):
    assert not any(
        "HEADS Fiji" in told or "HEADS Halberg" in told or "HEADS Marlow" in told for told in tell(text)
    )


def test_who_says_so_behind_its_minister(tell):
    lines = tell("Ethiopia has not threatened Somalia, its foreign minister, Gedion Tesfaye, said.")
    assert any("Gedion Tesfaye HEADS Ethiopia" in line for line in lines)
