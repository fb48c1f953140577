"""Who a pronoun or a definite description means; where it is not clear, nobody."""

import pytest

MEANT = {
    "a particle": (
        "José Eduardo dos Santos left. Isabel dos Santos stayed. Dos Santos leads Halberg Energy.",
        "Isabel dos Santos HEADS Halberg Energy",
    ),
    "subject first": ("Emmanuel Macron met Keir Starmer. He visited Qatar.", "Emmanuel Macron VISITS Qatar"),
    "gender": ("Emmanuel Macron met Giorgia Meloni. She visited Qatar.", "Giorgia Meloni VISITS Qatar"),
    "two pronouns": (
        "Emmanuel Macron met Giorgia Meloni. She praised him.",
        "Giorgia Meloni SUPPORTS Emmanuel Macron",
    ),
    "possessive": ("Gazprom sold its stake in Naftogaz.", "Gazprom OWNS Naftogaz"),
    "before a description with its name": (
        "From its base in Nairobi, the oil company Halberg Energy sells fuel.",
        "Halberg Energy BASED_IN Nairobi",
    ),
    "it": ("Rosneft grew. It bought Sonatrach.", "Rosneft ACQUIRES Sonatrach"),
    "two sentences back": (
        "Emmanuel Macron spoke. It rained. He visited Qatar.",
        "Emmanuel Macron VISITS Qatar",
    ),
    "chain": (
        "Emmanuel Macron spoke. He smiled. He laughed. He sat down. He visited Qatar.",
        "Emmanuel Macron VISITS Qatar",
    ),
    "the company": (
        "Halberg Energy grew. The company bought Sonatrach.",
        "Halberg Energy ACQUIRES Sonatrach",
    ),
    "coordinated possessive": (
        "Orla Doyle and her brother Colm Doyle own Halberg Energy.",
        "Orla Doyle RELATIVE_OF Colm Doyle",
    ),
    "a body has people": (
        "The forest belongs to Halberg Energy. Its lawyer, Mary Miller, left.",
        "Mary Miller REPRESENTS Halberg Energy",
    ),
    "subject of the relative clause": (
        "Keir Starmer praised Shell, which sold its stake in Naftogaz.",
        "Shell OWNS Naftogaz",
    ),
    "not out of a quotation": (
        '"I never saw Keir Starmer," said Emmanuel Macron. He visited Qatar.',
        "Emmanuel Macron VISITS Qatar",
    ),
    "the ambassador": (
        "Ambassador Mary Miller arrived. On Monday the ambassador visited Qatar.",
        "Mary Miller VISITS Qatar",
    ),
    "the ambassador, then she": (
        "Ambassador Mary Miller arrived. The ambassador smiled. She visited Qatar.",
        "Mary Miller VISITS Qatar",
    ),
    "called a bank": (
        "Halberg, a Norwegian bank, grew. Delmar Oil shrank. The bank bought Sonatrach.",
        "Halberg ACQUIRES Sonatrach",
    ),
    "a lender is a bank": (
        "Halberg, a Norwegian lender, grew. The bank bought Sonatrach.",
        "Halberg ACQUIRES Sonatrach",
    ),
    "a government is who it is": (
        "Gazprom met Shell. The French government met Rosneft, and it sanctioned Sonatrach.",
        "Sonatrach SANCTIONED_BY France",
    ),
    "the country": (
        "Rosneft left Austria. Sonatrach then visited Shell, and Emmanuel Macron visited the country.",
        "Emmanuel Macron VISITS Austria",
    ),
    "what the registry calls it": (
        "ECOWAS met in Lagos. The bloc sanctioned Sonatrach.",
        "Sonatrach SANCTIONED_BY ECOWAS",
    ),
    "the Norwegian bank": (
        "Halberg, a lender, grew. Delmar Oil shrank. The Oslo-based bank bought Sonatrach.",
        "Halberg ACQUIRES Sonatrach",
    ),
    "from its owner": (
        "Shell bought a stake in Naftogaz from its founder, Mary Miller.",
        "Mary Miller FOUNDED Naftogaz",
    ),
    "far, but of him alone": (
        "Emmanuel Macron spoke. It rained. It snowed. It thawed. He visited Qatar.",
        "Emmanuel Macron VISITS Qatar",
    ),
    "a long chain": (
        "Emmanuel Macron spoke." + " He smiled." * 8 + " He visited Qatar.",
        "Emmanuel Macron VISITS Qatar",
    ),
    "the subject of the main clause": (
        "While Keir Starmer was away, Emmanuel Macron spoke. He visited Qatar.",
        "Emmanuel Macron VISITS Qatar",
    ),
    "who said it goes on saying": (
        "Keir Starmer may resign, Emmanuel Macron said. He added that he had visited Qatar.",
        "Emmanuel Macron VISITS Qatar",
    ),
    "the source behind is not who goes on": (
        "Emmanuel Macron fell ill, a spokesman said. He visited Qatar in May.",
        "Emmanuel Macron VISITS Qatar",
    ),
    "who says it is not who is told of": (
        "Mary Miller spoke. Giorgia Meloni would stay, she said. She added that she had visited Qatar.",
        "Mary Miller VISITS Qatar",
    ),
    "whose name tells it, not a place": (
        "Rosneft sent Emmanuel Macron to Kvitfjell. He visited Qatar.",
        "Emmanuel Macron VISITS Qatar",
    ),
    "in a clause about him": (
        "Keir Starmer wrote to Emmanuel Macron, the president, when Xi Jinping met him in May.",
        "Emmanuel Macron MEETS_WITH Xi Jinping",
    ),
    "whom it was told": (
        "Emmanuel Macron, who is ill, he visited Qatar.",
        "Emmanuel Macron VISITS Qatar",
    ),
    "the other one's": (
        "Emmanuel Macron spoke of Keir Starmer's friends and his firm, Halberg Energy.",
        "Keir Starmer OWNS Halberg Energy",
    ),
    "not who speaks, where a pronoun says it": (
        'Keir Starmer met Emmanuel Macron. "He visited Qatar," he said.',
        "Emmanuel Macron VISITS Qatar",
    ),
    "in a quotation of a few words": (
        'Giorgia Meloni is "afraid of Keir Starmer" because he visited Qatar.',
        "Keir Starmer VISITS Qatar",
    ),
    "a quotation over two paragraphs": (
        '"The weather was fine.\n\n"I met Xi Jinping," said Emmanuel Macron. Keir Starmer left. He visited Qatar.',
        "Keir Starmer VISITS Qatar",
    ),
    "gender told by the pronoun": (
        "Wang Ruoqing said he was glad. Giorgia Meloni left. He visited Qatar.",
        "Wang Ruoqing VISITS Qatar",
    ),
    "a given name alone": (
        "Timur Bekov owns Halberg Energy. Timur isn't waiting. He visited Qatar.",
        "Timur Bekov VISITS Qatar",
    ),
    "the speaker": ('"I met Xi Jinping," said Emmanuel Macron.', "Emmanuel Macron MEETS_WITH Xi Jinping"),
}


