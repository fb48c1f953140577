"""One store into another: equal, safe to repeat, finished after an interruption, careful with the rest."""

import runpy
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from graph.model import InputError, Reference
from graph.resolve.judgements import make_judgement
from loaders.base import mark
from loaders.load import load
from loaders.store import open_store

W = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "worlds.py")))


def some_documents(number=6):
    for n in range(number):
        doc = W.document(f"text {n}", date="2025-12-01")
        ends = [W.mention(doc, 10 * m, f"{W.PEOPLE[(n + m) % 5]} {m % 2}", "Person") for m in range(4)]
        made = [
            W.statement(doc, ends[0], "HEADS", ends[1], 1),
            W.statement(doc, ends[1], "MEETS_WITH", ends[2], 2, polarity="negated"),
            W.statement(doc, ends[2], "OWNS", ends[3], 3, modality="intended", qualifiers={"share": "}}`"}),
        ]
        yield W.extraction(doc, ends, made)


@pytest.fixture
def source(tmp_path):
    """A small store in a folder."""
    with open_store(tmp_path / "source", known=W.KNOWN) as made:
        for record in some_documents():
            made.put(record)
        made.judge(make_judgement("same", *(Reference(f"text {n}.txt", "P", "Person") for n in (1, 2))))
        yield made


def test_a_load_makes_the_target_equal_and_again_changes_nothing(source, store):
    told = []
    first = load(source, store, lambda done, total: told.append((done, total)))
    W.same_graph(store.graph(), source.graph())
    assert list(store.extractions()) == list(source.extractions())
    for key in ("version", "known", "ontology", "loading"):
        assert store.meta().get(key) == source.meta().get(key)
    assert first.written
    assert told[-1][0] == told[-1][1]
    assert load(source, store).written == 0
    W.same_graph(store.graph(), source.graph())


def test_what_is_much_is_written_in_several_transactions(source, store, monkeypatch):
    monkeypatch.setattr("loaders.load.ROWS", 3)
    sizes = []
    commit = store.commit

    def counted(statements):
        sizes.append(
            sum(len(rows) for _, given in statements for rows in given.values() if isinstance(rows, list))
        )
        commit(statements)

    monkeypatch.setattr(store, "commit", counted)
    load(source, store)
    assert max(sizes) == 3
    W.same_graph(store.graph(), source.graph())
    assert list(store.extractions()) == list(source.extractions())


def test_there_and_back(source, store, tmp_path):
    load(source, store)
    with open_store(tmp_path / "back", known=W.KNOWN) as back:
        load(store, back)
        W.same_graph(back.graph(), source.graph())
        assert not back.put(next(some_documents()))


def test_what_the_target_holds_stays(source, store):
    mine = W.one_document("mine", "Igor Sechin")
    store.put(mine)
    load(source, store)
    with_mine = {e.document.id for e in source.extractions()} | {mine.document.id}
    assert {e.document.id for e in store.extractions()} == with_mine
    source.put(mine)
    W.same_graph(store.graph(), source.graph())
    assert load(source, store).written == 0


def test_a_document_loaded_anew_replaces_its_own_statements(source, store):
    load(source, store)
    old = next(some_documents())
    fewer = tuple(replace(s, polarity="negated") for s in old.statements[:2])
    source.put(replace(old, statements=fewer, mentions=old.mentions[:3]))
    assert load(source, store).written
    W.same_graph(store.graph(), source.graph())


@pytest.mark.parametrize("stop", [1, 3, 5, 7, 8])
def test_an_interrupted_load_is_finished_by_running_it_again(source, store, stop):
    told = []

    def unplug(done, total):
        told.append(done)
        if len(told) == stop:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load(source, store, unplug)
    with pytest.raises(InputError, match="interrupted; run the same"):
        store.put(W.one_document("other"))
    source.put(W.one_document("came meanwhile", "Ivan Sechin"))
    source.remove("text 3.txt")
    load(source, store)
    W.same_graph(store.graph(), source.graph())
    assert store.put(W.one_document("other"))


def test_a_store_is_not_loaded_into_itself(source):
    with pytest.raises(InputError, match="two stores"):
        load(source, source)


def test_an_unfinished_store_is_not_read(store, opener):
    store.commit([mark({"loading": True})])
    store.close()
    with pytest.raises(InputError, match="interrupted"):
        opener(read_only=True)
