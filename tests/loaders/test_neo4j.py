"""Neo4j as a store: what stands there beside ours, what goes wrong in one line, what a reader may not do."""

import runpy
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import neo4j as driver
import pytest
from neo4j.spatial import WGS84Point
from neo4j.time import Duration

from graph.build import build
from graph.model import InputError, Reference
from graph.resolve.judgements import make_judgement
from graph.resolve.known import Known
from loaders.address import Credentials, from_environment, read_address
from loaders.base import VERSION
from loaders.load import load
from loaders.neo4j import check_product, plain
from loaders.server_errors import one_line
from loaders.store import open_store

ROOT = Path(__file__).parents[2]
W = SimpleNamespace(**runpy.run_path(str(ROOT / "tests" / "worlds.py")))
HAND = "MATCH (h:Hand)-[r]-(n) RETURN h.note, type(r) AS type, r.why, n.name ORDER BY type"


def a_deal(content="deal", source="deal.txt", **more):
    doc = W.document(content, source, date="2025-12-01")
    ends = W.mention(doc, 0, "Gentry Beach"), W.mention(doc, 20, "Novatek", "Company", registry="novatek")
    return W.extraction(doc, ends, [W.statement(doc, ends[0], "SEEKS_STAKE_IN", ends[1], **more)])


def refusal(url, **options):
    with pytest.raises(InputError) as error:
        open_store(url, known=W.KNOWN, **options).close()
    assert "\n" not in str(error.value)
    return str(error.value)


def test_what_the_analyst_made_by_hand_stays(neo4j, hand, tmp_path):
    with open_store(neo4j.uri, known=W.KNOWN) as store:
        store.put(a_deal())
        hand(
            "MATCH (a:Actor {name: 'Novatek'}), (b:Actor {name: 'Gentry Beach'}) "
            "CREATE (h:Actor:Person:Hand {name: 'My Source', note: 'do not lose'})-[:KNOWS {why: 'x'}]->(a) "
            "CREATE (b)-[:SEEKS_STAKE_IN {why: 'mine'}]->(h) CREATE (b)-[:SEEKS_STAKE_IN {why: 'also'}]->(a) "
            "SET a.note = 'seen', a:Suspect"
        )
        before = hand(HAND)
        own = build([a_deal()], (), W.KNOWN)
        W.same_graph(store.graph(), own)
        store.put(a_deal(polarity="negated"))
        store.put(W.one_document("more", "Gentry Beach"))
        store.remove("more.txt")
        store.put(a_deal())
        assert hand(HAND) == before
    with open_store(neo4j.uri, known={"novatek": Known("Company", "NOVATEK PJSC")}) as store:
        store.put(a_deal())
        store.remove("nowhere")
    assert [row[:3] for row in hand(HAND)] == [row[:3] for row in before]
    with open_store(tmp_path / "source", known=W.KNOWN) as source, open_store(neo4j.uri, known={}) as store:
        source.put(replace(a_deal(), statements=()))
        load(source, store)
        W.same_graph(store.graph(), source.graph())
    assert [row[:3] for row in hand(HAND)] == [row[:3] for row in before]
    assert hand("MATCH (:Actor)-[r:SEEKS_STAKE_IN]->(:Actor) RETURN r.why ORDER BY r.why") == [
        ["also"],
        ["mine"],
    ]
    assert hand("MATCH (a:Suspect) RETURN a.note") == [["seen"]]


def names_tied(hand):
    """Who is tied to the analyst's own node, which way, with all that the tie says."""
    return hand(
        "MATCH (h:Hand)-[r]-(n) RETURN n.name, n.id, type(r), r.why, startNode(r) = h AS out "
        "ORDER BY n.name, type(r)"
    )


def tie_by_hand(hand, name):
    hand(
        "MATCH (a:Actor {name: $name}) MERGE (h:Actor:Person:Hand {name: 'My Source'}) "
        "CREATE (h)-[:`KNOWS ``well``` {why: 'x'}]->(a) CREATE (a)-[:OWNS {why: 'mine'}]->(h) "
        "SET a.note = 'seen', a:Suspect",
        name=name,
    )


def a_person(content, name, date, **more):
    return W.one_document(content, name, date=date, **more)


