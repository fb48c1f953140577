"""All the ways in which a sentence denies something, and the near ones that deny nothing."""

import pytest

DENIED = {
    "At no point did Shell meet Sonatrach.": "!Shell MEETS_WITH Sonatrach",
    "Nor did Shell buy Sonatrach.": "!Shell ACQUIRES Sonatrach",
    "Nor, according to the minister, did Shell meet Sonatrach.": "!Shell MEETS_WITH Sonatrach",
    "Under no circumstances would Shell sell gas to Poland.": "!~Shell SUPPLIES Poland",
    "Neither Shell nor Qatar met Poland.": "!Shell MEETS_WITH Poland",
    "Shell holds no shares in Sonatrach.": "!Shell OWNS Sonatrach",
    "Anton Krause has no stake in Shell and never did.": "!Anton Krause OWNS Shell",
    "Shell signed no agreement with Sonatrach.": "!Shell AGREES_WITH Sonatrach",
    "Shell hardly ever meets Sonatrach.": "!Shell MEETS_WITH Sonatrach",
    "Shell has yet to sue Sonatrach.": "!Sonatrach INVESTIGATED_BY Shell",
    "Shell has not been sanctioned by Poland.": "!Shell SANCTIONED_BY Poland",
    "Shell no longer sells gas to Poland.": "!Shell SUPPLIES Poland",
    "Shell is not in talks with Sonatrach.": "!Shell NEGOTIATES_WITH Sonatrach",
    "Talks between Shell and Sonatrach have not resumed.": "!Shell NEGOTIATES_WITH Sonatrach",
    "There is no evidence that Shell ever met Sonatrach.": "!Shell MEETS_WITH Sonatrach",
    "Poland has never opened an investigation of Shell.": "!Shell INVESTIGATED_BY Poland",
    "Shell ceased to do business with Sonatrach in 2020.": "!Shell PARTNERS_WITH Sonatrach",
    "Shell rejected a claim that it had bought Sonatrach.": "!Shell ACQUIRES Sonatrach",
    "Shell denies having sold gas to Poland.": "!Shell SUPPLIES Poland",
    "Shell declined to meet Sonatrach.": "!Shell MEETS_WITH Sonatrach",
    "Poland ruled out talks with Shell.": "!~Poland NEGOTIATES_WITH Shell",
    "Shell has no plans to meet Sonatrach.": "!~Shell MEETS_WITH Sonatrach",
    "Shell would never sell gas to Poland.": "!~Shell SUPPLIES Poland",
    "Anton Krause resigned rather than meet Igor Sechin.": "!Anton Krause MEETS_WITH Igor Sechin",
    "Instead of meeting Sonatrach, Shell flew to Qatar.": "!Sonatrach MEETS_WITH Shell",
    "Shell was to have met Sonatrach.": "!~Shell MEETS_WITH Sonatrach",
    "Shell denied that it had met Sonatrach or that it had sued Gazprom.": "!Gazprom INVESTIGATED_BY Shell",
}
DENIED |= {
    "Anton Krause was not reappointed as chairman of Shell.": "!Anton Krause HEADS Shell",
    "Anton Krause has been barred from entering Algeria.": "!Anton Krause VISITS Algeria",
    "Poland called reports of a meeting between Shell and Sonatrach baseless.": "!Shell MEETS_WITH Sonatrach",
    "Reports of a meeting between Shell and Sonatrach are unfounded, Poland said.": "!Shell MEETS_WITH Sonatrach",
    "Poland described as nonsense a report that Shell met Sonatrach.": "!Shell MEETS_WITH Sonatrach",
    "Reports that Shell met Sonatrach do not reflect reality.": "!Shell MEETS_WITH Sonatrach",
    "There is no agreement yet on a meeting between Shell and Sonatrach.": "!Shell MEETS_WITH Sonatrach",
    "Talks between Shell and Sonatrach are off.": "!Shell NEGOTIATES_WITH Sonatrach",
    "A trade deal between Poland and Algeria is unlikely this year.": "!Poland AGREES_WITH Algeria",
    "Poland has always denied supporting Hezbollah.": "!Poland SUPPORTS Hezbollah",
    "Poland denied any role in the attack on Algeria.": "!Poland ATTACKS Algeria",
    "Poland has ended trade with Algeria.": "!Poland PARTNERS_WITH Algeria",
    "Chad is a member neither of NATO nor of OPEC.": "!Chad MEMBER_OF NATO",
    "Chad and Peru, neither of which is a member of NATO, objected.": "!Peru MEMBER_OF NATO",
    "Chad and Peru, neither of whom signed the Minsk agreement, agreed.": "!Chad PARTY_TO Minsk agreement",
    "Chad has decided to stop air raids against Hezbollah.": "!~Chad ATTACKS Hezbollah",
    "Chad and Peru, none of which has sanctioned Shell, agreed.": "!Shell SANCTIONED_BY Peru",
    "Shell walked away from a deal to buy Sonatrach.": "!~Shell ACQUIRES Sonatrach",
    "Shell denied lending money to Sonatrach.": "!Shell FINANCES Sonatrach",
    "Anton Krause was stripped of his Algerian citizenship.": "!Anton Krause CITIZEN_OF Algeria",
    "Anton Krause has not been accused of anything by Poland.": "!Poland ACCUSES Anton Krause",
    "Anton Krause lost his bid to become president of Poland.": "!~Anton Krause HEADS Poland",
    "Shell rejected reports claiming that it had met Sonatrach.": "!Shell MEETS_WITH Sonatrach",
    "Shell denied a report quoting a banker as saying it had met Sonatrach.": "!Shell MEETS_WITH Sonatrach",
    "Shell dismissed as false a report that it had met Sonatrach.": "!Shell MEETS_WITH Sonatrach",
    "Poland rejected accusations by Qatar that it had attacked Algeria.": "!Poland ATTACKS Algeria",
    "The claim that Shell had met Sonatrach was dismissed by Poland.": "!Shell MEETS_WITH Sonatrach",
    "There are no talks going on between Poland and Algeria.": "!Poland NEGOTIATES_WITH Algeria",
    "Poland denied that any talks were under way between it and Algeria.": "!Poland NEGOTIATES_WITH Algeria",
    "Poland's offer of talks with Algeria was turned down.": "!~Poland NEGOTIATES_WITH Algeria",
    "Algeria turned down Poland's offer of talks.": "!~Algeria NEGOTIATES_WITH Poland",
    "Anton Krause never asked for a meeting with Sergei Lavrov.": "!~Anton Krause MEETS_WITH Sergei Lavrov",
    "Not once did Shell meet Sonatrach.": "!Shell MEETS_WITH Sonatrach",
    "A meeting between Shell and Sonatrach was called off.": "!Shell MEETS_WITH Sonatrach",
    "Shell called off a meeting with Sonatrach.": "!Shell MEETS_WITH Sonatrach",
    "Shell's purchase of Sonatrach fell through.": "!Shell ACQUIRES Sonatrach",
    "Shell stopped short of suing Sonatrach.": "!Sonatrach INVESTIGATED_BY Shell",
    "Far from attacking Poland, Algeria supported Qatar.": "!Algeria ATTACKS Poland",
    "It was not Shell that bought Sonatrach.": "!Shell ACQUIRES Sonatrach",
    "It was Shell, not Gazprom, that bought Sonatrach.": "!Gazprom ACQUIRES Sonatrach",
    "Shell bought Gazprom, not Sonatrach.": "!Shell ACQUIRES Sonatrach",
    "Shell bought Gazprom instead of Sonatrach.": "!Shell ACQUIRES Sonatrach",
    "Shell owns neither Gazprom nor Sonatrach.": "!Shell OWNS Sonatrach",
    "Shell is not a party to the deal and holds no shares in Sonatrach.": "!Shell OWNS Sonatrach",
    "An Algerian attack on Poland has not happened.": "!Algeria ATTACKS Poland",
    "Nor is Poland a member of the European Union.": "!Poland MEMBER_OF European Union",
    "Shell dropped its bid for Sonatrach.": "!Shell SEEKS_STAKE_IN Sonatrach",
    "Shell withdrew its bid for Sonatrach.": "!Shell SEEKS_STAKE_IN Sonatrach",
    "Shell abandoned its bid for Sonatrach.": "!Shell SEEKS_STAKE_IN Sonatrach",
    "Shell moved to Doha and has not been sanctioned by Poland.": "!Shell SANCTIONED_BY Poland",
    "Shell moved to Doha without being sanctioned by Poland.": "!Shell SANCTIONED_BY Poland",
    "Shell did not form a joint venture with Sonatrach.": "!Shell PARTNERS_WITH Sonatrach",
    "Nothing suggests that Shell ever met Sonatrach.": "!Shell MEETS_WITH Sonatrach",
    "There is nothing to show that Shell met Sonatrach.": "!Shell MEETS_WITH Sonatrach",
    "Shell decided against meeting Sonatrach.": "!~Shell MEETS_WITH Sonatrach",
    "A contract between Shell and Sonatrach has yet to be signed.": "!Shell AGREES_WITH Sonatrach",
    "Nor was Sonatrach fined by Poland.": "!Sonatrach INVESTIGATED_BY Poland",
    "Anton Krause missed a meeting with Sergei Lavrov.": "!Anton Krause MEETS_WITH Sergei Lavrov",
    "Nobody from Poland has met Sergei Lavrov.": "!Poland MEETS_WITH Sergei Lavrov",
    "Poland has not met anyone from Qatar.": "!Poland MEETS_WITH Qatar",
    "None of Poland's officials met Sergei Lavrov.": "!Poland MEETS_WITH Sergei Lavrov",
    "Poland is a member neither of NATO nor of the European Union.": "!Poland MEMBER_OF European Union",
    "Shell did not lend Sonatrach anything.": "!Shell FINANCES Sonatrach",
    "Anton Krause and Maria Keller have not spoken to each other since March.": (
        "!Anton Krause MEETS_WITH Maria Keller"
    ),
    "Anton Krause had hoped to meet Sergei Lavrov; Lavrov did not receive him.": (
        "!Sergei Lavrov MEETS_WITH Anton Krause"
    ),
    "Poland neither supports nor opposes Qatar.": "!Poland SUPPORTS Qatar",
    "Shell walked away from talks with Sonatrach.": "!Shell NEGOTIATES_WITH Sonatrach",
    "Anton Krause pulled out of a meeting with Sergei Lavrov.": "!Anton Krause MEETS_WITH Sergei Lavrov",
    "Neither Shell nor its chairman, Anton Krause, was fined by Poland.": "!Anton Krause INVESTIGATED_BY Poland",
    "Algeria will not negotiate face to face with Poland.": "!~Algeria NEGOTIATES_WITH Poland",
    "Algeria boycotted the talks with Poland.": "!Algeria NEGOTIATES_WITH Poland",
    "Shell said nothing had been signed with Sonatrach.": "!Shell AGREES_WITH Sonatrach",
    "Anton Krause forgot to meet Igor Sechin.": "!Anton Krause MEETS_WITH Igor Sechin",
    "Poland refused to take part in talks with Algeria.": "!Poland NEGOTIATES_WITH Algeria",
    "Shell failed to obtain a loan from Algeria.": "!Algeria FINANCES Shell",
    "Poland has suspended arms exports to Algeria.": "!Poland SUPPLIES Algeria",
    "Algerian gas no longer flows to Poland.": "!Algeria SUPPLIES Poland",
    "No weapons from Algeria have reached Poland.": "!Algeria SUPPLIES Poland",
    "Norway has little interest in joining NATO.": "!~Norway MEMBER_OF NATO",
    "Norway is too poor to join NATO.": "!Norway MEMBER_OF NATO",
    "Shell severed all links with Sonatrach.": "!Shell PARTNERS_WITH Sonatrach",
    "Poland vetoed Shell's purchase of Sonatrach.": "!Shell ACQUIRES Sonatrach",
    "Shell is barred from making an offer for Sonatrach.": "!Shell SEEKS_STAKE_IN Sonatrach",
    "Poland's failure to sanction Shell has angered Algeria.": "!Shell SANCTIONED_BY Poland",
    "Anton Krause was denied entry to Poland.": "!Anton Krause VISITS Poland",
    "Poland warned Shell against doing business with Algeria.": "!~Shell PARTNERS_WITH Algeria",
    "Shell dropped its pursuit of Sonatrach.": "!Shell SEEKS_STAKE_IN Sonatrach",
    "Anton Krause is not among the owners of Shell.": "!Anton Krause OWNS Shell",
    "Anton Krause was passed over as chief executive of Shell.": "!Anton Krause HEADS Shell",
    "Anton Krause turned down a seat on the board of Shell.": "!Anton Krause MEMBER_OF Shell",
    "Anton Krause lost his seat on the board of Shell.": "!Anton Krause MEMBER_OF Shell",
    "Reports that Shell sold gas to Poland are false.": "!Shell SUPPLIES Poland",
    "Qatar sold none of its shares in Shell.": "!Qatar DIVESTS_FROM Shell",
    "Anton Krause gave up his Polish citizenship.": "!Anton Krause CITIZEN_OF Poland",
    "Anton Krause's request to meet Igor Sechin was refused.": "!~Anton Krause MEETS_WITH Igor Sechin",
    "Shell said there was no agreement with Sonatrach.": "!Shell AGREES_WITH Sonatrach",
    "Shell denied that any agreement had been signed with Sonatrach.": "!Shell AGREES_WITH Sonatrach",
    '"There are no talks with Sonatrach," a Shell spokesman said.': "!Sonatrach NEGOTIATES_WITH Shell",
    "No evidence has emerged that Shell met Sonatrach.": "!Shell MEETS_WITH Sonatrach",
    "No proof was found that Shell met Sonatrach.": "!Shell MEETS_WITH Sonatrach",
    "Nor is Qatar, whose bank was sold in 2020, still a lender to Shell.": "!Qatar FINANCES Shell",
    "Anton Krause called it nonsense that he had met Igor Sechin.": "!Anton Krause MEETS_WITH Igor Sechin",
    "Anton Krause said it was a lie that he had met Igor Sechin.": "!Anton Krause MEETS_WITH Igor Sechin",
    "Anton Krause would rather sell it than meet Igor Sechin.": "!Anton Krause MEETS_WITH Igor Sechin",
    "Shell all but bought Sonatrach.": "!Shell ACQUIRES Sonatrach",
    "Few believe that Shell bought Sonatrach.": "!?Shell ACQUIRES Sonatrach",
    "Shell lost interest in buying Sonatrach.": "!Shell SEEKS_STAKE_IN Sonatrach",
    "Poland's plan to sanction Shell was dropped.": "!~Shell SANCTIONED_BY Poland",
    "Poland ignored a demand to sue Shell.": "!~Shell INVESTIGATED_BY Poland",
    "Anton Krause regretted the cancellation of his trip to Poland.": "!Anton Krause VISITS Poland",
    "Shell was found unfit to own Sonatrach.": "!Shell OWNS Sonatrach",
    "Shell pulled the plug on its purchase of Sonatrach.": "!Shell ACQUIRES Sonatrach",
    "Talks between Shell and Sonatrach never got off the ground.": "!Shell NEGOTIATES_WITH Sonatrach",
    "Everyone but Anton Krause met Igor Sechin.": "!Anton Krause MEETS_WITH Igor Sechin",
    "Every bank but Shell lent to Sonatrach.": "!Shell FINANCES Sonatrach",
    "Poland took no part in the talks with Algeria.": "!Poland NEGOTIATES_WITH Algeria",
    "Poland played no part in talks with Algeria.": "!Poland NEGOTIATES_WITH Algeria",
    "It was Anton Krause, not Maria Keller, who founded Shell.": "!Maria Keller FOUNDED Shell",
}
UNSAID = (
    "Shell behaved as though it had met Sonatrach.",
    "Shell left Doha lest it be seen meeting Sonatrach.",
    "Shell did not deny that it had met Sonatrach.",
    "Officials would not confirm that Shell had met Sonatrach.",
    "Poland declined to say that Shell had met Sonatrach.",
    "Shell has not decided whether to meet Sonatrach.",
    "Poland declined to comment on whether Shell had met Sonatrach.",
    "Poland doubts that Shell has met Sonatrach.",
    "Whether Shell met Sonatrach is unclear.",
    "Shell pretended to meet Sonatrach.",
    "Poland welcomed a meeting with Sonatrach.",
)
NOT_DENIED = {
    "Shell bought Sonatrach, not Gazprom.": "Shell ACQUIRES Sonatrach",
    "Shell has not only bought Sonatrach but sued Gazprom.": "Shell ACQUIRES Sonatrach",
    "Not only did Shell buy Sonatrach, it also sued Gazprom.": "Shell ACQUIRES Sonatrach",
    "Shell did not fail to sell gas to Poland.": "Shell SUPPLIES Poland",
    "Shell did not hesitate to sue Sonatrach.": "Sonatrach INVESTIGATED_BY Shell",
    "Shell did not comment on its purchase of Sonatrach.": "Shell ACQUIRES Sonatrach",
    "The talks between Shell and Sonatrach did not lead to a deal.": "Shell NEGOTIATES_WITH Sonatrach",
    "Shell did not tell Poland after buying Sonatrach.": "Shell ACQUIRES Sonatrach",
    "Shell has not dropped its plan to buy Sonatrach.": "Shell SEEKS_STAKE_IN Sonatrach",
    "The cabinet blocked Shell's bid for Sonatrach.": "Shell SEEKS_STAKE_IN Sonatrach",
    "Sonatrach turned down an offer from Shell.": "Shell SEEKS_STAKE_IN Sonatrach",
    "Algeria denied an accusation by Poland that it had sold arms.": "Poland ACCUSES Algeria",
    "No country in Europe criticised a deal between Poland and Algeria.": "Poland AGREES_WITH Algeria",
    "In talks with Algeria, Poland ruled out a truce.": "Algeria NEGOTIATES_WITH Poland",
    "Poland made no progress in talks with Algeria.": "Poland NEGOTIATES_WITH Algeria",
    "Qatar may sell a 5% stake in Shell.": "Qatar OWNS Shell",
    "Not until May did Shell meet Sonatrach.": "Shell MEETS_WITH Sonatrach",
    "Shell failed to disclose a meeting with Sonatrach.": "Shell MEETS_WITH Sonatrach",
    "Poland's membership of NATO is not in question.": "Poland MEMBER_OF NATO",
    "Shell denied lending money to a Turkish businessman.": "Turkish businessman CITIZEN_OF Turkey",
    "Anton Krause is among the owners of Shell.": "Anton Krause OWNS Shell",
    "None of the banks owns Shell; Qatar does own it.": "Qatar OWNS Shell",
    "Evidence has emerged that Shell met Sonatrach.": "Shell MEETS_WITH Sonatrach",
    "Nobody but Anton Krause met Igor Sechin.": "Anton Krause MEETS_WITH Igor Sechin",
    "There is no doubt that Shell bought Sonatrach.": "Shell ACQUIRES Sonatrach",
    "Nobody denies that Shell bought Sonatrach.": "Shell ACQUIRES Sonatrach",
    "No one disputes that Shell bought Sonatrach.": "Shell ACQUIRES Sonatrach",
    "Shell had no choice but to sue Sonatrach.": "Sonatrach INVESTIGATED_BY Shell",
    "A court ruled that Shell had bought Sonatrach.": "Shell ACQUIRES Sonatrach",
    "Shell denied violating Polish sanctions on Algeria.": "Algeria SANCTIONED_BY Poland",
    "Shell sold it without falling foul of Polish sanctions on Algeria.": "Algeria SANCTIONED_BY Poland",
    "It was not Maria Keller but Anton Krause who founded Shell.": "Anton Krause FOUNDED Shell",
    "Poland has not dropped the charges against Anton Krause.": "Anton Krause INVESTIGATED_BY Poland",
}
ASKED = [
    "Shell asked whether Qatar had sued Sonatrach.",
    "Poland says it does not know whether Shell met Sonatrach.",
    "Poland asked Shell if Qatar had sued Sonatrach.",
]


