"""Which names a document has (spots), which of them are one actor, and of what type (ballot, actors)."""

import pytest

from extract.names.ballot import Ballot


def named(extraction):
    """Name of each mention with its type and all its spellings."""
    return {m.name: (m.type, {m.name, *m.aliases}) for m in extraction.mentions}


def types(extraction):
    return {m.name: m.type for m in extraction.mentions}


TYPES = {
    "registry": ("Rosneft met OPEC in Vienna.", {"Rosneft": "Company", "OPEC": "Organization"}),
    "last word": ("Halberg Shipping sued Delmar University.", {"Halberg Shipping": "Company"}),
    "university": ("Delmar University sued Halberg Shipping.", {"Delmar University": "Organization"}),
    "ministry": (
        "The Foreign Ministry of Poland sued Shell.",
        {"Foreign Ministry of Poland": "PublicBody", "Shell": "Company"},
    ),
    "title": ("President Alassane Ouattara met Chancellor Friedrich Merz.", {"Friedrich Merz": "Person"}),
    "apposition": ("Verano, a gas company, sued Poland.", {"Verano": "Company"}),
    "who": ("Verano Ulmen, who lives in Paris, sued Poland.", {"Verano Ulmen": "Person"}),
    "called": ("Poland sued a company called Verano.", {"Verano": "Company"}),
    "a college with a given name": ("Shell sued Baruch College.", {"Baruch College": "Organization"}),
    "a polytechnic": ("Shell sued Kyiv Polytechnic.", {"Kyiv Polytechnic": "Organization"}),
    "where one studies": ("Mary Miller read law at Leeds.", {"Leeds": "Organization"}),
    "whose graduate one is": ("Mary Miller, a graduate of Leeds, sued Shell.", {"Leeds": "Organization"}),
    "where one meets": ("Mary Miller met Jan Berg at Leeds.", {"Leeds": "Place"}),
    "two peoples": ("Shell sued a British-Iranian singer.", {"United Kingdom": "State", "Iran": "State"}),
    "city": ("Verano Foods has its seat in Linz. Shell left Linz.", {"Linz": "Place"}),
    "central bank": ("The Central Bank of Halberg sued Shell.", {"Central Bank of Halberg": "PublicBody"}),
    "which": ("Verano Ulmen, which sells gas, sued Poland.", {"Verano Ulmen": "Company"}),
    "may be a firm": ("Shell sued the operator, KRAMO. KRAMO sued Poland.", {"KRAMO": "Company"}),
    "a region behind": ("Finserve Africa sued Shell.", {"Finserve Africa": "Company"}),
    "a country behind": ("MTN Nigeria sued Shell.", {"MTN Nigeria": "Company", "Shell": "Company"}),
    "what it makes": ("Lamar Tiles bought Ola Cabs.", {"Lamar Tiles": "Company", "Ola Cabs": "Company"}),
    "coined": ("Shell owns stakes in Zenbank.", {"Zenbank": "Company"}),
    "a bank with a given name": ("Poland fined Sonali Bank.", {"Sonali Bank": "Company"}),
    "one of the lawyers": (
        "But Rufus Rodrick, one of Mr. Estrel's lawyers, said no.",
        {"Rufus Rodrick": "Person"},
    ),
    "the speaker of a parliament": (
        "He reported Shell to the Speaker of Parliament Baleka Mbetu.",
        {"Baleka Mbetu": "Person"},
    ),
    "a role in two letters": (
        "Shell met Paytar CE Vijay Shekhar Sarmin.",
        {"Paytar": "Company", "Vijay Shekhar Sarmin": "Person"},
    ),
    "a magistrate's court": (
        "The Westham Magistrate's court fined Shell.",
        {"Westham Magistrate's court": "PublicBody"},
    ),
    "behind a dateline": ("NEW DELHI Sagrit Cements Ltd sued Shell.", {"Sagrit Cements Ltd": "Company"}),
    "the owner of a firm": (
        "Shell was sold to billionaire Charun Sirivadhan's Tallow Holding Co. in May.",
        {"Charun Sirivadhan": "Person", "Tallow Holding Co.": "Company"},
    ),
    "whose analyst somebody is": (
        '"Good news," Holford C. Bernst analyst Bruno Montag said of Shell.',
        {"Holford C. Bernst": "Company"},
    ),
    "a ministry with its fields": (
        "Shell met the Energy and Mineral Resources Ministry.",
        {"Energy and Mineral Resources Ministry": "PublicBody"},
    ),
    "a ministry in small letters": (
        "The Trade and Industry ministry sued Shell.",
        {"Trade and Industry ministry": "PublicBody"},
    ),
    "a firm of a people": ("Shell sold a mine to the French Orange group.", {"Orange": "Company"}),
    "a firm behind its people": ("Shell sued the Swiss Glencore.", {"Glencore": "Company"}),
    "a body of many": (
        "The Tala Farmers' Union sued Shell. Poland left the New People's Army.",
        {"Tala Farmers' Union": "Organization", "New People's Army": "PublicBody"},
    ),
    "an office of many": (
        "The Supreme Prosecutors' Office sued Shell.",
        {"Supreme Prosecutors' Office": "PublicBody"},
    ),
    "joined to a firm": (
        "Shell sued Uttam Galva Steels Ltd and KSS Petron.",
        {"KSS Petron": "Company"},
    ),
    "an initial": ("K Krithivasan met Keir Starmer.", {"K Krithivasan": "Person"}),
    "a force": ("Shell sued the Delmar Air Force.", {"Delmar Air Force": "PublicBody"}),
    "a verb is no name": (
        "The Central Bank of Nigeria fined Shell.",
        {"Central Bank of Nigeria": "PublicBody", "Shell": "Company"},
    ),
    "firms in a list": (
        "Shell left firms such as Nestlé, Unilever and Danone.",
        {"Nestlé": "Company", "Unilever": "Company", "Danone": "Company"},
    ),
    "bodies joined": (
        "Amnesty International and Human Rights Watch accused Shell of fraud.",
        {"Amnesty International": "Organization", "Human Rights Watch": "Organization"},
    ),
    "an ampersand at the end": ("Shell sold oil to AT&T.", {"AT&T": "Company"}),
    "of an office": (
        "Secretary of the Treasury Scott Bessent met Keir Starmer.",
        {"Scott Bessent": "Person"},
    ),
    "a bracket in the name": (
        "Eni fined Halvard Fiduciary (Jersey) Limited.",
        {"Halvard Fiduciary (Jersey) Limited": "Company"},
    ),
    "where firms stand": ("Shell is in a venture with Mowi.", {"Mowi": "Company"}),
    "a mister of any label": ("Ms Vostrova owns Sonatrach.", {"Vostrova": "Person"}),
    "a firm of lawyers": (
        "Mr Halvorsen, through solicitors Penrose Tarn, sued Shell.",
        {"Penrose Tarn": "Company", "Halvorsen": "Person"},
    ),
    "it takes the name up": ("Vessmüller said it stopped shipping to Peru.", {"Vessmüller": "Company"}),
    "its own": ("Verano Ulmen sold its mill to Shell.", {"Verano Ulmen": "Company"}),
    "an age": ("Verano Ulmen, 46, sued Shell.", {"Verano Ulmen": "Person"}),
    "a neighbour": ("Its neighbour Kastrel Mines sued Shell.", {"Kastrel Mines": "Company"}),
    "a child": ("The chair fell to his eldest, Akosua.", {"Akosua": "Person"}),
    "two words for one": (
        "Shell sued Mr Brekke's daughter and business partner, Lorena.",
        {"Lorena": "Person"},
    ),
    "a firm and where it was": (
        "She was hosted by Kastrel in Ulmenau.",
        {"Kastrel": "Company"},
    ),
    "a dame": ("Shell will appoint Dame Orla Finch.", {"Orla Finch": "Person"}),
    "a firm of another language": ("Shell bought Imprimeries Gaumont.", {"Imprimeries Gaumont": "Company"}),
    "capitals before a country": ("BOC Kenya sued Shell.", {"BOC Kenya": "Company", "Shell": "Company"}),
    "the firm before it": (
        "Shell sued an executive of engineering firm Engevix. Engevix sued Poland.",
        {"Engevix": "Company"},
    ),
    "a builder of known letters": ("Poland sued builder OAS.", {"OAS": "Company"}),
    "before CEO": ("Bidco CEO Vimal Shah sued Poland.", {"Bidco": "Company", "Vimal Shah": "Person"}),
    "PT": ("PT Aneka Tambang sued Poland.", {"Antam": "Company"}),
    "counsel": ("Senior Counsel Ahmednasir Abdullahi sued Poland.", {"Ahmednasir Abdullahi": "Person"}),
    "family": ("Shell sued the Halberg family.", {"Halberg family": "Organization"}),
    "is": ("Halberg is a bank. Halberg sued Poland.", {"Halberg": "Company"}),
    "is a place": ("Halberg Flak is a reef located in the Baltic Sea.", {"Halberg Flak": "Place"}),
    "is one of": ("Clark Lake is one of two dozen clear lakes in Poland.", {"Clark Lake": "Place"}),
    "is a building": ("Verano Hall is a concert hall located in Linz.", {"Verano Hall": "Asset"}),
    "cut before of": ("The Duchy of Verano was sued by Shell.", {"Duchy": "Place"}),
    "center": ("Shell sued the Halberg Research Center.", {"Halberg Research Center": "Organization"}),
}


