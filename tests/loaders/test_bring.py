"""Records of any number into a store: what comes of them is what a build makes of them."""

import runpy
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.build import build
from graph.model import InputError
from loaders import archive
from loaders.bring import bring
from loaders.store import open_store

W = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "worlds.py")))


def some_records(number=6):
    for n in range(number):
        doc = W.document(f"text {n}", date="2025-12-01")
        ends = [W.mention(doc, 10 * m, f"{W.PEOPLE[(n + m) % 5]} {m % 2}") for m in range(4)]
        yield W.extraction(doc, ends, [W.statement(doc, ends[0], "HEADS", ends[1], 1)])


def in_a_row(store, records):
    """The graph that records come to where they are put one by one."""
    for record in records:
        store.put(record) if hasattr(record, "document") else store.judge(record)
    return store.graph()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(W.extractions(), max_size=6), st.lists(W.judgements(), max_size=3), st.sampled_from([1, 5000])
)
def test_what_is_brought_is_what_is_built(tmp_path_factory, records, judgements, group):
    folder = tmp_path_factory.mktemp("any")
    with pytest.MonkeyPatch.context() as patch, open_store(folder / "one", known=W.KNOWN) as one:
        patch.setattr(archive, "GROUP", group)
        bring([*records, *judgements], one)
        with open_store(folder / "two", known=W.KNOWN) as two:
            wanted = in_a_row(two, [*records, *judgements])
        W.same_graph(one.graph(), wanted)
        assert bring([*one.extractions(), *one.judgements()], one).written == 0
        W.same_graph(one.graph(), build(one.extractions(), one.judgements(), W.KNOWN))


def test_again_changes_nothing_and_what_the_store_holds_stays(store):
    records = list(some_records())
    assert bring(records, store).written
    assert bring(records, store).written == 0
    mine = W.one_document("mine", "Igor Sechin")
    store.put(mine)
    bring([replace(records[0], statements=()), *records[1:]], store)
    W.same_graph(store.graph(), build([replace(records[0], statements=()), *records[1:], mine], (), W.KNOWN))


def test_what_was_interrupted_is_finished_by_doing_it_again(store):
    told = []

    def unplug(done, total):
        told.append(done)
        if len(told) == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bring(some_records(), store, unplug)
    with pytest.raises(InputError, match="interrupted; run the same"):
        store.put(W.one_document("other"))
    bring(some_records(), store)
    W.same_graph(store.graph(), build(some_records(), (), W.KNOWN))


@pytest.mark.parametrize(
    "bad",
    [
        W.one_document("lone", "Igor \ud800 Sechin"),
        W.extraction(W.document("large"), [W.mention(W.document("large"), 2**64, "Igor Sechin")]),
        W.extraction(W.document("typed"), [W.mention(W.document("typed"), 0, "Igor", "Robot")]),
    ],
)
def test_what_a_store_cannot_hold_stops_it_with_all_before_it_put_in(store, bad):
    records = list(some_records())
    with pytest.raises(ValueError, match=r"Unicode|too large|unknown"):
        bring([*records[:3], bad, *records[3:]], store)
    W.same_graph(store.graph(), build(records[:3], (), W.KNOWN))
    bring(records, store)
    W.same_graph(store.graph(), build(records, (), W.KNOWN))


def test_a_full_disk_is_one_line(tmp_path, monkeypatch):
    def small(self):
        self.sql.execute("PRAGMA max_page_count = 30")
        return self

    monkeypatch.setattr(archive.Archive, "__enter__", small)
    with open_store(tmp_path / "store", known=W.KNOWN) as store:
        with pytest.raises(InputError, match="TMPDIR") as error:
            bring(some_records(500), store)
        assert "\n" not in str(error.value)
        assert store.documents() == []
