"""In which State a text was written."""

import pytest

from extract.texts.datelines import DATELINE


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
