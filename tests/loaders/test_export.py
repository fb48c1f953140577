"""Files that a graph goes to, read back by the tools they are for."""

import json
import os
import re
import runpy
import shutil
import subprocess
from pathlib import Path
from types import SimpleNamespace

import networkx as nx
import pyarrow.parquet as pq
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.build import build, statement_rows
from graph.model import Condition, InputError, Reference
from graph.ontology import read_ontology
from graph.resolve.judgements import make_judgement
from loaders.export import export, formats
from loaders.export.cypher import literal
from loaders.export.reading import read_archive
from loaders.export.where import parse_where

W = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "worlds.py")))
ROOT = Path(__file__).parents[2]
HOSTILE = [
    *W.HOSTILE,
    "Robert'); DROP TABLE actors;--",
    "back`tick` }} {{ ${x} %s",
    'quote " and \\" and \\',
    "\\u0041 \\n",
    "tab\tline\nreturn\rend",
    "AT&amp;T <b> &#35; #35; -->",
    "a; b, c | d",
    "\u200fשלום\u2067",
    "\x1b[2J\x9b",
    " padded ",
]
NS = "urn:backchannel:ns:"
in_one_folder = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def a_graph(name="Igor Sechin"):
    doc = W.document("doc", date="2025-12-01")
    ends = W.mention(doc, 0, name, aliases=("Sechin", "the boss")), W.mention(doc, 900, "Rosneft", "Company")
    return build([W.extraction(doc, ends, [W.statement(doc, ends[0], "HEADS", ends[1])])])


def a_world():
    """Four actors in a row: a denied tie, a planned one, and two dates."""
    doc, late = W.document("doc", date="2022-05-01"), W.document("late", date="2025-12-01")
    a, b = W.mention(doc, 0, "Ivan Petrov"), W.mention(doc, 20, "Rosneft", "Company")
    c, d = W.mention(doc, 40, "Exxon Mobil", "Company"), W.mention(doc, 60, "United States", "State")
    b2, c2 = W.mention(late, 0, "Rosneft", "Company"), W.mention(late, 20, "Exxon Mobil", "Company")
    early = [
        W.statement(doc, a, "HEADS", b, 0, start="2020", current="yes"),
        W.statement(doc, b, "MEETS_WITH", c, 1),
        W.statement(doc, c, "SANCTIONED_BY", d, 2, polarity="negated"),
        W.statement(doc, a, "OWNS", b, 3, modality="intended"),
    ]
    told = W.statement(late, b2, "MEETS_WITH", c2, 4)
    return build([W.extraction(doc, [a, b, c, d], early), W.extraction(late, [b2, c2], [told])])


def part(tmp_path, *conditions, near=(), form="graphml"):
    """The names of actors and the ties that are exported under these conditions."""
    from dataclasses import replace

    graph = a_world()
    ids = {graph.nodes[n]["name"]: n for n in graph if graph.nodes[n]["labels"][0] == "Actor"}
    where = parse_where([*conditions, *(f"near={name}" for name in near)], read_ontology())
    where = replace(where, near=tuple(ids[name] for name in where.near))
    export(graph, form, tmp_path / "part", where)
    if form == "jsonl":
        return [json.loads(line) for line in (tmp_path / "part").read_text().splitlines()]
    read = nx.read_graphml(tmp_path / "part", force_multigraph=True)
    names = {name: data["label"] for name, data in read.nodes(data=True)}
    return set(names.values()), {(names[a], data["label"], names[b]) for a, b, data in read.edges(data=True)}


def test_formats_are_those_that_the_help_names():
    from backchannel.cli.export import FORMATS

    assert set(re.sub(r"\(.*?\)|\bor\b|[.,]", " ", FORMATS).split()) == set(formats())


