"""The command line on a Neo4j: loaded, asked and built like a folder, with the same answers."""

import json
import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

STORES = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "loaders" / "conftest.py")))


@pytest.fixture
def uri(neo4j):
    """An empty Neo4j."""
    return STORES.wipe(neo4j.uri)


def test_loaded_asked_and_built_like_a_folder(call, built, uri):
    folder = built / "news.graph"
    assert "rows written" in call("load", folder, uri).output
    assert "already" in call("load", folder, uri).output
    for question in ("who benefits from sanctions relief?", "who-benefits"):
        one, two = (call("ask", question, "--json", "--store", place) for place in (folder, uri))
        assert (one.exit_code, json.loads(one.stdout)) == (two.exit_code, json.loads(two.stdout))
    query = "MATCH (a:Actor) RETURN a.id AS id, a.name AS name ORDER BY id"
    one, two = (call("cypher", query, "--store", place).output for place in (folder, uri))
    assert one == two
    back = call("load", uri, "back.graph", "--json")
    assert back.exit_code == 0
    assert json.loads(back.stdout)["written"] > 0
    again = call("build", built / "articles", "--store", uri)
    assert "unchanged       1  read before" in again.output
    assert call("load", folder, uri, "--json").exit_code == 0


def test_plain_questions_have_the_same_answers(affair, uri, call):
    assert call("load", affair, uri).exit_code == 0
    plainly = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("test_plainly.py"))))
    with (
        plainly.open_store(affair, create=False, read_only=True) as one,
        plainly.open_store(uri, create=False, read_only=True) as two,
    ):
        for question in dict.fromkeys(row[0] for row in (*plainly.ASKED, *plainly.SENTENCES)):
            assert plainly.answered(question, one) == plainly.answered(question, two), question


def test_a_second_build_reads_no_document(call, built, uri):
    first, again = (
        json.loads(call("build", built / "articles", "--store", uri, "--json").stdout) for _ in range(2)
    )
    assert (len(first["read"]), len(again["unchanged"])) == (1, 1)
    assert first["words"] > 0
    assert (again["read"], again["words"]) == ([], 0)


def test_import_signs_in_and_gives_the_same_graph(call, built, uri):
    folder = built / "news.graph"
    assert call("export", "a.jsonl", "--format", "jsonl-records", "--store", folder).exit_code == 0
    assert json.loads(call("import", "a.jsonl", "--store", uri, "--json").stdout)["written"] > 0
    assert json.loads(call("import", "a.jsonl", "--store", uri, "--json").stdout)["written"] == 0
    assert call("export", "b.jsonl", "--format", "jsonl-records", "--store", uri).exit_code == 0
    assert Path("a.jsonl").read_bytes() == Path("b.jsonl").read_bytes()


def test_import_asks_the_server_with_the_password_of_the_auth_file(
    call, built, neo4j_tools, monkeypatch, tmp_path
):
    folder = built / "news.graph"
    assert call("export", "a.jsonl", "--format", "jsonl-records", "--store", folder).exit_code == 0
    (tmp_path / "auth").write_text("neo4j/letter-for-letter")
    (tmp_path / "backchannel.toml").write_text('neo4j_auth_file = "auth"')
    with neo4j_tools.running(password="letter-for-letter", web=False) as server:
        assert call("import", "a.jsonl", "--store", server.uri, "--json").exit_code == 0


def test_an_address_with_a_password_is_refused_and_not_repeated(call):
    done = call("cypher", "RETURN 1", "--store", "bolt://ann:geheim@127.0.0.1")
    assert done.exit_code == 2
    assert "geheim" not in done.output
    assert len(done.output.splitlines()) == 1
