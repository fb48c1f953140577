"""A shelf is a mapping like any other, whether its values are in memory or not."""

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import shelves
from graph.model import Document, InputError
from graph.shelves import Shelves

keys = st.sampled_from(["a", "b", "\u0101", "a\x1fb", ""])
steps = st.lists(st.tuples(st.sampled_from(["put", "get", "pop", "in", "all"]), keys, st.integers(0, 9)))


@settings(max_examples=200, deadline=None)
@given(steps)
def test_it_does_what_a_dict_does(steps):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shelves, "RECENT", 2)
        shelf, plain = Shelves().shelf("number", int), {}
        for what, key, number in steps:
            if what == "put":
                shelf[key] = plain[key] = number
            elif what == "get":
                assert shelf.get(key) == plain.get(key)
            elif what == "pop":
                assert shelf.pop(key, None) == plain.pop(key, None)
            elif what == "in":
                assert (key in shelf) == (key in plain)
            else:
                assert dict(shelf.items()) == plain
                assert len(shelf) == len(plain)
    assert dict(shelf.items()) == plain
    assert list(shelf) == sorted(plain)


def test_what_is_no_longer_in_memory_comes_back_as_it_was():
    made = Shelves()
    shelf, other = made.shelf("document", Document), made.shelf("other", int)
    documents = {
        f"doc-{n}": Document(f"doc-{n}", (f"{n}.txt",), "text " * n) for n in range(3 * shelves.RECENT)
    }
    shelf.update(documents)
    assert len(shelf._recent) <= shelves.RECENT
    assert dict(shelf) == documents
    assert len(other) == 0
    with pytest.raises(KeyError):
        del shelf["doc-none"]


def test_a_full_disk_is_told_in_a_line(monkeypatch):
    class Full:
        def execute(self, *_):
            raise sqlite3.OperationalError("database or disk is full")

        executemany = execute

    made = Shelves()
    shelf = made.shelf("number", int)
    shelf["a"] = 1
    made._sql = Full()
    with pytest.raises(
        InputError, match=r"^the folder for temporary files is full .*; make room, or set TMPDIR$"
    ):
        len(shelf)
