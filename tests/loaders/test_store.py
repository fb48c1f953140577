"""What a store promises, whatever is behind it."""

import runpy
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings

from graph.build import build
from graph.model import InputError, Reference
from graph.ontology import read_ontology
from graph.resolve.judgements import make_judgement
from graph.resolve.known import Known
from loaders.base import mark
from loaders.store import open_store

W = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "worlds.py")))
MANY = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def a_deal(content="doc", source=None, **more):
    doc = W.document(content, source, date="2025-12-01", title="A deal")
    ends = W.mention(doc, 0, "Gentry Beach"), W.mention(doc, 20, "Novatek", "Company", registry="novatek")
    return W.extraction(doc, ends, [W.statement(doc, ends[0], "SEEKS_STAKE_IN", ends[1], **more)])


def as_sets(extraction):
    return extraction.document, set(extraction.mentions), {s.id: s for s in extraction.statements}


def equals_a_build(store):
    W.same_graph(store.graph(), build(store.extractions(), store.judgements(), W.KNOWN))


def test_what_is_put_comes_back(store):
    deal = a_deal(qualifiers={"share": "a tenth"}, start="2025-02", date_words="in February", rule="seek")
    assert store.put(deal)
    assert list(store.extractions()) == [deal]
    assert store.documents() == [deal.document]
    equals_a_build(store)


def test_putting_it_again_changes_nothing(store, place):
    store.put(a_deal())
    before = store.graph()
    files = {file.name: file.read_bytes() for file in place.iterdir()} if isinstance(place, Path) else {}
    assert not store.put(a_deal())
    assert all((place / name).read_bytes() == content for name, content in files.items())
    W.same_graph(store.graph(), before)


def test_the_same_bytes_at_another_source_add_the_source(store):
    store.put(a_deal(source="a.txt"))
    assert store.put(a_deal(source="https://b.example"))
    (document,) = store.documents()
    assert document.sources == ("a.txt", "https://b.example")
    assert not store.put(a_deal(source="a.txt"))
    assert store.remove("a.txt")
    (document,) = store.documents()
    assert document.sources == ("https://b.example",)
    assert document.text == "doc"
    equals_a_build(store)


def test_new_bytes_at_a_source_replace_the_document(store):
    store.put(a_deal("old", "a.txt"))
    store.put(a_deal("kept", "b.txt"))
    assert store.put(a_deal("new", "a.txt"))
    assert sorted(document.text for document in store.documents()) == ["kept", "new"]
    equals_a_build(store)


def test_new_bytes_leave_a_document_that_has_another_source(store):
    store.put(a_deal("old", "a.txt"))
    store.put(a_deal("old", "b.txt"))
    store.put(a_deal("new", "a.txt"))
    assert {d.text: d.sources for d in store.documents()} == {"old": ("b.txt",), "new": ("a.txt",)}
    equals_a_build(store)


def test_a_new_reading_of_the_same_bytes_replaces_the_records(store):
    store.put(a_deal(polarity="negated"))
    assert store.put(a_deal(polarity="affirmed"))
    rows = store.query("MATCH (a:Actor)-[r:SEEKS_STAKE_IN]->(b:Actor) RETURN a.name AS a, b.name AS b")
    assert (rows.columns, rows.rows) == (("a", "b"), (("Gentry Beach", "Novatek"),))
    assert store.query("MATCH (s:Denied) RETURN s.id AS id").rows == ()


def test_copies_of_a_story_are_one_source(store, opener):
    def sources():
        rows = store.query("MATCH (:Actor)-[r:SEEKS_STAKE_IN]->(:Actor) RETURN r.sources AS n").rows
        told = store.query("MATCH (d:Document) RETURN count(DISTINCT d.story) AS n").rows
        return rows[0][0], told[0][0]

    store.put(a_deal(W.STORY, "wire.txt"))
    store.put(a_deal("of its own", "own.txt"))
    assert sources() == (2, 2)
    store.put(a_deal(W.COPY, "copy.txt"))
    assert sources() == (2, 2)
    store.close()
    store = opener()
    equals_a_build(store)
    store.put(a_deal("quite another text", "copy.txt"))
    assert sources() == (3, 3)
    store.put(a_deal(W.COPY, "wire.txt"))
    store.put(a_deal(W.STORY, "own.txt"))
    assert sources() == (2, 2)
    equals_a_build(store)


