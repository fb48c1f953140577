"""The fields of a minister end where his name begins."""

import pytest

CASES = {
    "Peru's Minister of Foreign Affairs and Trade Olav Berg met Anton Krause.": [
        ("Olav Berg", "HEADS", "Peru"),
        ("Olav Berg", "MEETS_WITH", "Anton Krause"),
    ],
    "The minister of trade and industry Olav Berg met Anton Krause.": [
        ("Olav Berg", "MEETS_WITH", "Anton Krause")
    ],
    "Anton Krause met Sweden's Minister for Foreign Trade and Development Olav Berg and Igor Sechin.": [
        ("Anton Krause", "MEETS_WITH", "Olav Berg"),
        ("Olav Berg", "HEADS", "Sweden"),
        ("Anton Krause", "MEETS_WITH", "Igor Sechin"),
    ],
    "Olav Berg was appointed Minister of Health and Social Services of Norway.": [
        ("Olav Berg", "HEADS", "Norway")
    ],
    "A meeting between Kenyan President Olav Berg and Peruvian President Anton Krause ended.": [
        ("Olav Berg", "HEADS", "Kenya"),
        ("Anton Krause", "HEADS", "Peru"),
        ("Olav Berg", "MEETS_WITH", "Anton Krause"),
    ],
    "Igor Sechin met Peruvian Prime Minister Olav Berg and Kenyan intelligence chief Anton Krause.": [
        ("Olav Berg", "HEADS", "Peru"),
        ("Anton Krause", "WORKS_FOR", "Kenya"),
        ("Igor Sechin", "MEETS_WITH", "Olav Berg"),
        ("Igor Sechin", "MEETS_WITH", "Anton Krause"),
    ],
    "Kenya's Ministry of Trade and Industry Nairobi office is closed.": [],
    "The energy ministers of Norway and Chile, Olav Berg and Anton Krause, met.": [
        ("Olav Berg", "HEADS", "Norway"),
        ("Anton Krause", "HEADS", "Chile"),
        ("Olav Berg", "MEETS_WITH", "Anton Krause"),
    ],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=CASES)
def test_who_the_minister_is(read, text, expected):
    extraction = read(text)
    names = {m.id: m.name for m in extraction.mentions}
    found = {(names[s.subject], s.predicate, names[s.object]) for s in extraction.statements}
    assert found == set(expected)


@pytest.mark.parametrize("office", ["Foreign Ministers", "foreign ministers"])
def test_ministers_of_two_states_are_those_whose_names_follow(tell, office):
    said = tell(f"The Polish and Norwegian {office}, Anna Berg and Karl Lund, met in Riga.")
    assert {"Anna Berg HEADS Poland", "Karl Lund HEADS Norway", "Anna Berg MEETS_WITH Karl Lund"} <= set(said)
