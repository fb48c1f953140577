"""What a large pile gave is on disk until it is in the store, and is not read twice."""

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
from graph.model import Attribution, Condition, Document, End, Evidence, Extraction, Mention, Statement
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


def test_a_damaged_file_is_begun_anew_and_a_finished_one_goes(tmp_path: Path) -> None:
    file = tmp_path / "s"
    file.write_bytes(b"not of SQLite" * 500)
    assert len(read(file, items("a.txt"), MadeUp(EXTRACTION))) == 2
    Spool(file, "rules").remove()
    assert list(tmp_path.iterdir()) == []


def test_what_is_large() -> None:
    assert not is_large(items("a.txt"))
    assert is_large(items(*map(str, range(1_000))))
    assert is_large([(Item(Path("a.zip"), None, 5_000_000), None)])


def test_who_asks_a_store_in_between_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "s"
    with open_store(folder) as store:
        assert store.beside is not None
        Spool(store.beside, "rules").close()
    found = CliRunner().invoke(main, ["show", "Norway", "--store", str(folder)])
    assert (
        "s: a build of it has read what is not in it yet; unless it is at work, run it again" in found.stderr
    )
    store.beside.unlink()
    assert "a build of it" not in CliRunner().invoke(main, ["show", "Norway", "--store", str(folder)]).stderr