def test_a_store_that_knew_of_no_stories_learns_them_at_the_first_write(store, opener):
    store.put(a_deal(W.STORY, "wire.txt"))
    store.put(a_deal(W.COPY, "copy.txt"))
    whole = store.graph()
    store.commit(
        [
            ("MATCH (d:Document) SET d.story = null", {}),
            ("MATCH (:Actor)-[r:SEEKS_STAKE_IN]->(:Actor) SET r.sources = 2", {}),
            mark({"stories": None}),
        ]
    )
    store.close()
    again = opener()
    assert not again.put(a_deal(W.STORY, "wire.txt"))
    W.same_graph(again.graph(), whole)


def test_removing(store):
    store.put(a_deal())
    assert not store.remove("nowhere.txt")
    assert store.remove("doc.txt")
    assert store.graph().number_of_nodes() == 0
    assert list(store.extractions()) == []


def test_an_actor_may_change_its_type(store):
    person, firm = W.one_document("a", "Trump Tower", source="a"), W.document("b", "b")
    store.put(W.extraction(person.document, [replace(person.mentions[0], type="Company")]))
    store.put(W.extraction(firm, [W.mention(firm, 0, "Trump Tower", "Organization")]))
    other = W.document("c", "c")
    store.put(W.extraction(other, [W.mention(other, 0, "Trump Tower", "Organization")]))
    assert store.query("MATCH (a:Actor) RETURN labels(a) AS labels, a.type AS type").rows == (
        (["Actor", "Organization"], "Organization"),
    )
    equals_a_build(store)


def test_a_judgement_joins_and_stays(store, opener):
    for content in "ab":
        store.put(W.one_document(content, "Petrov"))
    same = make_judgement(
        "same", *(Reference(f"{c}.txt", "Petrov", "Person") for c in "ab"), note="he said so"
    )
    waiting = make_judgement(
        "same", Reference("c.txt", "Petrov", "Person"), Reference("d.txt", "P", "Person")
    )
    store.judge(same)
    store.judge(waiting)
    assert store.query("MATCH (a:Actor) RETURN count(a) AS actors").rows == ((1,),)
    assert store.judgements() == sorted([same, waiting], key=lambda judgement: judgement.id)
    bound = store.query("MATCH (j:Judgement) RETURN j.id AS id, j.bound AS bound").rows
    assert dict(bound) == {same.id: True, waiting.id: False}
    store.close()
    again = opener()
    again.remove("b.txt")
    again.put(W.one_document("b", "Petrov"))
    assert again.query("MATCH (a:Actor) RETURN count(a) AS actors").rows == ((1,),)
    equals_a_build(again)


def test_closing_and_opening_again_changes_nothing(store, opener):
    store.put(a_deal())
    before = store.graph()
    store.close()
    W.same_graph(opener().graph(), before)


def test_what_the_registry_knows_anew_is_seen(store, opener):
    store.put(a_deal())
    store.close()
    again = opener(known={"novatek": Known("Company", "NOVATEK PJSC")})
    assert not again.put(a_deal())
    rows = again.query("MATCH (a:Actor {id: $id}) RETURN a.name AS name", {"id": "novatek"}).rows
    assert rows == (("NOVATEK PJSC",),)
    known = {"novatek": Known("Company", "NOVATEK PJSC")}
    W.same_graph(again.graph(), build(again.extractions(), (), known))


def test_the_facts_of_a_registry_that_has_changed_are_written_anew(store, opener):
    store.put(W.one_document("text", "Rudolf Rassendyll", registry="envoy"))
    assert {row[0] for row in store.query("MATCH (s:Statement) RETURN s.kind AS kind").rows} == {"registry"}
    store.close()
    (office,) = (fact for fact in W.KNOWN["envoy"].facts if fact.predicate == "REPRESENTS")
    later = replace(office, quote="Rudolf Rassendyll was Envoy (Ruritania) from 2020 to 2023.", until="2023")
    known = {**W.KNOWN, "envoy": replace(W.KNOWN["envoy"], facts=(later,))}
    again = opener(known=known)
    assert not again.remove("nothing")
    W.same_graph(again.graph(), build(again.extractions(), (), known))
    assert again.query("MATCH (s:Statement) RETURN s.quote AS quote").rows == ((later.quote,),)


