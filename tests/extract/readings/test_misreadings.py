"""What the words allow and what they are about does not."""

import pytest


def test_who_leads_a_body_of_a_state_does_not_lead_the_state(tell):
    said = tell("Lebanon's Hezbollah leader, Moussa Keita, met Lena Ortiz.")
    assert "Moussa Keita HEADS Hezbollah" in said
    assert not any("HEADS Lebanon" in line for line in said)
    assert "Moussa Keita HEADS Lebanon" in tell("Lebanon's leader, Moussa Keita, met Lena Ortiz.")


def test_who_sells_a_firm_supplies_nothing(tell):
    assert "Shell SUPPLIES Poland" in tell("Shell sold gas to Poland.")
    assert not any("SUPPLIES" in line for line in tell("Shell sold Eni to Poland."))


def test_the_counterpart_of_an_envoy_leads_nothing(tell):
    assert any(
        "Adel Haddad HEADS Syria" in line
        for line in tell("Jordan's prime minister, Khaled Masri, met his Syrian counterpart, Adel Haddad.")
    )
    assert not any(
        "Adel Haddad HEADS" in line
        for line in tell("Jordan's envoy, Khaled Masri, met his Syrian counterpart, Adel Haddad.")
    )


def test_who_is_told_to_oppose_something_does_not_oppose_it(tell):
    said = tell("Poland demanded that Germany scrap the Minsk agreement.")
    assert "Poland OPPOSES Minsk agreement" in said
    assert not any(line.startswith("Germany OPPOSES") for line in said)
    assert "Germany OPPOSES Minsk agreement" in tell("Germany wants to scrap the Minsk agreement.")


def test_who_discusses_the_sanctions_of_another_does_not_impose_them(tell):
    assert not any(
        "SANCTIONED_BY" in line for line in tell("Macron discussed American sanctions on Iran with Merkel.")
    )
    assert "?Iran SANCTIONED_BY France" in tell("Macron discussed sanctions on Iran.")
    said = tell("Macron discussed further American sanctions on Iran with Merkel.")
    assert "?Iran SANCTIONED_BY United States" in said


def test_an_authority_sells_what_it_has_itself(tell):
    said = tell("The Treasury sold its holding in Lloyds.")
    assert {"Treasury OWNS Lloyds", "Treasury DIVESTS_FROM Lloyds"} <= set(said)


def test_a_correspondent_at_a_seat_of_government_need_not_be_of_that_state(tell):
    assert not any("CITIZEN_OF" in line for line in tell("Lena Ortiz is a White House correspondent."))
    assert "Lena Ortiz CITIZEN_OF Peru" in tell("Lena Ortiz is a Peruvian correspondent.")


def test_the_chief_of_a_department_does_not_head_the_firm(tell):
    said = tell(
        "With us are Shell's Chief Executive Officer Lena Ortiz and BP's Chief Accounting Officer Ann Ott."
    )
    assert "Lena Ortiz HEADS Shell" in said
    assert not any(line.startswith("Ann Ott HEADS") for line in said)


@pytest.mark.parametrize(
    "goods",
    ["60 percent of the business", "the grocery chain", "the cable operator Marlow Tin"],
)
def test_who_sells_part_of_a_firm_supplies_nothing(tell, goods):
    assert not [line for line in tell(f"Shell sold {goods} to Lukoil.") if "SUPPLIES" in line]


def test_a_verb_inside_a_name_tells_nothing_of_it(tell):
    assert not [line for line in tell("India to Buy Advanced Fighter Jets From Russia") if "DIVESTS" in line]


def test_short_names_of_goods_are_no_firms(tell):
    said = tell(
        "Qatari officials reached an agreement to ship two tonnes of liquefied natural gas (LNG) to Pakistan."
    )
    assert "~Qatar SUPPLIES Pakistan" in said
