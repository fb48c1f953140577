"""Several reading processes give what one gives, whatever happens to them."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import backchannel.pool
from backchannel.pile import ByHand, Item
from backchannel.pool import Pool, make_tasks
from backchannel.progress import Run
from backchannel.reader import Reader
from backchannel.reading import Outcome
from backchannel.report import Refusal
from backchannel.settings import Settings
from extract import Extractor
from graph.model import Document, Extraction, InputError
from loaders.store import open_store

ROOT = Path(__file__).parents[2]
LINE = "The United States sanctioned Company {0} Energy in 2022. Anton Bergman owns Company {0} Energy.\n"


@pytest.fixture(autouse=True)
def forking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes are forked, as from the command line: threads that other tests left idle are no matter."""
    for module in ("pool", "reader"):
        monkeypatch.setattr(f"backchannel.{module}.may_fork", lambda: hasattr(os, "fork"))


def write(folder: Path, number: int, lines: int = 1) -> Item:
    file = folder / f"{number:03}.txt"
    file.write_text(LINE.format(number) * lines)
    return Item(file, None, file.stat().st_size)


@pytest.fixture(scope="module")
def items(tmp_path_factory: pytest.TempPathFactory) -> list[Item]:
    """Eighty small documents, two that are refused, one that is large."""
    folder = tmp_path_factory.mktemp("items")
    made = [write(folder, number) for number in range(80)]
    made.insert(40, write(folder, 900, 640))
    (folder / "empty.txt").write_text("")
    made[20:20] = [Item(folder / "missing.txt"), Item(folder / "empty.txt")]
    return made


@pytest.fixture(scope="module")
def expected(items: list[Item], extractor: Extractor) -> list[Outcome]:
    """What one process makes of them."""
    return alone(items, extractor)


def read(items: list[Item], workers: int, extractor: Extractor | None) -> list[Outcome]:
    with Pool(workers, Settings(), ByHand(), extractor) as pool:
        return list(pool.read(items, Run()))


def alone(items: list[Item], extractor: Extractor) -> list[Outcome]:
    reader = Reader(Settings(), workers=1)
    reader._extractor = extractor
    return list(reader.read(items, Run()))


def test_the_number_of_processes_changes_nothing(
    items: list[Item], expected: list[Outcome], extractor: Extractor
) -> None:
    assert [outcome.number for outcome in expected if outcome.found is None] == list(range(len(items)))
    assert sum(isinstance(outcome.found, Extraction) for outcome in expected) == 81
    assert sum(isinstance(outcome.found, Refusal) for outcome in expected) == 2
    for workers in (1, 2, 3):
        assert read(items, workers, extractor) == expected


def test_spawned_processes_give_the_same(
    items: list[Item], extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backchannel.pool, "may_fork", lambda: False)
    assert read(items[15:30], 2, None) == alone(items[15:30], extractor)


