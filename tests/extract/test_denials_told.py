"""Denials as news writes them: what is denied never comes out affirmed, and what is there all the same does not get lost."""

import pytest

SAID = {
    "The news about talks between Poland and Algeria is a fabrication.": "!Poland NEGOTIATES_WITH Algeria",
    "Any talks between Poland and Algeria are pure invention.": "!Poland NEGOTIATES_WITH Algeria",
    "Any talks between Poland and Algeria are nothing more than a myth.": "!Poland NEGOTIATES_WITH Algeria",
    "The deal between Poland and Algeria was wrong.": "Poland AGREES_WITH Algeria",
    "The deal between Poland and Algeria was a hoax.": "!Poland AGREES_WITH Algeria",
    "Poland tore up its accord with Algeria.": "!Poland AGREES_WITH Algeria",
    "Poland ended its accord with Algeria.": "!Poland AGREES_WITH Algeria",
    "The question of Poland joining NATO does not arise.": "!Poland MEMBER_OF NATO",
    "Anna Berg falsely claimed that Karl Lund owned Shell.": "!Karl Lund OWNS Shell",
    "Karl Lund was wrongly said to own Marlow Tin.": "!Karl Lund OWNS Marlow Tin",
    "Anna Berg denied owning Shell, meeting Karl Lund or paying Jan Lund.": "!Anna Berg MEETS_WITH Karl Lund",
    "Shell denied there was any truth in reports in the press that say it bought Sonatrach.": "!Shell ACQUIRES Sonatrach",
    "Poland rejects any secret talks with Algeria.": "!Poland NEGOTIATES_WITH Algeria",
    "Chad rejected the talks between Poland and Algeria.": "Poland NEGOTIATES_WITH Algeria",
    "Shell sold the mine to Sonatrach instead of Eni.": "!Eni ACQUIRES mine",
    "Poland has agreed to nothing with Algeria.": "!Poland AGREES_WITH Algeria",
    "No director of Shell has met Karl Lund.": "!Shell MEETS_WITH Karl Lund",
    "None of the ministers from Poland has visited Chad.": "!Poland VISITS Chad",
    "No one from the Polish government has met Karl Lund.": "!Poland MEETS_WITH Karl Lund",
    "Poland has met Algeria but Chad has not.": "!Algeria MEETS_WITH Chad",
    "Poland has met Algeria. Neither Chad nor Peru has.": "!Algeria MEETS_WITH Peru",
    "Poland has not met Algeria. Chad hasn't either.": "!Algeria MEETS_WITH Chad",
    "Anna Berg does not know Karl Lund, let alone Jan Lund.": "!Anna Berg ASSOCIATE_OF Jan Lund",
    "Poland was excluded from the talks with Algeria.": "!Poland NEGOTIATES_WITH Algeria",
    "Poland supports Algeria but Chad opposes it.": "Poland SUPPORTS Algeria",
    "No preparations are being made for the meeting between Anna Berg and Karl Lund.": "!~Anna Berg MEETS_WITH Karl Lund",
    "Anna Berg denied any connection to Karl Lund.": "!Anna Berg ASSOCIATE_OF Karl Lund",
}


@pytest.mark.parametrize(("text", "expected"), SAID.items(), ids=SAID)
def test_what_is_denied_comes_out_denied(tell, text, expected):
    assert expected in tell(text), tell(text)


SILENT = {
    "The question of Poland joining NATO arose again.": "Poland MEMBER_OF NATO",
    "Karl Lund answered questions about whether Shell had bought Sonatrach.": "Shell ACQUIRES Sonatrach",
    "No lawyer in Poland supports Algeria.": "Poland SUPPORTS Algeria",
    "The bank that owns Shell and Eni has sued Chad.": "Chad INVESTIGATED_BY Eni",
    "Shell pulled out of the Sonatrach deal.": "Shell DIVESTS_FROM Sonatrach",
}


@pytest.mark.parametrize(("text", "unsaid"), SILENT.items(), ids=SILENT)
def test_what_is_only_asked_is_not_said(tell, text, unsaid):
    assert not {s.lstrip("~?!") for s in tell(text)} & {unsaid}
