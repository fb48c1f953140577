"""Names in a question: asking the store only for who may be meant finds the same as knowing all actors."""

from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backchannel.actors import BARE, Listed, Stored, UnknownActor, find_actor, spelled
from backchannel.spotting import Spotter
from backchannel.wording import split
from graph.model import Document, Extraction, Mention, document_id, mention_id
from graph.registry import Registry, read_registry
from loaders.base import BaseStore
from loaders.store import open_store

NAMES = """
Person: Anna Veltri | A. Veltri Jr. | Ivo Veltri II | Zoë Ćosić | O'Hara Lund | Xu Boran | Lund, Per | Per Lund
Company: Orvix | Orvix PJSC | PAO Orvix | The Orvix Company | Orvix, Inc. | Orvix S.p.A. | AT&T Orvix | AG Co | And Co
Company: Grupo Teral S.A.B. de C.V. | Teral a.s. | TERAL-2 | Number 9 | 9 Bank of Lund | Bank  of Lund | the Lund Bank.
State: United States | U.S. | Russia | Iran | Côte d'Ivoire
Organization: The Hague Group | An Hour | new line
"""
WORDS = sorted({word for line in NAMES.split("\n") for word in line.replace("|", " ").split()})
ASKING = [
    "who",
    "owns",
    "the",
    "of",
    "and",
    "Washington",
    "Russian",
    "Moscow",
    "act",
    "company",
    "us",
    "?",
    "jr",
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BaseStore]:
    """A store in which somebody has each of these names, and little else."""
    with open_store(tmp_path_factory.mktemp("names") / "a.graph", known={}) as opened:
        for line in NAMES.strip().split("\n"):
            type_, _, names = line.partition(": ")
            for name in names.split(" | "):
                id_ = document_id(name.encode())
                mention = Mention(mention_id(id_, 0), id_, 0, len(name), name, type_)
                opened.put(Extraction(Document(id_, (f"{name}.txt",), name), (mention,), ()))
        yield opened


registry = cache(read_registry)


def both(store: BaseStore) -> tuple[Stored, Listed]:
    stored = Stored(store.query)
    return stored, Listed(stored.all())


def questions(store: BaseStore) -> st.SearchStrategy[str]:
    ids = [row[0] for row in store.query("MATCH (a:Actor) RETURN a.id ORDER BY a.id").rows]
    names = [name for line in NAMES.strip().split("\n") for name in line.partition(": ")[2].split(" | ")]
    return st.lists(st.sampled_from([*WORDS, *ASKING, *names, *ids]), min_size=1, max_size=8).map(" ".join)


def no_registry() -> Registry:
    return Registry({}, {}, ())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_names_in_a_question_are_those_that_knowing_all_actors_finds(
    store: BaseStore, data: st.DataObject
) -> None:
    asked = split(data.draw(questions(store)))
    one, two = (Spotter(actors, no_registry).spot(asked) for actors in both(store))
    assert one == two


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_name_means_whom_it_means_where_all_actors_are_known(store: BaseStore, data: st.DataObject) -> None:
    name = data.draw(questions(store))
    one, two = (found(name, actors) for actors in both(store))
    assert one == two


def found(name: str, actors: Stored | Listed) -> str:
    try:
        return str(find_actor(name, actors))
    except UnknownActor as error:
        return str(error)


@given(st.from_regex(BARE, fullmatch=True))
def test_a_bare_spelling_is_folded_the_short_way_to_what_the_long_way_gives(spelling: str) -> None:
    soft_hyphen = "\u00ad"  # is nothing, but makes a spelling one that is folded word by word
    assert spelled(spelling) == spelled(spelling + soft_hyphen)


def test_only_those_are_read_who_may_be_meant(store: BaseStore) -> None:
    names = {actor.name for actor in Stored(store.query).meant({"who", "owns", "per lund", "per", "lund"})}
    assert {"Per Lund", "Lund, Per"} <= names
    assert names.isdisjoint({"Anna Veltri", "Number 9", "The Hague Group"})


def test_the_registry_says_whom_a_capital_stands_for(store: BaseStore) -> None:
    words, spotted = Spotter(Stored(store.query), registry).spot(split("who owns Orvix in Washington?"))
    assert words == ["who", "owns", "@0", "in", "@1"]
    assert [actor.name for actor in spotted[0].of(["Company"])]
    assert spotted[1].elsewhere == ("United States",)
