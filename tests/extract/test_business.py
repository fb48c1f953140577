"""Stakes, loans, supplies and seats, in the constructions in which business news tells them."""

import pytest

SAID = {
    "each his part": (
        "Sonatrach is owned 80 per cent by Shell and 20 per cent by Eni.",
        "Eni OWNS Sonatrach",
    ),
    "set off by a comma": (
        "Lukoil, under American sanctions since 2022, sold it.",
        "Lukoil SANCTIONED_BY United States",
    ),
    "here and there": ("Shell runs eleven mills in Egypt and a clinic in Chad.", "Shell OPERATES_IN Chad"),
    "tools for a sum": ("Shell sent $41 million of machine parts to Poland.", "Shell SUPPLIES Poland"),
    "rest of it": ("The rest of Sonatrach is divided among Shell and Gazprom.", "Gazprom OWNS Sonatrach"),
    "alongside": ("Shell holds 45% of Sonatrach alongside Eni and Gazprom.", "Gazprom OWNS Sonatrach"),
    "whose firm": (
        "Igor Sechin, whose Kestrel Holdings was fined, left.",
        "Igor Sechin OWNS Kestrel Holdings",
    ),
    "a country's firm": (
        "Japan's Mitsubishi Motors declined to comment.",
        "Mitsubishi Motors BASED_IN Japan",
    ),
    "a country's firm, told what it is": (
        "Norway's energy group Equinor declined.",
        "Equinor BASED_IN Norway",
    ),
    "no longer looked into": (
        "Munich prosecutors dropped their inquiry into Shell.",
        "Shell INVESTIGATED_BY Munich prosecutors",
    ),
    "not contended": ("Interpol does not contend that Shell knew of the fraud.", "!Interpol ACCUSES Shell"),
    "fined a sum": ("Canada fined Nordlys Bank $3 million for fraud.", "Nordlys Bank INVESTIGATED_BY Canada"),
    "a verb read as a noun": (
        "The sanctions, announced by Canada, target Johan Berg and Kestrel Mining.",
        "Johan Berg SANCTIONED_BY Canada",
    ),
    "departments": (
        "Shell reached the agreement with the US Justice, Commerce and Treasury departments.",
        "Shell AGREES_WITH United States Department of Justice",
    ),
    "allegations denied": (
        "Shell denied allegations by Greenpeace that it had dumped waste.",
        "Greenpeace ACCUSES Shell",
    ),
    "the Conservatives": (
        "Mary Miller gave £200,000 to the Conservatives.",
        "Mary Miller DONOR_TO Conservative Party",
    ),
    "a party's donors": (
        "The largest Tory donors were Mary Miller and Johan Berg.",
        "Johan Berg DONOR_TO Conservative Party",
    ),
    "a verb is no name": (
        "German police have arrested Markus Braun, a banker, for fraud.",
        "Markus Braun INVESTIGATED_BY German police",
    ),
    "asset freezes": (
        "The UK imposed asset freezes on Gazprom and Shell.",
        "Shell SANCTIONED_BY United Kingdom",
    ),
    "a firm before its name": (
        "Canada fined the Texas-based technology firm Kestrel Metals for bribing officials.",
        "Kestrel Metals INVESTIGATED_BY Canada",
    ),
    "a dash before the role": ("Igor Sechin – Chief Executive of Rosneft", "Igor Sechin HEADS Rosneft"),
    "two family names": (
        "Ricardo Salinas Pliego grew rich. Salinas owns Kestrel Mining.",
        "Ricardo Salinas Pliego OWNS Kestrel Mining",
    ),
    "a blend in brackets": (
        "Banco Nacional de México (Banamex) grew. Shell bought Banamex.",
        "Shell ACQUIRES Banco Nacional de México",
    ),
    "board of directors": (
        "Igor Sechin (Chairman of the Board of Directors of Kestrel Mining) left.",
        "Igor Sechin HEADS Kestrel Mining",
    ),
    "also known as": (
        "Kestrel Mining Holdings, formerly known as Tallis Gold, grew. Gazprom bought Tallis Gold.",
        "Gazprom ACQUIRES Kestrel Mining Holdings",
    ),
    "or in short": (
        "Iran runs Kestrel Aircraft Manufacturing, or KAM. Gazprom bought KAM.",
        "Gazprom ACQUIRES Kestrel Aircraft Manufacturing",
    ),
    "a people's members": (
        "The Delhi Police charged Australians John Loney and Steven Reid, who left.",
        "Steven Reid INVESTIGATED_BY Delhi Police",
    ),
    "misters": (
        "Canada filed charges against Mr Leissner, Mr Ng and Mr Low.",
        "Low INVESTIGATED_BY Canada",
    ),
    "own, behind an apposition": (
        "Johan Berg and his wife, Anna Lund, own Kestrel Mining.",
        "Anna Lund OWNS Kestrel Mining",
    ),
    "two of one family name": (
        "Brothers Johan and Lars Berg own Kestrel Mining.",
        "Johan Berg OWNS Kestrel Mining",
    ),
    "a list after including": (
        "Nvidia supplies chips to companies including Samsung, LG, and Hyundai.",
        "Nvidia SUPPLIES Hyundai",
    ),
    "of what it buys": (
        "Shell buys a third of its parts from firms such as Gazprom and Eni.",
        "Eni SUPPLIES Shell",
    ),
    "a State's firm": ("France's Kestrel Mining closed.", "Kestrel Mining BASED_IN France"),
    "backed by": ("Kestrel Mining, backed by SoftBank, closed.", "SoftBank INVESTS_IN Kestrel Mining"),
    "gave the party": (
        "Mary Miller gave the Democratic Party £200,000.",
        "Mary Miller DONOR_TO Democratic Party",
    ),
    "from one to the other": ("Deliveries of gas from Norway to Germany rose.", "Norway SUPPLIES Germany"),
    "supply somebody with": (
        "Shell had to supply Boeing with titanium.",
        "Shell SUPPLIES Boeing",
    ),
    "his firm by name": ("Igor Sechin's Kestrel Mining lost money.", "Igor Sechin OWNS Kestrel Mining"),
    "whose list": (
        "Kestrel Mining was put on the US Entity List.",
        "Kestrel Mining SANCTIONED_BY United States",
    ),
    "legal form": ("Gazprom PJSC owns Kestrel Mining.", "Gazprom OWNS Kestrel Mining"),
    "said first, named behind": (
        "The company that owns Kestrel Mining is Gazprom.",
        "Gazprom OWNS Kestrel Mining",
    ),
    "two roles": (
        "Kestrel Mining's founder and chairman Johan Berg left.",
        "Johan Berg FOUNDED Kestrel Mining",
    ),
    "dismissed as": (
        "Mary Miller fired Johan Berg as head of Kestrel Mining.",
        "Johan Berg HEADS Kestrel Mining",
    ),
    "state-owned": ("State-owned Rosneft bought a mill.", "Russia OWNS Rosneft"),
    "deal worth": (
        "Shell signed a deal worth $2 billion with Egypt to build a mill.",
        "Shell AGREES_WITH Egypt",
    ),
    "arrested after an inquiry": (
        "Igor Sechin was arrested after an investigation by the Delhi Police.",
        "Igor Sechin INVESTIGATED_BY Delhi Police",
    ),
    "clause without that": (
        "Marlow Tin, the company Anna Berg founded in 1999, closed.",
        "Anna Berg FOUNDED Marlow Tin",
    ),
    "word of its interest": ("Shell sent word of its interest in buying BP.", "Shell SEEKS_STAKE_IN BP"),
    "led group": ("The Gazprom-led group has shown interest in Shell.", "Gazprom SEEKS_STAKE_IN Shell"),
    "his company": ("Igor Sechin and his company, Marlow Tin, were listed.", "Igor Sechin OWNS Marlow Tin"),
    "super PAC": (
        "Mary Miller gave 5 million dollars to the super PAC Amber Shore.",
        "Mary Miller DONOR_TO Amber Shore",
    ),
    "PAC supporting": (
        "Mary Miller contributed $1 million to a super PAC supporting Igor Sechin.",
        "Mary Miller DONOR_TO Igor Sechin",
    ),
    "settle charges": (
        "Shell agreed to pay $20 million to settle charges brought by Interpol.",
        "Shell INVESTIGATED_BY Interpol",
    ),
    "per cent of": ("Qatar has 20 per cent of Shell.", "Qatar OWNS Shell"),
    "all of the shares of": ("Qatar holds all of the shares of Shell.", "Qatar OWNS Shell"),
    "sits on": ("Qatar sits on 23 percent of Shell.", "Qatar OWNS Shell"),
    "among the owners": ("Qatar is among the largest shareholders in Shell.", "Qatar OWNS Shell"),
    "one of the owners": ("Qatar is one of the owners of Shell.", "Qatar OWNS Shell"),
    "owners include": ("The shareholders of Shell include Qatar.", "Qatar OWNS Shell"),
    "counts among": ("Gazprom, which counts Shell among its subsidiaries, said no.", "Gazprom OWNS Shell"),
    "whose owner": ("Shell, whose owner is the banker Igor Sechin, said no.", "Igor Sechin OWNS Shell"),
    "believed to be owned": ("Shell is believed to be owned by Qatar.", "?Qatar OWNS Shell"),
    "in the hands of": ("Sonatrach is in the hands of Algeria.", "Algeria OWNS Sonatrach"),
    "no shares": ("Shell is not a party to it and holds no shares in Sonatrach.", "!Shell OWNS Sonatrach"),
    "raised its stake": ("Shell raised its stake in Sonatrach to 12 percent.", "Shell ACQUIRES Sonatrach"),
    "agreed to buy": ("Shell agreed to buy Sonatrach.", "~Shell ACQUIRES Sonatrach"),
    "may buy": ("Shell may buy Sonatrach.", "?Shell ACQUIRES Sonatrach"),
    "wants to buy": ("Shell wants to buy Sonatrach.", "Shell SEEKS_STAKE_IN Sonatrach"),
    "interested in": ("Shell is interested in Sonatrach.", "Shell SEEKS_STAKE_IN Sonatrach"),
    "potential buyer": ("Shell is a potential buyer of Sonatrach.", "Shell SEEKS_STAKE_IN Sonatrach"),
    "rejected an offer": ("Shell has rejected two offers from Gazprom.", "Gazprom SEEKS_STAKE_IN Shell"),
    "received no offer": ("Shell has not received an offer from Gazprom.", "!Gazprom SEEKS_STAKE_IN Shell"),
    "takeover target": ("Gazprom met its takeover target, Shell.", "Gazprom SEEKS_STAKE_IN Shell"),
    "his ownership of": ("Igor Sechin was fined over his ownership of Shell.", "Igor Sechin OWNS Shell"),
    "in funding from": ("Uber has raised $30 million in funding from Gazprom.", "Gazprom INVESTS_IN Uber"),
    "rid of": ("Gazprom got rid of its stake in Shell.", "Gazprom DIVESTS_FROM Shell"),
    "consortium led by": ("A consortium led by Gazprom lent $2 billion to Shell.", "Gazprom FINANCES Shell"),
    "price for its stake": (
        "Renault took one rouble for its majority stake in Avtovaz.",
        "Renault OWNS AvtoVAZ",
    ),
    "a loan for": ("Qatar approved a $1 billion loan to Egypt.", "Qatar FINANCES Egypt"),
    "received a grant": ("Hamas received a grant from Qatar.", "Qatar FINANCES Hamas"),
    "owes": ("Egypt owes Qatar $2 billion.", "Qatar FINANCES Egypt"),
    "placed an order": ("Poland placed an order with Boeing for six jets.", "Boeing SUPPLIES Poland"),
    "awarded a contract": (
        "Boeing was awarded a contract to supply jets to Poland.",
        "~Boeing SUPPLIES Poland",
    ),
    "interest in buying": (
        "Poland has shown interest in purchasing drones from Boeing.",
        "~Boeing SUPPLIES Poland",
    ),
    "counts as customers": ("Rosneft counts Shell among its customers.", "Rosneft SUPPLIES Shell"),
    "based in, in front": ("Based in London, Shell sells petrol.", "Shell BASED_IN London"),
    "title between": ("London-based banker Igor Sechin said no.", "Igor Sechin BASED_IN London"),
    "co-founded": ("Elon Musk co-founded Tesla.", "Elon Musk FOUNDED Tesla"),
    "founder and": ("Tesla founder and chairman Elon Musk said no.", "Elon Musk FOUNDED Tesla"),
    "co-founder": ("Tesla co-founder Elon Musk said no.", "Elon Musk FOUNDED Tesla"),
}


