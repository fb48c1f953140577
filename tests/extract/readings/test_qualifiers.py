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


ROLES = {
    "Lena Ortiz, vice-president of Shell, resigned.": "vice-president",
    "Lena Ortiz, secretary-general of NATO, resigned.": "secretary-general",
    "Lena Ortiz is the de-facto head of Shell.": "de-facto head",
    "Lena Ortiz, co-leader of the Liberal Party, resigned.": "co-leader",
    "Lena Ortiz is associate professor in law at Lund University.": "associate professor",
    "Lena Ortiz, editor-in-chief of Reuters, resigned.": "editor-in-chief",
    "Lena Ortiz, the former chief executive of Shell, resigned.": "chief executive",
    "Lena Ortiz, the ex-chairman of Shell, resigned.": "chairman",
}


@pytest.mark.parametrize(("text", "expected"), ROLES.items(), ids=ROLES)
def test_a_role_is_told_in_the_words_of_the_text(read, text, expected):
    (told,) = [s for s in read(text).statements if "role" in s.qualifiers]
    assert told.qualifiers["role"] == expected


@pytest.mark.parametrize(
    "share", ["less than 50%", "at least 30 per cent", "approximately 49 percent", "24%"]
)
def test_a_share_keeps_its_bound(read, share):
    (statement,) = read(f"Lena Ortiz owns {share} of Cedar Metals.").statements
    assert statement.qualifiers["share"] == share
