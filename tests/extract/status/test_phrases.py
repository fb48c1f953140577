"""What a preposition does to the noun behind it, by the word it hangs on."""

import pytest

PHRASES = {
    "without": ("Shell left without buying Sonatrach.", "!Shell ACQUIRES Sonatrach"),
    "no part": ("Poland took no part in the talks with Algeria.", "!Poland NEGOTIATES_WITH Algeria"),
    "stopped short of": ("Poland stopped short of sanctioning Shell.", "!Shell SANCTIONED_BY Poland"),
    "gave up on": ("Shell gave up on buying Sonatrach.", "!Shell ACQUIRES Sonatrach"),
    "interest in": ("Sweden voiced interest in joining NATO.", "~Sweden MEMBER_OF NATO"),
    "in talks": ("Poland is in talks with Algeria.", "Poland NEGOTIATES_WITH Algeria"),
}


@pytest.mark.parametrize(("text", "expected"), PHRASES.values(), ids=PHRASES)
def test_a_phrase_denies_or_plans_what_stands_behind_it(tell, text, expected):
    assert expected in tell(text), tell(text)


@pytest.mark.parametrize("how", ["listed", "registered", "recorded", "identified"])
def test_what_nobody_is_told_to_be_is_not_said(tell, how):
    assert "Anna Berg OWNS Shell" in tell(f"Anna Berg is {how} as a shareholder of Shell.")
    assert "Anna Berg OWNS Shell" not in tell(f"Anna Berg is not {how} as a shareholder of Shell.")


def test_a_decision_on_doing_it_does_not_do_it(tell):
    told = tell("Decision on lifting EU sanctions against Shell expected soon")
    assert "Shell SANCTIONS_LIFTED_BY European Union" not in told
