"""A graph that stays on disk is written like one in memory, and memory does not grow with it."""

import runpy
import tracemalloc
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.build import build
from graph.ontology import read_ontology
from loaders.archive import Archive
from loaders.export import export, formats
from loaders.export.disk import DiskGraph
from loaders.export.where import Where
from loaders.rows import StoreSource
from loaders.scratch import spool
from loaders.store import open_store

W = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "worlds.py")))
WHERES = [Where(), Where(statuses=frozenset({"denied", "planned"})), Where(first="2020", last="2025")]


def files(path):
    return {file.name: file.read_bytes() for file in ([path] if path.is_file() else path.iterdir())}


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(W.extractions(), min_size=1, max_size=4), st.sampled_from(WHERES))
def test_every_format_is_the_same_from_disk_and_from_memory(empty, tmp_path_factory, records, where):
    folder = tmp_path_factory.mktemp("any")
    with open_store(empty(), known=W.KNOWN) as store:
        for record in records:
            store.put(record)
        graph = store.graph()
        with spool(StoreSource(store)) as scratch:
            for form in formats():
                export(graph, form, folder / f"memory-{form}", where)
                export(DiskGraph(scratch), form, folder / f"disk-{form}", where)
                one, two = (files(folder / f"{kind}-{form}") for kind in ("memory", "disk"))
                assert list(one.values()) == list(two.values()), form


def test_every_format_is_the_same_from_either_store(hand, neo4j, tmp_path):
    for kind, place in (("folder", tmp_path / "store"), ("server", neo4j.uri)):
        with open_store(place, known=W.KNOWN) as store:
            for number, name in enumerate(W.HOSTILE):
                store.put(W.one_document(f"{number} {name}", name or "Ivan Sechin"))
            for record in many(3):  # what they share is written anew each time, and moves properties about
                store.put(record)
            with spool(StoreSource(store)) as scratch:
                for form in formats():
                    export(DiskGraph(scratch), form, tmp_path / f"{kind}-{form}")
    for form in formats():
        one, two = (files(tmp_path / f"{kind}-{form}") for kind in ("folder", "server"))
        assert sorted(one.values()) == sorted(two.values()), form


def many(number):
    """Records of documents with twenty statements each, a popular actor among them."""
    for n in range(number):
        doc = W.document(f"text {n} " + "word " * 200, f"{n}.txt", date="2025-12-01")
        ends = [W.mention(doc, 10 * m, f"Person Number {n * 20 + m}") for m in range(20)]
        ends[0] = W.mention(doc, 0, "Novatek", "Company", registry="novatek")
        said = [W.statement(doc, ends[m], "OWNS", ends[(m + 1) % 20], m) for m in range(20)]
        yield W.extraction(doc, ends, said)


def most_memory(number, path):
    """Bytes that Python holds at most while records become an archive, and that an export."""
    tracemalloc.start()
    try:
        with Archive(W.KNOWN, read_ontology()) as archive:
            for record in many(number):
                archive.add(record)
            archive.resolve()
            for form in ("jsonl-records", "turtle", "graphml"):
                export(DiskGraph(archive), form, path)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_the_number_of_records(tmp_path, monkeypatch):
    monkeypatch.setattr("loaders.archive.GROUP", 200)
    small, large = (most_memory(number, tmp_path / "out") for number in (10, 50))
    assert large < 2 * small


def test_a_graph_on_disk_is_the_same_graph(tmp_path):
    records = list(many(3))
    for text, source in ((W.STORY, "wire.txt"), (W.COPY, "copy.txt")):
        doc = W.document(text, source)
        ends = [
            W.mention(doc, 0, "Novatek", "Company", registry="novatek"),
            W.mention(doc, 20, "Person Number 1"),
        ]
        records.append(W.extraction(doc, ends, [W.statement(doc, *ends[:1], "OWNS", *ends[1:])]))
    with Archive(W.KNOWN, read_ontology()) as archive:
        for record in records:
            archive.add(record)
        archive.resolve()
        graph, wanted = DiskGraph(archive), build(records, (), W.KNOWN)
        assert len({data["story"] for _, data in wanted.nodes(data=True) if "story" in data}) == 4
        assert {name: graph.nodes[name] for name in graph} == dict(wanted.nodes(data=True))
        for name in wanted:
            assert list(graph.out_edges(name, keys=True, data=True)) == list(
                wanted.out_edges(name, keys=True, data=True)
            )
        with pytest.raises(KeyError):
            graph.nodes["nobody"]
