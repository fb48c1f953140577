"""Bids, takeovers, shares and units, in the constructions in which business news tells them."""

import pytest

SAID = {
    "a takeover plotted": ("Shell is plotting a takeover of Sonatrach.", "Shell SEEKS_STAKE_IN Sonatrach"),
    "no secret": (
        "Shell has made no secret of its wish to buy Sonatrach.",
        "Shell SEEKS_STAKE_IN Sonatrach",
    ),
    "rumoured": (
        "Shell, rumoured to covet Sonatrach, declined to comment.",
        "?Shell SEEKS_STAKE_IN Sonatrach",
    ),
    "an arm named behind a name": (
        "Following its sale to Nigerian consortium Renaissance, Shell's onshore subsidiary Kestrel Mining shed staff.",
        "Shell OWNS Kestrel Mining",
    ),
    "a carrier told right before": (
        "The regional airline Zambezi Wings passed into the hands of Igor Sechin in 2016.",
        "Igor Sechin ACQUIRES Zambezi Wings",
    ),
    "may be sought": ("Shell could seek a stake in Sonatrach.", "?Shell SEEKS_STAKE_IN Sonatrach"),
    "sought is sought": ("Shell said it was seeking a stake in Sonatrach.", "Shell SEEKS_STAKE_IN Sonatrach"),
    "creditors led by one": (
        "Creditors led by Elbrook Capital wound up with 62 percent of Pallas Shipping.",
        "Elbrook Capital OWNS Pallas Shipping",
    ),
    "those among them": (
        "Investors in Sonatrach, among them Shell and Eni, lost money.",
        "Eni INVESTS_IN Sonatrach",
    ),
    "joined in it": (
        "Shell joined Eni and Gazprom in investing $200 million in Sonatrach.",
        "Gazprom INVESTS_IN Sonatrach",
    ),
    "among those who left": (
        "Shell and Eni were among the foreign shareholders to abandon Nord Stream 2.",
        "Eni DIVESTS_FROM Nord Stream 2",
    ),
    "a stake sold for the firm": (
        "The head of Shell ruled out selling the company's stake in Sonatrach.",
        "!~Shell DIVESTS_FROM Sonatrach",
    ),
    "a rival by the name of a town": (
        "Shell launched a bid for smaller rival Sabadell.",
        "Shell SEEKS_STAKE_IN Sabadell",
    ),
    "told by the merger alone": ("Shell merged with Kalulushi in 2019.", "Shell ACQUIRES Kalulushi"),
    "a price a share": (
        "Shell offered 52 dollars per share for Sonatrach.",
        "Shell SEEKS_STAKE_IN Sonatrach",
    ),
    "bid a price": ("Shell bid $30 a share for Sonatrach.", "Shell SEEKS_STAKE_IN Sonatrach"),
    "for the rest": (
        "Shell will bid $4.00 a share for the 96 percent it does not already hold in Sonatrach.",
        "~Shell SEEKS_STAKE_IN Sonatrach",
    ),
    "no comment": ("Eni had no comment on Shell's offer for Sonatrach.", "Shell SEEKS_STAKE_IN Sonatrach"),
    "an offer received": (
        "Eni is studying an offer it received from Shell to buy Sonatrach.",
        "Shell SEEKS_STAKE_IN Sonatrach",
    ),
    "an offer from another": (
        "Eni rejected a proposal from Shell to acquire Sonatrach.",
        "Shell SEEKS_STAKE_IN Sonatrach",
    ),
    "not raised": (
        "Shell has no intention of raising its bid for Sonatrach.",
        "Shell SEEKS_STAKE_IN Sonatrach",
    ),
    "a plan for somebody": (
        "Poland welcomed a plan for Shell to buy Sonatrach.",
        "Shell SEEKS_STAKE_IN Sonatrach",
    ),
    "a plan for somebody dropped": (
        "A plan for Shell to buy Sonatrach was dropped.",
        "!Shell SEEKS_STAKE_IN Sonatrach",
    ),
    "agreement to be bought": (
        "Sonatrach signed a definitive agreement to be acquired by Shell.",
        "~Shell ACQUIRES Sonatrach",
    ),
    "money to complete it": (
        "Shell is seeking loans to complete its takeover of Sonatrach.",
        "~Shell ACQUIRES Sonatrach",
    ),
    "lent to the buyer": ("Eni financed Shell's purchase of Sonatrach.", "Eni FINANCES Shell"),
    "the other has the rest": (
        "Shell owns 48 percent of Sonatrach, while Eni has 49 percent.",
        "Eni OWNS Sonatrach",
    ),
    "its unit in a list": (
        "Shell, its Marlow Tin Inc unit, and Eni were fined.",
        "Shell OWNS Marlow Tin Inc",
    ),
    "shareholder and more": (
        "Eni, a Sonatrach shareholder and sister organisation of Shell, agreed.",
        "Eni OWNS Sonatrach",
    ),
    "and the other": (
        "Shell already owns 36% of Eni and Gazprom 25% of Sonatrach.",
        "Gazprom OWNS Sonatrach",
    ),
    "the other has the rest of it": (
        "Shell owns 51 percent of Sonatrach and Gazprom the rest.",
        "Gazprom OWNS Sonatrach",
    ),
    "pct": ("Shell owns 24 pct of Sonatrach and 15 pct of Gazprom.", "Shell OWNS Gazprom"),
    "a deal to buy gas": (
        "Poland signed a deal with Shell to get liquefied natural gas.",
        "~Shell SUPPLIES Poland",
    ),
    "a national named": (
        "The sole shareholder of Sonatrach is a Chinese national named Lin Wei.",
        "Lin Wei OWNS Sonatrach",
    ),
    "with facilities": (
        "Shell is one of the largest employers, with major facilities in Chad.",
        "Shell OPERATES_IN Chad",
    ),
    "a third of it": ("China buys a third of Chile's copper.", "Chile SUPPLIES China"),
    "accounts for": ("Qatar accounts for a third of Poland's gas imports.", "Qatar SUPPLIES Poland"),
    "a sector": (
        "The United States lifted most of the sanctions it had imposed on Chad's oil and mining sectors.",
        "Chad SANCTIONS_LIFTED_BY United States",
    ),
    "respectively": (
        "The firms Sonatrach and Marlow Tin were founded by Lin Wei and Mary Miller respectively.",
        "Lin Wei FOUNDED Sonatrach",
    ),
    "talks about buying": (
        "Shell is talking with Eni on buying its 25 percent stake in Sonatrach.",
        "Shell SEEKS_STAKE_IN Sonatrach",
    ),
    "given a stake": (
        "A share exchange gave Gazprom a 22 percent stake in Sonatrach.",
        "Gazprom OWNS Sonatrach",
    ),
    "left with a stake": ("The swap left Shell with an 80 percent stake in Eni.", "Shell OWNS Eni"),
    "pays a price": ("Shell will pay 15 dollars a share for Sonatrach.", "~Shell ACQUIRES Sonatrach"),
    "negotiates for it": (
        "Shell is negotiating for the acquisition of Sonatrach.",
        "Shell SEEKS_STAKE_IN Sonatrach",
    ),
    "a surprise bid": (
        "Sonatrach received a surprise bid from investor Mary Miller.",
        "Mary Miller SEEKS_STAKE_IN Sonatrach",
    ),
    "its named unit": (
        "Shell completed the sale of its Marlow Tin unit to Eni.",
        "Eni ACQUIRES Marlow Tin",
    ),
    "a sale to somebody of it": (
        "Shell announced the sale to Eni of its Marlow Tin Ltd unit.",
        "Eni ACQUIRES Marlow Tin Ltd",
    ),
    "shares from their owner": (
        "Shell bought two million Sonatrach common shares from Eni.",
        "Eni DIVESTS_FROM Sonatrach",
    ),
    "no objection": (
        "Norway raised no objection to the sale of Sonatrach by Shell.",
        "~Shell DIVESTS_FROM Sonatrach",
    ),
    "leads a round": (
        "Shell led a $30 million round in Sonatrach.",
        "Shell INVESTS_IN Sonatrach",
    ),
    "one of its sites": (
        "Marlow Tin, one of Shell's refineries, was shut.",
        "Shell OWNS Marlow Tin",
    ),
}


