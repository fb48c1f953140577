"""What tests of readers share: the files of makers.py, and reading them from memory."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from extract.texts.documents import Refused, read_documents_from
from graph.model import Document

_MAKERS = SimpleNamespace(**runpy.run_path(str(Path(__file__).parent / "makers.py")))


@pytest.fixture(scope="session")
def make() -> SimpleNamespace:
    """What makers.py defines."""
    return _MAKERS


@pytest.fixture
def read():
    """All documents of some content, none of it refused."""

    def read(content, name, **options):
        found = list(
            read_documents_from(content if isinstance(content, bytes) else content.encode(), name, **options)
        )
        assert not [one.reason for one in found if isinstance(one, Refused)]
        return [one for one in found if isinstance(one, Document)]

    return read