def test_json_lines_are_the_rows(tmp_path):
    graph = a_graph("Ещё \u202eone")
    export(graph, "jsonl", tmp_path / "out.jsonl")
    text = (tmp_path / "out.jsonl").read_text(encoding="utf-8")
    assert [json.loads(line) for line in text.splitlines()] == list(statement_rows(graph))
    assert "\u202e" not in text


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_gephi_formats_hold_actors_and_ties(tmp_path, form):
    export(a_graph(), form, tmp_path / "out")
    actors, ties = drawn(tmp_path / "out", form)
    assert {data["label"]: data["type"] for data in actors.values()} == {
        "Igor Sechin": "Person",
        "Rosneft": "Company",
    }
    ((_, _, data),) = ties
    assert (data["label"], data["type"], data["weight"], data["disputed"]) == ("HEADS", "HEADS", 1, False)
    assert data["status"] == "affirmed"


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_gephi_formats_come_back_with_types_weights_and_dates(tmp_path, form):
    records = []
    for number in range(2):
        doc = W.document(f"doc {number}", date=f"2025-1{number}-01")
        ends = W.mention(doc, 0, "Igor Sechin"), W.mention(doc, 900, "Exxon Mobil", "Company")
        said = W.statement(doc, ends[0], "HEADS", ends[1], start="2023-05-01", end="2024-02-01")
        records.append(W.extraction(doc, ends, [said]))
    export(build(records), form, tmp_path / "out")
    actors, ((one, other, data),) = drawn(tmp_path / "out", form)
    assert [(actors[a]["label"], actors[a]["type"], actors[a]["named"]) for a in (one, other)] == [
        ("Igor Sechin", "Person", True),
        ("Exxon Mobil", "Company", True),
    ]
    assert (data["type"], data["weight"], type(data["confidence"])) == ("HEADS", 2, float)
    times = [data[key] for key in ("event_from", "event_to", "reported_from", "reported_to")]
    assert times == ["2023-05-01", "2024-02-01", "2025-10-01", "2025-11-01"]
    assert form == "graphml" or (data["start"], data["end"]) == ("2023-05-01", "2024-02-01")


def drawn(path, form):
    """Nodes by id and ties, as networkx reads them."""
    read = (
        nx.read_gexf(path, version="1.3") if form == "gexf" else nx.read_graphml(path, force_multigraph=True)
    )
    return dict(read.nodes(data=True)), list(read.edges(data=True))


def test_gexf_has_whole_days_for_the_timeline_and_colours(tmp_path):
    doc = W.document("doc", date="2025-12-01")
    ends = W.mention(doc, 0, "Igor Sechin"), W.mention(doc, 900, "Rosneft", "Company")
    said = [
        W.statement(doc, ends[0], "HEADS", ends[1], start="2023", end="2024-02"),
        W.statement(doc, ends[0], "OWNS", ends[1], 5, start="2025", end="2024"),
    ]
    export(build([W.extraction(doc, ends, said)]), "gexf", tmp_path / "out")
    text = (tmp_path / "out").read_text()
    assert 'start="2023-01-01" end="2024-02-29"' in text
    assert text.count(' start="') == 1
    assert 'viz:color r="78" g="121" b="167"' in text


@in_one_folder
@given(st.lists(W.extractions(), max_size=3))
def test_any_graph_can_be_written_and_read(tmp_path, records):
    graph = build(records, (), W.KNOWN)
    for form in formats():
        export(graph, form, tmp_path / form)
    actors = [name for name, labels in graph.nodes(data="labels") if labels[0] == "Actor"]
    ties = sorted(graph.nodes[a]["name"] for a, b in graph.edges() if a in actors and b in actors)
    for form in ("graphml", "gexf"):
        nodes, edges = drawn(tmp_path / form, form)
        assert len(nodes) == len(actors)
        assert len(edges) == len(ties)
    rows = list(statement_rows(graph))
    lines = (tmp_path / "jsonl").read_text(encoding="utf-8").split("\n")[:-1]
    assert len(list(map(json.loads, lines))) == len(rows)
    turtle, linked = (
        rdflib.Graph().parse(tmp_path / form, format=kind)
        for form, kind in (("turtle", "turtle"), ("jsonld", "json-ld"))
    )
    assert set(turtle) == set(linked)
    assert len(list(turtle.subjects(rdflib.RDF.type, rdflib.RDF.Statement))) == len(rows)
    for form in ("jsonl-records", "parquet"):
        W.same_graph(imported(tmp_path / form), graph)


