"""What still holds on the day of the document, and what does not."""

import pytest

CURRENT = {
    "Shell, owned by Qatar, sued Poland.": "yes",
    "Qatar sued Gazprom's owner, Viktor Orlov.": "yes",
    "Shell has sold its stake in Sonatrach.": "no",
    "Shell plans to sell its stake in Sonatrach.": "yes",
    "Shell has exited its stake in Sonatrach.": "no",
    "Qatar praised Shell for the sale of its stake in Sonatrach.": "unknown",
    "Shell used to own Sonatrach.": "no",
    "Shell once owned Sonatrach.": "no",
    "Anton Krause stepped down as chief executive of Shell.": "no",
    "Anton Krause will step down as chief executive of Shell.": "yes",
    "Qatar sued Shell's one-time chief executive, Anton Krause.": "no",
    "Anton Krause, formerly chief executive of Shell, sued Poland.": "no",
    "Anton Krause was chief executive of Shell.": "no",
    "The minister said that Shell owned Sonatrach.": "unknown",
}


COMING = {
    "Anton Krause retired from Shell in 2007.": {"Shell": "no"},
    "Anton Krause joined Shell from Rosneft in 2012.": {"Shell": "unknown", "Rosneft": "no"},
    "Anton Krause will retire from Shell in 2030.": {"Shell": "unknown"},
}


@pytest.mark.parametrize(("text", "expected"), COMING.items(), ids=COMING)
def test_who_came_from_a_firm_works_there_no_longer(read, text, expected):
    extraction = read(text)
    names = {m.id: m.name for m in extraction.mentions}
    found = {names[s.object]: s.current for s in extraction.statements if s.predicate == "WORKS_FOR"}
    assert found == expected


@pytest.mark.parametrize(("text", "current"), CURRENT.items(), ids=CURRENT)
def test_whether_it_still_holds(read, text, current):
    found = {s.current for s in read(text).statements if s.predicate in ("OWNS", "HEADS")}
    assert found == {current}


@pytest.mark.parametrize(
    ("date", "modality"), [("2025-12-05", "actual"), ("2025-08-20", "intended")], ids=["later", "at the time"]
)
def test_an_invitation_of_long_ago_has_been_taken_up(read, date, modality):
    text = "In August 2025 Anton Krause invited Igor Sechin to a summit in Doha."
    assert [s.modality for s in read(text, date).statements if s.predicate == "MEETS_WITH"] == [modality]


def test_the_day_of_a_meeting_is_not_that_of_a_friendship(read):
    text = (
        "On 3 May 2025 Canada indicted a British man. Viktor Bout was sued. "
        "On 3 May 2025 his old friend Anton Krause was received by Igor Sechin."
    )
    dated = {s.predicate: s.start for s in read(text).statements}
    assert dated["INVESTIGATED_BY"] == dated["MEETS_WITH"] == "2025-05-03"
    assert dated["CITIZEN_OF"] is None
    assert dated["ASSOCIATE_OF"] is None


LEAVING = {
    "Anton Krause will step down as chairman of Shell.": "yes",
    "Anton Krause did not resign as chairman of Shell.": "yes",
    "Anton Krause refused to resign as chairman of Shell.": "yes",
    "Anton Krause was ousted as chairman of Shell.": "no",
}


@pytest.mark.parametrize(("text", "current"), LEAVING.items(), ids=LEAVING)
def test_who_may_leave_a_post_holds_it(read, text, current):
    (statement,) = [s for s in read(text).statements if s.predicate == "HEADS"]
    assert (statement.polarity, statement.modality, statement.current) == ("affirmed", "actual", current)


def test_the_day_of_a_sale_is_not_that_of_owning(read):
    dated = {s.predicate: s.start for s in read("In May 2024 Rosneft sold its stake in Shell.").statements}
    assert dated == {"DIVESTS_FROM": "2024-05", "OWNS": None}
