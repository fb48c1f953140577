"""Spellings: what folds together, what sounds alike, which persons may be one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.resolve.names import fold, given_matches, sounds_alike, strip_forms

ONE_NAME = """
Witkoff Witkov | Witkoff Wickoff | Witkoff Witcoff | Witkov Wickoff | Novatech Novotech
Novatech Novatek | Novotech Novatek | Besant Bessent | Dmitriev Dimitriev | Dmitriev Dmitryev
Medvedev Medvedyev | Zelensky Zelenskyy | Zelensky Zelinsky | Kushner Kushnir | Kushner Cushner
Gazprom Gasprom | Rosneft Rosnef | Rosneft Rossneft | Peskov Pescov | Sechin Setchin | Lavrov Lavroff
Netanyahu Netanyaho | Qaddafi Gaddafi | Timchenko Timshenko | Deripaska Derapaska
Abramovich Abramovitch | Hegseth Hegsith | Araghchi Araqchi | Araghchi Aragchi | Khamenei Khameini
Maduro Maduru | Tokayev Tokaev | Aliyev Aliev | Lukoil Luke_Oil | Exxon_Mobil ExxonMobil
Ushakov Ushakoff | Kellogg Kellog | Rubio Rubeo | Vekselberg Wexelberg | Bin_Salman Ben_Salman
Mercouris Merkouris | Sibur Cibur | Yermak Ermak | Umerov Umarov | Rostec Rostech | Mohammed Muhammad
Steve_Witkoff Steve_Witkov | Zaluzhny Zalujny | Kolomoisky Kolomoysky | Barzani Barzany
Pashinyan Pashinian | Orenburg Orenberg | Sinopec Cinopec | Steinmeier Steinmeyer | Jaishankar Jayshankar
Magnitsky Magnitski | Fridman Friedman
"""
TWO_NAMES = """
Putin Putnam | Iran Iraq | Russia Prussia | Lavrov Lukov | Trump Tramp | Mali Malawi | Austria Australia
Rosneft Rosatom | Beach Bush | Niger Nigeria | Mali Malta | Serbia Syria | Slovakia Slovenia
Rosneft Transneft | Gazprom Gazprombank | Lukoil Yukos | Rubio Rubin | Biden Baden | Macron Micron
Merkel Merz | Xi Xu | Kim Kin | Gambia Zambia | Latvia Lithuania | Bessent Basset | Kushner Kirchner
Sechin Serbin | Novatek Novartis | Total Tatneft | Shell Shill | Clinton Clifton | Georgia Jordan
Ireland Iceland | Chad China | Cuba Kuwait | Dominica Dominican | Guinea Guyana | Korea Kenya
Ivanov Ivanova | Petrov Petrova | Medvedev Medvedchuk | Sberbank Sovcombank | Siemens Simmons
Boeing Beijing | Johnson Johnston | Sullivan Salivan | Novak Novatek | Vance Vince | Oman Amman
Palestine Pakistan | Armenia Albania | Dmitriev Dmitrov | Sudan Sedan | Barclay Berkeley
Blackrock Blackstone | Hyundai Honda | Kirill Cyril | Patel Patil | Walker Waltz | Waltz Walz
Burns Barnes | Sanders Saunders | Zelensky Zaluzhny | Orban Urban | Lukashenko Lutsenko
Exxon ExxonMobil | Donald_Trump Donald_Tramp | Igor_Sechin Ivan_Sechin | Ghana Guyana | Bahrain Brain
Mohammed Mohamud | South_Korea North_Korea | Ukraine Ukrainian | Congo Kosovo | Bush Busch_Light
"""


def pairs(table):
    return [
        tuple(word.replace("_", " ") for word in pair.split())
        for pair in table.replace("\n", "|").split("|")
        if pair.strip()
    ]


@pytest.mark.parametrize(("left", "right"), pairs(ONE_NAME))
def test_spellings_of_one_name_sound_alike(left, right):
    assert sounds_alike(left, right)
    assert sounds_alike(right, left)


@pytest.mark.parametrize(("left", "right"), pairs(TWO_NAMES))
def test_different_names_do_not(left, right):
    assert not sounds_alike(left, right)
    assert not sounds_alike(right, left)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("U.S.", "us"),
        ("US", "us"),
        ("the U.S.'s", "us"),
        ("The United States", "united states"),
        ("Putin’s", "putin"),
        ("Sergei O'Brien", "sergei obrien"),
        ("Erdoğan", "erdogan"),
        ("Łukasz Żółć", "lukasz zolc"),
        ("Jean-Claude  Juncker", "jean claude juncker"),
        ("Donald J. Trump", "donald j trump"),
        ("J.D. Vance", "jd vance"),
        ("a Russian billionaire", "russian billionaire"),
        ("A. Novak", "a novak"),
        ("Procter & Gamble", "procter and gamble"),
        ("НОВАТЭК", "новатэк"),
        ("习近平", "习近平"),
        ("\u200fروسيا\u200f", "روسيا"),
        ("S.p.A.", "spa"),
        ("🙂", ""),
    ],
)
def test_folding(name, folded):
    assert fold(name) == folded


@given(st.text(max_size=20))
def test_folding_takes_any_text(text):
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert strip_forms(folded).strip() == strip_forms(folded)


PIECES = st.sampled_from(
    ["the ", "The", "a ", "An ", "'s", "`", "&", "U.S.", ".", " ", "_", "-", "\t", "x", "Z9"]
)


@given(st.lists(PIECES | st.text(st.characters(max_codepoint=127), max_size=4), max_size=8).map("".join))
def test_folding_ascii_the_short_way_gives_what_the_long_way_gives(name):
    soft_hyphen = "\u00ad"  # is nothing, but no ASCII: a name with one is folded step by step
    assert fold(name) == fold(name + soft_hyphen)


@pytest.mark.parametrize(
    ("name", "stripped"),
    [
        ("PAO Novatek", "novatek"),
        ("Novatek PJSC", "novatek"),
        ("Siemens AG", "siemens"),
        ("Hyundai Heavy Industries Co., Ltd.", "hyundai heavy industries"),
        ("Eni S.p.A.", "eni"),
        ("Shell plc", "shell"),
        ("Mercuria & Co", "mercuria"),
        ("Grupo México S.A.B. de C.V.", "grupo mexico"),
        ("Volga Group", "volga group"),
        ("Limited", "limited"),
        ("Ltd. Co.", "ltd"),
    ],
)
def test_legal_forms_are_dropped(name, stripped):
    assert strip_forms(fold(name)) == stripped


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("Donald J. Trump", "Donald Trump", True),
        ("Donald Trump", "Donald Trump Jr.", False),
        ("Donald Trump Jr.", "Trump Jr.", True),
        ("Trump", "Donald Trump Jr.", False),
        ("Donald Trump Sr.", "Donald Trump", True),
        ("Igor Sechin", "Sechin", True),
        ("I. Sechin", "Igor Sechin", True),
        ("Ivan Sechin", "Igor Sechin", False),
        ("Igor Sechin", "Igor", False),
        ("Vladimir Vladimirovich Putin", "Vladimir Putin", True),
        ("JD Vance", "James David Vance", True),
        ("J. D. Vance", "J.D. Vance", True),
        ("Steve Witkoff", "Steven Witkov", True),
        ("Ursula von der Leyen", "von der Leyen", True),
        ("Mohammed bin Salman", "bin Salman", True),
        ("Xi Jinping", "Xi", True),
        ("Hunter Biden", "Joe Biden", False),
        ("George H. W. Bush", "George W. Bush", True),
        ("Eric Trump", "Ivanka Trump", False),
        ("", "Trump", False),
    ],
)
def test_given_names(left, right, one):
    assert given_matches(left, right) is one
    assert given_matches(right, left) is one
