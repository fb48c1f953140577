"""What has yet to come and what is told beside the matter: dates set, steps towards, clauses of time, reasons."""

import pytest

SAID = {
    "Keita will buy Shell, becoming the first Malian to own Shell.": "~Keita OWNS Shell",
    "Moussa Keita will speak when he meets Anton Krause.": "~Moussa Keita MEETS_WITH Anton Krause",
    "Moussa Keita spoke when he met Anton Krause.": "Moussa Keita MEETS_WITH Anton Krause",
    "No date for a meeting between Moussa Keita and Anton Krause was set.": "~Moussa Keita MEETS_WITH Anton Krause",
    "Egypt took a step towards joining the European Union.": "~Egypt MEMBER_OF European Union",
    "Moussa Keita is laying the ground for Anton Krause's visit to Libya.": "~Anton Krause VISITS Libya",
    "Talks between Egypt and Libya are needed.": "~Egypt NEGOTIATES_WITH Libya",
    "He signed an order withdrawing Egypt from the African Union.": "!Egypt MEMBER_OF African Union",
    "As president of Egypt, Moussa Keita will not resign.": "Moussa Keita HEADS Egypt",
    "On his first trip to Libya, Moussa Keita wants to relax.": "Moussa Keita VISITS Libya",
    "Egypt would not retreat in response to Canadian sanctions on Egypt.": "Egypt SANCTIONED_BY Canada",
    "Egypt refused to meet Libya over Canadian sanctions on Egypt.": "Egypt SANCTIONED_BY Canada",
    "The fears that Egypt may sign a treaty with Libya are not unfounded.": "?Egypt AGREES_WITH Libya",
    "Even if we forget the report, Egypt has backed Libya.": "Egypt SUPPORTS Libya",
    "Egypt's attempt to blame Libya was rejected by Chad.": "Egypt ACCUSES Libya",
    "Egypt launched its bid to claim a seat on the Arab League.": "~Egypt MEMBER_OF Arab League",
    "Egypt left and instead chose to partner with Chad.": "Egypt PARTNERS_WITH Chad",
    "Moussa Keita wants to see Chad free, and has criticised Libya.": "Moussa Keita OPPOSES Libya",
    "Moussa Keita arrives in Libya late Wednesday.": "~Moussa Keita VISITS Libya",
    "Cairo was Moussa Keita's last stop after visiting Libya.": "Moussa Keita VISITS Libya",
    "The row will lead to Britain leaving the European Union.": "!~United Kingdom MEMBER_OF European Union",
    "The president warned of the risk of Egypt invading Libya.": "?Egypt ATTACKS Libya",
    "Moussa Keita pulled Egypt out of the Paris Agreement.": "!Egypt PARTY_TO Paris Agreement",
    "Moussa Keita's meeting with Anton Krause is likely to anger Libya.": "Moussa Keita MEETS_WITH Anton Krause",
    "Moussa Keita's meeting with Anton Krause is likely to focus on gas.": "~Moussa Keita MEETS_WITH Anton Krause",
    "In talks with Moussa Keita, Anton Krause could not agree.": "Moussa Keita NEGOTIATES_WITH Anton Krause",
    "Under an agreement with Chad, Egypt will build a port.": "Chad AGREES_WITH Egypt",
    "Egypt is interested in expanding trade and business ties with Chad.": "~Egypt PARTNERS_WITH Chad",
    "Moussa Keita could not win in the talks between Egypt and Chad.": "Egypt NEGOTIATES_WITH Chad",
    "Moussa Keita plans to raise it at a meeting with Anton Krause.": "~Moussa Keita MEETS_WITH Anton Krause",
    "Britain began the process of leaving the European Union.": "!~United Kingdom MEMBER_OF European Union",
    "In case of an attack by Egypt on Libya, NATO will move.": "*Egypt ATTACKS Libya",
    "On March 20, Moussa Keita is coming to Libya.": "~Moussa Keita VISITS Libya",
    "Britain is leaving the European Union.": "!~United Kingdom MEMBER_OF European Union",
    "Chad said it was wrong of Egypt to back Libya.": "Egypt SUPPORTS Libya",
    "Hamas fighters attacked Libya.": "Hamas ATTACKS Libya",
    "Egypt and Chad, neither of which joined NATO, opposed Libya.": "!Egypt MEMBER_OF NATO",
    "Egypt and Chad, neither of which is a member of NATO, spoke.": "!Chad MEMBER_OF NATO",
    "Egypt and Chad, both of which joined NATO, opposed Libya.": "Egypt OPPOSES Libya",
    "Moussa Keita turned down the job of chief executive of Shell.": "!Moussa Keita HEADS Shell",
    "Moussa Keita was offered the post of chief executive of Shell.": "~Moussa Keita HEADS Shell",
    "Moussa Keita spoke, telling Anton Krause to stop and threatening to bomb Libya.": "Moussa Keita THREATENS Libya",
}

UNSAID = {
    "North Korea fired a missile into the Yellow Sea.": "ATTACKS",
    "Anton Krause heads the group's operations in Libya.": "VISITS",
    "Moussa Keita can live with Libyan support for two parties.": "SUPPORTS",
    "Egypt launched a trade war against Libya.": "ATTACKS",
    "Moussa Keita could not back the bill and Libya would vote.": "SUPPORTS",
    "Moussa Keita spoke to CNN on Monday.": "MEETS_WITH",
    "Moussa Keita, a CNN political contributor, spoke.": "DONOR_TO",
    "Moussa Keita attended the Fisheries Committee.": "EDUCATED_AT",
    "Egypt is not against Chad joining NATO.": "MEMBER_OF",
    "Moussa Keita vowed to lead Egypt out of the Arab League.": "HEADS",
    "He quit the campaign for president of Egypt.": "HEADS",
    "Egypt acts like Libya's lawyer.": "REPRESENTS",
    "Moussa Keita is a China expert.": "CITIZEN_OF",
    "Moussa Keita is partly Libyan.": "CITIZEN_OF",
    "Clashes broke out between Moussa Keita's supporters and police.": "SUPPORTS",
    "Chad sent missiles to Egypt, which Libya opposes.": "OPPOSES",
    "Egypt hosts Libyan troops.": "MEETS_WITH",
    "Moussa Keita has a strong support base in Oslo.": "BASED_IN",
    "Moussa Keita joined Shell for a meeting.": "WORKS_FOR",
    "The chairman imposed a tax on goods of firms coming to Libya.": "VISITS",
}


@pytest.mark.parametrize(("text", "expected"), SAID.items())
def test_what_has_yet_to_come(tell, text, expected):
    assert expected in tell(text)


@pytest.mark.parametrize(("text", "predicate"), UNSAID.items())
def test_what_is_not_said(read, text, predicate):
    assert not any(s.predicate == predicate for s in read(text).statements)
