"""Queries that a user types: reading passes, all else is refused with the reason."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import InputError
from graph.ontology import read_ontology
from loaders.guard import check_read_only, hints


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (n) RETURN n",
        "match (n) return n;",
        "MATCH (n) WHERE n.name = 'CREATE' RETURN n",
        'MATCH (n) WHERE n.name = "it\'s; DELETE" RETURN n',
        "MATCH (n) RETURN n.set, n.delete AS created",
        "MATCH (n:`CREATE`) RETURN n // DELETE n",
        "MATCH (n:Create)-[:MERGE|SET]-(m) RETURN n",
        "MATCH (n {set: 1, merge: 2}) RETURN n {.name, drop: n.x}",
        "CALL db.labels() YIELD label RETURN label",
        "CALL `db`.`labels`()",
        "CALL { MATCH (n) RETURN count(n) AS c } RETURN c",
        "MATCH (c) CALL (c) { MATCH (c)--(d) RETURN d } RETURN d",
        "UNWIND $set AS load RETURN load",
        "RETURN 'a\\'b; CREATE' AS x",
        "EXPLAIN MATCH (n) RETURN n",
        "OPTIONAL MATCH (n) RETURN n",
        "MATCH (n) // all\r\nRETURN n",
    ],
)
def test_reading_passes(query):
    check_read_only(query)


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("CREATE (n)", "CREATE"),
        ("MATCH (n) SET n.x = 1", "SET writes"),
        ("MATCH (n)\nset\nn.x = 1", "SET writes"),
        ("MATCH (n) DETACH DELETE n", "DETACH writes"),
        ("MATCH (n) REMOVE n:X", "REMOVE writes"),
        ("MERGE (n) RETURN n", "MERGE"),
        ("MATCH (n) FOREACH (x IN [1] | SET n.x = x)", "FOREACH writes"),
        ("DROP INDEX x", "DROP"),
        ("RETURN 'a' AS x // \nCREATE (n)", "CREATE writes"),
        ("RETURN 1 /* ' */ CREATE (n) /* ' */", "CREATE writes"),
        ("LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", "LOAD"),
        ("MATCH (n) load  csv FROM 'x' AS row RETURN row", "LOAD CSV loads a file"),
        ("MATCH (n) LOAD // now\nCSV FROM 'x' AS row RETURN row", "LOAD CSV loads a file"),
        ("CALL db.index.fulltext.createNodeIndex('a')", "CALL db.index.fulltext.createNodeIndex"),
        ("CALL apoc.load.json('http://x')", "CALL apoc.load.json"),
        ("CALL { MATCH (n) DELETE n }", "DELETE writes"),
        ("MATCH (n) RETURN n; MATCH (n) RETURN n", "several statements"),
        ("USE system SHOW USERS", "USE"),
        ("FOR VALID_TIME ALL MATCH (n) RETURN n", "FOR"),
        ("RETURN 'open", "never closed"),
        ("RETURN `open", "never closed"),
        ("RETURN 1 /* open", "never closed"),
        ("\\u0043REATE (n)", "escape"),
        ("RETURN 'a\\u0027 AS x LOAD CSV FROM 'x' AS row RETURN row //", "escape"),
        ("UNWIND [1] AS x //\rLOAD CSV FROM 'x' AS row RETURN row", "carriage return"),
        ("  // nothing", "empty"),
        ("", "empty"),
    ],
)
def test_all_else_is_refused_with_the_reason(query, reason):
    with pytest.raises(InputError) as error:
        check_read_only(query)
    assert reason in str(error.value)
    assert "\n" not in str(error.value)


@given(st.text(alphabet="'\"`\\/*;\n ;CREATE{}()[]:.|-><", max_size=30))
def test_any_text_is_told_apart(text):
    with suppress(InputError):
        check_read_only("MATCH (n) RETURN n " + text)


@pytest.mark.parametrize(
    ("query", "hinted"),
    [
        ("MATCH (a)-[:PARTNERS_WITH]->(b) RETURN a", ["PARTNERS_WITH"]),
        ("MATCH (a)<-[r:MEETS_WITH]-(b) RETURN a", ["MEETS_WITH"]),
        ("MATCH (a)-[r:OWNS|ALLIED_WITH*1..3]->(b) RETURN a", ["ALLIED_WITH"]),
        ("MATCH (a)-[:`RELATIVE_OF` {role: 'x'}]->(b) RETURN a", ["RELATIVE_OF"]),
        ("MATCH (a)-[:PARTNERS_WITH]-(b)-[:OWNS]->(c) RETURN a", []),
        ("MATCH (a)<-[:PARTNERS_WITH]->(b) RETURN a", []),
        ("MATCH (a)-[:OWNS]->(b) RETURN a", []),
        ("MATCH (a)-[r]->(b) WHERE type(r) = 'MEETS_WITH' RETURN [x IN [1] | x]", []),
    ],
)
def test_a_directed_match_on_a_symmetric_type_gives_a_hint(query, hinted):
    found = hints(query, read_ontology())
    assert [hint.split()[0] for hint in found] == hinted