def imported(path):
    found = list(read_archive(str(path)))
    records = [item for item in found if hasattr(item, "document")]
    return build(records, [item for item in found if not hasattr(item, "document")], W.KNOWN)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_come_back_letter_for_letter(tmp_path, name):
    graph = a_graph(name)
    for form in formats():
        export(graph, form, tmp_path / form)
    plain = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "\ufffd", name)  # what XML 1.0 forbids
    for form in ("graphml", "gexf"):
        assert plain in {data["label"] for data in drawn(tmp_path / form, form)[0].values()}
    for form, kind in (("turtle", "turtle"), ("jsonld", "json-ld")):
        read = rdflib.Graph().parse(tmp_path / form, format=kind)
        assert rdflib.Literal(name) in set(read.objects(None, rdflib.RDFS.label))
    assert name in pq.read_table(tmp_path / "parquet" / "actors.parquet").column("name").to_pylist()
    entities = [json.loads(line) for line in (tmp_path / "ftm").read_text().splitlines()]
    assert any(entity["properties"].get("name") == [name] for entity in entities)
    for form in ("jsonl-records", "parquet"):
        W.same_graph(imported(tmp_path / form), graph)
    assert (tmp_path / "cypher").read_text().count("\n") == len(cypher_statements(tmp_path / "cypher")) + 1
    labels = re.findall(r'label="((?:[^"\\]|\\.)*)"', (tmp_path / "dot").read_text())
    assert name.replace("\0", "\ufffd") in map(undot, labels)
    shown = re.findall(r'\["([^"]*)"\]', (tmp_path / "mermaid").read_text())
    assert re.sub("[\x00-\x09\x0b-\x1f\x7f-\x9f]", "\ufffd", name).replace("\n", " ") in map(unmermaid, shown)


def undot(label):
    text = re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], label)
    return text.replace("&#13;", "\r").replace("&amp;", "&")


def unmermaid(label):
    return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), label)


def cypher_statements(path):
    return [line for line in path.read_text(encoding="utf-8").split(";\n") if line]


def test_only_one_function_quotes_for_cypher():
    assert literal("it's \\ \n\0") == "'it\\'s \\\\ \\u000a\\u0000'"
    with pytest.raises(ValueError, match="cannot be a property"):
        literal({"x}) DETACH DELETE (n": 1})


@pytest.mark.skipif(shutil.which("dot") is None, reason="SKIPPED: Graphviz (dot) is not installed")
@pytest.mark.parametrize("name", HOSTILE)
def test_graphviz_draws_it(tmp_path, name):
    export(a_graph(name), "dot", tmp_path / "out")
    done = subprocess.run(["dot", "-Tjson", tmp_path / "out"], capture_output=True, check=True)
    assert len(json.loads(done.stdout, strict=False)["objects"]) == 2  # dot leaves control characters raw


def test_mermaid_stays_as_small_as_mermaid_draws(tmp_path):
    records = []
    for number in range(300):
        doc = W.document(f"doc {number}")
        ends = W.mention(doc, 0, f"Person Number{number}"), W.mention(doc, 900, f"Firm {number}", "Company")
        records.append(W.extraction(doc, ends, [W.statement(doc, ends[0], "HEADS", ends[1])]))
    export(build(records), "mermaid", tmp_path / "out")
    text = (tmp_path / "out").read_text()
    assert "%% 200 of 300 ties" in text
    assert len(text) < 50_000
    assert text.count("-->") == 200


def test_rdf_tells_a_denial_from_a_fact_and_where_it_is_said(tmp_path):
    export(a_world(), "turtle", tmp_path / "out")
    read = rdflib.Graph().parse(tmp_path / "out", format="turtle")
    assert len(set(read.subject_objects(rdflib.URIRef(f"{NS}HEADS")))) == 1
    assert not set(read.subject_objects(rdflib.URIRef(f"{NS}SANCTIONED_BY")))
    answer = read.query(
        """PREFIX bc: <urn:backchannel:ns:> PREFIX prov: <http://www.w3.org/ns/prov#>
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX dct: <http://purl.org/dc/terms/>
        SELECT ?quote ?source { ?s rdf:predicate bc:SANCTIONED_BY ; bc:polarity "negated" ;
        bc:evidence [ bc:quote ?quote ; prov:wasQuotedFrom [ dct:source ?source ] ] }"""
    )
    assert [tuple(map(str, row)) for row in answer] == [("doc", "doc.txt")]


