"""Reports and claims that are told without "that", and whose decisions are judged by others."""

import pytest

CLAIMS = {
    "denied suggestions": ("Shell denied suggestions it had bought Eni.", "!Shell ACQUIRES Eni"),
    "denied reports": (
        "Chad denied reports it was weighing sanctions against Mali.",
        "!?Mali SANCTIONED_BY Chad",
    ),
    "denied charges": ("Chad denied charges it had supported Mali.", "!Chad SUPPORTS Mali"),
    "a report of being": ("Shell denied a report it was in talks with Eni.", "!Shell NEGOTIATES_WITH Eni"),
    "confirmed": ("Shell confirmed reports it was buying Eni.", "Shell ACQUIRES Eni"),
}


@pytest.mark.parametrize(("text", "expected"), CLAIMS.values(), ids=CLAIMS)
def test_a_whole_clause_tells_what_is_claimed(tell, text, expected):
    said = tell(text)
    assert expected in said or expected.replace("!?", "?!") in said
    assert expected.lstrip("!?") not in said or not expected.startswith("!")


def test_a_relative_clause_tells_of_the_report(tell):
    assert not [line for line in tell("Chad slammed the claims Mali made against it.") if "!" in line]


def test_whose_decision_it_is_others_judge(tell):
    said = tell("Iran condemned the Canadian decision to impose sanctions on Lukoil.")
    assert "~Lukoil SANCTIONED_BY Canada" in said
    assert not [line for line in said if line.endswith("SANCTIONED_BY Iran")]


def test_a_list_of_deeds_is_nobodys_above(tell):
    said = tell("Norway complained of abuses, from the looting of shops, to supporting Mali.")
    assert "Norway SUPPORTS Mali" not in said


def test_who_is_accused_is_told_once(tell):
    said = tell("Lena Ortiz will defend Citgo, the refiner, which she accused Norway of trying to steal.")
    assert "Lena Ortiz ACCUSES Norway" in said
    assert "Lena Ortiz ACCUSES Citgo" not in said


def test_a_headline_tells_in_the_present_what_is_past(tell):
    assert "Mali SANCTIONED_BY Norway" in tell(
        "Lena Ortiz vows to retaliate after Norway imposes sanctions on Mali"
    )
    assert "~Mali SANCTIONED_BY Norway" in tell(
        "Lena Ortiz will retaliate after Norway imposes sanctions on Mali."
    )


def test_what_is_condemned_is_somebody_elses(tell):
    assert not [
        line for line in tell("Canada condemned its attacks and support of Hamas.") if "Canada SUPP" in line
    ]


def test_who_says_that_something_is_so_accuses(tell):
    assert "Chad ACCUSES Mali" in tell("Chad said the claims were baseless, accusing Mali of spying.")
    assert "~Canada INVESTIGATED_BY Chad" in tell(
        "Chad said that the tariffs are illegal, vowing to sue Canada."
    )
