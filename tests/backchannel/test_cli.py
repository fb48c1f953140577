"""The commands as a user meets them."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import Result

from backchannel.reference import reference

Call = Callable[..., Result]
ROOT = Path(__file__).parents[2]


def rows(result: Result) -> object:
    return json.loads(result.stdout)


def test_a_page_is_built_from_its_address_and_again_offline(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKCHANNEL_PAGES", str(tmp_path / "pages"))
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "story.txt").write_text("The United States sanctioned Novatek in 2022.\n")
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path / "site"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/story.txt"
        refused = call("build", url, "--store", "s")
        assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
        assert refused.stderr.startswith(f"Error: {url}: ")
        assert "--allow-private" in refused.stderr
        assert not (tmp_path / "s").exists()
        (tmp_path / "list").write_text(f"# pages\n{url}\n")
        built = rows(call("build", "--from", "list", "--store", "s", "--allow-private", "--json"))
        server.shutdown()
    assert isinstance(built, dict)
    assert built["read"] == [url]
    again = rows(call("build", url, "--store", "other", "--offline", "--json"))
    assert isinstance(again, dict)
    assert again["read"] == [url]
    assert "SANCTIONED_BY" in again["predicates"]
    shown = call("show", "Novatek", "--store", "other")
    assert f"— {url} 0-" in shown.stdout


def test_a_build_needs_something_to_read(call: Call) -> None:
    assert call("build").exit_code == 2
    assert call("build", "--from", "missing").stderr.startswith("Error: missing: the list cannot be read")


def test_ctrl_c_ends_a_watch(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("The United States sanctioned Novatek in 2022.\n")
    running = program("build", str(tmp_path / "in"), "--store", str(tmp_path / "s"), "--watch")
    assert running.stdout is not None
    while "statement" not in (line := running.stdout.readline()):
        assert line
    time.sleep(3)
    (tmp_path / "in" / "b.txt").write_text("The United States sanctioned Rosneft in 2022.\n")
    while not (line := running.stdout.readline()).startswith("Read 1 document, 7 words"):
        assert line
    running.send_signal(signal.SIGINT)
    _, error = running.communicate(timeout=60)
    assert running.returncode == 130
    assert error.splitlines()[0] == "Watching; Ctrl-C stops."
    assert "Traceback" not in error


def test_build_tells_what_was_read_and_what_the_graph_holds(call: Call, built: Path) -> None:
    result = call("build", built / "articles", "--store", "new.graph")
    assert result.exit_code == 0
    assert "Read 1 document, " in result.stdout
    assert "new.graph holds 1 document" in result.stdout
    assert "1 SANCTIONED_BY" in result.stdout
    assert result.stderr == ""


def test_a_second_build_reads_nothing(call: Call, built: Path) -> None:
    result = call("build", built / "articles", "--store", built / "news.graph", "--json")
    report = rows(result)
    assert isinstance(report, dict)
    assert (report["read"], len(report["unchanged"]), report["documents"]) == ([], 1, 1)


def test_a_build_tells_all_actors_those_of_the_registry_apart(
    call: Call, built: Path, tmp_path: Path
) -> None:
    printed = call("build", built / "articles", "--store", "s").stdout
    told = {what: int(n) for n, what in re.findall(r"^  (\d+) (actors:|more actors?, of)", printed, re.M)}
    names = rows(call("cypher", "MATCH (a:Actor) RETURN a.id AS id", "--store", "s", "--json"))
    assert told["more actors, of"] > 0
    assert sum(told.values()) == len(names)


def test_a_changed_file_replaces_what_it_said_and_prune_takes_out_what_is_gone(
    call: Call, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("The United States sanctioned Novatek in 2022.\n")
    (tmp_path / "in" / "b.txt").write_text("The United States sanctioned Rosneft in 2022.\n")
    assert call("build", "in", "--store", "s").exit_code == 0
    (tmp_path / "in" / "a.txt").write_text("The United States sanctioned Gazprom in 2022.\n")
    (tmp_path / "in" / "b.txt").unlink()
    kept = rows(call("build", "in", "--store", "s", "--json"))
    assert isinstance(kept, dict)
    assert (kept["read"], kept["removed"], kept["documents"]) == (["in/a.txt"], [], 2)
    pruned = rows(call("build", "in", "--store", "s", "--json", "--prune"))
    assert isinstance(pruned, dict)
    assert (pruned["unchanged"], pruned["removed"], pruned["documents"]) == (["in/a.txt"], ["in/b.txt"], 1)
    names = rows(call("cypher", "MATCH (c:Company) RETURN c.name AS name", "--store", "s", "--json"))
    assert names == [{"name": "Gazprom"}]


def test_ask_answers_in_words_with_quotes_and_sources(call: Call, built: Path) -> None:
    result = call("ask", "Who benefits from sanctions relief?", "--store", built / "news.graph")
    assert result.exit_code == 0
    assert "Understood as who-benefits" in result.stderr
    assert "Novatek is under sanctions by United States" in result.stdout
    assert "“Gennady Timchenko owns Novatek.”" in result.stdout
    assert "articles/novatek.txt" in result.stdout


def test_ask_gives_json_with_exposure_apart(call: Call, built: Path) -> None:
    answer = rows(
        call(
            "ask", "who-benefits", "-p", "by=U.S.", "--store", built / "news.graph", "--json", "--texts-only"
        )
    )
    assert isinstance(answer, dict)
    assert [row["name"] for row in answer["answers"]] == ["Novatek", "Gennady Timchenko"]
    assert answer["parameters"]["by"] == ["state-us"]
    assert answer["verdict"] == "found"
    assert answer["exposure"] == []


def test_ask_says_so_where_there_is_no_evidence(call: Call, built: Path) -> None:
    result = call("ask", "who-benefits", "-p", "by=India", "--store", built / "news.graph")
    assert (result.exit_code, result.stdout) == (1, "No evidence in these documents.\n")


def test_ask_offers_the_nearest_where_a_question_is_not_understood(call: Call, built: Path) -> None:
    result = call("ask", "who loses if sanctions are lifted?", "--store", built / "news.graph")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "not understood" in result.stderr
    assert "who-benefits" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("who-benefits", "-p", "by=Atlantis"), 1, "no actor 'Atlantis'"),
        (("who-benefits", "-p", "who=India"), 2, "who-benefits has no parameter 'who' (known: by, on"),
        (("who-benefits", "-p", "by"), 2, "'by' is not KEY=VALUE"),
        ((), 2, "Give a QUESTION, or --list."),
    ],
)
def test_ask_refuses_what_it_does_not_know(
    call: Call, built: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    result = call("ask", *arguments, "--store", built / "news.graph")
    assert result.exit_code == code
    assert message in result.stderr


def test_ask_lists_the_questions(call: Call) -> None:
    assert "who-benefits: Who benefits if sanctions are lifted" in call("ask", "--list").stdout
    listed = rows(call("ask", "--list", "--json"))
    assert isinstance(listed, list)
    parameters = {question["id"]: question["parameters"] for question in listed}
    assert parameters["who-benefits"]["by"]["type"] == "actors"


def test_show_gives_every_statement_with_its_quote(call: Call, built: Path) -> None:
    result = call("show", "novatek", "--store", built / "news.graph")
    assert "Novatek (Company, company-novatek)" in result.stdout
    assert "“Gennady Timchenko owns Novatek.”" in result.stdout
    dossier = rows(call("show", "Novatek", "--store", built / "news.graph", "--json"))
    assert isinstance(dossier, dict)
    text = (built / "articles" / "novatek.txt").read_text()
    for statement in dossier["statements"]["affirmed"]:
        for place in statement["evidence"]:
            assert text[place["start"] : place["end"]] == place["quote"]


def test_show_lists_the_candidates_of_an_ambiguous_name(call: Call, built: Path) -> None:
    result = call("show", "Bergman", "--store", built / "news.graph")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("no actor is meant by 'Bergman' alone: ")
    assert "Anton Bergman" in result.stderr
    assert "Carla Bergman" in result.stderr


def test_show_names_near_actors_for_an_unknown_one(call: Call, built: Path) -> None:
    result = call("show", "Novatok", "--store", built / "news.graph")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no actor 'Novatok' in these documents; near: Novatek" in result.stderr


def test_cypher_reads_and_hints_at_a_directed_match_of_a_symmetric_type(call: Call, built: Path) -> None:
    query = "MATCH (a)-[:MEETS_WITH]->(b) RETURN a.name"
    result = call("cypher", query, "--store", built / "news.graph")
    assert result.exit_code == 1
    assert "MEETS_WITH is symmetric" in result.stderr


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (n)",
        "MATCH (n) DETACH DELETE n",
        "LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l",
        "MATCH (n",
        "",
    ],
)
def test_cypher_refuses_what_does_not_only_read(call: Call, built: Path, query: str) -> None:
    result = call("cypher", query, "--store", built / "news.graph")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1


def test_extract_writes_the_contract_whole_or_not_at_all(call: Call, built: Path, tmp_path: Path) -> None:
    result = call("extract", built / "articles", "missing.txt", "-o", "out.jsonl")
    assert result.exit_code == 2
    assert result.stderr == "Error: missing.txt: no such file or folder\n"
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert {line["v"] for line in lines} == {1}
    assert lines[0]["evidence"][0]["document"].endswith("articles/novatek.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]
    printed = call("extract", built / "articles", "-o", "-").stdout.splitlines()
    assert [json.loads(line) for line in printed] == lines


def test_explain_prints_near_misses_and_all_that_was_refused_where_asked(call: Call, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Shell bought a boat in London.\n")
    printed = call("extract", "--explain", "a.txt").stdout
    assert "missed “bought” acquires." in printed
    assert "refused" not in printed
    every = call("extract", "--explain", "--refused", "a.txt").stdout
    assert "refused “bought” " in every
    assert {line for line in printed.splitlines() if "missed" in line} < set(every.splitlines())
    assert call("extract", "--refused", "a.txt").exit_code == 2


def test_extract_leaves_the_old_file_where_nothing_could_be_read(call: Call, tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_text("old")
    assert call("extract", "missing.txt", "-o", "out.jsonl").exit_code == 2
    assert (tmp_path / "out.jsonl").read_text() == "old"


def test_export_writes_each_format(call: Call, built: Path, tmp_path: Path) -> None:
    store = ("--store", built / "news.graph")
    assert call("export", "out.graphml", "--format", "graphml", *store).exit_code == 0
    assert "Novatek" in (tmp_path / "out.graphml").read_text()
    assert json.loads(call("export", "-", "--format", "jsonl", *store).stdout.splitlines()[0])["v"] == 1
    assert call("export", "no/where.jsonl", "--format", "jsonl", *store).exit_code == 2
    assert call("export", "x", "--format", "xls", *store).stderr.startswith("Error: xls: unknown format")


def test_export_takes_conditions(call: Call, built: Path, tmp_path: Path) -> None:
    store = ("--store", built / "news.graph")
    denied = call("export", "-", "--format", "jsonl", "--where", "status=denied", *store)
    assert [json.loads(line)["polarity"] for line in denied.stdout.splitlines()] == ["negated"]
    near = ("--where", "near=novatek", "--where", "type=Person")
    assert "Timchenko" in call("export", "-", "--format", "dot", *near, *store).stdout
    assert "India" not in call("export", "-", "--format", "dot", *near, *store).stdout
    for bad in ("colour=red", "near=Atlantis"):
        result = call("export", "x", "--format", "jsonl", "--where", bad, *store)
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert list(tmp_path.iterdir()) == []


def test_export_and_import_give_the_same_graph(call: Call, built: Path, tmp_path: Path) -> None:
    store = ("--store", built / "news.graph")
    for name, form in (("a.jsonl", "jsonl-records"), ("b", "parquet"), ("c.zip", "parquet")):
        assert call("export", name, "--format", form, *store).exit_code == 0
        first = call("import", name, "--store", f"{name}.graph", "--json")
        again = call("import", name, "--store", f"{name}.graph", "--json")
        assert [rows(result)["written"] > 0 for result in (first, again)] == [True, False]  # type: ignore[index]
        assert (
            call("export", "again.jsonl", "--format", "jsonl-records", "--store", f"{name}.graph").exit_code
            == 0
        )
        assert call("export", "old.jsonl", "--format", "jsonl-records", *store).exit_code == 0
        assert (tmp_path / "again.jsonl").read_bytes() == (tmp_path / "old.jsonl").read_bytes()


def test_import_refuses_what_is_no_archive_and_makes_no_store(
    call: Call, built: Path, tmp_path: Path
) -> None:
    assert call("export", "s.jsonl", "--format", "jsonl", "--store", built / "news.graph").exit_code == 0
    for file, message in (("s.jsonl", "jsonl-records"), ("missing", "cannot be read")):
        result = call("import", file, "--store", "new.graph")
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
        assert message in result.stderr
    assert not (tmp_path / "new.graph").exists()


def bad_inputs(folder: Path) -> list[Path]:
    (folder / "empty.txt").write_text("")
    (folder / "bytes.txt").write_bytes(os.urandom(4096))
    (folder / "line.txt").write_text("word " * 300_000)
    (folder / "nothing").mkdir()
    return [folder / name for name in ("missing.txt", "empty.txt", "bytes.txt", "line.txt", "nothing")]


@pytest.mark.parametrize("command", ["build", "extract"])
def test_bad_documents_are_each_named_in_one_line_and_the_others_are_read(
    call: Call, built: Path, tmp_path: Path, command: str
) -> None:
    bad = bad_inputs(tmp_path)
    output = ("-o", "out.jsonl") if command == "extract" else ("--store", "s")
    result = call(command, *bad, built / "articles", *output)
    assert result.exit_code == 2
    lines = result.stderr.splitlines()
    assert len(lines) == len(bad)
    for path in bad:
        assert sum(line.startswith(f"Error: {path.name}: ") for line in lines) == 1
    assert "1 document" in result.stdout


def test_a_build_of_nothing_makes_no_store(call: Call, tmp_path: Path) -> None:
    result = call("build", "missing.txt", "--store", "s")
    assert (result.exit_code, result.stdout) == (2, "")
    assert not (tmp_path / "s").exists()


@pytest.mark.parametrize(
    "arguments", [("show", "Novatek"), ("ask", "who-benefits"), ("cypher", "RETURN 1"), ("build", "news.txt")]
)
@pytest.mark.parametrize("kind", ["file", "folder", "garbage"])
def test_a_store_that_is_not_one_is_refused(
    call: Call, tmp_path: Path, arguments: list[str], kind: str
) -> None:
    (tmp_path / "news.txt").write_text("The United States sanctioned Novatek.")
    if kind == "file":
        (tmp_path / "s").write_text("no store")
    else:
        (tmp_path / "s").mkdir()
        (tmp_path / "s" / ("notes.txt" if kind == "folder" else "graph.kgl")).write_text("no store")
    result = call(*arguments, "--store", "s")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: s: ")
    assert result.stderr.count("\n") == 1


def test_a_store_that_is_missing_is_named_with_the_way_to_make_it(call: Call) -> None:
    result = call("show", "Novatek", "--store", "s")
    assert result.exit_code == 2
    assert "backchannel build" in result.stderr


def test_text_from_documents_cannot_steer_the_terminal_or_the_markup(call: Call, tmp_path: Path) -> None:
    text = "The United States sanctioned Novatek in 2022, \x1b[2J[red]\u202e\x9b as they say.\n"
    (tmp_path / "a.txt").write_text(text + "Rosneft sells oil to India and gas to China, as before.\n" * 20)
    assert call("build", "a.txt", "--store", "s").exit_code == 0
    for output in (
        call("show", "Novatek", "--store", "s"),
        call("show", "Novatek", "--store", "s", "--json"),
    ):
        assert output.exit_code == 0
        assert "[2J" in output.stdout
        assert not set("\x1b\x9b\u202e") & set(output.stdout)


def program(*arguments: str, **settings: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "backchannel", *arguments]
    environment = {**os.environ, **settings}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, env=environment, cwd=ROOT)


def test_help_comes_at_once_and_loads_neither_spacy_nor_the_store() -> None:
    code = "import sys; from backchannel.cli import main; main(['--help'], standalone_mode=False)"
    heavy = "; print({'spacy', 'kglite', 'networkx', 'rich', 'pydantic'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code + heavy], capture_output=True, text=True, cwd=ROOT)
    assert done.stdout.endswith("set()\n")


def test_a_store_held_by_another_process_is_named_and_can_still_be_read(built: Path) -> None:
    store = str(built / "news.graph")
    code = "import sys; from loaders.store import open_store; s = open_store(sys.argv[1]); print('held')"
    command = [sys.executable, "-c", code + "; sys.stdout.flush(); sys.stdin.read()", store]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        (built / "other.txt").write_text("Rosneft sells oil to China.")
        out, error = (writer := program("build", str(built / "other.txt"), "--store", store)).communicate()
        assert (writer.returncode, out) == (2, "")
        assert error.startswith(f"Error: {store}: ")
        assert error.count("\n") == 1
        reader = program("show", "Novatek", "--store", store)
        assert "Novatek" in reader.communicate()[0]
        assert reader.returncode == 0
        holder.communicate("")


def test_ctrl_c_keeps_what_was_written_and_exits_130(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(400):
        text = f"The United States sanctioned Company {number} Energy in 2022. " * 40
        (tmp_path / "in" / f"{number:03}.txt").write_text(text)
    store = str(tmp_path / "s")
    running = program("build", str(tmp_path / "in"), "--store", store)
    while not (tmp_path / "s").exists():
        time.sleep(0.05)
    time.sleep(4)
    running.send_signal(signal.SIGINT)
    _, error = running.communicate(timeout=60)
    assert running.returncode == 130
    assert error.count("\n") == 1
    reader = program("cypher", "MATCH (d:Document) RETURN count(d) AS n", "--store", store, "--json")
    assert json.loads(reader.communicate()[0])[0]["n"] < 400


def test_a_closed_pipe_is_no_error(built: Path) -> None:
    command = (
        f"{sys.executable} -m backchannel export - --format jsonl --store {built / 'news.graph'} | head -c 1"
    )
    done = subprocess.run(command, shell=True, capture_output=True, text=True, cwd=ROOT)
    assert (done.stdout, done.stderr) == ("{", "")


def test_a_stray_module_that_hides_a_room_is_named(tmp_path: Path) -> None:
    (tmp_path / "graph.py").write_text("")
    done = subprocess.run(
        [sys.executable, "-c", "import backchannel"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        cwd=tmp_path,
    )
    assert f"ImportError: {tmp_path / 'graph.py'} is imported in place of" in done.stderr


def test_the_reference_is_up_to_date() -> None:
    assert (ROOT / "docs" / "cli.md").read_text() == reference()


def test_readers_are_listed(call: Call) -> None:
    lines = call("readers").stdout.splitlines()
    assert "PDF: .pdf" in lines
    assert "web pages (HTML): .html .htm .xhtml" in lines
    told = json.loads(call("readers", "--json").stdout)
    assert {"name": "EPUB", "suffixes": [".epub"]} in told
    assert len(told) == len(lines)


def test_date_and_source_by_hand(call: Call, built: Path, tmp_path: Path) -> None:
    by_hand = ("--date", "2024-02-29", "--source", "Own desk", "--store", "s")
    result = call("build", built / "articles", *by_hand)
    assert result.exit_code == 0
    query = (
        "MATCH (d:Document) WHERE d.id STARTS WITH 'doc-' "
        "RETURN d.date AS date, d.source AS source, d.date_inferred AS inferred"
    )
    result = call("cypher", query, "--store", "s", "--json")
    assert json.loads(result.stdout) == [{"date": "2024-02-29", "source": "Own desk", "inferred": False}]
    result = call("build", built / "articles", "--date", "yesterday", "--store", "s2")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "write it as YYYY-MM-DD" in result.stderr


def test_an_archive_is_built_and_its_parts_are_told(call: Call, tmp_path: Path) -> None:
    import zipfile

    said = "Vladimir Putin met Donald Trump in Helsinki on Monday."
    with zipfile.ZipFile("pile.zip", "w") as archive:
        archive.writestr("in/a.srt", f"1\n00:12:07,000 --> 00:12:09,000\n{said}\n")
        archive.writestr("bad.pdf", "%PDF-1.4 nothing")
    result = call("build", ".", "--store", "s", "--prune")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: pile.zip/bad.pdf: a damaged PDF")
    shown = call("show", "Vladimir Putin", "--store", "s").stdout
    assert "— pile.zip/in/a.srt 0-54, 00:12:07" in shown
    assert f"»{said}«" in call("show", "Vladimir Putin", "--context", "--store", "s").stdout
    assert call("build", ".", "--store", "s", "--prune", "--json").exit_code == 2
    assert "00:12:07" in call("show", "Vladimir Putin", "--store", "s").stdout


@pytest.mark.parametrize(
    ("given", "line"),
    [
        (["until=2022-13-45"], "until: there is no day '2022-13-45'"),
        (["since=2022-02-30"], "since: there is no day '2022-02-30'"),
        (["since=2023", "until=2022-12"], "since 2023 is after until 2022-12"),
    ],
)
def test_a_time_that_cannot_be_is_refused(call: Call, built: Path, given: list[str], line: str) -> None:
    result = call(
        "ask", "timeline", *(word for one in given for word in ("-p", one)), "--store", built / "news.graph"
    )
    assert result.exit_code == 2
    assert line in result.stderr


def test_explain_writes_no_file_and_says_so(call: Call, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Halden Bank owns Severa Metals.")
    result = call("extract", tmp_path / "a.txt", "--explain", "-o", tmp_path / "out.txt")
    assert result.exit_code == 2
    assert "--output: is not for --explain" in result.stderr
    assert not (tmp_path / "out.txt").exists()
