"""Answers follow the text: where a copy of it is altered, the answer alters as it should."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from backchannel.actors import UnknownActor
from backchannel.asking import ask
from extract import Extractor
from extract.texts.documents import read_documents_from
from graph.model import Document
from graph.questions.answers import Answer
from graph.questions.catalogue import read_questions
from loaders.store import open_store

Turned = Callable[[str], str]
HEAD = "News of the day\nLONDON, March 14, 2025\n\n"
TEXTS = tomllib.loads(Path(__file__).with_name("follows.toml").read_text())["text"]
CASES = [
    pytest.param({**text, "old": "", "new": "", **alter}, id=f"{text['question']}-{number}")
    for text in TEXTS
    for number, alter in enumerate([{}, *text["altered"]])
]


def test_every_question_has_a_text() -> None:
    assert {text["question"] for text in TEXTS} == set(read_questions())


@pytest.mark.parametrize("case", CASES)
def test_the_answer_follows_the_text(
    case: Mapping[str, Any], tmp_path: Path, turned: Turned, extractor: Extractor
) -> None:
    written = HEAD + case["text"]
    text = written.replace(case["old"], case["new"])
    assert text != written or not case["old"]
    if case["answers"] == "unknown":
        with pytest.raises(UnknownActor):
            answer_of(text, case, tmp_path, extractor)
        return
    answer = answer_of(text, case, tmp_path, extractor)
    rows = [row for row in answer.rows if row.kind == "answer"]
    found = [row.sentence if answer.question.rows == "all" else row.name for row in rows]
    assert sorted(map(turned, found)) == sorted(map(turned, case["answers"]))
    if "conditions" in case:
        assert [text for row in rows for text in row.conditions] == case["conditions"] or not rows
    for name in case.get("quotes", ()) if rows else ():
        assert any(name in said for row in rows for quote in row.quotes for said in quote.attribution)


def answer_of(text: str, case: Mapping[str, Any], folder: Path, extractor: Extractor) -> Answer:
    """The answer of a store of this text alone."""
    documents = [d for d in read_documents_from(text.encode(), "news.txt") if isinstance(d, Document)]
    with open_store(folder / "made.graph") as store:
        for extraction in extractor.documents(documents):
            store.put(extraction)
        return ask(case["question"], store.query, parameters=case.get("with", {}), texts_only=True)
