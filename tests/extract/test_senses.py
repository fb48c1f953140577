"""Wordings that resemble a relation and say none, or say it of others."""

import pytest


def told(extraction):
    name = {m.id: m.name for m in extraction.mentions}
    return {(name[s.subject], s.predicate, name[s.object], s.modality) for s in extraction.statements}


NONE = {
    "a firm that is sold is no supply": ("Poland bought Halberg Tin Ltd from Shell.", "SUPPLIES"),
    "interest in a thing": ("Olav Berg developed an interest in Shell.", "OWNS"),
    "ties that were cut": ("Olav Berg cut off all ties with Marta Keller.", "ASSOCIATE_OF"),
    "leave somebody hurt": ("The raid by Hamas left two Israelis wounded.", "DIVESTS_FROM"),
    "hold for questioning": ("Norway is holding Olav Berg for questioning.", "ACCUSES"),
    "both agreed with a third": ("Shell and Chevron agreed to buy Halberg Tin Ltd.", "AGREES_WITH"),
    "a race": ("Olav Berg won the Tour of Norway.", "VISITS"),
    "where the verb happens": ("Police arrested an officer of the rebel group, Hamas, in Lima.", "BASED_IN"),
    "a war for a thing": ("Olav Berg led the Mexican War of Independence.", "ATTACKS"),
    "a word of a name": ("Halberg Tin Ltd was also called the Delmar Division.", "OWNS"),
    "an example": ("Halberg Tin Ltd provided France with an inspiring example.", "SUPPLIES"),
    "states in alliance": ("The alliance between Vietnam and Cambodia ended.", "PARTNERS_WITH"),
    "another party": ("Olav Berg joined the Christian Democrats in 1998.", "MEMBER_OF"),
    "a champion at chess": ("Olav Berg was the chess champion of Norway.", "SUPPORTS"),
    "on sale": ("Halberg Tin Ltd is available in Norway.", "OPERATES_IN"),
    "a secretary who leads": ("Olav Berg, general secretary of NATO, left.", "WORKS_FOR"),
    "a secretary of a field": ("US Treasury Secretary Olav Berg left.", "WORKS_FOR"),
    "who leads a field alone": ("Olav Berg, chief investment officer of Shell, left.", "HEADS"),
    "an officer who leads": ("Olav Berg, chief executive officer of Shell, left.", "WORKS_FOR"),
    "an officer who leads, before his name": ("Shell chief executive officer Olav Berg left.", "WORKS_FOR"),
    "a minister abroad": ("Fiji was glad. Foreign Minister Olav Berg praised Fiji.", "HEADS"),
}


@pytest.mark.parametrize(("text", "predicate"), NONE.values(), ids=NONE)
def test_not_said(read, text, predicate):
    assert not [row for row in told(read(text)) if row[1] == predicate]


def test_the_west_is_no_mr_west(read):
    rows = told(read("Thomas West left the talks. Russia accused the West of lying."))
    assert ("Russia", "ACCUSES", "Thomas West", "actual") not in rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Police seized suspected Hamas leader Sami Aziz.", ("Sami Aziz", "HEADS", "Hamas", "possible")),
        ("Police seized Hamas leader Sami Aziz.", ("Sami Aziz", "HEADS", "Hamas", "actual")),
        (
            "In a filing with the United Nations, Olav Berg, who controls Shell, offered a loan.",
            ("Olav Berg", "OWNS", "Shell", "actual"),
        ),
        ("Norway holds Olav Berg responsible.", ("Norway", "ACCUSES", "Olav Berg", "actual")),
        ("President Olav Berg left Fiji. Fiji's parliament met.", ("Olav Berg", "HEADS", "Fiji", "actual")),
    ],
)
def test_said(read, text, row):
    assert row in told(read(text))


def test_a_town_is_not_its_university(read):
    found = read("Olav Berg attended Syracuse University. Berg lives in Syracuse.")
    assert ("Olav Berg", "BASED_IN", "Syracuse", "actual") in told(found)
