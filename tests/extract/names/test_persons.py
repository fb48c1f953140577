"""Which person of the registry a name or a title means on the date of the document."""

import pytest


def known(extraction):
    return {m.registry for m in extraction.mentions if m.type == "Person"}


@pytest.mark.parametrize(
    ("text", "date", "person"),
    [
        ("Putin met Xi Jinping.", "2025-12-05", "person-vladimir-putin"),
        ("Treasury Secretary Scott Besant met Qatar.", "2025-12-05", "person-scott-bessent"),
        ("Ukrainian President Vladimir Zelensky met Qatar.", "2025-12-05", "person-volodymyr-zelensky"),
        ("Chancellor Merz met Qatar.", "2025-12-05", "person-friedrich-merz"),
        ("Chancellor Scholz met Qatar.", "2023-05-10", "person-olaf-scholz"),
    ],
)
def test_a_name_means_the_one_in_office(read, text, date, person):
    assert person in known(read(text, date))


def test_a_bare_surname_of_nobody_in_office_is_nobody(read):
    """There was a President Johnson, but a man called Johnson is not him."""
    found = read("Ulmen Johnson met Shell. Johnson left.")
    assert [m.registry for m in found.mentions if "Johnson" in (m.name, *m.aliases)] == [None]


def test_a_surname_of_two_in_office_is_neither(read):
    """Penny Wong of Australia and Lawrence Wong of Singapore, until the text names a country."""
    wong = {"person-penny-wong", "person-lawrence-wong"}
    assert not wong & known(read("Wong met Emmanuel Macron."))
    assert wong & known(read("Singapore spoke. Prime Minister Wong met Emmanuel Macron.")) == {
        "person-lawrence-wong"
    }


OFFICES = {
    "home, 2025": ("The White House spoke. The president met Keir Starmer.", "2025-12-05", "Donald Trump"),
    "home, 2023": ("The White House spoke. The president met Keir Starmer.", "2023-05-10", "Joe Biden"),
    "demonym": ("The Polish prime minister met Keir Starmer.", "2025-12-05", "Donald Tusk"),
    "demonym, before": ("The Polish prime minister met Keir Starmer.", "2021-12-05", "Mateusz Morawiecki"),
    "possessive": ("France's president met Keir Starmer.", "2025-12-05", "Emmanuel Macron"),
    "of": ("The president of France met Keir Starmer.", "2025-12-05", "Emmanuel Macron"),
    "named just before": (
        "Emmanuel Macron spoke. The White House listened. The president met Keir Starmer.",
        "2025-12-05",
        "Emmanuel Macron",
    ),
}


@pytest.mark.parametrize(("text", "date", "person"), OFFICES.values(), ids=OFFICES)
def test_an_office_means_its_holder(tell, text, date, person):
    assert f"{person} MEETS_WITH Keir Starmer" in tell(text, date)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The former Polish prime minister met Keir Starmer.", "2025-12-05"),
        ("A Polish prime minister met Keir Starmer.", "2025-12-05"),
        ("The Polish deputy prime minister met Keir Starmer.", "2025-12-05"),
        ("The Polish prime minister met Keir Starmer.", None),
        ("The president met Keir Starmer.", "2025-12-05"),
        ("The presidents met Keir Starmer.", "2025-12-05"),
    ],
)
def test_an_office_that_may_be_anyone_s_is_nobody_s(tell, text, date):
    heads = {"Donald Tusk", "Donald Trump", "Emmanuel Macron", "Mateusz Morawiecki"}
    assert not [line for line in tell(text, date) if any(head in line for head in heads)]
