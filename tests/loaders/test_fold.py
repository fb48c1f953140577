"""The log of an embedded store is folded into its file as it grows, and nothing is lost by it."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from loaders.folder import FILE
from loaders.store import open_store

worlds = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "worlds.py")))


def test_a_log_does_not_grow_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.embedded.LOG", 20_000)
    log, largest = tmp_path / "s" / f"{FILE}-wal", 0
    with open_store(tmp_path / "s") as store:
        first = (tmp_path / "s" / FILE).stat().st_size
        for number in range(60):
            store.put(worlds.extraction(worlds.document(f"document {number} " * 40)))
            largest = max(largest, log.stat().st_size)
        written = (tmp_path / "s" / FILE).stat().st_size
        with open_store(tmp_path / "s", read_only=True) as other:
            assert len(other.documents()) == 60
    assert written > first
    assert 10_000 < largest <= 20_000
