"""Parts of several, several read as one, and verbs of headlines that the parse takes for nouns."""

import pytest

SAID = {
    "Canada lifted most of the sanctions on Lukoil.": "Lukoil SANCTIONS_LIFTED_BY Canada",
    "Canada lifted the sanctions that it imposed on Venezuela's oil sector.": "Venezuela SANCTIONS_LIFTED_BY Canada",
    "Canadian sanctions on Iranian crude have hurt Shell.": "Iran SANCTIONED_BY Canada",
    "Egypt backs lifting EU sanctions on Libya.": "?Libya SANCTIONS_LIFTED_BY European Union",
    "Brazil fined Shell, its Italian unit Marlow Tin and the French group Alstom.": "Alstom INVESTIGATED_BY Brazil",
    "Brazil praised Shell, its Italian unit Marlow Tin and the French group Alstom.": "Shell OWNS Marlow Tin",
    "The list names Marlow Shipping, its founder and owner, Anton Krause.": "Anton Krause OWNS Marlow Shipping",
    "Belov, through his lawyer, Piet Marais, denies that he ever paid the minister.": "Piet Marais REPRESENTS Belov",
    "Moussa Keita founded Marlow Shipping with his friend, Anton Krause, in 2014.": "Anton Krause FOUNDED Marlow Shipping",
    "Vale eyes stake in Anglo American": "Vale SEEKS_STAKE_IN Anglo American",
    "Shell weighs bid for BP": "Shell SEEKS_STAKE_IN BP",
    "Vale explores for copper in Mongolia.": "Vale OPERATES_IN Mongolia",
    "The US won. Former Defense Secretary Jan Berg praised Shell.": "Jan Berg HEADS United States Department of Defense",
    "U.S. Secretary of State Jan Berg praised Shell.": "Jan Berg HEADS United States Department of State",
    "Libya needs money. Anton Krause, the prime minister, met Shell.": "Anton Krause HEADS Libya",
    "Anton Krause could take a seat on Shell's board.": "?Anton Krause MEMBER_OF Shell",
}


@pytest.mark.parametrize(("text", "expected"), SAID.items(), ids=SAID)
def test_said(tell, text, expected):
    assert expected in tell(text)


def test_noun_phrase_gets_no_verb(tell):
    assert tell("Egypt orders from Shell fell.") == set()


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (
            "He cited the partnership between France's Total and Russia's Novatek.",
            "Total PARTNERS_WITH Novatek",
            "Total PARTNERS_WITH Russia",
        ),
        (
            "Sonatrach, a company which is 69.65 percent held by Shell, closed higher.",
            "Shell OWNS Sonatrach",
            "Sonatrach OWNS Shell",
        ),
    ],
)
def test_a_second_owner_and_a_measure_before_the_participle_have_their_places(tell, text, right, wrong):
    said = tell(text)
    assert right in said
    assert wrong not in said


def test_firms_listed_behind_a_colon_are_those_counted_before(tell):
    said = tell("The mill of Sonatrach was bought by three firms: Shell, Eni and BP.")
    assert not [line for line in said if line.endswith(("ACQUIRES Shell", "ACQUIRES Eni", "ACQUIRES BP"))]
    said = tell("Shell's business was sold to a consortium of several firms: Lukoil, Gazprom and Rosneft.")
    assert not [line for line in said if "OWNS" in line]
