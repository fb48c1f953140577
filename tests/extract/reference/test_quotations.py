"""Whom "he" in a quotation means."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Asked about Igor Sechin, Anton Krause said: "He met Sergei Lavrov."', "Igor Sechin"),
        ('"He met Sergei Lavrov," Anton Krause said of Igor Sechin.', "Igor Sechin"),
        ('Igor Sechin runs Rosneft. "He met Sergei Lavrov," Anton Krause said.', "Igor Sechin"),
        ('Anton Krause runs Shell. "I met Sergei Lavrov," he said.', "Anton Krause"),
    ],
)
def test_he_in_a_quotation_is_not_who_says_it(tell, text, expected):
    met = {line for line in tell(text) if "MEETS_WITH" in line}
    assert met in ({f"{expected} MEETS_WITH Sergei Lavrov"}, {f"Sergei Lavrov MEETS_WITH {expected}"})