def test_ties_by_hand_follow_an_actor_to_its_new_id(neo4j, hand):
    with open_store(neo4j.uri, known=W.KNOWN) as store:
        late = W.document("late", date="2025-12-01")
        ends = W.mention(late, 0, "Gentry Beach"), W.mention(late, 20, "Novatek", "Company")
        store.put(W.extraction(late, ends, [W.statement(late, ends[0], "HEADS", ends[1])]))
        tie_by_hand(hand, "Gentry Beach")
        ((_, old, *_), _) = before = names_tied(hand)
        store.put(a_person("early", "Gentry Beach", "2020-01-01"))
        after = names_tied(hand)
        assert [row[:1] + row[2:] for row in after] == [row[:1] + row[2:] for row in before]
        assert {row[1] for row in after} != {old}
        assert hand("MATCH (a:Suspect) RETURN a.note") == [["seen"]]
        W.same_graph(store.graph(), build(store.extractions(), (), W.KNOWN))
        assert hand("MATCH (a:Actor {id: $id}) RETURN a", id=old) == []


def test_ties_by_hand_follow_an_actor_whose_document_was_edited(neo4j, hand):
    with open_store(neo4j.uri, known=W.KNOWN) as store:
        store.put(a_person("old words", "Gentry Beach", "2025-12-01", source="a.txt"))
        tie_by_hand(hand, "Gentry Beach")
        before = names_tied(hand)
        store.put(a_person("new words", "Gentry Beach", "2025-12-01", source="a.txt"))
        after = names_tied(hand)
        assert [row[:1] + row[2:] for row in after] == [row[:1] + row[2:] for row in before]
        assert [row[1] for row in after] != [row[1] for row in before]
        store.remove("a.txt")
        assert [(row[0], row[1]) for row in names_tied(hand)] == [("Gentry Beach", None)] * 2
        assert store.graph().number_of_nodes() == 0
        store.put(a_person("new words", "Gentry Beach", "2025-12-01", source="a.txt"))
        W.same_graph(store.graph(), build(store.extractions(), (), W.KNOWN))


def test_ties_by_hand_move_to_the_actor_that_another_is_joined_with(neo4j, hand):
    with open_store(neo4j.uri, known=W.KNOWN) as store:
        for content in "ab":
            store.put(a_person(content, "Petrov", f"202{ord(content) - 96}-01-01"))
        hand("MATCH (m:Mention {document: $d})-[:REFERS_TO]->(a) SET a.name = 'Later'", d=W.document("b").id)
        tie_by_hand(hand, "Later")
        hand("MATCH (a {name: 'Later'}) CREATE (a)-[:SELF {why: 'loop'}]->(a)")
        kinds = [row[2:] for row in names_tied(hand)]
        store.judge(make_judgement("same", *(Reference(f"{c}.txt", "Petrov", "Person") for c in "ab")))
        after = names_tied(hand)
        assert [row[2:] for row in after] == kinds
        assert {row[0] for row in after} == {"Petrov"}
        assert hand("MATCH (a)-[r:SELF]->(b) RETURN a.name, b.name, r.why") == [["Petrov", "Petrov", "loop"]]
        W.same_graph(store.graph(), build(store.extractions(), store.judgements(), W.KNOWN))


def test_a_load_moves_ties_by_hand_too(neo4j, hand, tmp_path):
    with open_store(tmp_path / "source", known=W.KNOWN) as source, open_store(neo4j.uri, known={}) as store:
        source.put(a_person("late", "Gentry Beach", "2025-12-01"))
        load(source, store)
        tie_by_hand(hand, "Gentry Beach")
        before = names_tied(hand)
        source.put(a_person("early", "Gentry Beach", "2020-01-01"))
        load(source, store)
        after = names_tied(hand)
        assert [row[:1] + row[2:] for row in after] == [row[:1] + row[2:] for row in before]
        assert [row[1] for row in after] != [row[1] for row in before]
        W.same_graph(store.graph(), source.graph())
        assert load(source, store).written == 0


def test_an_id_that_the_analyst_took_is_left_to_him(neo4j, hand):
    hand("CREATE (:Actor {id: 'novatek', name: 'mine'})")
    with open_store(neo4j.uri, known=W.KNOWN) as store, pytest.raises(InputError, match="made by hand"):
        store.put(a_deal())
    assert hand("MATCH (n) WHERE NOT n:Meta RETURN n.name") == [["mine"]]


