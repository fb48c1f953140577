"""Whose name stands behind a role noun, where the small model hangs it on a neighbour."""

import pytest

from extract.repairs.roles import apposed_bearer, bracketed_body, firm_behind, second_title
from extract.repairs.titles import titled_name
from extract.vocabulary.lexicon import read_lexicon


def at(doc, word):
    return next(t for t in doc if t.text == word)


BEHIND_A_BODY = (
    "The/det/head/DT head/nsubj/said/NN of/prep/head/IN Altior/pobj/of/NNP ,/punct/Altior/, "
    "Miller/appos/Altior/NNP/Miller/PERSON ,/punct/said/, said/ROOT/said/VBD no/dobj/said/DT"
)
BEHIND_A_MAN = (
    "The/det/niece/DT niece/nsubj/said/NN of/prep/niece/IN the/det/minister/DT minister/pobj/of/NN ,/punct/minister/, "
    "Miller/appos/minister/NNP/Miller/PERSON ,/punct/said/, said/ROOT/said/VBD"
)


def test_a_name_behind_a_body_is_that_of_its_head(make):
    doc = make(BEHIND_A_BODY)
    apposed_bearer(doc, read_lexicon())
    assert at(doc, "Miller").head is at(doc, "head")


def test_a_name_behind_a_person_may_be_that_of_either_and_stays(make):
    doc = make(BEHIND_A_MAN)
    apposed_bearer(doc, read_lexicon())
    assert at(doc, "Miller").head is at(doc, "minister")


TITLED = (
    "Berg/ROOT/Berg/NNP ,/punct/Berg/, a/det/friend/DT friend/appos/Berg/NN of/prep/friend/IN "
    "President/compound/Toure/NNP Toure/pobj/of/NNP/Toure/PERSON"
)


def test_a_title_before_a_name_is_no_body(make):
    doc = make(TITLED)
    titled_name(doc, read_lexicon())
    assert at(doc, "Toure").head is at(doc, "of")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "The head of the Copper Forum, Lindiwe Dube, expects prices to rise.",
            "Lindiwe Dube HEADS Copper Forum",
        ),
        ("Awa Sarr, the wife of tycoon Bruno Keita, bought the villa.", "Awa Sarr RELATIVE_OF Bruno Keita"),
        ("Bruno Keita's widow, Alice Sarr, sold the house.", "Bruno Keita RELATIVE_OF Alice Sarr"),
        (
            "Aranda's appointment of Ana Prieto as head of Tarija Gas drew protests.",
            "Ana Prieto HEADS Tarija Gas",
        ),
        (
            "Bruno Keita is survived by his wife, Awa Sarr, and a son, Omar Keita.",
            "Bruno Keita RELATIVE_OF Omar Keita",
        ),
    ],
)
def test_who_bears_a_role(tell, text, line):
    assert line in tell(text)

    told = {frozenset(line.replace("[", " ").split()) for line in tell(text)}
    assert any(set(line.split()) <= found for found in told), tell(text)


def test_two_titled_names_have_each_their_own(tell):
    told = tell(
        "Prices fell after US President Donald Trump and Chinese President Xi Jinping agreed a truce in December."
    )
    assert {"Donald Trump HEADS United States", "Xi Jinping HEADS China"} <= told
    assert not {"Donald Trump HEADS China", "Xi Jinping HEADS United States"} & told


def test_what_stands_behind_two_names_is_the_last(tell):
    told = tell("Shell and Novatek, its parent company, said on Monday that they had agreed.")
    assert "Novatek OWNS Shell" in told
    assert "Shell OWNS Novatek" not in told


@pytest.mark.parametrize(
    "text",
    [
        "The Turkish and Chilean foreign ministers, Hakan Fidan and Lena Ortiz, spoke.",
        "The foreign ministers of Turkey and Chile, Hakan Fidan and Lena Ortiz, spoke.",
    ],
)
def test_of_several_with_one_title_each_has_his_own(tell, text):
    told = tell(text)
    assert {"Hakan Fidan HEADS Turkey", "Lena Ortiz HEADS Chile"} <= told
    assert not {"Hakan Fidan HEADS Chile", "Lena Ortiz HEADS Turkey"} & told