@pytest.mark.parametrize(("text", "expected"), DENIED.items(), ids=DENIED)
def test_what_is_denied(tell, text, expected):
    assert expected in tell(text)
    assert expected.lstrip("!~") not in tell(text)


@pytest.mark.parametrize("text", UNSAID)
def test_what_nobody_says(tell, text):
    assert not {line for line in tell(text) if "MEETS_WITH" in line}


@pytest.mark.parametrize(("text", "expected"), NOT_DENIED.items(), ids=NOT_DENIED)
def test_what_is_not_denied(tell, text, expected):
    assert expected in tell(text)


@pytest.mark.parametrize("text", ASKED)
def test_what_is_only_asked_is_no_statement(tell, text):
    assert tell(text) == set()


DISBELIEVED = {
    "The court did not accept that Igor Sechin owned Shell.": {"!Igor Sechin OWNS Shell"},
    "Nobody accepts that Igor Sechin owns Shell.": {"!Igor Sechin OWNS Shell"},
    "The court accepted that Igor Sechin owned Shell.": {"Igor Sechin OWNS Shell"},
    "Igor Sechin never, he insists, met Anton Krause.": {"!Igor Sechin MEETS_WITH Anton Krause"},
    "Igor Sechin, he insists, met Anton Krause.": {"Igor Sechin MEETS_WITH Anton Krause"},
}


