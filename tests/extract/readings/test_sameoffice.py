"""One office is told once, by the predicate that says most of it."""

import pytest

OFFICES = {
    "FBI Director James Berg resigned.": {"James Berg HEADS FBI"},
    "Lena Ortiz, a commander of Hamas, was killed.": {"Lena Ortiz MEMBER_OF Hamas"},
    "Lena Ortiz, an executive at Shell, resigned.": {"Lena Ortiz WORKS_FOR Shell"},
    "Lena Ortiz, a director of Shell, resigned.": {"Lena Ortiz MEMBER_OF Shell"},
    "Lena Ortiz, secretary-general of NATO, resigned.": {"Lena Ortiz HEADS NATO"},
    "Kenya's finance minister, Lena Ortiz, resigned.": {"Lena Ortiz HEADS Kenya"},
    "Hungary's state secretary for sport, Lena Ortiz, resigned.": {"Lena Ortiz WORKS_FOR Hungary"},
    "Scottish First Minister Lena Ortiz resigned.": {"Lena Ortiz HEADS Scotland"},
    "The head of British intelligence, Lena Ortiz, resigned.": set(),
    "The head of the Syrian delegation, Lena Ortiz, resigned.": {"Lena Ortiz REPRESENTS Syria"},
    "Canada's Liberal Party leader, Lena Ortiz, resigned.": {"Lena Ortiz HEADS Liberal Party"},
    "The Republican mayor of Chicago, Lena Ortiz, resigned.": {
        "Lena Ortiz HEADS Chicago",
        "Lena Ortiz MEMBER_OF Republican Party",
    },
    "UN humanitarian chief Lena Ortiz resigned.": set(),
    "German Bundestag president Lena Ortiz resigned.": {"Lena Ortiz HEADS Bundestag"},
    "The mayor of Berlin, Lena Ortiz, resigned.": {"Lena Ortiz HEADS Berlin"},
}


@pytest.mark.parametrize(("text", "expected"), OFFICES.items(), ids=OFFICES)
def test_an_office_is_told_once(tell, text, expected):
    assert tell(text) == expected


def test_the_ministry_rather_than_the_state_of_a_secretary(read):
    (told,) = read("US Secretary of State Marco Rubio resigned.").statements
    assert (told.predicate, dict(told.qualifiers)) == ("HEADS", {"role": "secretary of state"})


def test_a_believer_or_a_people_is_no_body(tell):
    for text in (
        "The head of Kashmiri Muslims, Umar Berg, resigned.",
        "A leading Kashmiri separatist leader, Umar Berg, resigned.",
        "Hindu leader Umar Berg resigned.",
    ):
        assert tell(text) == set(), tell(text)


def test_a_member_of_a_party_is_no_party(tell):
    text = "Susan Berg, a moderate Republican who opposed Marco Rubio, resigned."
    assert "Susan Berg OPPOSES Marco Rubio" in tell(text)
    assert "Republican Party OPPOSES Marco Rubio" not in tell(text)


def test_a_president_is_of_a_party_and_does_not_head_it(tell):
    assert "Donald Trump HEADS Republican Party" not in tell(
        "Republican President Donald Trump met Marco Rubio."
    )
    assert "Lena Ortiz HEADS Republican Party" in tell(
        "Republican Party chairman Lena Ortiz met Marco Rubio."
    )
