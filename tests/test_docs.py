"""The documents tell the truth: commands run, what they print is what is shown, links lead somewhere."""

import dataclasses
import importlib.util
import os
import re
import shlex
import shutil
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

import backchannel
from backchannel.cli import main
from extract.frame import ANYTHING, SHARED, Frame, read_frames
from extract.grammar import arguments
from extract.readings import matching
from extract.reference import posts
from graph.ontology import read_ontology
from graph.questions.catalogue import Parameter, Question, Tier, read_question
from graph.registry import Entry

ROOT = Path(__file__).parents[1]
DOCS = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
LEFT_OUT = "…"
MADE_UP = {  # paths that documents speak of and that are not there
    "backchannel/config.toml",
    "graph/questions/NAME.toml",
    "extract/readers/KIND.py",
    "loaders/export/FORMAT.py",
    "tests/graph/__init__.py",
}
TIME = re.compile(r"in [\d.]+ s$")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def commands(block: str) -> list[tuple[str, list[str]]]:
    """Each command of a console block ("$ ", going on with "> ") and the lines shown below it."""
    found: list[tuple[str, list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif line.startswith("> "):
            found[-1] = (f"{found[-1][0]}\n{line[2:]}", found[-1][1])
        else:
            found[-1][1].append(line)
    return found


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with seeds/documents, as a user of the README has it, and no settings."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "seeds" / "documents", folder / "seeds" / "documents")
    return folder


@pytest.fixture(scope="module")
def readme(samples: Path) -> list[tuple[str, list[str], list[str]]]:
    """Every command of the README with the lines shown and the lines printed, run in order."""
    before = Path.cwd()
    settings = {"XDG_CONFIG_HOME": str(samples / "config")}
    done = []
    os.chdir(samples)
    try:
        for block in blocks(read("README.md"), "console"):
            for command, shown in commands(block):
                program, *rest = shlex.split(command)
                assert program == "backchannel", command
                result = CliRunner(env=settings).invoke(main, rest)
                assert result.exit_code == 0, (command, result.output)
                done.append((command, shown, result.output.splitlines()))
    finally:
        os.chdir(before)
    return done


def test_commands_in_the_readme_print_what_it_shows(readme) -> None:
    assert len(readme) >= 6
    for command, shown, printed in readme:
        rest = iter([TIME.sub("", line) for line in printed])
        gap = False
        for line in shown:
            if line == LEFT_OUT:
                gap = True
                continue
            wanted = TIME.sub("", line)
            if gap:
                assert wanted in rest, f"{command}\nprints no more such line:\n{line}"
            else:
                found = next(rest, None)
                assert found == wanted, f"{command}\nprints:\n{found}\nwhere the README has:\n{line}"
            gap = False
        assert gap or next(rest, None) is None, (
            f"{command}\nprints more than the README shows; end with {LEFT_OUT}"
        )


def test_python_in_the_readme_runs(
    readme, samples: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(samples)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(samples / "config"))
    (code,) = blocks(read("README.md"), "python")
    exec(compile(code, "README.md", "exec"), {})
    assert "is under sanctions by" in capsys.readouterr().out


def test_the_picture_is_what_the_program_answers(readme, samples: Path, monkeypatch) -> None:
    place = ROOT / "docs" / "pictures" / "make.py"
    spec = importlib.util.spec_from_file_location("make_pictures", place)
    assert spec is not None
    assert spec.loader is not None
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    monkeypatch.chdir(samples)
    answer = backchannel.ask(make.QUESTION, store=samples / "backchannel.graph")
    assert make.PICTURE.read_text(encoding="utf-8") == make.draw(answer), (
        "run `make pictures`, and look at it"
    )


def test_make_has_the_targets_that_the_documents_name() -> None:
    targets = set(re.findall(r"^(\w+):", read("Makefile"), re.MULTILINE))
    for file in DOCS:
        text = file.read_text(encoding="utf-8")
        code = [*re.findall(r"`([^`\n]+)`", text), *"".join(blocks(text, "sh")).splitlines()]
        for target in re.findall(r"^(?:run )?make (\w+)", "\n".join(code), re.MULTILINE):
            assert target in targets, (file.name, target)


@pytest.mark.parametrize("file", DOCS, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(file: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", file.read_text(encoding="utf-8")):
        if not link.startswith(("https://", "#")):
            assert (file.parent / link.partition("#")[0]).exists(), link


@pytest.mark.parametrize("file", DOCS, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_files_that_are_named_exist(file: Path) -> None:
    rooms = "backchannel|extract|graph|loaders|seeds|tests|benchmarks|docs"
    for name in re.findall(rf"`((?:{rooms})/[\w/.*-]+)`", file.read_text(encoding="utf-8")):
        assert name in MADE_UP or any(ROOT.glob(name.rstrip("/"))), name


def named(text: str) -> set[str]:
    """What stands in back-quotes."""
    return set(re.findall(r"`([^`\n]+)`", text))


def test_every_key_and_step_of_a_frame_is_told() -> None:
    told = named(read("docs/frames.md"))
    assert {field.name for field in dataclasses.fields(Frame)} <= told
    assert set(arguments._steps()) <= told
    assert {"child", "head", "subtree"} <= told
    for word in (matching.BOTH, posts.TITLE, ANYTHING, "role"):
        assert f'"{word}"' in read("docs/frames.md"), word


def test_whatever_a_frame_uses_is_told() -> None:
    text = read("docs/frames.md")
    steps = {*arguments._steps(), "child", "head", "subtree", matching.BOTH, posts.TITLE, "role"}
    for frame in read_frames(ROOT / "extract" / "frames", read_ontology()):
        paths = [*frame.subject, *frame.object, *frame.take.values(), *frame.when, *frame.unless]
        for step in {step for path in paths for step in path.split(".")} - steps:
            assert step.isalpha(), f"{frame.name}: {step} is neither a step nor a preposition"
    assert "any other word" in text


def test_every_key_of_a_question_is_told() -> None:
    text = read("docs/questions.md")
    told = named(text)
    for kind in (Question, Parameter, Tier):
        names = {field.name for field in dataclasses.fields(kind)}
        assert names - {"parameters", "tiers", "file", "line"} <= told, kind


def test_the_example_question_is_one(tmp_path: Path) -> None:
    file = tmp_path / "direct_owners.toml"
    (code,) = blocks(read("docs/questions.md"), "toml")
    file.write_text(code, encoding="utf-8")
    assert read_question(file).id == "direct-owners"


def test_the_example_question_is_answered(readme, samples: Path, tmp_path: Path, monkeypatch) -> None:
    (code,) = blocks(read("docs/questions.md"), "toml")
    (tmp_path / "direct_owners.toml").write_text(code, encoding="utf-8")
    monkeypatch.chdir(samples)
    monkeypatch.setenv("BACKCHANNEL_QUESTIONS", str(tmp_path))
    for question in (
        ["who directly owns Petrolera Sinamaica?"],
        ["direct-owners", "-p", "of=Petrolera Sinamaica"],
    ):
        result = CliRunner().invoke(main, ["ask", *question])
        assert result.exit_code == 0, result.output
        assert "PDVSA owns" in result.output


def test_every_key_of_the_registry_is_told() -> None:
    text = read("docs/registry.md")
    tables = ["actor", "office", "office.holder", "family"]
    keys = {field.name for field in dataclasses.fields(Entry)}
    keys |= {"kind", "of", "titles", "person", "from", "to", "left", "right", "role"}
    for key in keys:
        assert re.search(rf"^{key} = ", text, re.MULTILINE), key
    for table in tables:
        assert f"[[{table}]]" in text, table


def test_the_registry_holds_what_the_document_says() -> None:
    there: Counter[str] = Counter()
    for file in (ROOT / "seeds" / "actors").rglob("*.toml"):
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        there["actors"] += len(data.get("actor", []))
        there.update(f"of these {row['type']}" for row in data.get("actor", []))
        there["offices"] += len(data.get("office", []))
        there["terms of office"] += sum(len(row["holder"]) for row in data.get("office", []))
        there["family ties"] += len(data.get("family", []))
    told = dict(re.findall(r"^\| ([a-zA-Z ]+) \| ([\d,]+) \|$", read("docs/registry.md"), re.MULTILINE))
    assert set(told) == set(there)
    for what, number in told.items():
        least = int(number.replace(",", ""))
        assert least <= there[what] <= 1.2 * least, (
            f"{what}: docs/registry.md has {number}, there are {there[what]}"
        )


CODE = (".py", ".toml", ".json")


def test_every_file_of_extract_is_told() -> None:
    text = read("docs/reading.md")
    for file in sorted((ROOT / "extract").rglob("*")):
        if (
            file.parent.name not in ("frames", "readers")
            and file.suffix in CODE
            and file.name != "__init__.py"
        ):
            assert file.name in text, f"docs/reading.md does not tell of {file.name}"


def test_a_predicate_has_its_file_of_frames() -> None:
    for file in (ROOT / "extract/frames").glob("*.toml"):
        frames = tomllib.loads(file.read_text(encoding="utf-8")).get("frame", [])
        held = {frame["predicate"] for frame in frames}
        assert held == (set() if file.name == SHARED else {file.stem.upper()}), file.name
    assert f"`{SHARED}`" in read("docs/frames.md")
