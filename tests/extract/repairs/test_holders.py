"""Who holds an office told with what it is of and no comma before the name."""

import pytest

HOLDERS = {
    "The Kenyan ambassador to the U.S. Lena Ortiz disagreed.": "Lena Ortiz REPRESENTS Kenya",
    "Kenya's envoy to international bodies in Geneva Lena Ortiz disagreed.": "Lena Ortiz REPRESENTS Kenya",
    "The Kenyan envoy to the contact group Lena Ortiz left.": "Lena Ortiz REPRESENTS Kenya",
    "The general manager of Marlow Tin Lena Ortiz resigned.": "Lena Ortiz WORKS_FOR Marlow Tin",
    "Chairman of the board of Marlow Tin Lena Ortiz resigned.": "Lena Ortiz HEADS Marlow Tin",
    "Director of the Center for Asian Studies Lena Ortiz resigned.": "Lena Ortiz HEADS Center for Asian Studies",
    "Chief analyst at Marlow Tin Lena Ortiz resigned.": "Lena Ortiz WORKS_FOR Marlow Tin",
}


@pytest.mark.parametrize(("text", "expected"), HOLDERS.items(), ids=HOLDERS)
def test_the_name_behind_an_office_is_the_holders(tell, text, expected):
    assert expected in tell(text), tell(text)


def test_not_where_the_body_bears_the_name_of_a_person(tell):
    for text in (
        "The director of the Carlo Ortiz Foundation resigned.",
        "The head of the Anna Berg Bank resigned.",
        "The adviser of President Ali Berg resigned.",
    ):
        assert not any(line.startswith(("Carlo Ortiz", "Anna Berg", "Ali Berg")) for line in tell(text)), (
            tell(text)
        )


def test_each_of_two_holders_has_his_own_office(tell):
    text = "The head of Marlow Tin Ravi Menon sued the head of Norsk Hydro Karl Weiss."
    assert {"Ravi Menon HEADS Marlow Tin", "Karl Weiss HEADS Norsk Hydro"} <= set(tell(text)), tell(text)
