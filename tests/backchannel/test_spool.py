"""What a large pile gave is on disk until it is in the store, and is not read twice."""

import sqlite3
from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from backchannel.cli import main
from backchannel.pile import ByHand, Item
from backchannel.progress import Run
from backchannel.reader import Reader
from backchannel.reading import Outcome
from backchannel.report import Refusal
from backchannel.settings import Settings
from backchannel.spool import Dated, Spool, is_large
from graph.model import (
    Attribution,
    Condition,
    Document,
    End,
    Evidence,
    Extraction,
    InputError,
    Mention,
    Statement,
)
from loaders.store import open_store

TEXT = "Norsk Elkraft\u2028will buy Fjord Kabel \ud800 if Oslo agrees, its chairman said."
QUOTE = Evidence(
    "doc-1", 0, 12, TEXT[:12], End(0, 13, "Norsk Elkraft"), End(23, 34, "Fjord Kabel"), part="p. 2"
)
EXTRACTION = Extraction(
    Document("doc-1", ("a.txt", "b.txt"), TEXT, date="2025-01", parts=("p. 1", "p. 2"), part_starts=(0, 9)),
    (Mention("men-1", "doc-1", 0, 13, "Norsk Elkraft", "Company", ("Elkraft",), country="no"),),
    (
        Statement(
            "st-1",
            "doc-1",
            "men-1",
            "ACQUIRES",
            "men-2",
            (QUOTE,),
            modality="conditional",
            conditions=(Condition("if Oslo agrees", mention="men-3"),),
            attribution=(Attribution("its chairman"),),
            qualifiers={"stage": "planned"},
        ),
    ),
)
REFUSAL = Refusal("a.txt", "a.txt: damaged", skipped=True)


class MadeUp(Reader):
    """A reader that gives for each item what is listed, and stops before the one that is called stop.txt."""

    def __init__(self, *found: Extraction | Refusal, by_hand: ByHand | None = None) -> None:
        super().__init__(Settings(), by_hand=by_hand)
        self.found = found
        self.names: list[str] = []

    def read(self, items: Sequence[Item], run: Run) -> Generator[Outcome, None, None]:
        for number, item in enumerate(items):
            if item.path.name == "stop.txt":
                raise KeyboardInterrupt
            self.names.append(item.path.name)
            for what in (*self.found, None):
                yield Outcome(number, what)


def items(*names: str, now: str | None = "1") -> list[Dated]:
    return [(Item(Path(name), None, 10), now) for name in names]


def read(
    file: Path, pile: Sequence[Dated], reader: Reader, made: str = "rules", run: Run | None = None
) -> list[Outcome]:
    with closing(Spool(file, made)) as spool:
        return list(spool.read(pile, reader, run or Run()))


def test_what_is_kept_comes_back_letter_for_letter(tmp_path: Path) -> None:
    run = Run()
    found = read(tmp_path / "s", items("a.txt", "b.txt"), MadeUp(EXTRACTION, REFUSAL), run=run)
    one = [EXTRACTION, REFUSAL, None]
    assert found == [Outcome(0, what) for what in one] + [Outcome(1, what) for what in one]
    assert (run.stage, run.files) == ("writing", 0)


def test_what_was_read_before_an_interruption_is_not_read_again(tmp_path: Path) -> None:
    first, second = MadeUp(EXTRACTION), MadeUp(EXTRACTION)
    with pytest.raises(KeyboardInterrupt):
        read(tmp_path / "s", items("a.txt", "b.txt", "stop.txt"), first)
    assert first.names == ["a.txt", "b.txt"]
    found = read(tmp_path / "s", items("c.txt", "b.txt", "a.txt"), second)
    assert second.names == ["c.txt"]
    assert [outcome.number for outcome in found] == [0, 0, 1, 1, 2, 2]


@pytest.mark.parametrize(
    ("pile", "reader", "made"),
    [
        (items("a.txt", now="2"), MadeUp(EXTRACTION), "rules"),
        (items("a.txt", now=None), MadeUp(EXTRACTION), "rules"),
        (items("a.txt"), MadeUp(EXTRACTION, by_hand=ByHand("2025-02-03")), "rules"),
        (items("a.txt"), MadeUp(EXTRACTION), "other rules"),
    ],
)
def test_it_is_read_again_where_it_changed(
    tmp_path: Path, pile: list[Dated], reader: MadeUp, made: str
) -> None:
    read(tmp_path / "s", items("a.txt"), MadeUp(REFUSAL, REFUSAL))
    reader.names.clear()
    assert read(tmp_path / "s", pile, reader, made) == [Outcome(0, EXTRACTION), Outcome(0, None)]
    assert reader.names == ["a.txt"]


