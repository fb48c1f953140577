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


def test_a_large_file_is_written_so_that_it_opens_fast(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loaders.embedded.LOG", 20_000)
    text = " ".join(f"word{number}" for number in range(40_000))  # longer than kglite keeps packed
    sizes, graphs = {}, {}
    for least in (1, 2**40):
        monkeypatch.setattr("loaders.embedded.SETTLED", least)
        folder = tmp_path / str(least)
        store = open_store(folder)
        for number in range(4):
            store.put(worlds.extraction(worlds.document(f"document {number} {text}")))
        store.close()
        store.close()
        sizes[least] = (folder / FILE).stat().st_size
        with open_store(folder, read_only=True) as other:
            graphs[least] = [document.text for document in other.documents()]
    assert sizes[1] > 2 * sizes[2**40]
    assert graphs[1] == graphs[2**40]


def test_a_writer_that_came_in_between_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.embedded.LOG", 0)
    monkeypatch.setattr("loaders.embedded.SETTLED", 1)
    store = open_store(tmp_path / "s")
    for number in range(3):
        store.put(worlds.extraction(worlds.document(f"document {number} " * 40)))
    store._session.close()  # type: ignore[attr-defined]
    with open_store(tmp_path / "s") as other:
        store.close()
        other.put(worlds.extraction(worlds.document("the last")))
        assert len(other.documents()) == 4