TITLED_BY_OFFICE = {
    "of a State": (
        "President of Serbia Jan Berg met Hakan Fidan.",
        {"Jan Berg HEADS Serbia", "Jan Berg MEETS_WITH Hakan Fidan"},
    ),
    "of a State, with a double name": (
        "President of Kazakhstan Kassym-Jomart Tokayev met Jan Berg.",
        {"Kassym-Jomart Tokayev HEADS Kazakhstan", "Kassym-Jomart Tokayev MEETS_WITH Jan Berg"},
    ),
    "of a ministry of a State": (
        "Minister of Foreign Affairs of Norway Bakhtiyor Karimov met Hakan Fidan.",
        {"Bakhtiyor Karimov HEADS Norway", "Bakhtiyor Karimov MEETS_WITH Hakan Fidan"},
    ),
    "several in a row": (
        "He met Ambassador of Japan Akira Mori, Ambassador of Norway Lena Berg, and Ambassador of Chile Juan Reyes.",
        {"Akira Mori REPRESENTS Japan", "Lena Berg REPRESENTS Norway", "Juan Reyes REPRESENTS Chile"},
    ),
    "each behind his name": (
        "The talks were attended by foreign ministers Hakan Fidan of Turkey and Lena Berg of Norway.",
        {"Hakan Fidan HEADS Turkey", "Lena Berg HEADS Norway", "Hakan Fidan MEETS_WITH Lena Berg"},
    ),
    "fronted before a pronoun": (
        "Mark Berg retired. The son of Cyril Williams, he studied law.",
        {"Cyril Williams RELATIVE_OF Mark Berg"},
    ),
    "fronted, with another's office in between": (
        "Born in Oxford, the son of Cyril Williams, headmaster of Summer Fields School, Mark Berg was educated at home.",
        {"Cyril Williams RELATIVE_OF Mark Berg", "Cyril Williams HEADS Summer Fields School"},
    ),
    "a son-in-law": (
        "Robert Mugabe's son-in-law, Jack Miller – the chief executive of Halberg – has been sued.",
        {"Robert Mugabe RELATIVE_OF Jack Miller", "Jack Miller HEADS Halberg"},
    ),
    "accredited to another": (
        "The talks were led by Ambassador of Japan to Serbia Akira Mori.",
        {"Akira Mori REPRESENTS Japan"},
    ),
    "with a comma on one side only": ("Halberg's CEO, Daniel Berg noted it.", {"Daniel Berg HEADS Halberg"}),
    "two of them": (
        "India's Prime Minister, Narendra Modi and Chinese President, Xi Jinping met in Kazan.",
        {"Narendra Modi HEADS India", "Xi Jinping HEADS China", "Narendra Modi MEETS_WITH Xi Jinping"},
    ),
    "two offices of one": (
        "Deputy Prime Minister and Minister of Foreign Affairs of Ethiopia, Abebe Bekele, met Jan Berg.",
        {"Abebe Bekele HEADS Ethiopia", "Abebe Bekele MEETS_WITH Jan Berg"},
    ),
}


@pytest.mark.parametrize(("text", "expected"), TITLED_BY_OFFICE.values(), ids=TITLED_BY_OFFICE)
def test_a_name_behind_its_office_is_that_of_its_bearer(tell, text, expected):
    assert tell(text) == expected


SECOND = (
    "Ortiz/nsubj/met/NNP and/cc/Ortiz/CC Shell/compound/CEO/NNP CEO/conj/Ortiz/NNP Menon/conj/Ortiz/NNP/Menon/PERSON "
    "met/ROOT/met/VBD"
)
LETTERS = (
    "Bank/nsubj/left/NNP (/punct/CBK/( CBK/appos/Bank/NNP )/punct/CBK/) Governor/compound/Ortiz/NNP "
    "Ortiz/appos/Bank/NNP/Ortiz/PERSON left/ROOT/left/VBD"
)
FIRM = (
    "An/det/executive/DT executive/nsubj/left/NN of/prep/executive/IN mining/compound/firm/NN firm/pobj/of/NN "
    "Engevix/appos/executive/NNP left/ROOT/left/VBD"
)


def test_a_second_title_is_of_the_name_behind_it(make):
    doc = make(SECOND)
    second_title(doc, read_lexicon())
    assert at(doc, "CEO").head is at(doc, "Menon")
    assert at(doc, "Menon").head is at(doc, "Ortiz")


def test_letters_in_brackets_do_not_part_a_body_from_its_governor(make):
    doc = make(LETTERS)
    bracketed_body(doc, read_lexicon())
    assert at(doc, "Bank").head is at(doc, "Governor")
    assert (at(doc, "Ortiz").dep_, at(doc, "Ortiz").head) == ("nsubj", at(doc, "left"))


def test_a_name_right_behind_a_firm_is_the_firm(make):
    doc = make(FIRM)
    firm_behind(doc, read_lexicon())
    assert at(doc, "Engevix").head is at(doc, "firm")


APART = {
    "Lena Ortiz of Marlow Tin, a firm based in Riga, disagreed.": {
        "Marlow Tin BASED_IN Riga",
        "Lena Ortiz WORKS_FOR Marlow Tin",
    },
    "Hours before a meeting with Igor Sechin, Lena Ortiz, head of Marlow Tin, criticised Peru.": {
        "Lena Ortiz HEADS Marlow Tin",
        "Lena Ortiz OPPOSES Peru",
    },
    "Marco Rubio met the ex-president of Chile, Ricardo Lagos.": {
        "Ricardo Lagos HEADS Chile",
        "Marco Rubio MEETS_WITH Ricardo Lagos",
    },
}


@pytest.mark.parametrize(("text", "expected"), APART.items(), ids=APART)
def test_who_stands_beside_whom(tell, text, expected):
    assert expected <= tell(text), tell(text)
    assert "Lena Ortiz BASED_IN Riga" not in tell(text)
