"""Builds that are interrupted, repeated and watched come to the same graph as one in peace."""

import contextlib
import io
import multiprocessing
import os
import random
import signal
import sqlite3
import tarfile
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

import backchannel
from backchannel import fresh, spool
from backchannel.fetch import Fetcher
from backchannel.pages import Pages
from backchannel.pile import ByHand, Item, find
from backchannel.pipeline import build_at, watch_at
from backchannel.progress import Run, describe
from backchannel.reader import Reader
from backchannel.report import Refusal, Report, table
from backchannel.settings import Settings
from backchannel.watch import read_list, watched
from extract import Extractor
from extract.texts.documents import Refused
from graph.model import Document, InputError, document_id
from loaders.base import mark
from loaders.embedded import EmbeddedStore
from loaders.store import open_store

LINE = "The United States sanctioned Company {0} Energy in 2022. Anton Bergman owns Company {0} Energy.\n"


@pytest.fixture(autouse=True)
def forking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes are forked, as from the command line: threads that other tests left idle are no matter."""
    for module in ("pool", "reader"):
        monkeypatch.setattr(f"backchannel.{module}.may_fork", lambda: hasattr(os, "fork"))


def reader(extractor: Extractor, workers: int = 1, **by_hand: str) -> Reader:
    made = Reader(Settings(), workers, ByHand(**by_hand))
    made._extractor = extractor
    return made


def at(folder: Path) -> Settings:
    return Settings(store=str(folder))


def documents(folder: Path) -> int:
    try:
        with open_store(folder, read_only=True) as store:
            return len(store.documents())
    except InputError:
        return 0


def contents(folder: Path) -> object:
    with open_store(folder, read_only=True) as store:
        graph = store.graph()
    edges = sorted((a, b, key, repr(data)) for a, b, key, data in graph.edges(keys=True, data=True))
    return dict(graph.nodes(data=True)), edges


def progress_of(folder: Path, large: bool) -> int:
    """How many documents are in a store, and how many of a large pile lie beside it or did so."""
    beside = folder / "graph.kgl-read"
    if not beside.exists():
        return documents(folder) * (2 if large else 1)
    with closing(sqlite3.connect(beside)) as sql, contextlib.suppress(sqlite3.OperationalError):
        return documents(folder) + int(sql.execute("SELECT count(*) FROM outcome").fetchone()[0])
    return documents(folder)


def slowed(call: Callable[..., object]) -> Callable[..., object]:
    """The same, with time for a kill to hit it."""
    return lambda *given: (time.sleep(0.03), call(*given))[1]


@pytest.mark.parametrize(("large", "number"), [(False, 60), (True, 50)])
def test_killed_ten_times_and_run_again_it_equals_a_build_in_peace(
    tmp_path: Path, extractor: Extractor, monkeypatch: pytest.MonkeyPatch, large: bool, number: int
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    for n in range(number):
        Path("in", f"{n:02}.txt").write_text(LINE.format(n % 40) * (1 + n % 9) + f"{n}\n")
    monkeypatch.setattr("backchannel.reader.FORKED", 0)
    build_at(["in"], at(Path("peace")), reader=reader(extractor, 2))
    monkeypatch.setattr(EmbeddedStore, "put", slowed(EmbeddedStore.put))
    if large:
        monkeypatch.setattr("backchannel.spool.FILES", 2)
        monkeypatch.setattr("backchannel.spool._row", slowed(spool._row))
    moments = random.Random(7)
    context = multiprocessing.get_context("fork")
    reached = []
    for until in sorted(moments.sample(range(85 if large else 57), 10)):
        process = context.Process(
            target=build_at, args=(["in"], at(Path("s"))), kwargs={"reader": reader(extractor, 2)}
        )
        process.start()
        while process.is_alive() and progress_of(Path("s"), large) < until:
            time.sleep(0.01)
        process.join(0 if large and until > number else moments.uniform(0, 0.3))
        process.kill()
        process.join()
        assert process.exitcode in (0, -signal.SIGKILL)
        reached.append(progress_of(Path("s"), large))
    report = build_at(["in"], at(Path("s")), reader=reader(extractor, 2))
    assert report.refused == ()
    assert len(report.read) + len(report.unchanged) == number
    assert reached == sorted(reached)
    assert any(0 < done < number for done in reached)  # some were stopped on the way
    assert not large or any(number < done < 2 * number for done in reached)  # and some while it was written
    assert contents(tmp_path / "s") == contents(tmp_path / "peace")
    assert build_at(["in"], at(Path("s")), reader=reader(extractor)).read == ()
    assert not Path("s", "graph.kgl-read").exists()


def test_marks_are_written_as_they_come_and_kept_with_their_store(tmp_path: Path) -> None:
    one = fresh.Mark("f", ("a.txt",), ("2025-01-01", None), (("b", "b: empty", False),))
    with open_store(tmp_path / "s") as store:
        marks = fresh.Marks(store, "one")
        for number in range(fresh.SOME):
            assert "extracted" not in store.meta()
            marks.add(f"{number}.txt", one)
        assert len(store.meta()["extracted"]) == fresh.SOME
        with fresh.Marks(store, "one") as again:
            assert again.of["3.txt"] == one
            again.drop("3.txt")
        with fresh.Marks(store, "two") as other:
            assert "3.txt" not in other.of
            assert other.of["4.txt"] == replace(one, fingerprint="")
        store.commit([mark({"extraction": "one", "extracted": ["doc-1", "[]", '["x", 1, 2, 3, 4]']})])
        assert fresh.Marks(store, "one").of == {}


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader made up for these tests: a document a line, those that begin with a star are not English."""

    def lines(item: Item, by_hand: ByHand) -> Iterator[Document | Refused]:
        for number, line in enumerate(item.path.read_text().splitlines()):
            source = f"{item.name}/{number}"
            if line.startswith("*"):
                yield Refused(source, f"{source}: in Bulgarian; only English is read", skipped=True)
            elif line.startswith("!"):
                yield Refused(source, f"{source}: damaged")
            else:
                yield Document(document_id(line.encode()), (source,), line, date=by_hand.date, words=9)

    monkeypatch.setattr("backchannel.reading.read", lines)