def test_a_file_of_many_documents_is_shared_among_processes(
    tmp_path: Path, extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reader here is made up: it gives one document a line. Processes are forked and so have it, too."""

    def lines(item: Item, by_hand: ByHand) -> Iterator[Document]:
        for number, line in enumerate(item.path.read_text().splitlines()):
            yield Document(f"doc-{number}", (f"{item.name}#{number}",), line, words=9)

    monkeypatch.setattr("backchannel.reading.read", lines)
    many = tmp_path / "many.jsonl"
    many.write_text("".join(LINE.format(number) for number in range(300)))
    items = [write(tmp_path, 1), Item(many, None, many.stat().st_size), write(tmp_path, 2)]
    found = read(items, 2, extractor)
    assert found == alone(items, extractor)
    sources = [o.found.document.sources[0] for o in found if isinstance(o.found, Extraction)]
    assert sources[1:-1] == [f"{many.as_posix()}#{number}" for number in range(300)]


class Deadly:
    """An extractor that ends its process at a document that says so; it is no cost to others."""

    def __init__(self, extractor: Extractor, once: Path | None = None) -> None:
        self.extractor, self.once = extractor, once

    def documents(self, documents: list[Document]) -> Iterator[Extraction]:
        for document in documents:
            if "Company 7 Energy" in document.text and not (self.once and self.once.exists()):
                if self.once is not None:
                    self.once.touch()
                os.kill(os.getpid(), signal.SIGKILL)
        return self.extractor.documents(documents)


def test_a_document_that_ends_a_process_is_refused_by_name_and_the_rest_goes_on(
    items: list[Item], expected: list[Outcome], extractor: Extractor, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("WARNING", "backchannel"):
        found = read(items, 2, Deadly(extractor))  # type: ignore[arg-type]
    different = [pair for pair in zip(expected, found, strict=True) if pair[0] != pair[1]]
    ((was, now),) = different
    assert isinstance(was.found, Extraction)
    assert isinstance(now.found, Refusal)
    assert now.found.path == items[7].name
    assert now.found.reason.startswith(f"{items[7].name}: reading it ended the process twice (SIGKILL")
    assert len(caplog.records) == 1
    assert "\n" not in caplog.records[0].getMessage()


def test_a_process_that_ends_by_accident_costs_nothing(
    items: list[Item], expected: list[Outcome], extractor: Extractor, tmp_path: Path
) -> None:
    once = Deadly(extractor, tmp_path / "once")
    assert read(items, 2, once) == expected  # type: ignore[arg-type]


def test_a_process_that_is_killed_from_outside_costs_nothing(
    items: list[Item], expected: list[Outcome], extractor: Extractor
) -> None:
    with Pool(2, Settings(), ByHand(), extractor) as pool:
        found = []
        for outcome in pool.read(items, Run()):
            if len(found) == 3:
                os.kill(pool._hands[0].process.pid or 0, signal.SIGKILL)
            found.append(outcome)
    assert found == expected


def test_small_files_go_together_and_a_large_one_alone(items: list[Item]) -> None:
    tasks = list(make_tasks(items))
    assert [number for task in tasks for number, _ in task.items] == list(range(len(items)))
    assert [len(task.items) for task in tasks] == [32, 10, 1, 32, 8]
    assert [task.start for task in tasks] == [None, None, 0, None, None]


def documents(store: Path) -> int:
    """How many documents are in a store that may be in the making."""
    try:
        with open_store(store, read_only=True) as opened:
            return int(opened.query("MATCH (d:Document) RETURN count(d) AS n").rows[0][0])
    except InputError:
        return 0


def descendants(pid: int) -> list[int]:
    """The processes that this one started, by what /proc says."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(status.read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
        if parent == pid:
            found.append(int(status.parent.name))
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")
@pytest.mark.parametrize(("sent", "code"), [("SIGINT", 130), ("SIGKILL", -9), ("SIGTERM", -15)])
def test_no_process_is_left_behind(tmp_path: Path, sent: str, code: int) -> None:
    (tmp_path / "in").mkdir()
    for number in range(240):
        write(tmp_path / "in", number, 6)
    command = [sys.executable, "-m", "backchannel", "build", str(tmp_path / "in"), "--workers", "2"]
    running = subprocess.Popen(
        [*command, "--store", str(tmp_path / "s")], stderr=subprocess.PIPE, text=True, cwd=ROOT
    )
    until = time.monotonic() + 300
    while documents(tmp_path / "s") < 3:
        assert time.monotonic() < until
        time.sleep(0.1)
    started = descendants(running.pid)
    assert len(started) == 2
    running.send_signal(signal.Signals[sent])
    _, error = running.communicate(timeout=60)
    assert running.returncode == code
    assert error.count("\n") == (1 if code == 130 else 0)
    until = time.monotonic() + 120
    while any(Path(f"/proc/{pid}").exists() for pid in started):
        assert time.monotonic() < until
        time.sleep(0.05)


THREADS = """
import pathlib, threading, time
from backchannel.pool import may_fork, one_thread
one_thread()
import pyarrow
pyarrow.array([1])
print(*(task.read_text().strip() for task in pathlib.Path("/proc/self/task").glob("*/comm")))
assert may_fork()
threading.Thread(target=time.sleep, args=(5,), daemon=True).start()
assert not may_fork()
"""


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="threads are told by Linux")
def test_forking_is_safe_beside_no_thread_but_that_of_jemalloc() -> None:
    done = subprocess.run(
        [sys.executable, "-c", THREADS], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
