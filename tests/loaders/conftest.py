"""Stores under test: every test of the protocol runs on each of them."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from loaders.neo4j import Neo4jStore
from loaders.store import open_store

W = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "worlds.py")))


@pytest.fixture(params=["embedded", "neo4j", "newest_neo4j"])
def empty(request, tmp_path_factory):
    """A function that gives a place for a store with nothing in it: a new folder, or an emptied database."""
    if request.param == "embedded":
        return lambda: tmp_path_factory.mktemp("any") / "store"
    uri = request.getfixturevalue(request.param).uri
    return lambda: wipe(uri)


@pytest.fixture
def place(empty):
    """Where the store of this test is."""
    return empty()


@pytest.fixture
def opener(place):
    """A function that opens the store of this test, again and again."""
    opened = []

    def open_it(**options):
        opened.append(open_store(place, **{"known": W.KNOWN, **options}))
        return opened[-1]

    yield open_it
    for store in opened:
        store.close()


@pytest.fixture
def store(opener):
    """An empty store."""
    return opener()


@pytest.fixture
def hand(neo4j):
    """An analyst's own Cypher, written and read past the store, on an empty Neo4j."""
    yield from by_hand(neo4j.uri)


@pytest.fixture(params=["neo4j", "newest_neo4j"])
def any_hand(request):
    """The same on every release that is tested."""
    yield from by_hand(request.getfixturevalue(request.param).uri)


def by_hand(uri):
    """Empty the database at `uri` and give a function that runs Cypher there."""
    wipe(uri)
    with open_store(uri, known=W.KNOWN) as store:
        assert isinstance(store, Neo4jStore)

        def run(query, **parameters):
            with store._driver.session() as session:
                return [list(record.values()) for record in session.run(query, parameters)]

        yield run


def wipe(uri):
    """Delete all there is in the database at `uri`."""
    with open_store(uri, known={}) as store, store._driver.session() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS").consume()
    return uri
