"""For whose deeds somebody is criticised, fined or thanked, and who "they" are that say what they did."""

import pytest

DEEDS = {
    "criticised": (
        "Canada criticised Iran for its support for Hamas.",
        "Iran SUPPORTS Hamas",
        "Canada SUPPORTS",
    ),
    "fined": ("Canada fined Shell for its sale of arms to Iran.", "Shell SUPPLIES Iran", "Canada SUPPLIES"),
    "sanctions": (
        "Canada has announced plans to impose sanctions on Iran for its attacks on Chad.",
        "Iran ATTACKS Chad",
        "Canada ATTACKS",
    ),
}


@pytest.mark.parametrize(("text", "expected", "wrong"), DEEDS.values(), ids=DEEDS)
def test_the_deed_is_not_of_who_judges_it(tell, text, expected, wrong):
    said = tell(text)
    assert expected in said
    assert not [line for line in said if line.startswith(wrong)]


def test_prosecutors_who_say_what_they_did_are_they(tell):
    said = tell(
        "Malaysia said its new government would reopen a probe. "
        "Swiss prosecutors revealed they had opened proceedings against Tarbot Steel."
    )
    assert [line for line in said if line.startswith("Tarbot Steel INVESTIGATED_BY Swiss prosecutors")]
    assert "Tarbot Steel INVESTIGATED_BY Malaysia" not in said


def test_who_condemns_an_arrest_does_not_oppose_the_arrested(tell):
    said = tell("Canada condemned the coup and the detention of Lena Ortiz.")
    assert "Canada OPPOSES Lena Ortiz" not in said
