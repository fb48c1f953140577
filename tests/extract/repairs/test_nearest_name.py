import pytest

OWNED = {
    "He praised the sale of Vauxhall to Shell, which is owned by Norway.": (
        "Norway OWNS Shell",
        "Norway OWNS Vauxhall",
    ),
    "The possible sale of Marlow Tin to Shell, which is 14% owned by Norway, worries Chad.": (
        "Norway OWNS Shell",
        "Norway OWNS Marlow Tin",
    ),
    "He met Anna Berg and Karl Lund, who heads Shell.": ("Karl Lund HEADS Shell", "Anna Berg HEADS Shell"),
    "Talks between Anna Berg and Karl Lund, who owns Shell, failed.": (
        "Karl Lund OWNS Shell",
        "Anna Berg OWNS Shell",
    ),
}


@pytest.mark.parametrize(("text", "ends"), OWNED.items(), ids=OWNED)
def test_a_clause_tells_of_the_name_right_before_it(tell, text, ends):
    right, wrong = ends
    assert right in tell(text)
    assert wrong not in tell(text)


def test_the_main_clause_goes_on_behind_a_passive_one(tell):
    said = tell("The takeover of Opel by PSA, which is 14% owned by Norway, has sparked concerns.")
    assert "Norway OWNS PSA" in said
    assert "Norway OWNS Opel" not in said


def test_a_role_behind_a_name_is_that_of_the_name(tell):
    said = tell("He spoke to Anna Berg, a spokeswoman for Karl Lund, a member of the Labour Party.")
    assert "Karl Lund MEMBER_OF Labour Party" in said
    assert "Anna Berg MEMBER_OF Labour Party" not in said