def test_followthemoney_links(tmp_path):
    doc = W.document("doc", "https://news.example/1", date="2025-12-01", title="A deal")
    names = {"a": "Person", "b": "Person", "firm": "Company", "party": "Organization", "us": "State"}
    men = {n: W.mention(doc, 50 * i, f"{n} name", t) for i, (n, t) in enumerate(names.items())}
    said = [
        ("a", "OWNS", "firm", {"qualifiers": {"share": "20%"}, "start": "2022"}, "Ownership"),
        ("a", "OWNS", "party", {}, "UnknownLink"),
        ("a", "HEADS", "firm", {"qualifiers": {"role": "chief executive"}}, "Directorship"),
        ("a", "WORKS_FOR", "us", {}, "Employment"),
        ("a", "MEMBER_OF", "party", {}, "Membership"),
        ("a", "RELATIVE_OF", "b", {"qualifiers": {"role": "son-in-law"}}, "Family"),
        ("a", "ASSOCIATE_OF", "b", {}, "Associate"),
        ("a", "REPRESENTS", "us", {}, "Representation"),
        ("firm", "SANCTIONED_BY", "us", {"qualifiers": {"authority": "OFAC"}}, "Sanction"),
        ("firm", "SUPPLIES", "us", {}, "UnknownLink"),
        ("b", "OWNS", "firm", {"polarity": "negated"}, None),
    ]
    made = [W.statement(doc, men[s], p, men[o], n, **more) for n, (s, p, o, more, _) in enumerate(said)]
    export(build([W.extraction(doc, men.values(), made)]), "ftm", tmp_path / "out")
    entities = [json.loads(line) for line in (tmp_path / "out").read_text().splitlines()]
    links = [entity for entity in entities if "recordId" in entity["properties"]]
    assert sorted(link["schema"] for link in links) == sorted(s for *_, s in said if s is not None)
    (owns,) = (link for link in links if link["schema"] == "Ownership")
    assert owns["properties"]["percentage"] == ["20%"]
    assert owns["properties"]["description"] == ["doc"]
    assert owns["properties"]["sourceUrl"] == ["https://news.example/1"]
    assert owns["properties"]["proof"] == [doc.id]
    assert {e["id"]: e["schema"] for e in entities}[doc.id] == "Document"
    validate(tmp_path / "out")


FTM = Path(os.environ.get("BACKCHANNEL_FTM") or ROOT / ".venv-ftm" / "bin" / "python")
CHECK = """
import json, sys
from followthemoney import model
ids, proxies = {}, []
for line in open(sys.argv[1], encoding="utf-8"):
    data = json.loads(line)
    schema = model.get(data["schema"])
    unknown = set(data["properties"]) - set(schema.properties)
    assert not unknown, (data["schema"], unknown)
    schema.validate(data)
    for name, values in data["properties"].items():
        prop = schema.get(name)
        for value in values:
            assert prop.type.name == "entity" or prop.validate([value]) is None, (schema.name, name, value)
    proxies.append(model.get_proxy(data))
    ids[data["id"]] = schema
    for name, values in data["properties"].items():
        kept = proxies[-1].get(name)
        assert len(kept) == len(values), (schema.name, name, values, kept)
for proxy in proxies:
    for prop, value in proxy.itervalues():
        if prop.type.name == "entity":
            assert ids[value].is_a(prop.range), (proxy.schema.name, prop.name, ids[value].name)
print(len(proxies))
"""


