"""Events told to be yet to come by what stands behind them, and what only seems to come."""

import pytest

SAID = {
    "He left before a meeting of Moussa Keita and Anton Krause planned for Monday.": "~Moussa Keita MEETS_WITH Anton Krause",
    "The row spoils talks between Egypt and Libya due in May.": "~Egypt NEGOTIATES_WITH Libya",
    "Talks between Egypt and Libya scheduled for May took place in Oslo.": "Egypt NEGOTIATES_WITH Libya",
    "Shell's purchase of Sonatrach could happen in May.": "?Shell SEEKS_STAKE_IN Sonatrach",
    "Shell's purchase of Sonatrach will close in May.": "~Shell ACQUIRES Sonatrach",
    "Shell's purchase of Sonatrach, expected to close in May, has angered Chad.": "~Shell ACQUIRES Sonatrach",
    "Shell's purchase of Sonatrach in 2003 will haunt it.": "Shell ACQUIRES Sonatrach",
    "The draft agreement between Egypt and Libya is long.": "~Egypt AGREES_WITH Libya",
    "A treaty between Egypt and Libya is awaiting signature.": "~Egypt AGREES_WITH Libya",
    "A treaty between Egypt and Libya is within reach.": "~Egypt AGREES_WITH Libya",
    "A treaty between Egypt and Libya awaits ratification.": "Egypt AGREES_WITH Libya",
    "There can be no preconditions for a dialogue between Egypt and Libya.": "~Egypt NEGOTIATES_WITH Libya",
    "The arbiter suspends the deal until Shell sells its stake in Sonatrach.": "~Shell DIVESTS_FROM Sonatrach",
    "Shell ran the mine until Eni bought Sonatrach.": "Eni ACQUIRES Sonatrach",
    "Egypt is serious about joining NATO.": "~Egypt MEMBER_OF NATO",
    "Egypt was intent on joining NATO.": "~Egypt MEMBER_OF NATO",
    "Shell agreed to buy Eni, forming a joint venture with Sonatrach.": "~Shell PARTNERS_WITH Sonatrach",
    "Egypt intends to evaluate it in cooperation with Chad.": "~Egypt PARTNERS_WITH Chad",
    "He said it was expected to be signed in May and that Egypt and Chad had agreed on a price.": "Egypt AGREES_WITH Chad",
    "He denied that it wanted to be fined and that Egypt and Chad had agreed on a price.": "!Egypt AGREES_WITH Chad",
    "The envoy arranged for Moussa Keita to meet Anton Krause.": "~Moussa Keita MEETS_WITH Anton Krause",
    "A visit by Moussa Keita to Libya is planned.": "~Moussa Keita VISITS Libya",
}
UNSAID = {
    "Moussa Keita is expected to receive Libyan union leaders.": "MEETS_WITH",
    "Chad said Shell had bid for Eni, adding that there were talks with Egypt.": "Shell NEGOTIATES_WITH",
    "The Cairo Treaty signed with Egypt is old.": "Cairo Treaty AGREES_WITH",
    "Egypt and Chad arranged for Moussa Keita to meet Anton Krause.": "Chad MEETS_WITH",
}


@pytest.mark.parametrize("text", SAID)
def test_yet_to_come(tell, text):
    assert SAID[text] in tell(text)


@pytest.mark.parametrize("text", UNSAID)
def test_who_does_not_take_part(tell, text):
    assert not any(UNSAID[text] in line for line in tell(text))