def test_a_store_of_version_1_is_brought_up_to_date_when_it_is_written_to(neo4j, hand):
    with open_store(neo4j.uri, known=W.KNOWN) as store:
        store.put(a_deal())
    hand("MATCH (d:Document) REMOVE d.date_inferred, d.parts, d.part_starts")
    hand("MATCH (m:Meta) SET m.version = 1")
    assert "older version" in refusal(neo4j.uri, read_only=True)
    with open_store(neo4j.uri, known=W.KNOWN) as store:
        assert store.meta()["version"] == VERSION
        assert store.query("MATCH (d:Document) RETURN d.date_inferred, d.parts").rows == ((False, []),)


def test_a_store_of_version_2_has_the_ends_of_first_quotes_moved_to_its_statements(neo4j, hand):
    with open_store(neo4j.uri, known=W.KNOWN) as store:
        store.put(W.told_twice())
        before = store.graph()
    W.as_in_version_2(hand)
    with open_store(neo4j.uri, known=W.KNOWN) as store:
        W.same_graph(store.graph(), before)
        assert store.meta()["version"] == VERSION


def test_constraints_come_first(hand):
    found = hand("SHOW CONSTRAINTS YIELD labelsOrTypes, properties RETURN labelsOrTypes[0], properties[0]")
    assert {"Actor", "Document", "Mention", "Statement", "Judgement", "Meta"} <= {label for label, _ in found}
    assert {property_ for _, property_ in found} == {"id"}


@pytest.mark.parametrize(
    "query",
    ["CREATE (:X)", "CALL db.createLabel('X')", "MATCH (n) SET n.x = 1", "CREATE INDEX FOR (n:X) ON (n.y)"],
)
def test_the_server_itself_refuses_to_write_what_passed_the_guard(neo4j, hand, query):
    with open_store(neo4j.uri, read_only=True) as store, pytest.raises(InputError, match="refused"):
        store.read(query, {})
    assert hand("MATCH (n:X) RETURN n") == []


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (:X)",
        "CALL db.createLabel('X')",
        "CALL dbms.killQuery('x')",
        "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
        "UNWIND [1] AS x //\rLOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
        "\\u004cOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
        "WITH 1 AS x LIMIT 1LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
        "MATCH (n) CALL (n) { SET n.x = 1 } IN TRANSACTIONS",
        "RETURN missing",
        "MATCH (n",
        "RETURN $absent",
        "RETURN 1 / 0",
    ],
)
def test_a_query_of_ones_own_only_reads_and_fails_in_one_line(neo4j, hand, query):
    with open_store(neo4j.uri, read_only=True) as store, pytest.raises(InputError) as error:
        store.query(query)
    assert "\n" not in str(error.value)
    assert hand("MATCH (n:X) RETURN n") == []


def test_values_come_back_as_plain_python(neo4j, hand):
    with open_store(neo4j.uri, known=W.KNOWN) as store:
        store.put(a_deal())
        rows = store.query(
            "MATCH p = (a:Actor)-[r:SEEKS_STAKE_IN]->(b) "
            "RETURN a, r, p, date('2025-12-01') AS d, datetime('2025-12-01T10:00Z') AS t, [1, 2.5, null] AS l"
        ).rows
    a, r, p, *rest = rows[0]
    assert a["labels"] == ["Actor", "Person"]
    assert (r["type"], r["start"]) == ("SEEKS_STAKE_IN", a["id"])
    assert len(p["nodes"]) == 2
    assert rest == ["2025-12-01", "2025-12-01T10:00:00.000000000+00:00", [1, 2.5, None]]


def test_a_database_by_name(neo4j, hand):
    with open_store(neo4j.uri, known=W.KNOWN) as store:
        store.put(a_deal())
    for url in (f"{neo4j.uri}/neo4j", f"{neo4j.uri}?database=neo4j", neo4j.uri.replace("bolt", "neo4j", 1)):
        with open_store(url, read_only=True) as store:
            assert len(store.documents()) == 1
    assert "no such database" in refusal(f"{neo4j.uri}/nowhere")