@pytest.mark.parametrize(("text", "expected"), TYPES.values(), ids=TYPES)
def test_type_of_a_name(read, text, expected):
    found = types(read(text))
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("evidence", "labels", "winner"),
    [
        ({}, {}, None),
        ({}, {"Person": 3, "Company": 1}, "Person"),
        ({"Company": 3.0}, {"Person": 9}, "Company"),
        ({"Company": 1.5}, {"Person": 9}, "Person"),
    ],
)
def test_labels_together_weigh_two_however_many(evidence, labels, winner):
    ballot = Ballot(dict(evidence))
    ballot.labels.update(labels)
    assert ballot.winner() == winner


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("Moscow sanctioned Shell.", "acts", "State"),
        ("Vladimir Putin met Xi Jinping in Moscow.", "place", "Place"),
        ("The Kremlin sanctioned Shell.", "seat", "State"),
        ("Washington and London sanctioned Rosneft.", "coordinated", "State"),
    ],
)
def test_a_capital_acts_or_is_a_place(read, text, role, expected):
    found = {m.name: m.type for m in read(text).mentions}
    states = {"Moscow": "Russia", "Kremlin": "Russia", "Washington": "United States"}
    capital = next(c for c in states if c in text)
    assert (found.get(states[capital]) if expected == "State" else found.get(capital)) == expected