@pytest.mark.usefixtures("many")
def test_a_file_of_many_documents_follows_its_changes(
    tmp_path: Path, extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    pile = Path("in", "pile.txt")
    pile.write_text(LINE.format(1) + LINE.format(2) + "*\n" + LINE.format(3) + "!\n")
    first = build_at(["in"], at(Path("s")), reader=reader(extractor))
    assert first.read == ("in/pile.txt/0", "in/pile.txt/1", "in/pile.txt/3")
    assert first.skipped[0].path == "in/pile.txt/2"
    assert first.refused == (Refusal("in/pile.txt/4", "in/pile.txt/4: damaged"),)
    again = build_at(["in"], at(Path("s")), prune=True, reader=reader(extractor))
    assert (again.read, again.unchanged, again.removed) == ((), first.read, ())
    assert (again.skipped, again.refused) == (first.skipped, first.refused)
    pile.write_text(LINE.format(1) + LINE.format(4))
    changed = build_at(["in"], at(Path("s")), reader=reader(extractor))
    assert (changed.read, changed.unchanged) == (("in/pile.txt/1",), ("in/pile.txt/0",))
    assert (changed.removed, changed.documents) == (("in/pile.txt/3",), 2)
    Path("in", "other.txt").write_text(LINE.format(5))
    pile.unlink()
    gone = build_at(["in"], at(Path("s")), prune=True, reader=reader(extractor))
    assert (gone.removed, gone.documents) == (("in/pile.txt/0", "in/pile.txt/1"), 1)


@pytest.mark.usefixtures("many")
def test_what_is_said_by_hand_is_kept_until_it_is_said_otherwise(
    tmp_path: Path, extractor: Extractor
) -> None:
    file = tmp_path / "a.txt"
    file.write_text(LINE.format(1))

    def date(**by_hand: str) -> str | None:
        build_at([file], at(tmp_path / "s"), reader=reader(extractor, **by_hand))
        with open_store(tmp_path / "s", read_only=True) as store:
            return store.documents()[0].date

    assert date(date="2025-03-14") == "2025-03-14"
    assert date() == "2025-03-14"
    assert date(date="2024-01-01") == "2024-01-01"


def test_a_watched_folder_and_its_addresses_are_kept_up_to_date(
    tmp_path: Path, extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in", "a.txt").write_text(LINE.format(1))
    versions = [LINE.format(10), LINE.format(11)]

    class Web(Fetcher):
        def get(self, url: str) -> Path:
            file = tmp_path / "page"
            file.write_text(versions.pop(0) if len(versions) > 1 else versions[0])
            return file

    stop = threading.Event()
    reports: list[Report] = []

    def run() -> None:
        fetcher = Web(Pages(tmp_path / "pages"))
        paths = ["in", "https://news.example/feed"]
        given = (paths, at(Path("s")), reader(extractor), fetcher)
        reports.extend(watch_at(*given, prune=True, every=3.0, stop=stop))

    thread = threading.Thread(target=run)
    thread.start()
    try:
        waited(lambda: len(reports) == 1)
        assert reports[0].read == ("in/a.txt", "https://news.example/feed")
        Path("in", "b.txt").write_text(LINE.format(2))
        waited(lambda: any("in/b.txt" in report.read for report in reports))
        waited(lambda: any(report.read == ("https://news.example/feed",) for report in reports))
        Path("in", "b.txt").unlink()
        waited(lambda: any(report.removed == ("in/b.txt",) for report in reports))
    finally:
        stop.set()
        thread.join(20)
    assert not thread.is_alive()
    assert reports[-1].documents == 2


def waited(until: object, seconds: float = 40.0) -> None:
    end = time.monotonic() + seconds
    while not until():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.05)


def test_what_is_watched_for_a_path(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").touch()
    paths = [tmp_path / "in" / "a.txt", tmp_path / "none" / "b.txt", "https://news.example/feed"]
    assert watched(paths) == [str(tmp_path / "in"), str(tmp_path)]


def test_a_list_of_paths_and_addresses(tmp_path: Path) -> None:
    (tmp_path / "list").write_text("\ufeff# feeds\nhttps://news.example/feed\n\n  in/a b.txt \r\n")
    assert read_list(tmp_path / "list") == ["https://news.example/feed", "in/a b.txt"]


def test_the_table_of_a_report_tells_what_was_left_out_and_why() -> None:
    report = Report(
        read=("a", "b"),
        unchanged=("c",),
        skipped=(Refusal("d", "d: in Polish; only English is read", True),),
        refused=(
            Refusal("e", "e: the file is empty"),
            Refusal("f", "f: the file is empty"),
            Refusal("g", "g: no"),
        ),
        words=1500,
        seconds=2.0,
    )
    assert list(table(report)) == [
        ("read", 2, "1,500 words in 2.0 s, 750 words a second"),
        ("unchanged", 1, "read before, by the same rules"),
        ("skipped", 1, "in Polish; only English is read"),
        ("refused", 2, "the file is empty"),
        ("refused", 1, "no"),
    ]
    assert list(table(replace(report, read=(), unchanged=(), skipped=(), refused=()))) == [("read", 0, "")]


def test_how_far_a_run_is() -> None:
    run = Run(total=20, size=2000, files=5, bytes=500, done=7, words=900)
    run.refuse("x", ValueError("bad"))
    assert describe(run, 3.0) == "5/20 files, 7 documents, 1 refused, 300 words/s"
    assert run.refused[0].reason == "x: cannot be read (bad)"


def test_what_is_of_no_kind_that_is_read_is_skipped_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "map.jpg", "LETTER", "graph.kgl", ".hidden"):
        (tmp_path / name).touch()
    run = Run()
    assert [item.name for item in find([".", "LETTER"], run)] == ["a.txt", "LETTER"]
    assert [(skipped.path, skipped.skipped) for skipped in run.skipped] == [("map.jpg", True)]
    assert run.refused == []


def test_a_file_met_twice_is_read_once_under_its_first_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    for name in ("a.txt", "b.txt"):
        Path("in", name).touch()
    Path("link").symlink_to("in")
    Path("one.txt").symlink_to(Path("in", "b.txt"))
    paths = ["one.txt", "link", "in", "./in/a.txt", tmp_path / "in" / "b.txt", "in/../in/a.txt"]
    assert [item.name for item in find(paths, Run())] == ["one.txt", "link/a.txt"]


@pytest.mark.parametrize("kind", ["pile.zip", "pile.tgz"])
def test_an_archive_that_did_not_change_is_not_read_again(
    tmp_path: Path, extractor: Extractor, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in", "alone.txt").write_text(LINE.format(1))

    def pack(*numbers: int) -> None:
        files = {f"{n}.txt": LINE.format(n).encode() for n in numbers} | {"bad.pdf": b"%PDF-1.4 no"}
        if kind.endswith("zip"):
            with zipfile.ZipFile(Path("in", kind), "w") as pile:
                for name, content in files.items():
                    pile.writestr(name, content)
            return
        with tarfile.open(Path("in", kind), "w:gz") as packed:
            for name, content in files.items():
                member = tarfile.TarInfo(name)
                member.size = len(content)
                packed.addfile(member, io.BytesIO(content))

    def build(folder: str = "s") -> Report:
        return build_at(["in"], at(Path(folder)), prune=True, reader=reader(extractor))

    pack(1, 2, 3)  # the first is also there alone, with the same bytes
    first = build()
    assert first.read == ("in/alone.txt", f"in/{kind}/1.txt", f"in/{kind}/2.txt", f"in/{kind}/3.txt")
    assert [refusal.path for refusal in first.refused] == [f"in/{kind}/bad.pdf"]
    with monkeypatch.context() as patch:
        patch.setattr("backchannel.reading.read", lambda item, by_hand: pytest.fail(f"{item.name} is read"))
        again = build()
    assert (again.read, again.unchanged, again.removed) == ((), first.read, ())
    assert again.refused == first.refused
    pack(2, 4)
    changed = build()
    assert changed.read == (f"in/{kind}/4.txt",)
    assert changed.unchanged == ("in/alone.txt", f"in/{kind}/2.txt")
    assert changed.removed == (f"in/{kind}/1.txt", f"in/{kind}/3.txt")
    build("peace")
    assert contents(tmp_path / "s") == contents(tmp_path / "peace")


def test_the_python_build_takes_what_the_command_takes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LINE.format(1))
    store = tmp_path / "s"
    backchannel.build(tmp_path / "a.txt", store=store, date="2025-03-14", source="The Courier")
    with backchannel.open_graph(store) as opened:
        query = "MATCH (d:Document) RETURN d.date AS date, d.source AS source"
        assert opened.query(query).rows == (("2025-03-14", "The Courier"),)
    report = backchannel.build("http://127.0.0.1:9/", store=store, offline=True)
    assert "was never fetched" in report.refused[0].reason
    with pytest.raises(InputError, match="yesterday: is no date"):
        backchannel.build(tmp_path, store=store, date="yesterday")
