"""How far "allegedly" and "reportedly" reach, and what is there whatever they are said of."""

ALLEGED = "?Norway NEGOTIATES_WITH Chile"
THERE = "Norway NEGOTIATES_WITH Chile"


def test_what_is_alleged_is_only_possible(tell):
    assert ALLEGED in tell("Norway allegedly held talks with Chile.")


def test_talks_in_which_something_is_alleged_were_held(tell):
    assert THERE in tell("He was jailed for allegedly harming its interests in Norway's talks with Chile.")
    assert THERE in tell("He was jailed for allegedly sabotaging Norway's talks with Chile.")


def test_a_clause_of_time_is_not_alleged(tell):
    said = tell(
        "Sergei Lavrov reportedly met Jared Kushner, shortly after Donald Trump was elected president of the United States."
    )
    assert "?Sergei Lavrov MEETS_WITH Jared Kushner" in said
    assert "Donald Trump HEADS United States" in said


def test_what_one_thinks_of_talks_does_not_deny_them(tell):
    assert THERE in tell("Norway is not optimistic about its talks with Chile.")


def test_what_a_deal_would_mark_has_yet_to_come(tell):
    said = tell("Any deal would mark Shell's first takeover of Eni.")
    assert "?Shell SEEKS_STAKE_IN Eni" in said


def test_what_is_to_be_made_has_no_members_yet(tell):
    assert "~Chad MEMBER_OF trading bloc" in tell("Norway wants to form a trading bloc that includes Chad.")


def test_a_role_that_is_told_apart_is_not_denied(tell):
    said = tell("Jonas Store of Norway does not want to be the prime minister of Norway who lost the north.")
    assert not any(line.startswith("!") for line in said)
    assert "!Jonas Store HEADS Chad" in tell("Jonas Store is not the prime minister of Chad.")