ONE = {
    "surname": ("John Archer met Poland. Archer left.", {"John Archer", "Archer"}),
    "given name": ("Paula Archer met Shell. Later Paula left.", {"Paula Archer", "Paula"}),
    "short firm": ("Halberg Energy sued Poland. Halberg lost.", {"Halberg Energy", "Halberg"}),
    "initials": (
        "The Delmar Trade Organization sued Poland. The DTO lost.",
        {"Delmar Trade Organization", "DTO"},
    ),
    "behind a first word": (
        "Minera Cerro Halberg sued Poland. Cerro Halberg lost.",
        {"Minera Cerro Halberg", "Cerro Halberg"},
    ),
    "letters of another language": (
        "The Delmar Economic and Monetary Union (UEMOA) sued Shell. UEMOA won.",
        {"Delmar Economic and Monetary Union", "UEMOA"},
    ),
    "family name first": ("Zhang Delming met Keir Starmer. Zhang left.", {"Zhang Delming", "Zhang"}),
    "a particle at the start": (
        "Lena von der Halberg met Keir Starmer. Von der Halberg left.",
        {"Lena von der Halberg", "Von der Halberg"},
    ),
    "suffix": (
        "Donald Trump Jr. met Shell. Donald Trump Jr. left.",
        {"Donald Trump Jr."},
    ),
}


@pytest.mark.parametrize(("text", "spellings"), ONE.values(), ids=ONE)
def test_spellings_of_one_actor(read, text, spellings):
    assert spellings in [found for _, found in named(read(text)).values()]


def test_father_and_son_are_two(read):
    text = "Donald Trump met Donald Trump Jr. in Florida. Trump left. Trump Jr. stayed."
    ids = {m.registry: {m.name, *m.aliases} for m in read(text).mentions if m.type == "Person"}
    assert "Trump" in ids["person-donald-trump"]
    assert "Trump Jr." in ids["person-donald-trump-jr"]


def test_two_of_one_pair_of_family_names_are_two(read):
    """The short name is that of the one who was named before it, whoever shares it later."""
    text = "Mateo Arce Solano met Keir Starmer. Arce Solano praised Qatar. His brother is Julio Arce Solano."
    spellings = {m.name: set(m.aliases) for m in read(text).mentions}
    assert spellings["Mateo Arce Solano"] == {"Arce Solano"}
    assert "Julio Arce Solano" in spellings


def test_a_common_noun_first_in_a_headline_is_no_name(read):
    assert "Son" not in {
        n for m in read("Son of Kim Jong Un met Qatar.").mentions for n in (m.name, *m.aliases)
    }


