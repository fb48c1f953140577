"""For whom a spokeswoman speaks."""

import pytest


def test_a_spokeswoman_speaks_for_the_one_body_named_before(tell):
    text = "Halberg Shipping did not respond, but a spokeswoman, Mary Miller, later said it would appeal."
    assert any("Mary Miller" in line and "REPRESENTS" in line and "Halberg" in line for line in tell(text))


def test_nor_for_one_of_two(tell):
    text = "Halberg Shipping and Altior Bank met, a spokeswoman, Mary Miller, said."
    assert not any("REPRESENTS" in line for line in tell(text))


SPOKEN_FOR = {
    "government": (
        "VILNIUS, Dec 10 - Lithuania denied it. Government spokeswoman Rita Petraitis said it was false.",
        "Rita Petraitis REPRESENTS Lithuania",
    ),
    "ministry": (
        "Lithuania's Ministry of Mines denied it. Ministry spokeswoman Rita Petraitis said it was false.",
        "Rita Petraitis REPRESENTS Ministry of Mines of Lithuania",
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPOKEN_FOR.values(), ids=SPOKEN_FOR)
def test_a_spokeswoman_of_a_body_named_by_its_kind(tell, text, expected):
    assert expected in tell(text), tell(text)
