"""What the words allow and what they are about does not."""


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
