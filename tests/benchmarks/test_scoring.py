"""The scorer of our own gold, and that it agrees with the shared one."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "gold" / "score.py"
TEXT = "Shell bought Eni.\n\nNorway never met Hamas.\n"
GOLD = {
    "document": "a.txt",
    "entities": [
        {"name": "Shell", "type": "Company", "aliases": ["Shell plc"]},
        {"name": "Eni", "type": "Company", "aliases": []},
        {"name": "Norway", "type": "State", "aliases": []},
        {"name": "Hamas", "type": "Organization", "aliases": ["the movement"]},
    ],
    "statements": [
        {"subject": "Shell", "predicate": "ACQUIRES", "object": "Eni", "polarity": "affirmed",
         "modality": "actual", "line": 1, "required": True},
        {"subject": "Norway", "predicate": "MEETS_WITH", "object": "Hamas", "polarity": "negated",
         "modality": "actual", "line": 3, "required": True},
    ],
}  # fmt: skip


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem + "_loaded", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def row(subject: str, predicate: str, object_: str, start: int, polarity: str = "affirmed", **more: object):
    return {
        "id": f"{subject}{predicate}", "subject": {"name": subject, "type": more.get("kind", "Company"), "aliases": []},
        "predicate": predicate, "object": {"name": object_, "type": "Company", "aliases": []},
        "polarity": polarity, "modality": "actual", "evidence": [{"start": start, "end": start + 5}],
    }  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path):
    path = tmp_path / "a.expected.json"
    path.write_text(json.dumps(GOLD))
    scoring = load(ROOT / "benchmarks" / "scoring.py")
    return scoring, scoring.read_gold(path, TEXT, frozenset({"MEETS_WITH"}))


def test_an_alias_counts_and_direction_matters(gold) -> None:
    scoring, truth = gold
    assert not scoring.score(truth, [row("Shell plc", "ACQUIRES", "Eni", 0)]).wrong
    assert scoring.score(truth, [row("Eni", "ACQUIRES", "Shell", 0)]).wrong


def test_a_denial_is_not_the_deed_and_symmetric_ends_may_swap(gold) -> None:
    scoring, truth = gold
    assert scoring.score(truth, [row("Hamas", "MEETS_WITH", "Norway", 19)]).wrong
    found = scoring.score(truth, [row("the movement", "MEETS_WITH", "Norway", 19, "negated")])
    assert not found.wrong
    assert [r["subject"] for r in found.missed] == ["Shell"]


@pytest.mark.skipif(not SHARED.exists(), reason="SKIPPED: ../shared/gold is not here")
def test_it_agrees_with_the_shared_scorer(gold, tmp_path: Path) -> None:
    scoring, truth = gold
    text = tmp_path / "a.txt"
    text.write_text(TEXT)
    rows = [row("Shell", "ACQUIRES", "Eni", 0), row("Eni", "ACQUIRES", "Shell", 0),
            row("Norway", "MEETS_WITH", "Hamas", 19, "negated")]  # fmt: skip
    shared = load(SHARED)
    for strict in (False, True):
        ours = scoring.score(truth, rows, strict)
        theirs = shared.score(shared.Gold(tmp_path / "a.expected.json", text), rows, strict)
        assert (len(ours.made), len(ours.wrong), len(ours.missed)) == (
            theirs[5],
            len(theirs[4]),
            len(theirs[3]),
        )
