"""Reading with the one extractor of the session, and Docs made by hand, which no model can change."""

from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc as SpacyDoc

from extract import Extractor
from extract.nlp import parse
from extract.syntax.copies import copy_parse
from extract.syntax.parse import Doc
from graph.model import Document, Extraction, Segment, document_id

Read = Callable[..., Extraction]
Tell = Callable[..., set[str]]
Make = Callable[[str], Doc]
PARSES = Path(__file__).parent / "parses.txt"
TAGS = {
    "NOUN": "NN NNS",
    "PROPN": "NNP NNPS",
    "VERB": "VB VBD VBG VBN VBP VBZ",
    "AUX": "MD",
    "ADJ": "JJ JJR JJS",
    "ADV": "RB RBR WRB",
    "ADP": "IN RP",
    "PART": "TO POS",
    "DET": "DT",
    "PRON": "PRP PRP$ WDT WP WP$ EX",
    "CCONJ": "CC",
    "NUM": "CD",
}
SIGNS = {"!": "negated", "~": "intended", "?": "possible", "*": "conditional"}


@pytest.fixture(scope="session")
def read(extractor: Extractor) -> Read:
    """Read a few sentences as the body of a document of 5 December 2025 (or another date)."""

    def _read(text: str, date: str | None = "2025-12-05") -> Extraction:
        document = Document(document_id(text.encode()), ("text",), text, date=date)
        part = Segment("body", text, tuple(range(len(text) + 1)))
        return extractor.read(document, list(parse([part], extractor.nlp, extractor.matcher)))

    return _read


@pytest.fixture(scope="session")
def tell(read: Read) -> Tell:
    """Statements as short lines: "Shell OWNS Sonatrach", with "!" denied, "~" intended, "?" possible, "*" if.

    The name of an end is the one the text uses first, ends of symmetric predicates in the text's order.
    """

    def _tell(text: str, date: str | None = "2025-12-05") -> set[str]:
        return lines(read(text, date))

    return _tell


def lines(extraction: Extraction) -> set[str]:
    """The statements of an extraction as `tell` writes them."""
    names = {m.id: m.name for m in extraction.mentions}
    marks = {meaning: sign for sign, meaning in SIGNS.items()}
    return {
        f"{marks.get(s.polarity, '')}{marks.get(s.modality, '')}"
        f"{names[s.subject]} {s.predicate} {names[s.object]}"
        for s in extraction.statements
    }


@pytest.fixture(scope="session")
def make() -> Make:
    """A Doc from `word/relation/head/tag[/lemma[/entity]]`, a head by its word or place."""
    vocab = spacy.blank("en").vocab

    def _make(parse: str) -> Doc:
        rows = [row.split("/") for row in parse.split()]
        words = [row[0] for row in rows]
        tags = [row[3] for row in rows]
        lemmas = [row[4] if row[4:] else row[0] if row[3][:3] == "NNP" else row[0].lower() for row in rows]
        deps = [row[1] for row in rows]
        heads = []
        for row in rows:
            assert row[2].isdigit() or words.count(row[2]) == 1, f"{row}: which head?"
            heads.append(words.index(row[2]) if row[2] in words else int(row[2]))
        pos = [_pos(*columns) for columns in zip(tags, deps, lemmas, strict=True)]
        ents = [f"B-{row[5]}" if row[5:] else "O" for row in rows]
        spaces = [w not in (",", ".", "?") and w[0] != "'" and w != "n't" for w in [*words[1:], "x"]]
        return copy_parse(
            SpacyDoc(
                vocab,
                words=words,
                spaces=spaces,
                tags=tags,
                pos=pos,
                lemmas=lemmas,
                heads=heads,
                deps=deps,
                ents=ents,
            )
        )

    return _make


def _pos(tag: str, dep: str, lemma: str) -> str:
    if dep in ("aux", "auxpass") and tag != "TO":
        return "AUX"
    if tag[:2] == "VB" and lemma == "be":
        return "AUX"
    if dep == "mark":
        return "SCONJ"
    return next((pos for pos, known in TAGS.items() if tag in known.split()), "PUNCT")


@pytest.fixture(scope="session")
def parsed(make: Make) -> Make:
    """A sentence of parses.txt by its words. Each call makes a new Doc."""
    known = {
        make(line).text.strip(): line
        for line in PARSES.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    }

    def _parsed(sentence: str) -> Doc:
        return make(known[sentence])

    return _parsed
