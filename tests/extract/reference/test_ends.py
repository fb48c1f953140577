"""From words to the actor at an end: stand-ins, bodies, the unnamed, partitives, denials."""

import pytest

ENDS = {
    "demonym": ("Russian troops invaded Ukraine.", "Russia ATTACKS Ukraine"),
    "officials from": ("Officials from the EU met Qatar.", "European Union MEETS_WITH Qatar"),
    "administration": ("The Trump administration sanctioned Rosneft.", "Rosneft SANCTIONED_BY United States"),
    "ministry acts for the state": (
        "The U.S. Treasury sanctioned Rosneft.",
        "Rosneft SANCTIONED_BY United States",
    ),
    "president acts for the state": (
        "Donald Trump sanctioned Rosneft.",
        "Rosneft SANCTIONED_BY United States",
    ),
    "described": ("Russia's sovereign wealth fund bought Shell.", "RDIF ACQUIRES Shell"),
    "unnamed": ("A Russian billionaire owns Gazprom Neft.", "Russian billionaire OWNS Gazprom Neft"),
    "unnamed body": ("Peru's port authority sued Shell.", "Shell INVESTIGATED_BY Peru's port authority"),
    "partitive": ("A group of Polish officials visited Qatar.", "Poland VISITS Qatar"),
    "coordination": ("Shell and Gazprom quit Russia.", "Gazprom DIVESTS_FROM Russia"),
    "such as": ("Firms such as Shell and Eni quit Russia.", "Eni DIVESTS_FROM Russia"),
    "like": ("Britain sanctioned banks like Sberbank and VTB.", "VTB SANCTIONED_BY United Kingdom"),
    "the army": ("Sudan is at war. The army attacked Chad.", "Sudan ATTACKS Chad"),
    "the west": ("Western governments condemned Iran.", "the West OPPOSES Iran"),
    "police of a city": (
        "Police in Nairobi arrested Gary Nagle.",
        "Gary Nagle INVESTIGATED_BY Police in Nairobi",
    ),
    "a spokesman's company": (
        "Shell bought Eni. Company spokesman Tom Rudd spoke.",
        "Tom Rudd REPRESENTS Shell",
    ),
    "a chairman's bank": ("Amber Bank sued Eni. Bank chairman Tom Rudd left.", "Tom Rudd HEADS Amber Bank"),
    "the unnamed again": (
        "Peru's energy ministry sued Shell. The ministry also sued Eni.",
        "Eni INVESTIGATED_BY Peru's energy ministry",
    ),
    "a company of somebody": (
        "A company owned by Suleiman Kerimov bought Shell.",
        "company owned by Suleiman Kerimov ACQUIRES Shell",
    ),
    "the rebels": ("M23 rebels attacked Goma. The rebels met Rwanda.", "M23 MEETS_WITH Rwanda"),
    "a country of a region": (
        "Kenya signed a deal with China. The east African nation sued Shell.",
        "Shell INVESTIGATED_BY Kenya",
    ),
    "a leader of a country": (
        "Vladimir Putin met Xi Jinping. The Russian leader praised Shell.",
        "Vladimir Putin SUPPORTS Shell",
    ),
    "no official": ("No official from Shell met Emmanuel Macron.", "!Shell MEETS_WITH Emmanuel Macron"),
    "but not": ("Shell sued Qatar but not Poland.", "!Poland INVESTIGATED_BY Shell"),
    "neither nor": ("Neither Shell nor Gazprom quit Russia.", "!Gazprom DIVESTS_FROM Russia"),
}


ACTING_TOGETHER = {
    "two peoples": (
        "French and German troops invaded Mali.",
        {"France ATTACKS Mali", "Germany ATTACKS Mali"},
    ),
    "they met": ("US and Russian officials met in Geneva.", {"Russia MEETS_WITH United States"}),
    "of two States": ("The leaders of Norway and Chile met.", {"Norway MEETS_WITH Chile"}),
    "counterparts": ("Turkish officials met their Greek counterparts.", {"Turkey MEETS_WITH Greece"}),
    "one counterpart is somebody": ("Emmanuel Macron met his Greek counterpart.", set()),
    "a firm is no government": ("The Government of Norway and Shell signed an agreement.", set()),
}


@pytest.mark.parametrize(("text", "expected"), ACTING_TOGETHER.values(), ids=ACTING_TOGETHER)
def test_who_acts_for_several_stands_for_each(tell, text, expected):
    assert tell(text) == expected


@pytest.mark.parametrize(("text", "expected"), ENDS.values(), ids=ENDS)
def test_an_end_is_who_the_words_stand_for(tell, text, expected):
    assert expected in tell(text), tell(text)


def test_the_surface_is_kept_beside_the_actor(read):
    """Washington is read as the United States, and the text still says Washington."""
    found = read("Washington sanctioned Rosneft.")
    (statement,) = found.statements
    assert statement.evidence[0].object.surface == "Washington"
    assert {m.name for m in found.mentions} == {"United States", "Rosneft"}


def test_an_unnamed_actor_is_marked_so_and_tied_to_its_country(read):
    found = read("A Russian billionaire owns Gazprom Neft.")
    (person,) = (m for m in found.mentions if m.type == "Person")
    assert (person.named, person.country, person.registry) == (False, "state-ru", None)


def test_each_a_billionaire_is_another(read):
    found = read("A Russian billionaire owns Gazprom Neft. A Russian billionaire owns Shell.")
    assert len([m for m in found.mentions if m.type == "Person"]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "A billionaire owns Gazprom Neft.",  # nobody is singled out
        "Investors own Gazprom Neft.",
        "Somebody sanctioned Rosneft.",
    ],
)
def test_the_unnamed_without_a_country_are_no_actors(tell, text):
    assert tell(text) == set()


NOBODY = {
    "two states spoken of alike": "Chad fell out with Sudan. The army attacked Nyala.",
    "a company of another": "Shell grew. An oil company spokesman, Tom Rudd, spoke.",
    "a part of a name": "Western Digital condemned Iran.",
    "the host is another": "Kenya signed a deal with China. The host country attacked Chad.",
    "two that may be the rebels": "M23 fell out with Hamas. The rebels attacked Goma.",
    "accused, not done": "The Polisario Front accused the army of bombing Tifariti.",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_words_that_do_not_tell_whose_they_are_stand_for_nobody(tell, text):
    found = [line for line in tell(text) if "ATTACKS" in line or "REPRESENTS" in line or "the West" in line]
    assert not found


def test_the_body_that_acts_is_kept_as_authority(read):
    (statement,) = read("The U.S. Treasury sanctioned Rosneft.").statements
    assert statement.qualifiers["authority"] == "United States Department of the Treasury"


def test_the_board_of_a_firm_acts_for_it(tell):
    lines = tell("The board of Halberg Cement rejected the offer from Marlow Tin.")
    assert any("Halberg Cement OPPOSES Marlow Tin" in line for line in lines)