def test_what_an_earlier_version_wrote_gets_its_kind(store, opener):
    store.put(a_deal())
    before = store.graph()
    store.commit([("MATCH (s:Statement) SET s.kind = null", {}), mark({"known": "as it was"})])
    store.close()
    again = opener()
    again.remove("nothing")
    W.same_graph(again.graph(), before)


def test_an_analysts_own_ontology(place):
    shipped = read_ontology()
    own = replace(shipped, predicates={"TEACHES": replace(shipped.predicates["OWNS"], name="TEACHES")})
    doc = W.document("doc")
    ends = W.mention(doc, 0, "Igor Sechin"), W.mention(doc, 20, "Ivan Sechin")
    record = W.extraction(doc, ends, [W.statement(doc, ends[0], "TEACHES", ends[1])])
    with open_store(place, known={}, ontology=own) as store:
        store.put(record)
        W.same_graph(store.graph(), build([record], ontology=own))


def test_a_store_that_reads_only_shows_what_is_committed_and_refuses_to_write(store, opener, place):
    store.put(a_deal())
    reader = opener(read_only=True)
    assert len(reader.documents()) == 1
    with pytest.raises(InputError, match="read only"):
        reader.put(a_deal())
    store.put(a_deal("more", "more.txt"))
    assert len(reader.documents()) == (1 if isinstance(place, Path) else 2)
    assert len(opener(read_only=True).documents()) == 2


def test_parameters_are_values_and_nothing_else(store):
    store.put(a_deal())
    hostile = "x'}) DETACH DELETE (n) //"
    assert store.query("MATCH (a:Actor {name: $name}) RETURN a.id AS id", {"name": hostile}).rows == ()
    assert store.query("RETURN $x AS x", {"x": [1, {"a": hostile}]}).rows == (([1, {"a": hostile}],),)


@pytest.mark.parametrize(
    "query",
    ["MATCH (n) DELETE n", "CREATE (:X)", "LOAD CSV FROM 'file:///etc/passwd' AS r RETURN r", "MATCH (n", ""],
)
def test_a_query_that_does_not_only_read_is_refused(store, query):
    with pytest.raises(InputError) as error:
        store.query(query)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("name", [*W.HOSTILE, "ends with \\", "tab\tand\nline", "e\u0301 and é", " padded "])
def test_hostile_names_come_back_letter_for_letter(store, name):
    doc = W.document(f"text of {name}", f"{name}.txt", title=name)
    ends = W.mention(doc, 0, name), W.mention(doc, 50, name, "Company", aliases=(name, f"{name} Ltd"))
    made = W.statement(doc, ends[0], "OWNS", ends[1], qualifiers={"share": name}, rule=name, date_words=name)
    record = W.extraction(doc, ends, [made])
    store.put(record)
    assert list(store.extractions()) == [record]
    equals_a_build(store)


def test_text_that_is_not_unicode_is_refused_and_nothing_is_lost(store):
    store.put(a_deal())
    with pytest.raises(InputError, match="Unicode"):
        store.put(W.one_document("lone", "Igor \ud800 Sechin"))
    assert len(store.documents()) == 1
    assert store.put(W.one_document("next", "Igor Sechin"))
    equals_a_build(store)


@pytest.mark.parametrize("empty", ["embedded"], indirect=True)
@settings(MANY, max_examples=40)
@given(W.steps)
def test_edits_in_any_order_equal_a_build_from_scratch(empty, steps):
    edit_and_compare(empty(), steps)


@pytest.mark.parametrize("empty", ["neo4j", "newest_neo4j"], indirect=True)
@settings(MANY, max_examples=16)
@given(W.steps)
def test_edits_on_a_server_equal_a_build_from_scratch(empty, steps):
    edit_and_compare(empty(), steps)


def edit_and_compare(place, steps):
    """Put, judge and remove, and build what stands there then from scratch."""
    with open_store(place, known=W.KNOWN) as store:
        put = {}
        for what, item in steps:
            if what == "put":
                store.put(item)
                put[item.document.id] = item
            elif what == "judge":
                store.judge(item)
            else:
                store.remove(item)
        before = store.graph()
        found = list(store.extractions())
        for extraction in found:
            records = put[extraction.document.id]
            assert as_sets(extraction)[1:] == as_sets(records)[1:]
            assert replace(extraction.document, sources=()) == replace(records.document, sources=())
        W.same_graph(before, build(found, store.judgements(), W.KNOWN))
    with open_store(place, known=W.KNOWN) as again:
        W.same_graph(again.graph(), before)
