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
    "Anna Berg denied any connection to Karl Lund.": "!Anna Berg ASSOCIATE_OF Karl Lund",
}


@pytest.mark.parametrize(("text", "expected"), SAID.items(), ids=SAID)
def test_what_is_denied_comes_out_denied(tell, text, expected):
    assert expected in tell(text), tell(text)


SILENT = {
    "The question of Poland joining NATO arose again.": "Poland MEMBER_OF NATO",
    "Karl Lund answered questions about whether Shell had bought Sonatrach.": "Shell ACQUIRES Sonatrach",
    "Shell pulled out of the Sonatrach deal.": "Shell DIVESTS_FROM Sonatrach",
}


@pytest.mark.parametrize(("text", "unsaid"), SILENT.items(), ids=SILENT)
def test_what_is_only_asked_is_not_said(tell, text, unsaid):
    assert not {s.lstrip("~?!") for s in tell(text)} & {unsaid}