@pytest.mark.parametrize(("text", "expected"), SAID.values(), ids=SAID)
def test_who_buys_and_owns_what(tell, text, expected):
    assert expected in tell(text)


UNSAID = {
    "launched is not bought": ("Shell launched a takeover of Sonatrach.", "ACQUIRES"),
    "a field is no firm": ("Shell said its LNG business grew.", "OWNS"),
    "no part of what it is sold to": (
        "Following its sale to Nigerian consortium Renaissance, Shell's onshore subsidiary Kestrel Mining shed staff.",
        "Shell OWNS Renaissance",
    ),
    "led, not owned": (
        "Jan Berg's Sovereign Investment Fund placed $120 million with Sonatrach.",
        "Jan Berg OWNS",
    ),
    "its own interest": (
        "Eni said Marlow Tin Inc had agreed to sell its 38 percent interest in Eni to Shell.",
        "Eni OWNS",
    ),
    "price is no loan": ("Shell offered 52 dollars per share for Sonatrach.", "FINANCES"),
    "who has the offer": (
        "Eni had no comment on an offer it received from Shell to buy Sonatrach.",
        "Eni SEEKS_STAKE_IN",
    ),
    "the rest is owned": (
        "Shell will bid $4.00 a share for the 96 percent it does not already hold in Sonatrach.",
        "!Shell OWNS",
    ),
    "own shares": (
        "Sonatrach runs a mill. Sonatrach is rich. Shell has ten million shares outstanding.",
        "OWNS",
    ),
    "troops withdrawn": ("Shell requested the withdrawal of the Russian troops.", "DIVESTS_FROM"),
    "assets are no goods": ("Shell sold its assets to Eni.", "SUPPLIES"),
    "notes are no goods": ("Shell sold 30 million dollars of notes to Eni.", "SUPPLIES"),
    "shares are no goods": ("Shell bought a million shares and sold them to Eni.", "SUPPLIES"),
    "with an inquiry": ("Shell is cooperating with the Securities and Exchange Commission.", "PARTNERS_WITH"),
    "needed": ("Shell needs a 25 percent stake in Sonatrach.", "OWNS"),
    "offered": ("Shell will offer a minority stake in Sonatrach to Eni.", "OWNS"),
    "its own unit": ("Shell, its Marlow Tin Inc unit, and Eni were fined.", "Marlow Tin Inc OWNS"),
    "the bought is not lent to": ("Eni financed Shell's purchase of Sonatrach.", "Eni FINANCES Sonatrach"),
    "a firm's name": ("Mary Miller said her Miller Acquisition Corp has few shares.", "ACQUIRES"),
    "and the other": ("Shell already owns 36% of Eni and Gazprom 25% of Sonatrach.", "Shell OWNS Gazprom"),
    "took and took": ("Shell took 30 percent of Eni and Gazprom 10 percent.", "ACQUIRES Gazprom"),
    "would have": ("Shell would own 60 percent of Sonatrach and Gazprom 40 percent.", "OWNS Gazprom"),
    "identified as": ("Marlow Tin was identified by Norway as shipping chips to Chad.", "Norway SUPPLIES"),
    "respectively": (
        "The firms Sonatrach and Marlow Tin were founded by Lin Wei and Mary Miller respectively.",
        "Lin Wei FOUNDED Marlow Tin",
    ),
    "assets to be sold": ("Shell announced plans to sell assets in Chad.", "OPERATES_IN"),
    "money of a country": ("Shell made a 4 billion Canadian dollar bid for Sonatrach.", "Canada SEEKS"),
    "interests of a State": ("Qatar's interests in Shell are wide.", "OWNS"),
    "listed shares": ("US-listed Marlow Tin Ltd fell.", "SANCTIONED_BY"),
    "talks about buying": (
        "Shell is talking with Eni on buying its 25 percent stake in Sonatrach.",
        "Shell OWNS",
    ),
    "told to an authority": (
        "Shell made a filing with the Securities and Exchange Commission disclosing its 4 percent stake in Eni.",
        "Commission OWNS",
    ),
    "neither buyer nor seller": (
        "Shell is rich. Eni is rich. Gazprom will buy Eni's 4 percent stake.",
        "OWNS Gazprom",
    ),
    "the sign of its shares": (
        "Marlow Tin Ltd (MTL.L) subsidiary Kestrel Inc was named operator.",
        "MTL.L",
    ),
    "a people's body": ("They met at the Children's Hospital and the Workers' Party.", "OWNS"),
    "daughters": ("Canada imposed sanctions on Igor Sechin's daughters.", "Igor Sechin SANCTIONED_BY"),
    "through a holding company": (
        "Shell holds Sonatrach through its holding company Halberg Holdings.",
        "Halberg Holdings OWNS Shell",
    ),
}


