"""The answers that a reader expects, written before the questions, come back; see expected/*.toml."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from backchannel.asking import ask
from backchannel.cli import main
from graph.questions.answers import Answer
from loaders.store import open_store

Turned = Callable[[str], str]
HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PILES = {"samples": ROOT / "seeds" / "documents", "transcript": ROOT.parent / "shared" / "seeds"}
ASKED = [
    pytest.param(pile, row, id=f"{pile}-{number}-{row['question']}")
    for pile in PILES
    for number, row in enumerate(tomllib.loads((HERE / "expected" / f"{pile}.toml").read_text())["ask"])
]


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A store of each pile that is here."""
    made = {}
    for name, pile in PILES.items():
        if pile.is_dir():
            store = tmp_path_factory.mktemp(name) / "made.graph"
            done = CliRunner().invoke(
                main, ["build", *map(str, sorted(pile.glob("*.txt"))), "--store", str(store)]
            )
            assert done.exit_code == 0, done.output
            made[name] = store
    return made


def names(answer: Answer, kind: str = "answer") -> list[str]:
    rows = [row for row in answer.rows if row.kind == kind]
    return [row.sentence if answer.question.rows == "all" else row.name for row in rows]


@pytest.mark.parametrize(("pile", "wanted"), ASKED)
def test_the_expected_answer_comes_back(
    pile: str, wanted: Mapping[str, Any], stores: Mapping[str, Path], turned: Turned
) -> None:
    if pile not in stores:
        pytest.skip(f"{PILES[pile]} is not here")
    with open_store(stores[pile], create=False, read_only=True) as store:
        answer = ask(wanted["question"], store.query, parameters=wanted.get("with", {}))
    found = names(answer)
    if "first" in wanted:
        assert [turned(name) for name in found[:1]] == [turned(wanted["first"])]
    assert not set(wanted.get("has", ())) - set(found), found
    assert not set(wanted.get("never", ())) & set(found)
    for kind, key in (("insufficient", "not_enough"), ("exposure", "exposure")):
        assert not set(wanted.get(key, ())) - set(names(answer, kind)), names(answer, kind)
    assert not set(wanted.get("unread", ())) & set(found), "the text is read now: expect it under `has`"
    if "quote" in wanted:
        about = wanted.get("quote_of", wanted.get("first"))
        rows = [row for row in answer.rows if turned(about) in (row.name, turned(row.sentence))]
        every = rows + [other for row in rows for other in row.reasons]
        quotes = [quote.quote for row in every for quote in row.quotes]
        assert any(wanted["quote"] in quote for quote in quotes), quotes
    if "conditions" in wanted:
        about = wanted.get("quote_of", wanted.get("first"))
        (row,) = (row for row in answer.rows if about in (row.name, row.sentence))
        assert set(wanted["conditions"]) <= set(row.conditions), row.conditions
