"""Ways of saying that somebody met, agreed, was sanctioned or was looked into, beyond the plain verb."""

import pytest

SAID = {
    "Moussa Keita had Anton Krause to dinner at his villa.": "Moussa Keita MEETS_WITH Anton Krause",
    "Moussa Keita and Anton Krause came face to face in Oslo.": "Moussa Keita MEETS_WITH Anton Krause",
    "Moussa Keita was introduced to Anton Krause by a banker.": "Moussa Keita MEETS_WITH Anton Krause",
    "Chad mediated between Egypt and Libya.": "Egypt NEGOTIATES_WITH Libya",
    "Talks between Egypt and Libya over the port collapsed.": "Egypt NEGOTIATES_WITH Libya",
    "After a visit to Libya, Moussa Keita resigned.": "Moussa Keita VISITS Libya",
    "Moussa Keita has been to Libya twice.": "Moussa Keita VISITS Libya",
    "Egypt signed nothing with Libya.": "!Egypt AGREES_WITH Libya",
    "A prisoner swap agreed between Egypt and Libya has begun.": "Egypt AGREES_WITH Libya",
    "Sanctioned by Canada in 2018, Moussa Keita moved to Oslo.": "Moussa Keita SANCTIONED_BY Canada",
    "The Canada-sanctioned businessman Moussa Keita sold up.": "Moussa Keita SANCTIONED_BY Canada",
    "Hezbollah, a group outlawed by Canada in 2002, denied it.": "Hezbollah SANCTIONED_BY Canada",
    "Canada's decision to sanction Shell was a surprise.": "~Shell SANCTIONED_BY Canada",
    "Canada is weighing sanctions on Shell.": "?Shell SANCTIONED_BY Canada",
    "Shell has been removed from the Canadian sanctions list.": "Shell SANCTIONS_LIFTED_BY Canada",
    "The arrest of Moussa Keita by Canada was lawful.": "Moussa Keita INVESTIGATED_BY Canada",
    "Canada dropped its investigation into Shell.": "Shell INVESTIGATED_BY Canada",
    "An inquiry by Canada found that Shell had paid bribes.": "Shell INVESTIGATED_BY Canada",
    "Shell faces a lawsuit from Qatar.": "Shell INVESTIGATED_BY Qatar",
    "Qatar pinned the blame on Shell.": "Qatar ACCUSES Shell",
    "Qatar said Shell had forged the invoices.": "Qatar ACCUSES Shell",
    "Shell enjoys the backing of Qatar.": "Qatar SUPPORTS Shell",
    "Egypt is one of the harshest critics of Libya.": "Egypt OPPOSES Libya",
    "The deal ran into opposition from Egypt. Egypt lashed out at Libya.": "Egypt OPPOSES Libya",
    "Egypt threatened to cut off gas to Libya.": "Egypt THREATENS Libya",
    "Egyptian warplanes bombed three sites in Libya.": "Egypt ATTACKS Libya",
    "Egypt has suspended aid to Libya.": "!Egypt AIDS Libya",
    "The Egypt-aligned Hezbollah won.": "Egypt ALLIED_WITH Hezbollah",
    "Canada sanctioned a handful of bankers, including Moussa Keita.": "Moussa Keita SANCTIONED_BY Canada",
    "Canada's Foreign Ministry has announced sanctions on Shell.": "Shell SANCTIONED_BY Canada",
    "Moussa Keita, together with Anton Krause, was sanctioned by Canada.": "Anton Krause SANCTIONED_BY Canada",
    "Moussa Keita was sanctioned by Canada along with Anton Krause.": "Anton Krause SANCTIONED_BY Canada",
    "Canada sanctioned bankers such as Moussa Keita.": "Moussa Keita SANCTIONED_BY Canada",
    "Moussa Keita became the target of Canadian sanctions.": "Moussa Keita SANCTIONED_BY Canada",
    "Moussa Keita, an Albanian sanctioned by Canada, moved to Oslo.": "Moussa Keita SANCTIONED_BY Canada",
    "Moussa Keita was banned from travelling to Libya.": "!Moussa Keita VISITS Libya",
    "Moussa Keita's meeting with Anton Krause was not a formal one.": "Moussa Keita MEETS_WITH Anton Krause",
    "Shell said no talks with Sonatrach were taking place.": "!Shell NEGOTIATES_WITH Sonatrach",
    "Moussa Keita denied that his meeting with Anton Krause had been secret.": "Moussa Keita MEETS_WITH Anton Krause",
    "Moussa Keita relies on his son-in-law, Anton Krause, a banker.": "Moussa Keita RELATIVE_OF Anton Krause",
    "Moussa Keita is married to a daughter of Anton Krause.": "Moussa Keita RELATIVE_OF Anton Krause",
    "Moussa Keita called on Anton Krause on Tuesday.": "Moussa Keita MEETS_WITH Anton Krause",
    "Sergei Lavrov, his Chadian counterpart Moussa Keita and Anton Krause agreed.": "Moussa Keita HEADS Chad",
    "Moussa Keita is on his way to Chad.": "~Moussa Keita VISITS Chad",
    "Egypt and Libya have called off talks.": "!Egypt NEGOTIATES_WITH Libya",
    "Moussa Keita met Solomon Islands Prime Minister Manasseh Sogavare.": "Manasseh Sogavare HEADS Solomon Islands",
    "Wang Yi will also travel to Kiribati, Samoa, Fiji, Tonga and Chad.": "~Wang Yi VISITS Kiribati",
    "Chad is ready for talks with Egypt.": "~Chad NEGOTIATES_WITH Egypt",
    "Talks between Chad and Egypt are due to begin on Monday.": "~Chad NEGOTIATES_WITH Egypt",
    "Chad has invited Moussa Keita to visit.": "~Moussa Keita VISITS Chad",
    "Moussa Keita, the president-elect of Chad, stayed away.": "~Moussa Keita HEADS Chad",
    "Chadian President-elect Moussa Keita met Anton Krause.": "~Moussa Keita HEADS Chad",
    "Moussa Keita asked for a meeting with Anton Krause.": "~Moussa Keita MEETS_WITH Anton Krause",
    "Shell won approval from Qatar for a takeover of Sonatrach.": "Shell SEEKS_STAKE_IN Sonatrach",
    "Egypt praised the African Union, which includes Chad.": "Chad MEMBER_OF African Union",
    "Egypt said it had reappointed Moussa Keita as ambassador.": "Egypt APPOINTS Moussa Keita",
    "Moussa Keita's diary shows a meeting with Anton Krause.": "Moussa Keita MEETS_WITH Anton Krause",
    "Egypt and the Hamas movement have signed a truce.": "Egypt AGREES_WITH Hamas",
    "Canada is investigating the conduct of Moussa Keita.": "Moussa Keita INVESTIGATED_BY Canada",
    "Moussa Keita was jailed for four years in Canada.": "Moussa Keita INVESTIGATED_BY Canada",
}
UNSAID = {
    "Canada granted Shell a mining licence.": "SANCTIONS_LIFTED_BY",
    "A Canadian court froze the assets of Shell.": "SANCTIONED_BY",
    "Canada designated Moussa Keita as its envoy.": "SANCTIONED_BY",
    "The planned sanctions on Shell were discussed in Canada.": "SANCTIONED_BY",
    "Qatar said Shell had not forged the invoices.": "ACCUSES",
    "Moussa Keita and Anton Krause spoke out against the plan.": "MEETS_WITH",
    "Moussa Keita attacked Libya in a speech.": "ATTACKS",
    "Shell has the support of its staff.": "SUPPORTS",
    "Egypt signed an agreement and met with Moussa Keita.": "AGREES_WITH",
    "An Albanian met Moussa Keita.": "MEETS_WITH",
    "Canada sanctioned hundreds of wealthy Russians.": "SANCTIONED_BY",
}


@pytest.mark.parametrize(("text", "expected"), SAID.items(), ids=SAID)
def test_said_in_other_words(tell, text, expected):
    assert expected in tell(text)


@pytest.mark.parametrize(("text", "predicate"), UNSAID.items(), ids=UNSAID)
def test_left_alone(read, text, predicate):
    assert predicate not in {s.predicate for s in read(text).statements}