def test_two_of_one_surname_the_last_named_is_meant(read):
    text = "John Archer met Shell. Paula Archer met Poland. Archer then sued Shell."
    spelt = {m.name: set(m.aliases) for m in read(text).mentions}
    assert spelt["Paula Archer"] == {"Archer"}
    assert spelt["John Archer"] == set()


@pytest.mark.parametrize(
    ("text", "heard", "entry"),
    [
        (
            "Steve Witkoff met Shell. Witkov left. Wickoff smiled.",
            {"Witkov", "Wickoff"},
            "person-steve-witkoff",
        ),
        (
            "Novatech is a Russian gas company. Novatech and Novotech sell gas to Moscow.",
            {"Novatech", "Novotech"},
            "company-novatek",
        ),
    ],
)
def test_a_name_misheard_is_an_alias(read, text, heard, entry):
    spelt = {m.registry: set(m.aliases) for m in read(text).mentions}
    assert heard <= spelt[entry]


@pytest.mark.parametrize(
    "text",
    [
        "Iran met Iraq.",  # states that sound alike stay apart
        "Halberg met Delmar. Halberg and Delmar left.",
        "John Archer met Shell. John Ardent left.",
    ],
)
def test_names_that_only_look_alike_stay_apart(read, text):
    assert len(read(text).mentions) >= 2


def test_every_place_where_a_name_stands_counts_no_longer_reading_inside_it(read):
    """ "Bank of Halberg" is one name, and no spot overlaps another."""
    found = named(read("The United Arab Emirates met the European Union. The Republic of Korea met the EU."))
    assert {"United Arab Emirates", "European Union", "South Korea"} <= set(found)


def test_a_title_is_no_name(read):
    """ "Secretary of State" does not name a State."""
    found = types(read("Secretary of State Marco Rubio met Qatar."))
    assert "State" not in found
    assert found["Marco Rubio"] == "Person"


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("The White House praised the Treasury. Washington smiled.", "body-us-finance"),
        ("Berlin praised the Finance Ministry. Germany smiled.", "body-de-finance"),
    ],
)
def test_a_body_without_a_country_is_that_of_the_home_state(read, text, home):
    assert home in {m.registry for m in read(text).mentions}


CUT = {
    "home": ("Shell sued Verano Smelting of Hamburg.", "Verano Smelting", "Verano Smelting of Hamburg"),
    "bank": ("Shell sued the Bank of Halberg.", "Bank of Halberg", "Bank"),
    "people": ("Shell sued the Russian Igor Halberg.", "Igor Halberg", "Russian Igor Halberg"),
    "role": (
        "Polish Foreign Ministry Spokesperson Ana Halberg met Shell.",
        "Ana Halberg",
        "Foreign Ministry Spokesperson Ana Halberg",
    ),
    "board": ("Shell sued the Executive Board of Halberg Shipping.", "Halberg Shipping", "Executive Board"),
    "form": (
        "Grupo Halberg, S.A.B. de C.V. sued Shell.",
        "Grupo Halberg, S.A.B. de C.V.",
        "Grupo Halberg, S.A.B.",
    ),
}


@pytest.mark.parametrize(("text", "name", "wrong"), CUT.values(), ids=CUT)
def test_where_a_name_ends(read, text, name, wrong):
    found = types(read(text))
    assert name in found
    assert wrong not in found


def test_a_short_name_that_the_text_gives_is_nobody_elses(read):
    found = named(read("The Okavango Pension Executive Council (OPEC) sued Shell. OPEC won."))
    assert "OPEC" in found["Okavango Pension Executive Council"][1]


def test_a_family_takes_no_name_from_its_members(read):
    found = types(read("Donald Trump met Shell. A friend of the Trump family left. Trump stayed."))
    assert found["Donald Trump"] == "Person"
    assert "Trump" not in found


def test_a_branch_abroad_is_not_the_firm(read):
    found = named(read("Halberg sued Halberg France. Halberg won."))
    assert found["Halberg"][1] == {"Halberg"}


def test_a_noun_right_before_a_name_is_that_name(read):
    extraction = read("Moscow-based lawyer Ana Halberg owns Verano Shipping.")
    name = {m.id: m.name for m in extraction.mentions}
    assert {name[s.subject] for s in extraction.statements if s.predicate == "OWNS"} == {"Ana Halberg"}
    assert "Moscow-based lawyer" not in name.values()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shell praised the Halberg Amendment.", "Halberg Amendment"),
        ("Shell won the Halberg Prize.", "Halberg Prize"),
        ("Mary Miller wrote the song Halberg.", "Halberg"),
        ("Halberg is a concept created by Mary Miller.", "Halberg"),
        ("Mary Miller commanded the army in the Battle of Ulmenau.", "Battle"),
    ],
)
def test_laws_prizes_and_works_are_no_actors(read, text, name):
    assert name not in types(read(text))