def test_a_file_that_is_none_of_sqlite_is_begun_anew(tmp_path: Path) -> None:
    file = tmp_path / "s"
    file.write_bytes(b"not of SQLite" * 500)
    assert len(read(file, items("a.txt"), MadeUp(EXTRACTION))) == 2


@pytest.mark.parametrize("row", ["zzz", "[]", "{}", '{"extraction": 3}', '{"other": {}}', None])
def test_a_row_that_is_none_of_ours_is_told_and_the_file_goes(tmp_path: Path, row: str | None) -> None:
    file = tmp_path / "s"
    read(file, items("a.txt"), MadeUp(EXTRACTION))
    with closing(sqlite3.connect(file)) as sql, sql:
        sql.execute("UPDATE outcome SET row = ?", (row,))
    with pytest.raises(InputError, match=r"s: was damaged .* and is removed; run the build again"):
        read(file, items("a.txt"), MadeUp(EXTRACTION))
    assert list(tmp_path.iterdir()) == []


def test_pages_that_were_overwritten_are_told(tmp_path: Path) -> None:
    file = tmp_path / "s"
    read(file, items(*map(str, range(300))), MadeUp(EXTRACTION))
    held = bytearray(file.read_bytes())
    held[4096 * 4 :] = b"\xff" * (len(held) - 4096 * 4)
    file.write_bytes(held)
    with pytest.raises(InputError, match="was damaged"):
        read(file, items(*map(str, range(300))), MadeUp(EXTRACTION))


def test_other_tables_are_begun_anew(tmp_path: Path) -> None:
    file = tmp_path / "s"
    with closing(sqlite3.connect(file)) as sql, sql:
        sql.execute("CREATE TABLE item (whatever TEXT)")
    assert len(read(file, items("a.txt"), MadeUp(EXTRACTION))) == 2


def test_a_link_is_not_followed_and_a_folder_is_told(tmp_path: Path) -> None:
    other, link, folder = (tmp_path / name for name in ("other", "link", "folder"))
    other.write_text("mine")
    link.symlink_to(other)
    assert len(read(link, items("a.txt"), MadeUp(EXTRACTION))) == 2
    assert (other.read_text(), link.is_symlink()) == ("mine", False)
    folder.mkdir()
    with pytest.raises(InputError, match="folder: cannot be"):
        Spool(folder, "rules")


def test_what_another_build_left_stays_until_it_is_written_or_gone(tmp_path: Path) -> None:
    file, kept = tmp_path / "s", tmp_path / "kept.txt"
    kept.touch()
    with pytest.raises(KeyboardInterrupt):
        read(file, items(str(kept), str(tmp_path / "gone.txt"), "stop.txt"), MadeUp(EXTRACTION))
    with closing(Spool(file, "rules")) as spool:
        assert len(list(spool.read(items("a.txt"), MadeUp(EXTRACTION), Run()))) == 2
        spool.finish(["a.txt"])
    again = MadeUp(EXTRACTION)
    with closing(Spool(file, "rules")) as spool:
        assert len(list(spool.read(items(str(kept)), again, Run()))) == 2
        assert again.names == []
        spool.finish([str(kept)])
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_what_is_large() -> None:
    assert not is_large(items("a.txt"))
    assert is_large(items(*map(str, range(1_000))))
    assert is_large([(Item(Path("a.txt"), None, 5_000_000), None)])
    assert is_large([(Item(Path("a.zip"), None, 1_000_000), None)])
    assert not is_large([(Item(Path("a.txt"), None, 1_000_000), None)])


def test_who_reads_a_store_in_between_is_told(tmp_path: Path) -> None:
    folder, told = tmp_path / "s", "s: a build of it has read what is not in it yet"
    with open_store(folder) as store:
        assert store.beside is not None
        Spool(store.beside, "rules").close()
    for command in (["show", "Norway", "--store", str(folder)], ["load", str(folder), str(tmp_path / "t")]):
        assert told in CliRunner().invoke(main, command).stderr
    store.beside.unlink()
    assert told not in CliRunner().invoke(main, ["show", "Norway", "--store", str(folder)]).stderr
