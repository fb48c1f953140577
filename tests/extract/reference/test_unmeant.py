"""Words that name somebody who is not meant, and things that "it" may mean."""

import pytest

NOT_MEANT = [
    ("Norway raised objections to a Thai buyer.", "Thailand"),
    ("Karl Brekke threatened to blockade the Linz border post.", "Linz"),
    ("Lena Ortiz, a Peruvian contractor, sued Shell.", "WORKS_FOR"),
]


@pytest.mark.parametrize(("text", "never"), NOT_MEANT)
def test_the_country_of_a_private_buyer_is_not_meant(tell, text, never):
    assert not any(never in line for line in tell(text))


def test_a_state_itself_is_meant(tell):
    assert tell("Norway raised objections to Thailand.") == {"Norway OPPOSES Thailand"}
    assert "Russia ATTACKS Ukraine" in tell("Russian troops attacked Ukraine.")


def test_what_a_speaker_takes_back_is_not_said(tell):
    assert tell("Shell, no, sorry, it was another firm, bought Sonatrach.") == set()
    assert tell("Emmanuel Macron visited Norway, sorry, nine years ago.") == {"Emmanuel Macron VISITS Norway"}


def test_it_is_a_thing_that_the_sentence_brings_in(tell):
    text = (
        "Shell sued Eni. It is readying an offer for Sonatrach, with Danske Bank lined up to underwrite it."
    )
    assert not any(" FINANCES Eni" in line for line in tell(text))


def test_it_is_a_party_that_no_name_tells(tell):
    text = "Mary Miller was at Harvard. She votes for the party. She has not joined it."
    assert "!Mary Miller MEMBER_OF Harvard" not in tell(text)


def test_whose_chairman_told_a_body_is_not_that_body(tell):
    told = tell("The OECD wrote to Halberg Energy. Its chairman, Karl Brekke, answered the OECD.")
    assert "Karl Brekke HEADS OECD" not in told


def test_the_company_of_whose_director_was_spoken(tell):
    text = "Its director, Karl Brekke, says that he never sold to Verano Foods. The company belongs to Lena Ortiz."
    assert tell("Halberg Energy grew. " + text) >= {"Lena Ortiz OWNS Halberg Energy"}


def test_the_company_of_an_announcement_is_who_makes_it(tell):
    text = (
        "Halberg Energy Ltd (ASX: HLB) confirms that it has met Verano Foods. "
        "Verano Foods grew. The company owns Sonatrach."
    )
    assert "Halberg Energy Ltd OWNS Sonatrach" in tell(text)


def test_whose_man_is_criticised(tell):
    assert tell("Olav Berg criticised Mexico's Vicente Fox.") == {"Olav Berg OPPOSES Vicente Fox"}