def test_who_is_said_to_be_of_a_profession_is_a_person(read):
    assert types(read("Verano Ulmen was a Danish geologist. He met Shell."))["Verano Ulmen"] == "Person"


def test_where_something_is_is_a_place_and_a_stake_is_in_a_firm(read):
    found = types(read("Shell has a refinery in Ulmenau. Rosneft owns stock in Kastrel."))
    assert found["Ulmenau"] == "Place"
    assert found["Kastrel"] == "Company"


@pytest.mark.parametrize(
    "text",
    [
        "Shell paid Ksh 91.76.",
        "Shell opposed Operation Car Wash.",
        "Shell sued the State-Owned.",
        "Shell praised the Brigadier General.",
        "The Director General of Coal and Minerals praised Shell.",
    ],
)
def test_sums_operations_and_tasks_are_no_actors(tell, text):
    assert tell(text) == set()


def test_mister_and_a_surname_tell_that_the_full_name_is_a_persons(read):
    text = "Verano Paz Ulmen, a contractor in Lima, pleaded guilty. Mr. Paz paid Shell."
    assert named(read(text))["Verano Paz Ulmen"] == ("Person", {"Verano Paz Ulmen", "Paz"})


def test_brothers_share_the_last_family_name_whatever_their_given_names(read):
    found = types(read("The brothers Tullio, Vesk and Ermoz Halberg own Shell."))
    assert found["Tullio Halberg"] == found["Vesk Halberg"] == found["Ermoz Halberg"] == "Person"


def test_a_given_name_alone_is_no_surname_of_a_known_person(read):
    found = named(read("Canada wrote to Simon, who is married to a sister of Karl Brekke.", "2024-03-01"))
    assert "Simon" in found
    assert not any("Mary Simon" in spellings for _, spellings in found.values())


def test_a_title_of_rank_stands_before_a_given_name(read):
    assert "Tamim bin Hamad al-Thani" not in named(read("Qatar sued Sheikh Hamad.", "2024-03-01"))


def test_the_title_of_who_has_no_other_name_is_a_spelling(read):
    assert named(read("President Halberg sued Shell."))["Halberg"] == (
        "Person",
        {"Halberg", "President Halberg"},
    )


def test_a_title_borne_for_life_is_in_a_spelling_of_the_full_name(read):
    found = named(read("Sir Karl Finch sued Shell. Mr Johan Berg did not."))
    assert found["Karl Finch"] == ("Person", {"Karl Finch", "Sir Karl Finch"})
    assert found["Johan Berg"] == ("Person", {"Johan Berg"})


def test_a_group_beside_the_firm_does_not_part_its_short_name(read):
    found = named(read("Verano Optik AG, of the Verano Group, sued Shell. Verano sued Eni."))
    assert found["Verano Optik AG"] == ("Company", {"Verano Optik AG", "Verano"})


def test_a_group_with_a_cause_is_no_firm(read):
    text = "Ahrar al-Tal, a powerful rebel group, sued Marlow Tin, a powerful mining group."
    types = {m.name: m.type for m in read(text).mentions}
    assert types == {"Ahrar al-Tal": "Organization", "Marlow Tin": "Company"}


NO_NAMES = {
    "an amount": (
        "Kraft Heinz walked away from a $143bn merger with Shell. Shell paid 691p a share.",
        "143bn 691p",
    ),
    "fields of a minister": ("Shell met the State Minister for Foreign Affairs of Norway.", "Affairs"),
    "what rulers give": ("Shell was listed under Executive Order 13846.", "Order"),
    "a dateline": ("HONG KONG Aug 3 Shell sold a mine to Eni.", "Aug"),
}


@pytest.mark.parametrize(("text", "words"), NO_NAMES.values(), ids=NO_NAMES)
def test_what_is_no_name(read, text, words):
    names = {word for m in read(text).mentions for name in (m.name, *m.aliases) for word in name.split()}
    assert not names & set(words.split()), names


def test_two_joined_by_a_hyphen_are_two(read):
    found = types(read("Jan Berg met Mary Lund. The Berg-Lund summit was short."))
    assert found == {"Jan Berg": "Person", "Mary Lund": "Person"}