def validate(path):
    """Have the followthemoney package, in an environment of its own, check every entity."""
    if not FTM.exists():
        pytest.skip(f"SKIPPED: FollowTheMoney is not validated, there is no {FTM} (make it with `make ftm`)")
    done = subprocess.run([FTM, "-c", CHECK, path], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_followthemoney_of_many_kinds(tmp_path):
    records = []
    ontology = read_ontology()
    for number, (name, rule) in enumerate(sorted(ontology.predicates.items())):
        for place, (one, other) in enumerate((o, p) for o in sorted(rule.start) for p in sorted(rule.end)):
            doc = W.document(f"text {number} {place}", date="2025-12-01")
            ends = W.mention(doc, 0, f"One {number}", one), W.mention(doc, 50, f"Other {number}", other)
            records.append(W.extraction(doc, ends, [W.statement(doc, ends[0], name, ends[1])]))
    export(build(records), "ftm", tmp_path / "out")
    validate(tmp_path / "out")


def test_followthemoney_of_hostile_names(tmp_path):
    records = []
    for number, name in enumerate(HOSTILE):
        doc = W.document(f"text {number} {name}", f"{number} {name}", date="2025-12-01", title=name)
        ends = W.mention(doc, 0, f"{name} 1"), W.mention(doc, 900, f"{name} 2", "Company", aliases=(name,))
        said = W.statement(doc, ends[0], "OWNS", ends[1], qualifiers={"share": name}, date_words=name)
        records.append(W.extraction(doc, ends, [said]))
    export(build(records), "ftm", tmp_path / "out")
    validate(tmp_path / "out")


@pytest.mark.parametrize(
    ("conditions", "near", "actors", "ties"),
    [
        ([], (), {"Ivan Petrov", "Rosneft", "Exxon Mobil", "United States"}, {"HEADS", "MEETS_WITH"}),
        (["type=company"], (), {"Rosneft", "Exxon Mobil"}, {"MEETS_WITH"}),
        (["predicate=HEADS,OWNS"], (), {"Ivan Petrov", "Rosneft"}, {"HEADS"}),
        (["status=denied"], (), {"Exxon Mobil", "United States"}, {"SANCTIONED_BY (denied)"}),
        (
            ["status=planned,affirmed", "type=Person,Company"],
            (),
            None,
            {"HEADS", "MEETS_WITH", "OWNS (planned)"},
        ),
        (["from=2025-01"], (), {"Ivan Petrov", "Rosneft", "Exxon Mobil"}, {"HEADS", "MEETS_WITH"}),
        (["to=2021"], (), {"Ivan Petrov", "Rosneft"}, {"HEADS"}),
        (["from=2022-05-01", "to=2022-05-01", "predicate=MEETS_WITH"], (), None, {"MEETS_WITH"}),
        ([], ("Ivan Petrov",), {"Ivan Petrov", "Rosneft"}, {"HEADS"}),
        (["steps=2"], ("Ivan Petrov",), {"Ivan Petrov", "Rosneft", "Exxon Mobil"}, {"HEADS", "MEETS_WITH"}),
        (["steps=0"], ("Ivan Petrov",), {"Ivan Petrov"}, set()),
        (["steps=9", "status=denied"], ("Exxon Mobil",), None, {"SANCTIONED_BY (denied)"}),
        (["predicate=VISITS"], ("Exxon Mobil",), {"Exxon Mobil"}, set()),
    ],
)
def test_where(tmp_path, conditions, near, actors, ties):
    found, drawn_ties = part(tmp_path, *conditions, near=near)
    assert {tie for _, tie, _ in drawn_ties} == ties
    if actors is not None:
        assert found == actors


def test_where_for_records(tmp_path):
    rows = part(tmp_path, "from=2025-06", "predicate=MEETS_WITH", form="jsonl")
    assert [row["evidence"][0]["document"] for row in rows] == ["late.txt"]
    assert len(part(tmp_path, "status=affirmed", form="jsonl")) == 3


@pytest.mark.parametrize(
    ("conditions", "message"),
    [
        (["colour=red"], "--where 'colour=red': unknown condition (known: type=,"),
        (["type"], "--where 'type': unknown condition"),
        (["type="], "the value is missing"),
        (["type=Firm"], "--where type=Firm: unknown type (known: Person,"),
        (["predicate=OWNS,EATS"], "--where predicate=EATS: unknown predicate"),
        (["status=rumoured"], "unknown status (known: affirmed, denied, planned, possible, conditional)"),
        (["from=last year"], "is no date such as 2025"),
        (["from=2025-13"], "is no date"),
        (["from=2025", "to=2024-05"], "is after to=2024-05"),
        (["from=2025", "from=2024"], "is given more than once"),
        (["steps=2"], "needs an actor to count from"),
        (["near=x", "steps=many"], "is no number of steps"),
    ],
)
def test_a_bad_condition_is_one_clear_line(conditions, message):
    with pytest.raises(InputError) as error:
        parse_where(conditions, read_ontology())
    assert message in str(error.value)
    assert "\n" not in str(error.value)


@in_one_folder
@given(st.lists(W.extractions(), max_size=3))
def test_ties_made_anew_equal_those_of_the_graph(tmp_path, records):
    graph = build(records, (), W.KNOWN)
    everything = parse_where(["predicate=" + ",".join(read_ontology().predicates)], read_ontology())
    export(graph, "graphml", tmp_path / "all")
    export(graph, "graphml", tmp_path / "part", everything)
    assert drawn(tmp_path / "all", "graphml")[1] == drawn(tmp_path / "part", "graphml")[1]


@in_one_folder
@given(st.lists(W.extractions(), max_size=3), st.sampled_from(["affirmed", "denied", "planned"]))
def test_a_part_can_be_read_back(tmp_path, records, status):
    where = parse_where([f"status={status}", "kind=text"], read_ontology())
    graph = build(records, (), W.KNOWN)
    for form in ("jsonl-records", "parquet"):
        export(graph, form, tmp_path / form, where)
        rows = statement_rows(imported(tmp_path / form))
        kept = {row["id"] for row in rows if row["evidence"][0]["kind"] == "text"}
        export(graph, "jsonl", tmp_path / "rows", where)
        assert kept == {json.loads(line)["id"] for line in (tmp_path / "rows").read_text().splitlines()}


def test_the_registry_is_exported_as_such_and_never_as_a_record(tmp_path):
    graph = build([W.one_document("doc", "Rudolf Rassendyll", registry="envoy")], (), W.KNOWN)
    export(graph, "jsonl", tmp_path / "rows")
    rows = [json.loads(line) for line in (tmp_path / "rows").read_text().splitlines()]
    assert {row["evidence"][0]["kind"] for row in rows} == {"registry"}
    assert "registry:offices.toml" in {row["evidence"][0]["document"] for row in rows}
    export(graph, "jsonl-records", tmp_path / "records")
    assert "registry" not in {
        found["kind"]
        for line in (tmp_path / "records").read_text().splitlines()
        for found in json.loads(line).get("evidence", ())
    }
    W.same_graph(imported(tmp_path / "records"), graph)
    export(graph, "jsonl", tmp_path / "none", parse_where(["kind=text,list"], read_ontology()))
    assert (tmp_path / "none").read_text() == ""


def test_judgements_and_conditions_come_back(tmp_path):
    doc = W.document("doc", date="2025-12-01")
    ends = W.mention(doc, 0, "Igor Sechin"), W.mention(doc, 900, "Rosneft", "Company")
    first = W.statement(doc, ends[0], "HEADS", ends[1])
    hangs = (Condition("if it holds", first.id), Condition("only words"))
    second = W.statement(doc, ends[0], "OWNS", ends[1], 4, modality="conditional", conditions=hangs)
    same = make_judgement(
        "same", *(Reference("doc.txt", n, "Person") for n in ("Sechin", "Igor")), note="é\0"
    )
    graph = build([W.extraction(doc, ends, [first, second])], [same], W.KNOWN)
    for form in ("jsonl-records", "parquet"):
        export(graph, form, tmp_path / form)
        W.same_graph(imported(tmp_path / form), graph)
    export(graph, "parquet", tmp_path / "again.zip")
    W.same_graph(imported(tmp_path / "again.zip"), graph)


def test_an_archive_still_keeps_the_contract(tmp_path):
    graph = a_world()
    export(graph, "jsonl-records", tmp_path / "out")
    rows = [json.loads(line) for line in (tmp_path / "out").read_text().splitlines()]
    assert {row["v"] for row in rows} == {1}
    kept = {row["id"]: row for row in rows if row.get("evidence")}
    for row in statement_rows(graph):
        assert row.items() <= kept[row["id"]].items()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "in: is empty"),
        ("no json\n", "in: line 1: is not JSON"),
        ("[1]\n", "in: line 1: is not a JSON object"),
        ('{"a": 1}\n', "in: line 1: is no record of backchannel"),
        ('{"v": 2, "record": "document"}\n', "newer backchannel (version 2)"),
        ('{"v": 1, "evidence": []}\n', "--format jsonl-records"),
        ('{"v": 1, "record": "cat"}\n', "unknown kind, 'cat'"),
        ('{"v": 1, "record": "mention", "document": "d"}\n', "does not stand behind its document"),
        ('{"v": 1, "record": "document", "id": "d"}\n', "line 1: document"),
        ('{"v": 1, "record": "judgement", "id": "d"}\n', "line 1: a judgement is not whole"),
    ],
)
def test_what_is_no_archive_is_one_clear_line(tmp_path, text, message):
    (tmp_path / "in").write_text(text)
    with pytest.raises(InputError) as error:
        list(read_archive(str(tmp_path / "in")))
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_parquet_that_is_no_archive_is_one_clear_line(tmp_path):
    with pytest.raises(InputError, match=r"there is no documents.parquet in it"):
        list(read_archive(str(tmp_path)))
    export(a_graph(), "parquet", tmp_path / "out")
    (tmp_path / "out" / "mentions.parquet").write_bytes(b"PAR1 no")
    with pytest.raises(InputError, match="is no archive of backchannel"):
        list(read_archive(str(tmp_path / "out")))
    with pytest.raises(InputError, match="cannot be read"):
        list(read_archive(str(tmp_path / "missing")))