@pytest.mark.parametrize(("text", "expected"), MEANT.values(), ids=MEANT)
def test_who_is_meant(tell, text, expected):
    subject, predicate, obj = (part.strip() for part in _split(expected))
    assert {expected, f"{obj} {predicate} {subject}"} & tell(text), tell(text)


def _split(line):
    predicate = next(word for word in line.split() if word.isupper() and len(word) > 3)
    return line.partition(f" {predicate} ")[0], predicate, line.partition(f" {predicate} ")[2]


NOBODY = {
    "tie": "Emmanuel Macron and Keir Starmer spoke. He visited Qatar.",
    "too far": "Emmanuel Macron spoke." + " It rained." * 6 + " He visited Qatar.",
    "too far where one of two spoke": (
        "Emmanuel Macron met Keir Starmer. It rained. It snowed. It thawed. He visited Qatar."
    ),
    "one of several": "The guests, Emmanuel Macron and Petr Pavel, said that he visited Qatar.",
    "co-argument": "Emmanuel Macron praised him.",
    "wrong gender": "Giorgia Meloni spoke. He visited Qatar.",
    "a general competes": "Emmanuel Macron spoke. A general arrived. He visited Qatar.",
    "a person is no it": "Emmanuel Macron grew. It bought Sonatrach.",
    "two companies": "Halberg Energy and Delmar Oil grew. The company bought Sonatrach.",
    "an unnamed firm came in": "Halberg Energy grew. A firm arrived. The company bought Sonatrach.",
    "nobody was called a bank": "Halberg Energy grew. The bank bought Sonatrach.",
    "her sister is another": "Mary Miller, her sister, spoke.",
    "an unnamed ambassador came in": (
        "Ambassador Mary Miller left. It rained. An ambassador arrived. The ambassador visited Qatar."
    ),
    "nearer is who cannot": "Rosneft shrank. France spoke, and it worked for Shell.",
    "a person is no company": "Emmanuel Macron grew. The company bought Sonatrach.",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_where_it_is_not_clear_nobody_is_meant(tell, text):
    assert not [
        line
        for line in tell(text)
        if any(p in line for p in ("VISITS", "ACQUIRES", "SUPPORTS", "RELATIVE_OF"))
    ]


def test_it_is_no_firm_where_a_thing_was_spoken_of_nearer(tell):
    assert tell("Mary Miller, through Halberg Energy, rejected the finding and will challenge it.") == set()


def test_it_is_the_firm_named_behind_what_it_is(tell) -> None:
    told = tell("A Dutch subcontractor, Kestrel Metals, was fined. It pulled out of Chad in 2019.")
    assert "Kestrel Metals DIVESTS_FROM Chad" in told


def test_a_firm_has_a_director_and_a_bloc_has_none(tell):
    text = "Halberg Energy grew, and the European Union dropped its plan. Its director, Karl Brekke, left."
    assert "Karl Brekke HEADS Halberg Energy" in tell(text)


def test_pronoun_before_its_name(tell):
    assert "Alfred Stern HEADS Shell" in tell("When he became chief executive of Shell, Alfred Stern met BP.")
    assert "Steve Berg MEETS_WITH Vladimir Putin" in tell(
        "Before he met Vladimir Putin, Steve Berg spoke to Shell."
    )
    told = tell(
        "Steve Berg resigned in May. In his place, Olav Dahl named Lena Krause to the board of Shell."
    )
    assert not any("Steve Berg" in line or "Olav Dahl RELATIVE_OF" in line for line in told)


AHEAD = {
    "when": (
        "When he became chief executive of Shell in 2021, Johan Berg had one word for it.",
        "Johan Berg HEADS Shell",
    ),
    "a firm": ("Since it bought Marlow Tin last year, Shell has cut jobs.", "Shell ACQUIRES Marlow Tin"),
}


@pytest.mark.parametrize(("text", "expected"), AHEAD.values(), ids=AHEAD)
def test_a_pronoun_before_its_name(tell, text, expected):
    assert expected in tell(text), tell(text)


def test_of_what_a_firm_is_accused_does_not_tell_which_firm(tell):
    text = "Mekong Pearl Foods lost its permit. Norway accused the firm of bribery."
    assert "Norway ACCUSES Mekong Pearl Foods" in tell(text)
