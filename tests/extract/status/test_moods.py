"""Plans, possibilities and conditions, from auxiliaries, adverbs and governing words."""

import pytest

from extract.status.moods import inverted

PLANNED = [
    "Anton Krause is due to meet Igor Sechin next week.",
    "Anton Krause is set to meet Igor Sechin.",
    "Anton Krause is to meet Igor Sechin on Friday.",
    "Anton Krause is slated to meet Igor Sechin.",
    "Anton Krause is about to meet Igor Sechin.",
    "Anton Krause hopes to meet Igor Sechin.",
    "Anton Krause would like to meet Igor Sechin.",
    "Anton Krause will fly to Doha to meet Igor Sechin.",
    "A meeting between Anton Krause and Igor Sechin is planned for Friday.",
    "Maria Keller told Anton Krause to meet Igor Sechin.",
    "Anton Krause is prepared to meet Igor Sechin.",
    "Anton Krause to meet Igor Sechin in Doha",
    "Anton Krause travels to Doha next week to see Igor Sechin.",
    "Anton Krause is meeting Igor Sechin in Doha next week.",
]
OPEN = [
    "Anton Krause might meet Igor Sechin.",
    "Anton Krause must have met Igor Sechin in Doha.",
    "Anton Krause is likely to meet Igor Sechin.",
    "Anton Krause is thinking of meeting Igor Sechin.",
    "Anton Krause is said to be considering meeting Igor Sechin.",
    "Anton Krause is weighing whether to meet Igor Sechin.",
    "There is a story that Anton Krause met Igor Sechin.",
    "Anton Krause is open to meeting Igor Sechin.",
    "A meeting between Anton Krause and Igor Sechin is under discussion.",
    "It is possible that Anton Krause will meet Igor Sechin.",
    "Reports that Anton Krause met Igor Sechin spread in Doha.",
    "Anton Krause allegedly met Igor Sechin in Doha.",
    "Anton Krause reportedly met Igor Sechin in Doha.",
]
ACTUAL = [
    "Anton Krause flew to Doha to meet Igor Sechin.",
    "Anton Krause was seen meeting Igor Sechin.",
    "Anton Krause met Igor Sechin in May; nobody had a plan.",
    "Anton Krause met Igor Sechin before buying Sonatrach.",
    "Anton Krause met Igor Sechin in Doha on Friday.",
]


@pytest.mark.parametrize("text", PLANNED)
def test_plans(tell, text):
    assert "~Anton Krause MEETS_WITH Igor Sechin" in tell(text)


@pytest.mark.parametrize("text", OPEN)
def test_possibilities(tell, text):
    assert "?Anton Krause MEETS_WITH Igor Sechin" in tell(text)