@pytest.mark.parametrize("name", ["nul \x00", "bell \x07", "half \ud800", "noncharacter \uffff"])
def test_what_xml_forbids_is_replaced(tmp_path, name):
    export(a_graph(name), "graphml", tmp_path / "out.graphml")
    labels = [data["label"] for _, data in nx.read_graphml(tmp_path / "out.graphml").nodes(data=True)]
    assert name.split()[0] + " \ufffd" in labels


def test_half_a_surrogate_pair_stays_valid(tmp_path):
    for form in formats():
        export(a_graph("half \ud800"), form, tmp_path / form)
    row = json.loads((tmp_path / "jsonl").read_text(encoding="utf-8"))
    assert row["subject"]["name"] == "half \ud800"


def test_what_cannot_be_written_is_said_in_one_line(tmp_path):
    with pytest.raises(InputError, match="unknown format"):
        export(a_graph(), "xlsx", tmp_path / "out")
    with pytest.raises(InputError, match="is a folder"):
        export(a_graph(), "jsonl", tmp_path)
    for form in ("jsonl", "parquet"):
        with pytest.raises(InputError, match="cannot be written"):
            export(a_graph(), form, tmp_path / "nowhere" / "out")
    with pytest.raises(InputError, match="several files"):
        export(a_graph(), "parquet", None)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_replaced_whole_and_only_if_it_is_an_export(tmp_path):
    for _ in range(2):
        export(a_graph(), "parquet", tmp_path / "out")
    export(a_graph(), "neo4j-csv", tmp_path / "out")
    assert not (tmp_path / "out" / "actors.parquet").exists()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    with pytest.raises(InputError, match="holds something else"):
        export(a_graph(), "parquet", tmp_path / "mine")
    assert {path.name for path in tmp_path.iterdir()} == {"mine", "out"}


def test_a_failed_export_leaves_what_was_there(tmp_path, monkeypatch):
    (tmp_path / "out").write_text("old")
    full = a_graph()
    full.nodes[next(n for n in full if full.nodes[n]["labels"][0] == "Statement")]["q_x y"] = "odd key"
    with pytest.raises(ValueError, match="cannot be a property"):
        export(full, "cypher", tmp_path / "out")
    assert (tmp_path / "out").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
