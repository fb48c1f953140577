"""What a statement about sanctions says beside who and by whom, as far as the text tells."""

import pytest

TOLD = {
    "Canada sanctioned Shell under the Special Economic Measures Act.": {
        "program": "Special Economic Measures Act"
    },
    "OFAC designated Shell pursuant to Executive Order 14024.": {
        "program": "Executive Order 14024",
        "authority": "Office of Foreign Assets Control",
    },
    "Canada hit Shell with an asset freeze and sanctions.": {"kind": "blocking"},
    "Canada imposed sectoral sanctions on Shell.": {"kind": "sectoral"},
    "Canada banned exports of chips to Shell.": {"kind": "export"},
    "Canada waived sanctions on Shell until May 2026.": {"scope": "waived", "until": "May 2026"},
    "Canada removed Shell from its sanctions list.": {"scope": "delisted"},
    "Canada eased sanctions on Shell.": {"scope": "eased"},
    "Canada acquitted Igor Sechin of fraud.": {"stage": "acquitted"},
    "Canada dropped the charges against Igor Sechin.": {"stage": "dropped"},
    "An inquiry into Shell by Canada was closed in May.": {"stage": "dropped"},
    "Canada has not closed its inquiry into Shell.": {"stage": "probed"},
    "Canada accused Shell of paying bribes.": {"allegation": "paying bribes"},
    "Canada sanctioned Shell.": {},
}


@pytest.mark.parametrize(("text", "expected"), TOLD.items(), ids=TOLD)
def test_qualifiers(read, text, expected):
    asked = ("SANCTION", "INVESTIGATED_BY", "ACCUSES")
    (statement,) = [s for s in read(text).statements if s.predicate.startswith(asked)]
    assert dict(statement.qualifiers) == expected


def test_the_day_of_talks_is_not_what_they_are_about(read):
    (on,) = read("Canada held talks with Shell on gas.").statements
    (day,) = read("Canada held talks with Shell on Monday.").statements
    assert (on.qualifiers.get("about"), day.qualifiers.get("about")) == ("gas", None)
