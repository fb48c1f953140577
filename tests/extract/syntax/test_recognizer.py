"""The recognizer of whole batches finds the names that spaCy's own finds."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from extract.nlp import MODEL
from extract.syntax.recognizer import NAME, suits

SAMPLES = [
    p.read_text("utf-8") for p in sorted((Path(__file__).parents[3] / "seeds" / "documents").glob("*.txt"))
]
ODD = [
    "",
    "Oslo",
    "   \n\n ",
    "Ada Lovelace\n\nof the \n United   States of America, 3 May 1843 -- Charles Babbage & Sons",
    "The Bank of\n\nNorthern Ireland. Marta Voss. Lim Corp. The New York",
]


@pytest.fixture(scope="module")
def pair() -> tuple[Language, Language]:
    own, batched = spacy.load(MODEL), spacy.load(MODEL)
    recognizer = batched.get_pipe("ner")
    batched.replace_pipe("ner", NAME).read(recognizer)
    return own, batched


def told(doc: Doc) -> list[tuple[str, str, str]]:
    return [(token.text, token.ent_iob_, token.ent_type_) for token in doc]


@pytest.mark.parametrize("size", [1, 3, 64])
def test_both_find_the_same(pair: tuple[Language, Language], size: int) -> None:
    texts = [*ODD, *SAMPLES, *(line for text in SAMPLES for line in text.splitlines())]
    own, batched = (list(map(told, nlp.pipe(texts, batch_size=size))) for nlp in pair)
    assert batched == own
    assert sum(kind == "B" for words in own for _, kind, _ in words) > 500


def test_what_is_set_already_is_respected(pair: tuple[Language, Language]) -> None:
    found = []
    for nlp in pair:
        doc = nlp.make_doc("Marta Voss met the president of Harbour Holdings in Oslo.")
        doc.set_ents([Span(doc, 5, 8, "ORG")], default="unmodified")
        for _, part in nlp.pipeline:
            doc = part(doc)
        found.append(told(doc))
    assert found[0] == found[1]
    assert found[1][5:8] == [("of", "B", "ORG"), ("Harbour", "I", "ORG"), ("Holdings", "I", "ORG")]


def test_another_kind_of_recognizer_is_left_alone() -> None:
    nlp = spacy.blank("en")
    assert suits(spacy.load(MODEL).get_pipe("ner"))
    assert not suits(nlp.add_pipe("entity_ruler"))
    assert not suits(nlp.add_pipe("beam_ner"))
    assert not suits(nlp.add_pipe("ner", config={"model": {"extra_state_tokens": True}}))
