"""One extractor for all tests of reading: loading it takes longer than most of them."""

from collections.abc import Callable

import pytest

from extract import Extractor, make_extractor
from extract.nlp import Parsed
from graph.model import Document, Extraction, Segment, document_id

Read = Callable[..., Extraction]


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The shipped pipeline, registry and frames."""
    return make_extractor()


@pytest.fixture(scope="session")
def read(extractor: Extractor) -> Read:
    """Read a few sentences as the body of a document of 5 December 2025 (or another date)."""

    def _read(text: str, date: str | None = "2025-12-05") -> Extraction:
        document = Document(document_id(text.encode()), ("text",), text, date=date)
        part = Segment("body", text, tuple(range(len(text) + 1)))
        return extractor.read(document, [Parsed(part, extractor.nlp(text))])

    return _read
