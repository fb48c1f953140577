"""Who is put forward for a post, and whose what is told in passing is."""

import pytest

CASES = {
    "Olav Berg wants Anton Krause as chairman of Shell.": {"~Anton Krause HEADS Shell"},
    "Olav Berg did not want Anton Krause as chairman of Shell.": {"!~Anton Krause HEADS Shell"},
    "Olav Berg would back Anton Krause to succeed Igor Sechin as Shell chairman.": {
        "Igor Sechin HEADS Shell",
        "?Olav Berg SUPPORTS Anton Krause",
        "?Anton Krause HEADS Shell",
    },
    "Olav Berg wants Anton Krause to succeed his father as Shell chairman.": {
        "Anton Krause's father HEADS Shell",
        "Anton Krause RELATIVE_OF Anton Krause's father",
        "~Anton Krause HEADS Shell",
    },
    "Founded by Olav Berg in 1973 and now chaired by Anton Krause, Shell is fine.": {
        "Olav Berg FOUNDED Shell",
        "Anton Krause HEADS Shell",
    },
    "BERLIN - Family-controlled Bosch agreed to buy Shell.": {"~Bosch ACQUIRES Shell"},
    "Canada-sanctioned Bosch agreed to buy Shell.": {"Bosch SANCTIONED_BY Canada", "~Bosch ACQUIRES Shell"},
    "Rosneft bought out a shareholder which had sold its stake in Shell.": set(),
    "A meeting that took place in Oslo between Olav Berg and Anton Krause was secret.": {
        "Olav Berg MEETS_WITH Anton Krause"
    },
    "Norway condemned the arrest of Olav Berg.": set(),
    "Norway condemned the killing of Olav Berg by Kenya.": {
        "Norway OPPOSES Kenya",
        "Kenya ATTACKS Olav Berg",
    },
    "Norway imposed sanctions on Bosch and on Shell.": {
        "Bosch SANCTIONED_BY Norway",
        "Shell SANCTIONED_BY Norway",
    },
    "Bosch is in talks with Norway and with Shell.": {
        "Bosch NEGOTIATES_WITH Norway",
        "Bosch NEGOTIATES_WITH Shell",
    },
    "Norway could pay for a jetty at Tromsø, a spokesperson for Shell said.": {
        "?Norway FINANCES jetty at Tromsø",
        "spokesperson for Shell REPRESENTS Shell",
    },
    "Bosch buys a third of Shell's gas.": {"Shell SUPPLIES Bosch"},
    "The Berg family is selling its bank. The firm was founded by Anton Krause in 1839.": set(),
    "Shell has agreed to buy Bosch from the man a magazine once called mad.": {"~Shell ACQUIRES Bosch"},
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=CASES)
def test_who_it_is_said_of(tell, text, expected):
    assert tell(text) == expected
