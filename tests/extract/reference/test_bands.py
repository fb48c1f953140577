"""Bodies of many that no text names: rebels, unions, and who takes them up."""

import pytest

FOUND = {
    "told by a word": ("Tuareg rebels attacked Kidal.", "Tuareg rebels ATTACKS Kidal"),
    "led by": (
        "Norway hosted talks between Peru and Maoist-led rebels.",
        "Peru NEGOTIATES_WITH Maoist-led rebels",
    ),
    "of a country": ("Libyan rebels attacked Egypt.", "Libyan rebels ATTACKS Egypt"),
    "taken up": (
        "Islamist militants struck in the night. Norway held talks with the militants.",
        "Norway NEGOTIATES_WITH Islamist militants",
    ),
    "a union": (
        "A striking union has turned down an offer. The union accused Halvorsen Metals of lying.",
        "striking union ACCUSES Halvorsen Metals",
    ),
    "a union told by whom it represents": (
        "A union representing pilots called off a strike. The union accused Halvorsen Metals of lying.",
        "union representing pilots ACCUSES Halvorsen Metals",
    ),
}
NOT_FOUND = {
    "of whom nothing is told": ("Rebels attacked Kidal. The rebels met officials of Mali.", "rebels"),
    "the State whose people they are": ("Libyan rebels attacked Egypt.", "Libya ATTACKS"),
    "two that may be meant": (
        "Tuareg rebels left. Islamist rebels stayed. The rebels attacked Kidal.",
        "rebels ATTACKS",
    ),
    "some of them": ("Two Islamist militants attacked Kidal.", "ATTACKS"),
    "a union of which nothing is told": ("The union accused Halvorsen Metals of lying.", "ACCUSES"),
    "one that has a name": (
        "The European Union sanctioned Iran. The union met Norway.",
        "union MEETS_WITH",
    ),
    "former ones": ("Former rebels met Norway.", "MEETS_WITH"),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_who_fights_or_works_together_is_an_end(tell, text, expected):
    assert any(line.startswith(expected) for line in tell(text)), tell(text)


@pytest.mark.parametrize(("text", "word"), NOT_FOUND.values(), ids=NOT_FOUND)
def test_who_is_not_told_is_no_end(tell, text, word):
    assert not any(word in line for line in tell(text)), tell(text)