@pytest.mark.parametrize(("text", "expected"), DISBELIEVED.items(), ids=DISBELIEVED)
def test_what_is_not_accepted_and_what_never_he_says_happened(tell, text, expected):
    assert tell(text) == expected


def test_what_is_not_shown_or_given_up(tell):
    assert tell("The records do not show that Olav Berg met Anton Krause.") == {
        "!Olav Berg MEETS_WITH Anton Krause"
    }
    assert "!Toyota SUPPLIES Iran" in tell("Toyota gave up on exporting cars to Iran.")
    assert "~Toyota SUPPLIES Iran" in tell("Toyota does not want to give up on exporting cars to Iran.")
    assert tell("North Korea fired four missiles into the Sea of Japan.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "It is wrong to say that Shell owns Bosch.",
        "It would be a mistake to think that Shell owns Bosch.",
        "It is not true to claim that Shell owns Bosch.",
        "Contrary to rumours that Shell owns Bosch, it is independent.",
        "Hardly anyone believes that Shell owns Bosch.",
        "The rumour that Olav Berg is the son of Anton Krause is baseless.",
    ],
)
def test_said_to_be_untrue(tell, text):
    told = tell(text)
    assert told
    assert all("!" in line for line in told)


def test_yet_to_be_done(tell):
    assert tell("Norway has yet to sanction Lukoil.") == {"!Lukoil SANCTIONED_BY Norway"}


@pytest.mark.parametrize("verb", ["backed away from", "retreated from", "retracted", "dropped"])
def test_a_threat_taken_back_is_none(tell, verb):
    assert tell(f"Norway {verb} its threat to punish Algeria.") == {"!Norway THREATENS Algeria"}


@pytest.mark.parametrize("verb", ["withdrew", "retracted"])
def test_an_accusation_taken_back_is_none(tell, verb):
    assert tell(f"Norway {verb} its allegation that Algeria had forged the papers.") == {
        "!Norway ACCUSES Algeria"
    }


def test_not_a_holder_but_something_else(tell):
    assert "!Lena Ortiz OWNS Shell" in tell(
        "Not a shareholder of Shell but its chairman, Lena Ortiz said that the firm is sound."
    )
