"""Stores under test: every test of the protocol runs on each of them."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from loaders.store import open_store

W = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "worlds.py")))


def _embedded(folder, **options):
    return open_store(folder, **{"known": W.KNOWN, **options})


@pytest.fixture(params=[_embedded], ids=["embedded"])
def opener(request, tmp_path):
    """A function that opens the store of this test, again and again."""
    opened = []

    def open_it(**options):
        opened.append(request.param(tmp_path / "store", **options))
        return opened[-1]

    yield open_it
    for store in opened:
        store.close()


@pytest.fixture
def store(opener):
    """An empty store."""
    return opener()