@pytest.mark.parametrize("text", ACTUAL)
def test_facts(tell, text):
    assert "Anton Krause MEETS_WITH Igor Sechin" in tell(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shell signed an agreement to buy Sonatrach.", "~Shell ACQUIRES Sonatrach"),
        ("Had Shell bought Sonatrach, the banks would have sued.", "*Shell ACQUIRES Sonatrach"),
        ("It is doubtful that Shell bought Sonatrach.", "?Shell ACQUIRES Sonatrach"),
        ("Shell says it has a right of first refusal to buy Sonatrach.", "?Shell ACQUIRES Sonatrach"),
        ("Were Algeria to attack Qatar, Poland would stay out.", "*Algeria ATTACKS Qatar"),
        ("A claim has surfaced that Shell sued Sonatrach.", "?Sonatrach INVESTIGATED_BY Shell"),
        ("Shell is rumoured to have bought Sonatrach.", "?Shell ACQUIRES Sonatrach"),
        ("Shell is thought unlikely to sue Sonatrach.", "!?Sonatrach INVESTIGATED_BY Shell"),
        ("Shell's takeover of Sonatrach, agreed in May, has not closed.", "~Shell ACQUIRES Sonatrach"),
        ("Shell's merger with Sonatrach has not been approved.", "~Shell ACQUIRES Sonatrach"),
        ("Shell's purchase of Sonatrach was approved in May.", "Shell ACQUIRES Sonatrach"),
        ("Shell is believed to have bought Sonatrach.", "?Shell ACQUIRES Sonatrach"),
        ("Shell said it would sue Sonatrach.", "~Sonatrach INVESTIGATED_BY Shell"),
        ("Shell might not sue Sonatrach.", "!?Sonatrach INVESTIGATED_BY Shell"),
        ("Shell came close to suing Sonatrach in 2019.", "!Sonatrach INVESTIGATED_BY Shell"),
        ("Qatar gave Shell the right to buy a stake in Sonatrach.", "?Shell ACQUIRES Sonatrach"),
        ("Poland has cleared Shell to buy Sonatrach.", "~Shell ACQUIRES Sonatrach"),
        (
            "Anton Krause's trip may include a meeting with Igor Sechin.",
            "?Anton Krause MEETS_WITH Igor Sechin",
        ),
        ("Anton Krause's trip to Poland will mark his first in a year.", "~Anton Krause VISITS Poland"),
        ("Anton Krause has been invited to Poland.", "~Anton Krause VISITS Poland"),
        ("Assuming Qatar agrees, Shell will buy Sonatrach.", "*Shell ACQUIRES Sonatrach"),
        ("Norway to join NATO", "~Norway MEMBER_OF NATO"),
        ("Norway ought to join NATO.", "~Norway MEMBER_OF NATO"),
        ("Norway voted to join NATO.", "~Norway MEMBER_OF NATO"),
        ("Norway has applied to join NATO.", "~Norway MEMBER_OF NATO"),
        ("Anton Krause is a candidate to lead Shell.", "~Anton Krause HEADS Shell"),
        ("Anton Krause is running for president of Poland.", "~Anton Krause HEADS Poland"),
        ("Anton Krause was considered as chairman of Shell.", "?Anton Krause HEADS Shell"),
        ("Shell is nearing a deal to buy Sonatrach.", "~Shell ACQUIRES Sonatrach"),
        ("A deal between Shell and Sonatrach is close.", "~Shell AGREES_WITH Sonatrach"),
        ("Shell, the would-be buyer of Sonatrach, left.", "Shell SEEKS_STAKE_IN Sonatrach"),
        ("Pending approval, Shell will take over Sonatrach.", "*Shell ACQUIRES Sonatrach"),
        ("Poland has not ruled out suing Shell.", "?Shell INVESTIGATED_BY Poland"),
        ("Shell was the first company to sue Sonatrach.", "Sonatrach INVESTIGATED_BY Shell"),
    ],
)
def test_other_readings(tell, text, expected):
    assert expected in tell(text)


INVERTED = {
    "Should/aux/agree/MD Poland/nsubj/agree/NNP agree/advcl/3/VB sues/ROOT/sues/VBZ/sue": True,
    "Had/aux/agreed/VBD/have it/nsubj/agreed/PRP agreed/advcl/3/VBN/agree left/ROOT/left/VBD/leave": True,
    "Shell/nsubj/agree/NNP should/aux/agree/MD agree/ROOT/agree/VB": False,
    "Should/aux/agree/MD Shell/nsubj/agree/NNP agree/ROOT/agree/VB ?/punct/agree/.": False,
}


@pytest.mark.parametrize(("parse", "expected"), INVERTED.items())
def test_an_inversion_is_a_condition(make, parse, expected):
    verb = next(t for t in make(parse) if t.lemma_ == "agree")
    assert inverted(verb) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shell was able to buy Sonatrach.", "Shell ACQUIRES Sonatrach"),
        ("Shell was not able to buy Sonatrach.", "!Shell ACQUIRES Sonatrach"),
        ("Shell had to sue Sonatrach.", "Sonatrach INVESTIGATED_BY Shell"),
        ("Shell went on to sue Sonatrach.", "Sonatrach INVESTIGATED_BY Shell"),
        ("Shell will have to sue Sonatrach.", "~Sonatrach INVESTIGATED_BY Shell"),
        ("Shell is able to sell gas to Poland.", "?Shell SUPPLIES Poland"),
    ],
)
def test_what_came_about_is_a_fact(tell, text, expected):
    assert expected in tell(text)
