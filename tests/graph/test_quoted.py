"""The registry's facts stand beside what documents say, and nowhere else."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from graph.build import build, labelled, relationship
from graph.model import from_registry
from graph.ontology import read_ontology
from graph.registry import Entry, Office, Term, make_registry, read_registry
from graph.resolve.known import Known, known_actors

W = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "worlds.py")))


def a_world(*named, known=W.KNOWN, ontology=None):
    """The graph of one document that mentions these registry actors."""
    doc = W.document("text")
    mentions = [
        W.mention(doc, 20 * place, known[name].name if name in known else name, "Person", registry=name)
        for place, name in enumerate(named)
    ]
    return build([W.extraction(doc, tuple(mentions), ())], (), known, ontology)


def ties(graph, kind="registry"):
    """The typed edges of a kind, by names."""
    return {
        (graph.nodes[a]["name"], relationship(key), graph.nodes[b]["name"])
        for a, b, key, data in graph.edges(keys=True, data=True)
        if data.get("kind") == kind and graph.nodes[a]["labels"][0] == "Actor"
    }


def test_a_person_comes_with_offices_and_family_and_they_with_their_offices():
    assert ties(a_world("sister")) == {
        ("Rudolf Rassendyll", "RELATIVE_OF", "Flavia Rassendyll"),
        ("Michael Elphberg", "RELATIVE_OF", "Flavia Rassendyll"),
        ("Rudolf Rassendyll", "REPRESENTS", "Ruritania"),
        ("Michael Elphberg", "HEADS", "Foreign Ministry of Ruritania"),
    }


def test_a_company_comes_with_its_owners_up_to_the_state():
    assert ties(a_world("fund")) == {
        ("Strelsau Holding", "OWNS", "Zenda Fund"),
        ("Ruritania", "OWNS", "Strelsau Holding"),
    }


@pytest.mark.parametrize("name", ["land", "ministry", "unknown"])
def test_nothing_comes_by_way_of_a_state_or_a_body(name):
    graph = a_world(name)
    assert ties(graph) == set()
    assert not any(map(from_registry, labelled(graph, "Document")))


def test_a_statement_quotes_its_sentence_of_the_registry():
    graph = a_world("envoy")
    for name in labelled(graph, "Statement"):
        node = graph.nodes[name]
        assert node["kind"] == "registry"
        ((document, link),) = [
            (end, data)
            for _, end, key, data in graph.out_edges(name, keys=True, data=True)
            if relationship(key) == "STATED_IN"
        ]
        text = graph.nodes[document]["text"]
        assert text[link["start"] : link["end"]] == link["quote"] == node["quote"]
        for side in ("subject", "object"):
            surface = text[node[f"{side}_start"] : node[f"{side}_end"]]
            assert surface == node[f"{side}_surface"]
        assert link["kind"] == "registry"
    (office,) = [n for n in labelled(graph, "Statement") if graph.nodes[n]["predicate"] == "REPRESENTS"]
    node = graph.nodes[office]
    assert node["quote"] == "Rudolf Rassendyll was Special Envoy (Ruritania) from 2020 to 2022."
    assert (node["start"], node["end"], node["current"], node["q_role"]) == (
        "2020",
        "2022",
        "no",
        "Special Envoy",
    )
    assert graph.nodes[node["document"]]["sources"] == ["registry:offices.toml"]


def test_an_actor_tells_whether_documents_mention_it():
    graph = a_world("envoy")
    assert {graph.nodes[n]["name"]: graph.nodes[n]["mentioned"] for n in labelled(graph, "Actor")} == {
        "Rudolf Rassendyll": True,
        "Flavia Rassendyll": False,
        "Ruritania": False,
    }


def an_owner(polarity="affirmed", **more):
    """The graph of a text that says, or denies, that the holding owns the fund; and the edges by kind."""
    doc = W.document("text", date="2025-01-01")
    ends = (
        W.mention(doc, 0, "Strelsau Holding", "Company", registry="holding"),
        W.mention(doc, 20, "Zenda Fund", "Company", registry="fund"),
    )
    said = W.statement(doc, ends[0], "OWNS", ends[1], polarity=polarity, confidence=0.6, **more)
    graph = build([W.extraction(doc, ends, (said,))], (), W.KNOWN)
    return {d["kind"]: d for _, _, k, d in graph.out_edges("holding", keys=True, data=True) if "OWNS" in k}


def test_text_and_registry_are_two_edges_and_the_registry_is_no_independent_source():
    edges = an_owner()
    assert edges.keys() == {"text", "registry"}
    assert (edges["text"]["sources"], edges["text"]["confidence"]) == (1, 0.6)
    assert edges["registry"]["sources"] == 0
    assert edges["text"]["id"] != edges["registry"]["id"]
    assert not set(edges["text"]["statements"]) & set(edges["registry"]["statements"])


def test_what_a_text_denies_makes_the_registry_disputed():
    edges = an_owner("negated")
    assert edges.keys() == {"registry"}
    assert edges["registry"]["disputed"]


@pytest.mark.parametrize(("date", "disputed"), [("2025-06-01", True), ("2019-06-01", False)])
def test_a_denial_without_a_time_is_about_the_day_it_was_reported(date, disputed):
    doc = W.document("text", date=date)
    ends = (
        W.mention(doc, 0, "Michael Elphberg", registry="husband"),
        W.mention(doc, 20, "Foreign Ministry of Ruritania", "PublicBody", registry="ministry"),
    )
    said = W.statement(doc, ends[0], "HEADS", ends[1], polarity="negated")
    graph = build([W.extraction(doc, ends, (said,))], (), W.KNOWN)
    (edge,) = [data for _, _, key, data in graph.out_edges("husband", keys=True, data=True) if "HEADS" in key]
    assert edge["disputed"] is disputed
    assert (edge["event_from"], edge.get("event_to"), edge["current"]) == ("2024-05", None, "yes")


def test_an_office_held_twice_is_open_while_it_is_held():
    terms = (Term("a", "2017-01-20", "2021-01-20"), Term("a", "2025-01-20"))
    known = known_actors(
        make_registry(
            [Entry("a", "Person", "Anna"), Entry("s", "State", "Land")],
            [Office("o", "head of state", "s", ("President",), terms)],
        )
    )
    graph = a_world("a", known=known)
    (edge,) = [data for _, _, data in graph.out_edges("a", data=True)]
    assert (edge["event_from"], edge.get("event_to"), edge["current"]) == ("2017-01-20", None, "yes")
    assert len(edge["statements"]) == 2


def test_an_ontology_without_a_predicate_has_no_such_fact():
    ontology = read_ontology()
    few = {name: rule for name, rule in ontology.predicates.items() if name != "RELATIVE_OF"}
    small = type(ontology)(
        **{f: getattr(ontology, f) for f in ontology.__dataclass_fields__} | {"predicates": few}
    )
    assert ties(a_world("envoy", ontology=small)) == {("Rudolf Rassendyll", "REPRESENTS", "Ruritania")}


@pytest.fixture(scope="module")
def shipped():
    return known_actors(read_registry())


@pytest.mark.parametrize(
    ("actor", "predicate", "other", "quote"),
    [
        (
            "person-jared-kushner",
            "RELATIVE_OF",
            "person-donald-trump",
            "Jared Kushner is the son-in-law of Donald Trump.",
        ),
        (
            "person-donald-trump",
            "HEADS",
            "state-us",
            "Donald Trump has been President (United States) since 2025-01-20.",
        ),
        ("company-rosneft", "OWNS", "state-ru", "Russia controls Rosneft."),
    ],
)
def test_the_shipped_registry_tells(shipped, actor, predicate, other, quote):
    facts = [fact for fact in shipped[actor].facts if fact.quote == quote]
    assert [(fact.predicate, other in (fact.subject, fact.object)) for fact in facts] == [(predicate, True)]


def test_every_fact_has_an_id_of_its_own_and_ends_that_are_known(shipped):
    facts = {fact for known in shipped.values() for fact in known.facts}
    assert len({fact.id for fact in facts}) == len(facts) > 5000
    assert {end for fact in facts for end in (fact.subject, fact.object)} <= shipped.keys()


def test_known_actors_without_facts_are_as_before():
    assert ties(a_world("x", known={"x": Known("Person", "Xenia")})) == set()
