"""Files that a graph goes to."""

import json
import runpy
from pathlib import Path
from types import SimpleNamespace

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.build import build, statement_rows
from graph.model import InputError
from loaders.export import export, formats

W = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "worlds.py")))


def a_graph(name="Igor Sechin"):
    doc = W.document("doc", date="2025-12-01")
    ends = W.mention(doc, 0, name, aliases=("Sechin", "the boss")), W.mention(doc, 40, "Rosneft", "Company")
    return build([W.extraction(doc, ends, [W.statement(doc, ends[0], "HEADS", ends[1])])])


def test_formats():
    assert formats() == ("graphml", "jsonl")


def test_json_lines_are_the_rows(tmp_path):
    graph = a_graph("Ещё \u202eone")
    export(graph, "jsonl", tmp_path / "out.jsonl")
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == list(statement_rows(graph))


def test_graphml_holds_actors_and_typed_edges(tmp_path):
    export(a_graph(), "graphml", tmp_path / "out.graphml")
    read = nx.read_graphml(tmp_path / "out.graphml", force_multigraph=True)
    actors = {data["label"]: data for _, data in read.nodes(data=True)}
    assert set(actors) == {"Igor Sechin", "Rosneft"}
    assert actors["Igor Sechin"]["type"] == "Person"
    assert actors["Igor Sechin"]["aliases"] == "Sechin; the boss"
    ((_, _, data),) = read.edges(data=True)
    assert (data["label"], data["type"], data["weight"], data["disputed"]) == ("HEADS", "HEADS", 1, False)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(W.extractions(), max_size=3))
def test_any_graph_can_be_written_and_read(tmp_path, records):
    graph = build(records, (), W.KNOWN)
    for format_ in formats():
        export(graph, format_, tmp_path / format_)
    read = nx.read_graphml(tmp_path / "graphml", force_multigraph=True)
    actors = [labels for _, labels in graph.nodes(data="labels") if labels[0] == "Actor"]
    assert read.number_of_nodes() == len(actors)
    lines = (tmp_path / "jsonl").read_text(encoding="utf-8").split("\n")[:-1]
    assert len(list(map(json.loads, lines))) == len(list(statement_rows(graph)))


@pytest.mark.parametrize("name", ["nul \x00", "bell \x07", "half \ud800", "noncharacter \uffff"])
def test_what_xml_forbids_is_replaced(tmp_path, name):
    export(a_graph(name), "graphml", tmp_path / "out.graphml")
    labels = [data["label"] for _, data in nx.read_graphml(tmp_path / "out.graphml").nodes(data=True)]
    assert name.split()[0] + " \ufffd" in labels


def test_half_a_surrogate_pair_stays_valid_json(tmp_path):
    export(a_graph("half \ud800"), "jsonl", tmp_path / "out.jsonl")
    row = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert row["subject"]["name"] == "half \ud800"


def test_what_cannot_be_written_is_said_in_one_line(tmp_path):
    with pytest.raises(InputError, match="unknown format"):
        export(a_graph(), "xlsx", tmp_path / "out")
    with pytest.raises(InputError, match="is a folder"):
        export(a_graph(), "jsonl", tmp_path)
    with pytest.raises(InputError, match="cannot be written"):
        export(a_graph(), "jsonl", tmp_path / "nowhere" / "out")
    assert list(tmp_path.iterdir()) == []
