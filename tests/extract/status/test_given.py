"""Role and kin nouns keep their own status, whatever is denied or planned around them."""

import pytest

GIVEN = {
    "Poland condemned Iraq's attack on Kuwait.": "Iraq ATTACKS Kuwait",
    "Shell never broke Norway's sanctions on Gazprom.": "Gazprom SANCTIONED_BY Norway",
    "Shell did so without falling foul of US sanctions on Gazprom.": "Gazprom SANCTIONED_BY United States",
    "Shell promised to comply with EU sanctions on Gazprom.": "Gazprom SANCTIONED_BY European Union",
    "Shell denied that it was related to Gazprom's owner, Viktor Orlov.": "Viktor Orlov OWNS Gazprom",
    "Shell held no talks with Algeria's state oil company, Sonatrach.": "Algeria OWNS Sonatrach",
    "Maria Keller could hire Anton Krause's nephew Paul Winter.": "Anton Krause RELATIVE_OF Paul Winter",
    "Maria Keller never met Shell's chief executive, Wael Sawan.": "Wael Sawan HEADS Shell",
    "Shell did not meet Anton Krause, who owns Sonatrach.": "Anton Krause OWNS Sonatrach",
    "Shell may sue Sonatrach, which is owned by Qatar.": "Qatar OWNS Sonatrach",
    "If Qatar buys Sonatrach, owned by Shell, the market will change.": "Shell OWNS Sonatrach",
    "Shell has not paid Sonatrach, a subsidiary of Gazprom.": "Gazprom OWNS Sonatrach",
    "Anton Krause would not say where his brother, Paul Krause, was.": (
        "Anton Krause RELATIVE_OF Paul Krause"
    ),
    "Qatar denied that it was negotiating with Shell, a month after Algerian air strikes on Poland.": (
        "Algeria ATTACKS Poland"
    ),
    "It was Maria Keller, not her husband, Anton Krause, who ran Shell.": (
        "Maria Keller RELATIVE_OF Anton Krause"
    ),
    "New tariffs would endanger a decade-old trade deal between Qatar and Poland.": "Qatar AGREES_WITH Poland",
    "Farmers want to renegotiate the trade deal between Qatar and Poland.": "Qatar AGREES_WITH Poland",
    "Lena Ortiz hopes to survive a scandal over her meeting with Igor Sechin.": (
        "Lena Ortiz MEETS_WITH Igor Sechin"
    ),
    "Poland may extend an existing contract with Shell.": "Poland AGREES_WITH Shell",
}
SAID = {
    "Iraq called off its raid on Kuwait.": "!Iraq ATTACKS Kuwait",
    "The raid on Kuwait by Iraq was cancelled.": "!Iraq ATTACKS Kuwait",
    "Iraq is planning its invasion of Kuwait.": "~Iraq ATTACKS Kuwait",
    "A row over a possible meeting between Anton Krause and Igor Sechin went on.": (
        "?Anton Krause MEETS_WITH Igor Sechin"
    ),
    "Farmers want a trade deal between Qatar and Poland.": "~Qatar AGREES_WITH Poland",
    "Shell said it had stopped lending, that it had no business with Eni, and left.": "!Shell PARTNERS_WITH Eni",
    "Shell is not the owner of Sonatrach.": "!Shell OWNS Sonatrach",
    "Anton Krause is no longer chief executive of Shell.": "!Anton Krause HEADS Shell",
    "Anton Krause will become chief executive of Shell next year.": "~Anton Krause HEADS Shell",
    "Anton Krause, Shell's next chief executive, lives in Paris.": "~Anton Krause HEADS Shell",
    "Anton Krause, the proposed chief executive of Shell, lives in Paris.": "~Anton Krause HEADS Shell",
    "Poland's chancellor-in-waiting, Anton Krause, lives in Paris.": "~Anton Krause HEADS Poland",
    "Anton Krause, the putative owner of Shell, lives in Paris.": "?Anton Krause OWNS Shell",
    "Anton Krause, never a friend of Igor Sechin, lives in Paris.": "!Anton Krause ASSOCIATE_OF Igor Sechin",
    "Anton Krause, not the owner of Shell but its lawyer, lives in Paris.": "!Anton Krause OWNS Shell",
    "Anton Krause may be named chief executive of Shell.": "?Anton Krause HEADS Shell",
    "Anton Krause is not the brother of Maria Keller.": "!Anton Krause RELATIVE_OF Maria Keller",
    "Anton Krause is no relative of Maria Keller.": "!Anton Krause RELATIVE_OF Maria Keller",
}


@pytest.mark.parametrize(("text", "expected"), GIVEN.items(), ids=GIVEN)
def test_what_is_taken_for_granted_is_affirmed(tell, text, expected):
    assert expected in tell(text)


@pytest.mark.parametrize(("text", "expected"), SAID.items(), ids=SAID)
def test_what_somebody_is_said_to_be_has_the_status_of_its_clause(tell, text, expected):
    assert expected in tell(text)


def test_a_relative_clause_inside_a_condition_stands_on_its_own(tell):
    text = (
        "The agreement between Shell and Poland is subject to the consent of Sonatrach, "
        "which sold oil to Qatar in 2021."
    )
    assert "Sonatrach SUPPLIES Qatar" in tell(text)


def test_one_of_a_list_of_examples_is_given(tell):
    text = "The fund hopes to woo donors such as Elon Musk as well as Donald Trump's son, Eric Trump."
    assert any(line.count("RELATIVE_OF") and line[0] not in "~?*!" for line in tell(text)), tell(text)
