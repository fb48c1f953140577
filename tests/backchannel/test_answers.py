"""What `ask` prints and writes, and what it says where there is no answer."""

import json
from pathlib import Path

import networkx as nx
import pytest

from backchannel.cli.answers import markdown
from graph.questions.answers import Answer, Row
from graph.questions.catalogue import read_questions
from graph.questions.quotes import Quote
from tests.backchannel.conftest import write_store

TEXT = """Family business
WASHINGTON, March 14, 2025

Jared Kushner met Igor Sechin in Moscow on Monday. The United States sanctioned Rosneft in 2022.
Kirill Dmitriev does not own Novatek. Gennady Timchenko sold Lukoil to nobody.
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of a text that says less than the registry knows."""
    return write_store(tmp_path_factory.mktemp("answers"), "family.txt", TEXT)


def test_a_link_of_the_registry_is_shown_as_such(call, store: Path) -> None:
    result = call("ask", "how is Jared Kushner connected to Donald Trump?", "--store", store)
    assert result.exit_code == 0, result.output
    assert "“Jared Kushner is the son-in-law of Donald Trump.”" in result.stdout
    assert "evidence: from the registry" in result.stdout
    assert "registry:offices/us.toml" in result.stdout


def test_texts_only_leaves_the_registry_out(call, store: Path) -> None:
    answer = json.loads(call("ask", "who owns Rosneft?", "--store", store, "--json").stdout)
    assert [(row["name"], row["evidence"]) for row in answer["answers"]] == [("Russia", ["registry"])]
    assert answer["answers"][0]["sources"] == 0
    result = call("ask", "who owns Rosneft?", "--store", store, "--texts-only")
    assert (result.exit_code, result.stdout) == (1, "No evidence in these documents.\n")
    result = call("ask", "how is Kushner tied to Ivanka Trump?", "--store", store, "--texts-only")
    assert result.exit_code == 1
    said = call("ask", "how is Kushner tied to Igor Sechin?", "--store", store, "--texts-only")
    assert "meets with" in said.stdout


def test_export_leaves_the_registry_out_too(call, store: Path, tmp_path: Path) -> None:
    for arguments in (("--texts-only",), ("--where", "kind=text")):
        assert call("export", "rows.jsonl", "--format", "jsonl", "--store", store, *arguments).exit_code == 0
        rows = [json.loads(line) for line in (tmp_path / "rows.jsonl").read_text().splitlines()]
        assert {found["kind"] for row in rows for found in row["evidence"]} == {"text"}
    both = call("export", "-", "--format", "jsonl", "--store", store, "--texts-only", "--where", "kind=list")
    assert both.exit_code == 2


def test_what_the_documents_deny_is_not_what_they_do_not_say(call, store: Path) -> None:
    denied = call("ask", "who owns Novatek?", "--store", store, "--texts-only")
    assert denied.exit_code == 0
    assert denied.stdout.startswith("The documents deny it.\n")
    assert "“Kirill Dmitriev does not own Novatek.”" in denied.stdout
    answer = json.loads(call("ask", "what does Kirill Dmitriev own?", "--store", store, "--json").stdout)
    assert (answer["verdict"], len(answer["exposure"])) == ("denied", 1)
    silent = call("ask", "what does Igor Sechin own?", "--store", store)
    assert (silent.exit_code, silent.stdout) == (1, "No evidence in these documents.\n")


