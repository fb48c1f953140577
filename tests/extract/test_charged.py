"""Who is arrested, charged and fined, and by whom, however it is put."""

import pytest

DONE = {
    "for a time": "Johan Berg was jailed for 18 months by the Supreme Court of Ghana.",
    "a sum": "Tarbot Steel was fined 3 million euros by the European Commission.",
    "for a hearing": "Johan Berg was detained for questioning by Interpol.",
    "with a deed": "Johan Berg was charged with taking bribes by the FBI.",
}


@pytest.mark.parametrize("text", DONE.values(), ids=DONE)
def test_who_stands_behind_a_measure_or_a_charge_did_it(tell, text):
    assert [line for line in tell(text) if " INVESTIGATED_BY " in line]


UNDONE = {
    "of somebody else": "Johan Berg was jailed for an attack by the Taliban.",
    "a deed told behind": "Johan Berg was jailed for a murder committed by Lena Ortiz.",
}


@pytest.mark.parametrize("text", UNDONE.values(), ids=UNDONE)
def test_who_did_the_deed_did_not(tell, text):
    assert not [line for line in tell(text) if " INVESTIGATED_BY " in line]
