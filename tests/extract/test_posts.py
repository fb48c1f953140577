"""What a title is of where the sentence names the title alone."""

import pytest

from extract.posts import DATELINE


@pytest.mark.parametrize(
    ("line", "city"),
    [
        ("VILNIUS, Dec 10 - Lithuania will not", "VILNIUS"),
        ("KYIV (Reuters) - Ukraine", "KYIV"),
        ("BAMAKO - Malian authorities", "BAMAKO"),
        ("OPERATOR: Good afternoon", None),
        ("The head of the bank", None),
    ],
)
def test_a_dateline_begins_with_a_city_in_capitals(line, city):
    found = DATELINE.match(line)
    assert (found.group(1) if found is not None else None) == city


def test_a_minister_without_a_country_is_of_the_state_of_the_dateline(tell):
    text = "VILNIUS, Dec 10 - The road is closed, Transport Minister Jonas Petraitis said on Wednesday."
    assert any("Jonas Petraitis" in line and "HEADS" in line and "Lithuania" in line for line in tell(text))


def test_not_where_another_state_is_spoken_of_more(tell):
    text = (
        "NAIROBI, Dec 10 - Aid for South Sudan was held up. Trucks reached South Sudan late. "
        "Transport Minister Deng Lual promised better roads."
    )
    assert not any("HEADS" in line for line in tell(text))


def test_not_where_another_state_acts_beside_him(tell):
    text = "VILNIUS, Dec 10 - Latvia backs the ban. Latvia will wait, Transport Minister Janis Kalnins said."
    assert not any("HEADS" in line for line in tell(text))


def test_a_spokeswoman_speaks_for_the_one_body_named_before(tell):
    text = "Halberg Shipping did not respond, but a spokeswoman, Mary Miller, later said it would appeal."
    assert any("Mary Miller" in line and "REPRESENTS" in line and "Halberg" in line for line in tell(text))


def test_nor_for_one_of_two(tell):
    text = "Halberg Shipping and Altior Bank met, a spokeswoman, Mary Miller, said."
    assert not any("REPRESENTS" in line for line in tell(text))
