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


SAYING = {
    "police": ("Johan Berg was arrested in Lodz on Friday, police said.", "police"),
    "a court": ("Johan Berg was convicted of fraud, the Supreme Court of Ghana said.", "Supreme Court"),
    "before": ("The SEC said Johan Berg had been charged with fraud.", "Securities"),
    "according to": (
        "Johan Berg was detained and charged with fraud, according to prosecutors.",
        "prosecutors",
    ),
}


@pytest.mark.parametrize(("text", "by"), SAYING.values(), ids=SAYING)
def test_the_police_who_say_so_did_it(tell, text, by):
    assert [line for line in tell(text) if line.startswith("Johan Berg INVESTIGATED_BY") and by in line]


TOLD = {
    "his lawyer": "Johan Berg was arrested, his lawyer said.",
    "a newspaper": "The New York Times said Johan Berg had been arrested.",
    "a foreign ministry": "The State Department said Johan Berg had been detained.",
    "no inquiry": "Police said Johan Berg had been attacked.",
    "left unsaid": "Police did not say that Johan Berg had been charged.",
}


@pytest.mark.parametrize("text", TOLD.values(), ids=TOLD)
def test_others_only_tell_of_it(tell, text):
    assert not [line for line in tell(text) if "INVESTIGATED_BY" in line]
