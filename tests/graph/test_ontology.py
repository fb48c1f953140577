"""The ontology file: read, checked, and refused with the file and the key."""

import pytest

from graph.model import InputError
from graph.ontology import read_ontology

GOOD = """
version = 1
[types.Person]
means = "a human"
ftm = "Person"
[predicates.MEETS_WITH]
means = "met"
from = ["any"]
to = ["Person"]
symmetric = true
nature = "event"
"""


def test_the_shipped_ontology_is_whole():
    ontology = read_ontology()
    assert len(ontology.types) == 8
    assert len(ontology.predicates) == 37
    assert ontology.allows("OWNS", "Person", "Company")
    assert not ontology.allows("OWNS", "Person", "Deal")
    assert {p.name for p in ontology.predicates.values() if p.symmetric} == {
        *("NEGOTIATES_WITH", "MEETS_WITH", "AGREES_WITH", "ALLIED_WITH"),
        *("PARTNERS_WITH", "RELATIVE_OF", "ASSOCIATE_OF"),
    }


def test_an_analyst_may_bring_their_own(tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text(GOOD)
    assert read_ontology(file).predicates["MEETS_WITH"].start == {"Person"}


@pytest.mark.parametrize(
    ("was", "becomes", "key"),
    [
        ('to = ["Person"]', 'to = ["Robot"]', "predicates.MEETS_WITH.to: unknown type 'Robot'"),
        ('to = ["Person"]', "", "predicates.MEETS_WITH.to: a predicate needs"),
        ('nature = "event"', 'nature = "thing"', "predicates.MEETS_WITH.nature"),
        ("MEETS_WITH", '"x`) DELETE"', "is named in capitals"),
        ("version = 1", "", "version"),
        ('ftm = "Person"', 'ftm = "Person"\ncolour = 1', "types.Person.colour"),
        ("means", "means = =", "not valid TOML"),
    ],
)
def test_a_bad_file_is_refused_by_name_and_key(tmp_path, was, becomes, key):
    file = tmp_path / "mine.toml"
    file.write_text(GOOD.replace(was, becomes))
    with pytest.raises(InputError) as error:
        read_ontology(file)
    assert str(error.value).startswith(f"{file}: ")
    assert key in str(error.value)
    assert "\n" not in str(error.value)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match=r"nowhere\.toml"):
        read_ontology(tmp_path / "nowhere.toml")
