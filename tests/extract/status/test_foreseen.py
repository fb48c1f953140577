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
    "Moussa Keita is due in Libya for talks with Anton Krause.": "~Moussa Keita NEGOTIATES_WITH Anton Krause",
    "Moussa Keita accepted an invitation by Anton Krause to visit Libya.": "~Moussa Keita VISITS Libya",
    "The presidents of Egypt and Chad will meet in Oslo.": "~Egypt MEETS_WITH Chad",
    "Moussa Keita's trip to Libya next week will be his first.": "~Moussa Keita VISITS Libya",
    "Egypt's meeting with Chad is due to take place in May.": "~Egypt MEETS_WITH Chad",
    "Egypt is nearing a trade deal with Chad.": "~Egypt AGREES_WITH Chad",
    "The plan envisages cooperation between Shell and Eni.": "~Shell PARTNERS_WITH Eni",
    "Moussa Keita vows to strike back after Egypt imposes sanctions on Libya": "Libya SANCTIONED_BY Egypt",
    "Moussa Keita will strike back after Egypt imposes sanctions on Libya.": "~Libya SANCTIONED_BY Egypt",
    "Moussa Keita and Anton Krause joined forces to found Shell.": "Moussa Keita FOUNDED Shell",
    "Moussa Keita hopes to found Shell.": "~Moussa Keita FOUNDED Shell",
    "Moussa Keita went to Doha to meet Anton Krause.": "Moussa Keita MEETS_WITH Anton Krause",
    "Shell has pulled out of the race to buy Eni.": "!Shell SEEKS_STAKE_IN Eni",
    "Moussa Keita would be the first former president of Egypt to be jailed.": "Moussa Keita HEADS Egypt",
}
UNSAID = {
    "The former presidents of Egypt and Chad will meet in Oslo.": "Chad MEETS_WITH Egypt",
    "Moussa Keita accepted an invitation by Anton Krause to visit Libya.": "Anton Krause VISITS",
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
