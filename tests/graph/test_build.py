"""Statements to a graph: what becomes an edge, what stays a statement, and rows for the export."""

import json
import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.build import build, relationship, statement_rows
from graph.model import Attribution, Condition
from graph.ontology import read_ontology
from graph.view import View

W = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "worlds.py")))


def a_graph(predicate="OWNS", *statements, content="doc", date="2025-12-01", known=None):
    """One document with Rosneft and Bashneft and these statements (keywords of Statement) between them."""
    doc = W.document(content, date=date)
    ends = W.mention(doc, 0, "Rosneft", "Company"), W.mention(doc, 10, "Bashneft", "Company")
    made = [W.statement(doc, ends[0], predicate, ends[1], n, **more) for n, more in enumerate(statements)]
    return W.extraction(doc, ends, made)


def edges(graph):
    kinds = read_ontology().predicates
    return [
        (graph.nodes[a]["name"], key, graph.nodes[b]["name"], data)
        for a, b, key, data in graph.edges(keys=True, data=True)
        if key in kinds
    ]


def test_only_affirmed_and_actual_statements_become_edges():
    kept = [
        {"polarity": "affirmed"},
        {"polarity": "negated"},
        {"modality": "intended"},
        {"modality": "possible"},
    ]
    graph = build([a_graph("OWNS", *kept)])
    ((one, predicate, other, data),) = edges(graph)
    assert (one, predicate, other) == ("Rosneft", "OWNS", "Bashneft")
    assert len(data["statements"]) == 1
    labels = sorted(labels for _, labels in graph.nodes(data="labels") if labels[0] == "Statement")
    assert labels == [
        ("Statement",),
        ("Statement", "Denied"),
        ("Statement", "Planned"),
        ("Statement", "Possible"),
    ]


def test_a_symmetric_edge_is_stored_once():
    one = a_graph("MEETS_WITH", {}, content="one")
    doc = W.document("two")
    ends = W.mention(doc, 0, "Bashneft", "Company"), W.mention(doc, 10, "Rosneft", "Company")
    two = W.extraction(doc, ends, [W.statement(doc, ends[0], "MEETS_WITH", ends[1])])
    ((_, _, _, data),) = edges(build([one, two]))
    assert data["sources"] == 2
    assert data["confidence"] == 0.75


def test_an_actor_has_no_edge_to_itself():
    doc = W.document("doc")
    ends = W.mention(doc, 0, "PAO Rosneft", "Company"), W.mention(doc, 20, "Rosneft", "Company")
    assert edges(build([W.extraction(doc, ends, [W.statement(doc, ends[0], "OWNS", ends[1])])])) == []


@pytest.mark.parametrize(
    ("predicate", "affirmed", "negated", "disputed"),
    [
        ("OWNS", {}, {}, True),
        ("OWNS", {"start": "2022"}, {}, True),
        ("OWNS", {"start": "2014", "end": "2020"}, {"start": "2021"}, False),
        ("OWNS", {"start": "2014", "end": "2020"}, {"start": "2020-06"}, True),
        ("OWNS", {"current": "no"}, {"current": "yes"}, False),
        ("MEETS_WITH", {"start": "2025-02"}, {"start": "2025-03"}, False),
        ("MEETS_WITH", {"start": "2025-02"}, {"start": "2015", "end": "2025-01"}, False),
        ("MEETS_WITH", {"start": "2025-02"}, {"start": "2025"}, True),
    ],
)
def test_an_edge_is_disputed_where_a_denial_speaks_of_the_same_time(predicate, affirmed, negated, disputed):
    ((_, _, _, data),) = edges(build([a_graph(predicate, affirmed, {"polarity": "negated", **negated})]))
    assert data["disputed"] is disputed


def test_an_edge_tells_when_it_happened_and_when_it_was_reported():
    one = a_graph("OWNS", {"start": "2022", "current": "yes"}, content="one", date="2024-01-02")
    two = a_graph(
        "OWNS", {"start": "2021-05", "end": "2025", "current": "no"}, content="two", date="2025-03-04"
    )
    ((_, _, _, data),) = edges(build([one, two]))
    assert (data["event_from"], data["event_to"]) == ("2021-05", "2025")
    assert (data["reported_from"], data["reported_to"]) == ("2024-01-02", "2025-03-04")
    assert data["current"] == "no"