def test_what_cannot_be_reached_is_said_in_one_line(neo4j):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        closed = f"bolt://127.0.0.1:{free.getsockname()[1]}"
    message = refusal(closed)
    assert message.startswith(f"{closed}: no Neo4j answers there (")
    assert "efused" in message
    if neo4j.browser:
        http = neo4j.browser.split("/browser")[0].replace("http", "bolt")
        assert "no Neo4j" in refusal(http)
    assert "no Neo4j" in refusal(neo4j.uri.replace("bolt", "bolt+s", 1))
    assert "no Neo4j" in refusal("bolt://no-such-host.invalid:7687")
    for scheme in ("bolt", "neo4j"):  # the driver has a line of its own for neo4j://
        command = [sys.executable, "-m", "backchannel", "cypher", "RETURN 1"]
        store = ["--store", closed.replace("bolt", scheme, 1)]
        run = subprocess.run([*command, *store], cwd=ROOT, capture_output=True, text=True)
        assert run.returncode == 2
        assert len(run.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("components", "reason"),
    [
        ([("Neo4j Kernel", ["4.4.38"])], "is Neo4j 4.4.38"),
        ([("Memgraph", ["2.1"])], "is not Neo4j"),
        ([], "not"),
    ],
)
def test_other_servers_are_refused(components, reason):
    with pytest.raises(InputError, match=reason):
        check_product("bolt://x:1", components)


def test_versions_from_five_on_are_taken():
    check_product("x", [("Neo4j Kernel", ["5.0.0"])])
    check_product("x", [("Neo4j Kernel", ["2026.08.1"])])


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("Neo.TransientError.General.OutOfMemoryError", "busy or short of memory"),
        ("Neo.DatabaseError.Transaction.TransactionCommitFailed", "check its free space"),
        ("Neo.ClientError.Schema.ConstraintValidationFailed", "refused this"),
    ],
)
def test_what_the_server_says_is_one_line(code, reason):
    with pytest.raises(InputError, match=reason) as error, one_line("bolt://x:1"):
        raise driver.exceptions.Neo4jError._hydrate_neo4j(code=code, message="one\ntwo")
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("url", "uri", "database"),
    [
        ("neo4j://host", "neo4j://host:7687", None),
        ("bolt+s://host:1/news", "bolt+s://host:1", "news"),
        ("neo4j+ssc://host:1?database=a.b", "neo4j+ssc://host:1", "a.b"),
        ("neo4j+s://[::1]:2", "neo4j+s://[::1]:2", None),
    ],
)
def test_addresses(url, uri, database):
    address = read_address(url)
    assert (address.uri, address.database) == (uri, database)


@pytest.mark.parametrize(
    "url",
    ["http://x", "neo4j://", "bolt://x:99999", "bolt://x/a?database=b", "bolt://x?policy=y", "bolt://x#y"],
)
def test_bad_addresses(url):
    assert refusal(url).startswith(url)


def test_a_password_in_an_address_is_refused_and_not_repeated():
    message = refusal("neo4j://neo4j:geheim@127.0.0.1:7687")
    assert "geheim" not in message
    assert "NEO4J_PASSWORD" in message


def test_credentials(tmp_path):
    file = tmp_path / "auth"
    file.write_text("ann/se/cret\n")
    assert from_environment("x", False, {"NEO4J_PASSWORD": "p"}, file) == Credentials("neo4j", "p")
    named = {"BACKCHANNEL_NEO4J_AUTH_FILE": str(file)}
    assert from_environment("x", False, named) == Credentials("ann", "se/cret")
    assert from_environment("x", False, {}, file) == Credentials("ann", "se/cret")
    assert from_environment("x", False, {}) is None
    assert from_environment("x", True, named) is None
    assert "cret" not in repr(Credentials("ann", "se/cret"))
    for text in ("", "ann", "/x", "a/b\nc"):
        file.write_text(text)
        with pytest.raises(InputError, match="one line USER/PASSWORD"):
            from_environment("x", False, {}, file)
    with pytest.raises(InputError, match="cannot read"):
        from_environment("x", False, {}, tmp_path / "none")


def test_durations_and_points_which_are_tuples_are_told_as_what_they_are():
    told = [Duration(days=3), WGS84Point((24.9, 60.2))]
    assert plain(told) == ["P3D", {"srid": 4326, "coordinates": [24.9, 60.2]}]
