"""Frames that fire: both ends, pairs, what a frame's "when" and "unless" ask, and the qualifiers it takes."""

import pytest

FIRES = {
    "active": ("Shell acquired Sonatrach.", {"Shell ACQUIRES Sonatrach"}),
    "passive": ("Sonatrach was acquired by Shell.", {"Shell ACQUIRES Sonatrach"}),
    "participle": ("Sonatrach, acquired by Shell, grew.", {"Shell ACQUIRES Sonatrach"}),
    "relative": ("Shell, which acquired Sonatrach, grew.", {"Shell ACQUIRES Sonatrach"}),
    "event noun": ("Shell's acquisition of Sonatrach ended.", {"Shell ACQUIRES Sonatrach"}),
    "the noun of a light verb": (
        "The talks that Shell held with Sonatrach failed.",
        {"Shell NEGOTIATES_WITH Sonatrach"},
    ),
    "the noun of no light verb": ("The talks that Shell feared with Sonatrach failed.", set()),
    "chosen to serve": (
        "Donald Trump named developer Jack Miller to serve as US ambassador to France.",
        {"Donald Trump APPOINTS Jack Miller", "Jack Miller REPRESENTS United States"},
    ),
    "told ahead": (
        "During his visit to Oslo, Jack Miller met Emmanuel Macron.",
        {"Jack Miller VISITS Oslo", "Jack Miller MEETS_WITH Emmanuel Macron"},
    ),
    "a second object": (
        "Poland joined NATO in 1999 and the European Union in 2004.",
        {"Poland MEMBER_OF NATO", "Poland MEMBER_OF European Union"},
    ),
    "a second degree": (
        "Jack Miller holds a degree from Harvard University and a master's from Yale University.",
        {"Jack Miller EDUCATED_AT Harvard University", "Jack Miller EDUCATED_AT Yale University"},
    ),
    "a second goal": (
        "Jack Miller flew to Fiji in May and to Samoa in June.",
        {"Jack Miller VISITS Fiji", "Jack Miller VISITS Samoa"},
    ),
    "a second verb": (
        "Jack Miller met Emmanuel Macron on Monday and flew home on Tuesday.",
        {"Jack Miller MEETS_WITH Emmanuel Macron"},
    ),
    "of which": (
        "Jack Miller joined Shell, of which he later became chairman.",
        {"Jack Miller WORKS_FOR Shell", "Jack Miller HEADS Shell"},
    ),
    "two colleges": (
        "Jack Miller was educated at Eton College and Brasenose College.",
        {"Jack Miller EDUCATED_AT Eton College", "Jack Miller EDUCATED_AT Brasenose College"},
    ),
    "visited in company": ("Jack Miller visited Oslo with Mary Berg.", {"Jack Miller VISITS Oslo"}),
    "party letters": (
        "Reps. Jack Miller, R-Conn., and Mary Berg, D-Mass., agreed.",
        {"Jack Miller MEMBER_OF Republican Party", "Mary Berg MEMBER_OF Democratic Party"},
    ),
    "planned": ("Shell plans to acquire Sonatrach.", {"Shell SEEKS_STAKE_IN Sonatrach"}),
    "to be acquired": ("Sonatrach wants to be acquired by Shell.", {"Shell SEEKS_STAKE_IN Sonatrach"}),
    "denied": ("Shell never acquired Sonatrach.", {"!Shell ACQUIRES Sonatrach"}),
    "nobody acquires herself": ("Shell acquired Shell.", set()),
    "wrong type": ("Shell acquired Emmanuel Macron.", set()),
    "question": ("Did Shell acquire Sonatrach?", set()),
    "co-occurrence": ("Shell and Sonatrach are companies.", set()),
    "accused, not done": (
        "Poland accused Shell of supplying arms to Hamas.",
        {"Poland ACCUSES Shell"},
    ),
}


@pytest.mark.parametrize(("text", "expected"), FIRES.values(), ids=FIRES)
def test_what_a_sentence_says(tell, text, expected):
    assert tell(text) == expected


QUALIFIERS = {
    "share": ("Qatar holds a 10% stake in Shell.", "OWNS", "share", "10%"),
    "majority": ("Qatar holds a majority stake in Shell.", "OWNS", "share", "a majority"),
    "role": ("Igor Sechin is the chief executive of Rosneft.", "HEADS", "role", "chief executive"),
    "family": ("Jared Kushner is Donald Trump's son-in-law.", "RELATIVE_OF", "role", "son-in-law"),
    "goods": ("Qatar exports gas to Poland.", "SUPPLIES", "goods", "gas"),
    "allegation": ("Poland accused Shell of hiding money.", "ACCUSES", "allegation", "hiding money"),
    "stage": ("Poland sued Shell.", "INVESTIGATED_BY", "stage", "sued"),
}


@pytest.mark.parametrize(("text", "predicate", "qualifier", "value"), QUALIFIERS.values(), ids=QUALIFIERS)
def test_a_qualifier_is_taken_from_the_text(read, text, predicate, qualifier, value):
    (statement,) = (s for s in read(text).statements if s.predicate == predicate)
    assert statement.qualifiers[qualifier] == value


@pytest.mark.parametrize(
    "text",
    [
        "Shell moved to Doha and was sanctioned by Poland.",
        "After being sanctioned by Poland, Shell moved to Doha.",
        "Shell moved to Doha after being sanctioned by Poland.",
        "Shell sued Sonatrach and was sanctioned by Poland.",
    ],
)
def test_a_passive_beside_or_below_an_active_verb_has_its_subject(tell, text):
    assert "Shell SANCTIONED_BY Poland" in tell(text)
