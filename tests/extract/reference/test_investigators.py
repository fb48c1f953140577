"""By whom somebody was charged or fined, where a sentence leaves it out."""

import pytest

PROBE = "The FBI is investigating Shell over payments in Niger. "
SAID = {
    "not charged": ("Shell's director Johan Berg has not been charged.", "!Johan Berg INVESTIGATED_BY FBI"),
    "fined": ("Johan Berg was fined 48,000 euros.", "Johan Berg INVESTIGATED_BY FBI"),
}


@pytest.mark.parametrize(("text", "expected"), SAID.values(), ids=SAID)
def test_it_is_the_authority_told_of_before(tell, text, expected):
    said = {line.replace("Federal Bureau of Investigation", "FBI") for line in tell(PROBE + text)}
    assert expected in said


UNSAID = {
    "elsewhere": "Johan Berg was fined in Norway.",
    "by others": "Johan Berg was fined by a court.",
    "another body since": "The Kremlin was angry. Johan Berg was fined.",
    "no inquiry of its": "Johan Berg was attacked.",
}


@pytest.mark.parametrize("text", UNSAID.values(), ids=UNSAID)
def test_it_is_left_open(tell, text):
    said = tell(PROBE + text)
    assert not [line for line in said if line.startswith("Johan Berg INV") and "Norway" not in line]
