"""Whom a lawyer means by "my client": the one whose lawyer the text tells him to be."""

import pytest

CLIENTS = {
    "his lawyer": (
        "Petr Havel resigned. His attorney Mary Miller said her client had never met Xi Jinping.",
        "!Petr Havel MEETS_WITH Xi Jinping",
    ),
    "a lawyer for": (
        "Mary Miller, a lawyer for Petr Havel, said her client owned Halberg Energy.",
        "Petr Havel OWNS Halberg Energy",
    ),
    "who represents": (
        "Mary Miller, who represents Petr Havel, spoke. Her client owns Halberg Energy, she said.",
        "Petr Havel OWNS Halberg Energy",
    ),
    "a lawyer without a name": (
        "Petr Havel's lawyer said his client owned Halberg Energy.",
        "Petr Havel OWNS Halberg Energy",
    ),
    "in a quotation": (
        'Petr Havel resigned. "My client owns Halberg Energy," his lawyer, Mary Miller, said.',
        "Petr Havel OWNS Halberg Energy",
    ),
    "a firm": (
        "Halberg Energy's lawyer, Mary Miller, said her client had supplied Rosneft.",
        "Halberg Energy SUPPLIES Rosneft",
    ),
}


@pytest.mark.parametrize(("text", "expected"), CLIENTS.values(), ids=CLIENTS)
def test_a_client_is_whose_lawyer_speaks(tell, text, expected):
    assert expected in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "The lawyer Mary Miller said her client owned Halberg Energy.",
        "Mary Miller, who represents Petr Havel and Jan Berg, said her client owned Halberg Energy.",
        "Mary Miller, a banker, said her client owned Halberg Energy.",
    ],
)
def test_a_client_of_nobody_told_or_of_several_is_nobody(tell, text):
    assert not [line for line in tell(text) if "OWNS" in line]