@pytest.mark.parametrize(("text", "unexpected"), UNSAID.values(), ids=UNSAID)
def test_what_they_do_not_tell(tell, text, unexpected):
    assert not [line for line in tell(text) if unexpected in line]


def test_each_firm_with_the_share_that_is_held_of_it(read) -> None:
    told = read("Shell owns 24 percent of Sonatrach and 15 percent of Gazprom.")
    names = {m.id: m.name for m in told.mentions}
    shares = {names[s.object]: dict(s.qualifiers).get("share") for s in told.statements}
    assert shares == {"Sonatrach": "24 percent", "Gazprom": "15 percent"}


GIVEN_UP = [
    "Shell pulled out of the race to take control of Sonatrach.",
    "Shell is out of the running for Sonatrach.",
    "Shell decided to withdraw from the auction for Sonatrach.",
    "Shell dropped out of the bidding for Sonatrach.",
]


@pytest.mark.parametrize("text", GIVEN_UP)
def test_who_leaves_a_race_seeks_nothing(tell, text):
    said = [line for line in tell(text) if "Shell SEEKS_STAKE_IN Sonatrach" in line]
    assert said
    assert all(line.startswith("!") for line in said)


def test_a_sale_whose_talks_were_ended_is_none(tell):
    said = tell("Shell said talks on the sale of its stake in Sonatrach have been terminated.")
    assert [line for line in said if "Shell DIVESTS_FROM Sonatrach" in line and line.startswith("!")]
    assert "Shell OWNS Sonatrach" in said


def test_what_is_not_sold_is_not_denied_to_be_owned(tell):
    said = tell("Shell has not sold any stake in Sonatrach.")
    assert not [line for line in said if "OWNS" in line]


def test_until_it_is_sold_it_is_not(tell):
    said = tell("Canada halted the deal until Shell sells Sonatrach.")
    assert "Shell DIVESTS_FROM Sonatrach" not in said
    assert "Shell DIVESTS_FROM Sonatrach" in tell("Canada waited until Shell sold Sonatrach.")


def test_how_much_is_sold_is_not_how_much_is_held(read) -> None:
    told = read("Shell will sell a 5 percent stake in Sonatrach.")
    shares = {s.predicate: dict(s.qualifiers).get("share") for s in told.statements}
    assert shares == {"DIVESTS_FROM": "5 percent", "OWNS": None}


def test_a_bank_that_helps_with_a_bid_is_not_what_it_is_for(tell):
    said = tell(
        "Shell lost money. Goldman Sachs lost more. Shell works with Goldman Sachs for its planned bid."
    )
    assert not [line for line in said if "SEEKS_STAKE_IN Goldman Sachs" in line]