def test_statements_point_at_actors_conditions_and_sources():
    doc = W.document("doc")
    ends = [
        W.mention(doc, 10 * n, name) for n, name in enumerate(["Gentry Beach", "Igor Sechin", "Donald Trump"])
    ]
    lifted = W.statement(doc, ends[0], "OWNS", ends[1], 1, modality="possible")
    hangs = W.statement(
        doc,
        ends[0],
        "MEETS_WITH",
        ends[1],
        2,
        conditions=(Condition("only if", lifted.id), Condition("unless")),
        attribution=(Attribution("Trump", ends[2].id), Attribution("he", ends[2].id)),
    )
    graph = build([W.extraction(doc, ends, [lifted, hangs])])
    out = sorted((key, graph.nodes[end].get("name")) for _, end, key in graph.out_edges(hangs.id, keys=True))
    assert out == [
        ("ATTRIBUTED_TO", "Donald Trump"),
        ("ATTRIBUTED_TO#2", "Donald Trump"),
        ("CONDITIONAL_ON", None),
        ("OBJECT", "Igor Sechin"),
        ("STATED_IN", None),
        ("SUBJECT", "Gentry Beach"),
    ]
    assert graph.nodes[hangs.id]["conditions"] == ["only if", "unless"]
    assert relationship("ATTRIBUTED_TO#2") == "ATTRIBUTED_TO"


def test_rows_of_the_export_are_the_contract():
    (row,) = statement_rows(build([a_graph("OWNS", {"qualifiers": {"share": "49 %"}, "start": "2022"})]))
    assert list(row) == [
        *("v", "id", "subject", "predicate", "object", "polarity", "modality", "conditions", "attribution"),
        *("start", "end", "current", "qualifiers", "confidence", "rule", "evidence"),
    ]
    assert row["v"] == 1
    assert row["subject"]["name"] == "Rosneft"
    assert set(row["subject"]) == {"id", "name", "type", "aliases"}
    assert row["qualifiers"] == {"share": "49 %"}
    (evidence,) = row["evidence"]
    assert set(evidence) == {
        *("kind", "document", "start", "end", "quote", "speaker", "timestamp", "part", "segment"),
        *("subject", "object"),
    }
    assert evidence["document"] == "doc.txt"
    assert evidence["subject"] == {"start": 0, "end": 7, "surface": "Rosneft"}
    assert json.loads(json.dumps(row)) == row


def test_the_same_bytes_at_two_sources_are_one_document():
    one, two = (
        W.one_document("doc", "Igor Sechin", source="a"),
        W.one_document("doc", "Igor Sechin", source="b"),
    )
    graph = build([one, two])
    assert graph.nodes[one.document.id]["sources"] == ["a", "b"]


def test_new_bytes_at_a_source_replace_the_old():
    one, two = (
        W.one_document("old", "Igor Sechin", source="a"),
        W.one_document("new", "Igor Sechin", source="a"),
    )
    W.same_graph(build([one, two]), build([two]))


def test_records_that_do_not_hold_together_are_refused():
    good = a_graph("OWNS", {})
    stranger = W.mention(W.document("other"), 0, "Rosneft", "Company")
    for bad in (
        W.extraction(good.document, good.mentions[:1], good.statements),
        W.extraction(good.document, (*good.mentions, stranger), ()),
        W.extraction(good.document, good.mentions, good.statements * 2),
    ):
        with pytest.raises(ValueError, match=good.document.id):
            build([bad])


def replay(view, steps):
    """Do to a view what a store does."""
    for what, item in steps:
        if what == "put":
            view.change(*view.arrival(item))
        elif what == "judge":
            view.change(judgements=[item])
        elif item in view.at:
            view.change([view.at[item]])
    return view


@settings(max_examples=60, deadline=None)
@given(W.steps, st.randoms())
def test_edits_in_any_order_equal_a_build_from_scratch(steps, random):
    view = replay(View(W.KNOWN, read_ontology()), steps)
    records, judgements = list(view.records.values()), list(view.judgements.values())
    random.shuffle(records)
    random.shuffle(judgements)
    W.same_graph(view.graph(), build(records, judgements, W.KNOWN))
