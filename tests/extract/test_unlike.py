"""What was not done, is only left open or hangs on something: said by refusal, by an inverted clause, by a lack of signs."""

import pytest

SAID = {
    "Norway held off from sanctioning Shell.": "!Shell SANCTIONED_BY Norway",
    "Norway has so far held off imposing sanctions on Shell.": "!Shell SANCTIONED_BY Norway",
    "Norwegian troops held off an attack on Chad by Libya.": "Libya ATTACKS Chad",
    "Shell thought better of buying Equinor.": "!Shell ACQUIRES Equinor",
    "Norway's bid to join the European Union failed.": "!~Norway MEMBER_OF European Union",
    "Moussa Keita owns no part of Equinor.": "!Moussa Keita OWNS Equinor",
    "Nor were Shell or Equinor sanctioned by Norway.": "!Equinor SANCTIONED_BY Norway",
    "Neither was Shell sanctioned by Norway.": "!Shell SANCTIONED_BY Norway",
    "Reports that Shell has bought Equinor are inconsistent with the facts.": "!Shell ACQUIRES Equinor",
    "Norway would no longer sell arms to Chad.": "!~Norway SUPPLIES Chad",
    "Norway has no papers showing that Shell met Moussa Keita.": "!Shell MEETS_WITH Moussa Keita",
    "Norway is not averse to joining the European Union.": "?Norway MEMBER_OF European Union",
    "Norway approved the takeover of Equinor by Shell.": "~Shell ACQUIRES Equinor",
    "Moussa Keita was allegedly using a yacht to ship arms to Chad.": "?Moussa Keita SUPPLIES Chad",
    "Moussa Keita is a Malian citizen, no longer a Libyan one.": "Moussa Keita CITIZEN_OF Mali",
    "Norway turned down Chad's request for a loan.": "!Norway FINANCES Chad",
    "Chad has asked Norway for a loan.": "~Norway FINANCES Chad",
    "Norway is considering a request from Chad for a loan.": "?Norway FINANCES Chad",
    "Norway refused Moussa Keita a loan.": "!Norway FINANCES Moussa Keita",
    "Moussa Keita is due back in Libya within days.": "~Moussa Keita VISITS Libya",
    "Shell would drop Equinor as a partner.": "!?Shell PARTNERS_WITH Equinor",
    "There can be no assurance that Shell will acquire Equinor.": "?Shell ACQUIRES Equinor",
    "Completion of the sale of Equinor to Shell is subject to approval by Norway.": "*Shell ACQUIRES Equinor",
    "Moussa Keita was passed over for the job of chief executive of Shell.": "!Moussa Keita HEADS Shell",
    "Norway has pulled a loan to Equinor.": "!Norway FINANCES Equinor",
    "Shell and Equinor have dropped plans for a joint venture.": "!~Shell PARTNERS_WITH Equinor",
    "Moussa Keita denies having financed Hezbollah.": "!Moussa Keita FINANCES Hezbollah",
    "Moussa Keita introduced Anton Krause as Libya's next prime minister.": "~Anton Krause HEADS Libya",
    "Norway will sell Chad up to 90 barrels of oil.": "~Norway SUPPLIES Chad",
    "Nobody in Oslo or Cairo has threatened Chad.": "!Egypt THREATENS Chad",
    "Shell will not be bidding for the Equinor stake.": "!~Shell SEEKS_STAKE_IN Equinor",
    "Shell has proposed Moussa Keita for the post.": "~Shell APPOINTS Moussa Keita",
    "Shell will go on delivering gas to Equinor's refinery in Libya.": "~Shell SUPPLIES Equinor",
    "Shell has signed no document of any kind with Equinor.": "!Shell AGREES_WITH Equinor",
}


@pytest.mark.parametrize(("text", "expected"), SAID.items(), ids=SAID)
def test_said(tell, text, expected):
    assert expected in tell(text)
