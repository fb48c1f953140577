"""Whom a pronoun cannot mean."""


def test_a_subject_is_none_that_its_clause_names(tell):
    lines = tell("Rosneft shrank. The company was accused by Greenpeace of robbing Rosneft.")
    assert "Greenpeace ACCUSES Rosneft" not in lines


def test_who_holds_part_of_it_is_not_it(tell) -> None:
    told = tell("Nord Stream is run by Shell, which holds 45% of it.")
    assert "Shell OWNS Nord Stream" in told
