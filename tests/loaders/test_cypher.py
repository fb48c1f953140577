"""Write statements take names from the ontology only; the Cypher that both stores share runs."""

import json
from pathlib import Path

import kglite
import pytest

from graph.ontology import read_ontology
from loaders import cypher
from loaders.neo4j import plain

ONTOLOGY = read_ontology()
SHARED = Path(__file__).parents[3] / "shared" / "cypher" / "conformance.json"


@pytest.mark.parametrize("name", ["Actor", "Person", "OWNS", "STATED_IN", "Denied"])
def test_names_of_the_ontology_stand(name):
    assert cypher.name(name, ONTOLOGY) == name


@pytest.mark.parametrize("name", ["", "Robot", "OWNS`", "Actor) DETACH DELETE (n", "owns", "A B"])
def test_all_other_names_are_refused(name):
    with pytest.raises(ValueError, match="no label or relationship type"):
        cypher.merge_nodes(("Actor", name), ONTOLOGY)
    with pytest.raises(ValueError, match="no label or relationship type"):
        cypher.create_links("Actor", name, "Actor", ONTOLOGY)


def test_kglite_gives_the_rows_of_the_conformance_cases():
    if not SHARED.exists():
        pytest.skip(f"there is no {SHARED}")
    data = json.loads(SHARED.read_text(encoding="utf-8"))
    kglite.set_query_warning_policy("silent")
    graph = kglite.KnowledgeGraph()
    for query in data["setup"]:
        graph.cypher(query)
    wrong = []
    for case in data["cases"]:
        if case["kglite_0_21_2"]:
            found = graph.cypher(case["query"], params=case["params"], hide_structural_keys=True)
            rows = [[_plain(row[name]) for name in found.columns] for row in found.to_list()]
            if case["expected"] is not None and _sorted(rows, case) != _sorted(case["expected"], case):
                wrong.append((case["id"], rows, case["expected"]))
    assert wrong == []


def test_neo4j_gives_the_rows_of_the_conformance_cases(any_hand):
    if not SHARED.exists():
        pytest.skip(f"there is no {SHARED}")
    data = json.loads(SHARED.read_text(encoding="utf-8"))
    any_hand("MATCH (n) DETACH DELETE n")
    for (name,) in any_hand("SHOW CONSTRAINTS YIELD name"):  # labels with a constraint are in use, too
        any_hand(f"DROP CONSTRAINT {name}")
    for query in data["setup"]:
        any_hand(query)
    wrong = []
    for case in data["cases"]:
        if not case["kglite_0_21_2"]:
            continue
        rows = plain(any_hand(case["query"], **case["params"]))
        any_hand("CALL db.awaitIndexes()")  # the newest release fills an index after it was made
        if case["expected"] is not None and _sorted(rows, case) != _sorted(case["expected"], case):
            wrong.append((case["id"], rows, case["expected"]))
    any_hand("DROP CONSTRAINT company_id IF EXISTS")
    any_hand("DROP INDEX company_name IF EXISTS")
    assert wrong == []


def _sorted(rows, case):
    return rows if case["ordered"] else sorted(rows, key=lambda row: json.dumps(row, sort_keys=True))


def _plain(value):
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value
