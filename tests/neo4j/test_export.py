"""Exports for Neo4j, taken in by the real neo4j-admin and the real server."""

import os
import runpy
import stat
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest
from neo4j import GraphDatabase

from graph.build import build
from graph.model import Condition, Reference
from graph.ontology import read_ontology
from graph.resolve.judgements import make_judgement
from loaders.export import export
from loaders.reading import read_graph
from loaders.store import open_store

W = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "worlds.py")))
NAMES = [
    *W.HOSTILE,
    "Robert'); DROP TABLE actors;--",
    "back`tick` }} {{ ${x} // /* :param",
    'quote " and \\" and \\',
    "\\u0041 \\n \\\\u0027",
    "tab\tline\nreturn\rend",
    "a; b, c | d",
    "\u200fשלום\u2067",
    "\x1b[2J\x9b",
    " padded ",
    "",
]


def a_graph():
    """Every kind of record, with hostile names in all of them."""
    records, last = [], None
    for number, name in enumerate(NAMES):
        doc = W.document(f"text {number} {name}", f"{number} {name}", date="2025-12-01", title=name)
        ends = (
            W.mention(doc, 0, f"{name}1"),
            W.mention(doc, 900, f"{name}2", "Company", aliases=(name, "Ltd")),
        )
        first = W.statement(doc, ends[0], "OWNS", ends[1], qualifiers={"share": name}, rule=name)
        hangs = (Condition(name, first.id), Condition(name, None, ends[0].id))
        second = W.statement(
            doc, ends[0], "HEADS", ends[1], 4, modality="conditional", conditions=hangs, polarity="negated"
        )
        last = W.extraction(doc, ends, [first, second])
        records.append(last)
    same = make_judgement("unsure", *(Reference("1", name, "Person") for name in NAMES[:2]), note=NAMES[0])
    return build(records, [same], W.KNOWN)


def held(driver):
    """The database as a graph."""

    def read(query, parameters):
        return [dict(record) for record in driver.execute_query(query, parameters).records]

    return read_graph(read, read_ontology())


@pytest.fixture(scope="module")
def home(neo4j, neo4j_tools, tmp_path_factory):
    """A home folder with its server, not started; skips loudly where there can be none."""
    if neo4j.browser is None:
        pytest.skip("the server named by NEO4J_URI is not ours to stop")
    return neo4j_tools.prepare(tmp_path_factory.mktemp("home"))


def run(driver, script):
    for statement in script.read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            driver.execute_query(statement)


def test_neo4j_takes_in_the_csv_files_and_then_the_script(home, neo4j_tools, tmp_path):
    graph = a_graph()
    export(graph, "neo4j-csv", tmp_path / "csv")
    export(graph, "cypher", tmp_path / "script.cypher")
    tool = tmp_path / "bin" / "neo4j-admin"
    tool.parent.mkdir()
    opens = " ".join(neo4j_tools._opened())
    tool.write_text(
        f"#!/bin/sh\nexec {home.java} {opens} -cp '{home.jars}/*' org.neo4j.cli.AdminTool \"$@\"\n"
    )
    tool.chmod(tool.stat().st_mode | stat.S_IEXEC)
    environment = {
        **os.environ,
        "PATH": f"{tool.parent}:{os.environ['PATH']}",
        "NEO4J_HOME": str(home.home),
        "NEO4J_CONF": str(home.home / "conf"),
    }
    command = ["sh", tmp_path / "csv" / "import.sh"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "IMPORT DONE" in done.stdout
    home.start()
    try:
        with GraphDatabase.driver(home.uri) as driver:
            run(driver, tmp_path / "csv" / "after.cypher")
            W.same_graph(held(driver), graph)
            run(driver, tmp_path / "script.cypher")
            W.same_graph(held(driver), graph)
            with open_store(home.uri, read_only=True, known=W.KNOWN) as store:
                W.same_graph(store.graph(), graph)
            driver.execute_query("MATCH (n) DETACH DELETE n")
            for _ in range(2):
                run(driver, tmp_path / "script.cypher")
                W.same_graph(held(driver), graph)
    finally:
        home.stop()
