"""Persons taken up by what they are, said for the first time."""

import pytest

MEANT = {
    "an age": "Petr Havel left in May. The 63-year-old owns Halberg Energy.",
    "an age before a noun": "Petr Havel left in May. The 63-year-old banker owns Halberg Energy.",
    "what he was": "Petr Havel left in May. The retired army general owns Halberg Energy.",
    "no office": "Petr Havel met Xi Jinping in May. The tycoon owns Halberg Energy.",
    "a clause set off": "Petr Havel has a dog. Now the 63-year-old, who is rich, owns Halberg Energy.",
    "who he is besides": (
        "Petr Havel, who is also a minister, left. It rained. It snowed. The minister owns Halberg Energy."
    ),
    "who spoke": (
        'Ambassador Petr Havel came to Lima. "We dig," Havel said. It rained. The diplomat said he owned Halberg Energy.'
    ),
}
NOBODY = {
    "one of two": "Petr Havel met Xi Jinping in May. The former president owns Halberg Energy.",
    "another one": "Petr Havel left in May. A tycoon arrived. The tycoon owns Halberg Energy.",
    "one told of behind": "Petr Havel left in May. The former head of Rosneft owns Halberg Energy.",
    "another spoke": (
        'Ambassador Petr Havel came to Lima. "We dig," said Jan Berg, a banker. The diplomat said he owned Halberg Energy.'
    ),
}


@pytest.mark.parametrize("text", MEANT.values(), ids=MEANT)
def test_the_one_person_told_of_is_meant(tell, text):
    assert "Petr Havel OWNS Halberg Energy" in tell(text)


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_where_it_may_be_another_nobody_is_meant(tell, text):
    assert not [line for line in tell(text) if line.startswith("Petr Havel OWNS")]