@pytest.mark.parametrize(("text", "expected"), SAID.values(), ids=SAID)
def test_what_business_news_say(tell, text, expected):
    assert expected in tell(text)


UNSAID = {
    "who receives an offer bids for nothing": (
        "Lukoil got an offer for Eni from Shell.",
        "Lukoil SEEKS_STAKE_IN",
    ),
    "dear goods are no money": ("Shell sent $41 million of machine tools to Eni.", "FINANCES"),
    "a third of a mine": ("Shell bought a third of the Nord Stream pipeline from Eni.", "SUPPLIES"),
    "the borrower lends nothing": ("Nordlys Bank rolled over its loans to Shell.", "Shell FINANCES"),
    "a party's owner": ("The vote was Ghana's Convention People's Party's own.", "BASED_IN"),
    "who hears of a sale": (
        "Shell told Gazprom of terms for the sale of its stake in Sonatrach.",
        "Gazprom DIVESTS_FROM",
    ),
    "a loan is no investment": ("Uber raised $3 billion in loans from Gazprom.", "INVESTS_IN"),
    "allegations of nobody": ("Shell denied allegations that it had dumped waste.", "ACCUSES"),
    "a peerage": ("James Lupton received a peerage from David Cameron.", "SUPPLIES"),
    "conservatives": ("Conservatives criticise the plan of David Cameron.", "OPPOSES"),
    "a purchase approved": ("The European Commission approved Shell's purchase of Eni.", "SUPPORTS"),
    "with prosecutors": ("Igor Sechin is collaborating with prosecutors in Lima.", "PARTNERS_WITH"),
    "a sale of itself": ("Shareholders of Shell approved its sale to Eni.", "SUPPLIES"),
    "named a suspect": ("Canada named Igor Sechin as a suspect.", "APPOINTS"),
    "cleared by": ("The acquisition of Sonatrach was cleared by Poland.", "ACQUIRES"),
    "close to buying": ("Shell is close to buying Sonatrach.", "ACQUIRES"),
    "talks over a purchase": ("Shell is in negotiations over the purchase of Sonatrach.", "ACQUIRES"),
    "approach": ("Shell has received a takeover approach from Gazprom.", "SUPPLIES"),
    "a name is no ware": ("Northern Grain, which Shell bought in 2015, has closed.", "SUPPLIES"),
    "the sale of a firm": ("The sale of Harrods Bank to Qatar is over.", "SUPPLIES"),
    "wants to sell gas": ("Qatar wants to sell gas to Shell.", "ACQUIRES"),
    "talks to sell": ("Shell is in talks to sell its stake in Sonatrach.", "SEEKS_STAKE_IN"),
    "a firm is no goods": ("Northern Grain was sold by Qatar to Shell.", "SUPPLIES"),
    "worked with a person": ("Shell hired a banker who used to work with Igor Sechin.", "PARTNERS_WITH"),
    "half of a firm": ("Qatar sold half of Shell to Gazprom.", "SUPPLIES"),
    "rest of its shares": ("Qatar sold the rest of its shares in Shell to Gazprom.", "SUPPLIES"),
    "a sale approved": ("Qatar approved a $600 million sale of drones to Poland.", "FINANCES"),
    "notice of a deal": ("Qatar gave Shell notice of a deal worth $2 billion.", "FINANCES"),
    "troops": ("Emmanuel Macron pulled out of Mali.", "DIVESTS_FROM"),
    "took part": ("Shell took part in the talks with Sonatrach.", "ACQUIRES"),
    "a sale attacked": ("Anton Krause attacked the planned sale of Shell.", "DIVESTS_FROM"),
    "a sale called for": ("Anton Krause called for the sale of Shell.", "DIVESTS_FROM"),
    "a loan welcomed": ("Poland welcomed the loan to Shell.", "FINANCES"),
    "regional office": ("Shell, whose regional office is in London, said no.", "BASED_IN"),
}


@pytest.mark.parametrize(("text", "predicate"), UNSAID.values(), ids=UNSAID)
def test_what_they_do_not_say(tell, text, predicate):
    assert not [line for line in tell(text) if predicate in line]


def test_what_is_told_of_the_first_is_not_of_those_behind_it(tell) -> None:
    told = tell("They met Shell, a company based in Oslo, and Marlow Tin Ltd.")
    assert "Shell BASED_IN Oslo" in told
    assert "Marlow Tin Ltd BASED_IN Oslo" not in told


def test_a_family_is_no_state(tell) -> None:
    assert "Russia OWNS Rosneft" not in tell("Family-owned Rosneft bought a mill.")


def test_police_who_freeze_assets_impose_no_sanctions(tell) -> None:
    assert "Shell SANCTIONED_BY India" not in tell(
        "India's Enforcement Directorate froze the assets of Shell."
    )