def test_an_empty_graph_says_so(call, tmp_path: Path) -> None:
    from loaders.store import open_store

    open_store(tmp_path / "empty").close()
    result = call("ask", "who owns Rosneft?", "--store", tmp_path / "empty", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["verdict"] == "empty"
    assert "read documents into it" in result.stderr


@pytest.mark.parametrize(
    ("question", "verdict", "message"),
    [
        ("who owns Atlantis Holdings?", "unknown actor", "no actor 'atlantis holdings'"),
        ("who is Jared Kushnir?", "unknown actor", "near: Jared Kushner"),
        ("who is Angela Merkel?", "unknown actor", "these documents do not mention Angela Merkel"),
        ("why is Rosneft big?", "not understood", "not understood; nearest:"),
    ],
)
def test_what_is_not_answered_says_why(call, store: Path, question: str, verdict: str, message: str) -> None:
    result = call("ask", question, "--store", store, "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["verdict"] == verdict
    assert message in result.stderr


def test_markdown(call, store: Path) -> None:
    result = call("ask", "who owns Rosneft?", "--store", store, "--markdown")
    assert result.stdout.startswith("# Who owns it in the end\n\nof: Rosneft\n")
    assert "- **Russia** (State): Russia owns Rosneft\n" in result.stdout
    assert "  > Russia controls Rosneft.\n" in result.stdout
    assert call("ask", "who owns Rosneft?", "--store", store, "--markdown", "--json").exit_code == 2


def test_hostile_text_is_no_markdown() -> None:
    hostile = "x](https://evil.example) **b** <script> # `y`\u202e\n# head"
    quote = Quote("st", "OWNS", "actual", "text", (), hostile, 0, 9, "doc", ("a",), None, None, None, "doc")
    row = Row(
        "owners",
        hostile,
        "answer",
        "id",
        hostile,
        "Person",
        1.0,
        hostile,
        "actual",
        (hostile,),
        ("st",),
        quotes=(quote,),
    )
    lines = "\n".join(markdown(Answer(read_questions()["owners"], {}, (row,)), {"of": hostile}))
    for mark in ("](", "**b", "<script", "`y", "\u202e", "\n# head"):
        assert mark not in lines.replace("\\", "\\ ").replace("\\ ", "") or f"\\{mark[0]}" in lines
    assert "<script>" not in lines
    assert "\u202e" not in lines
    assert "\n# head" not in lines


@pytest.mark.parametrize("ending", ["graphml", "gexf", "dot", "mmd", "ttl", "jsonld", "jsonl", "cypher"])
def test_an_answer_is_a_small_graph(call, store: Path, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"answer.{ending}"
    result = call("ask", "who owns Rosneft?", "--store", store, "--graph", file)
    assert result.exit_code == 0, result.output
    text = file.read_text()
    assert "Rosneft" in text
    assert "Kushner" not in text
    if ending == "graphml":
        graph = nx.read_graphml(file)
        assert {data["name"] for _, data in graph.nodes(data=True)} == {"Russia", "Rosneft"}
        assert [data["kind"] for _, _, data in graph.edges(data=True)] == ["registry"]


def test_the_graph_of_a_denial_holds_it_as_such(call, store: Path, tmp_path: Path) -> None:
    file = tmp_path / "denied.graphml"
    call("ask", "who owns Novatek?", "--store", store, "--texts-only", "--graph", file)
    graph = nx.read_graphml(file)
    assert {data["name"] for _, data in graph.nodes(data=True)} == {"Kirill Dmitriev", "Novatek"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--graph", "answer.xyz"), "tells no format"),
        (("--graph", "answer", "--format", "nonsense"), "tells no format"),
        (("--format", "dot"), "--graph FILE"),
        (("--graph", "nowhere/answer.dot"), "there is no folder"),
    ],
)
def test_a_file_that_cannot_be_is_refused(
    call, store: Path, arguments: tuple[str, ...], message: str
) -> None:
    result = call("ask", "who owns Rosneft?", "--store", store, *arguments)
    assert result.exit_code == 2
    assert message in result.stderr


def test_extract_writes_what_documents_say_alone(call, tmp_path: Path) -> None:
    (tmp_path / "family.txt").write_text(TEXT)
    rows = [json.loads(line) for line in call("extract", "family.txt").stdout.splitlines()]
    assert {found["kind"] for row in rows for found in row["evidence"]} == {"text"}
