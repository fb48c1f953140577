"""Officials told of by their State alone are those whom the text has named."""

import pytest

NAMED = {
    "Russian Foreign Minister Sergei Lavrov met Kari Lund. Russia's top diplomat criticised Peru.": "Sergei Lavrov",
    "Norway's ambassador to Chile, Kari Lund, left. The Norwegian ambassador criticised Peru.": "Kari Lund",
    "Norway's ambassador to Chile, Kari Lund, left. The Norwegian diplomat criticised Peru.": "Kari Lund",
    "Kenyan Foreign Minister Ann Ortiz met her Afghan counterpart Ali Ahmadi. "
    "Afghanistan's foreign minister criticised Peru.": "Ali Ahmadi",
    "Norway's envoy Kari Lund met Danish envoy Lars Dahl. The Danish diplomat criticised Peru.": "Lars Dahl",
    "Lithuanian lawmaker Jonas Petraitis left. The Lithuanian politician criticised Peru.": "Jonas Petraitis",
}


@pytest.mark.parametrize(("text", "name"), NAMED.items(), ids=NAMED)
def test_the_one_of_that_state(tell, text, name):
    assert f"{name} OPPOSES Peru" in tell(text), tell(text)


OTHERS = {
    "another State's": "Norway's ambassador to Chile, Kari Lund, left. The Kenyan ambassador criticised Peru.",
    "one of two": "Norway's envoys Kari Lund and Lars Dahl left. The Norwegian envoy criticised Peru.",
    "somebody": "Norway's ambassador to Chile, Kari Lund, left. A Norwegian diplomat criticised Peru.",
    "a former one": "Norway's ambassador to Chile, Kari Lund, left. A former Norwegian diplomat criticised Peru.",
    "a minister who is no diplomat": "Norway's farm minister, Kari Lund, left. The Norwegian diplomat criticised Peru.",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_nobody_else(tell, text):
    assert not {"Kari Lund OPPOSES Peru", "Lars Dahl OPPOSES Peru"} & tell(text), tell(text)


def test_a_minister_is_not_that_of_another_state(tell):
    text = "Kenyan Foreign Minister Ann Ortiz left. The Afghan minister criticised Peru."
    assert not any(line.startswith("Ann Ortiz") and "Kenya" not in line for line in tell(text)), tell(text)


def test_what_a_description_repeats_is_told_once(read):
    text = "Norway's ambassador to Chile, Kari Lund, left. The Norwegian ambassador said so. The Norwegian diplomat left."
    assert [s.predicate for s in read(text).statements] == ["REPRESENTS"]
