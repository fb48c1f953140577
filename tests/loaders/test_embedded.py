"""The embedded store as a folder: what may be opened, who may write, and what survives."""

import os
import runpy
import shutil
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import kglite
import pytest

from graph.build import build
from graph.model import InputError
from loaders.base import VERSION
from loaders.folder import FILE, migrate
from loaders.store import open_store

ROOT = Path(__file__).parents[2]
WORLDS = ROOT / "tests" / "worlds.py"
W = SimpleNamespace(**runpy.run_path(str(WORLDS)))
WRITER = f"""
import runpy, sys
from pathlib import Path
from types import SimpleNamespace
from loaders.store import open_store
W = SimpleNamespace(**runpy.run_path({str(WORLDS)!r}))
with open_store(Path(sys.argv[1]), known=W.KNOWN) as store:
    for number in range(int(sys.argv[2]), 100_000):
        doc = W.document(f"text {{number}}")
        ends = W.mention(doc, 0, "Igor Sechin"), W.mention(doc, 20, f"Firm Number {{number % 7}}", "Company")
        store.put(W.extraction(doc, ends, [W.statement(doc, ends[0], "HEADS", ends[1])]))
        print(number, flush=True)
"""


def open_it(folder, **options):
    return open_store(folder, **{"known": W.KNOWN, **options})


def writer(folder, first=0):
    command = [sys.executable, "-c", WRITER, str(folder), str(first)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT)


def until(process, number):
    for line in process.stdout:
        if int(line) >= number:
            return int(line)
    raise AssertionError("the writer ended")


def refusal(folder, **options):
    with pytest.raises(InputError) as error:
        open_it(folder, **options)
    message = str(error.value)
    assert message.startswith(f"{folder}: ")
    assert "\n" not in message
    return message


def contents(folder):
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_killed_again_and_again_nothing_acknowledged_is_lost(tmp_path):
    folder, first = tmp_path / "store", 0
    for more in (0, 3, 40):
        process = writer(folder, first)
        told = until(process, first + more)
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read().split()
        process.wait()
        process.stdout.close()
        last = max([told, *map(int, rest)])
        with open_it(folder) as store:
            numbers = sorted(int(document.text.split()[1]) for document in store.documents())
            assert numbers in (list(range(last + 1)), list(range(last + 2)))
            W.same_graph(store.graph(), build(store.extractions(), (), W.KNOWN))
        first = numbers[-1] + 1


def test_reading_while_another_process_writes(tmp_path):
    folder, seen = tmp_path / "store", 0
    process = writer(folder)
    try:
        for more in (1, 20, 50):
            told = until(process, seen + more)
            with open_it(folder, read_only=True) as store:
                numbers = sorted(int(document.text.split()[1]) for document in store.documents())
                assert numbers == list(range(len(numbers)))
                assert len(numbers) > told
                W.same_graph(store.graph(), build(store.extractions(), (), W.KNOWN))
            seen = told
        assert "is open for writing by another process" in refusal(folder)
        assert process.poll() is None
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def test_reading_only_leaves_the_folder_as_it_is(tmp_path):
    folder = tmp_path / "store"
    with open_it(folder) as store:
        store.put(W.one_document("a", "Igor Sechin"))
    before = contents(folder)
    with open_it(folder, read_only=True) as reader:
        assert len(reader.documents()) == 1
    assert contents(folder) == before


def test_opened_twice_in_one_process(tmp_path):
    with open_it(tmp_path / "store"):
        assert "in this process already" in refusal(tmp_path / "store")


def test_no_store_where_none_is_to_be_made(tmp_path):
    assert "there is no store" in refusal(tmp_path / "store", create=False)
    assert "there is no store" in refusal(tmp_path / "store", read_only=True)
    assert not (tmp_path / "store").exists()


def test_a_file_is_no_folder(tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text("mine")
    assert "is a file" in refusal(file)
    assert file.read_text() == "mine"
    assert "cannot be made" in refusal(file / "store")


def test_a_folder_with_other_things_is_left_alone(tmp_path):
    (tmp_path / "thesis.docx").write_text("mine")
    assert "'thesis.docx'" in refusal(tmp_path)
    assert list(tmp_path.iterdir()) == [tmp_path / "thesis.docx"]


@pytest.mark.parametrize("damage", [b"", b"random bytes " * 100, "cut", "swapped"])
def test_a_damaged_store_is_refused_and_left_alone(tmp_path, damage):
    folder = tmp_path / "store"
    with open_it(folder) as store:
        store.put(W.one_document("a", "Igor Sechin"))
    whole = (folder / FILE).read_bytes()
    swapped = whole[:200] + bytes(255 - byte for byte in whole[200:])
    broken = {"cut": whole[: len(whole) // 2], "swapped": swapped}.get(damage, damage)
    (folder / FILE).write_bytes(broken)
    assert "restore a copy" in refusal(folder)
    assert "restore a copy" in refusal(folder, read_only=True)
    assert (folder / FILE).read_bytes() == broken


def test_another_programs_graph_is_refused_and_left_alone(tmp_path):
    with kglite.open(str(tmp_path / FILE)) as graph:
        graph.cypher("CREATE (:Person {id: 'x', name: 'mine'})")
    before = (tmp_path / FILE).read_bytes()
    assert "not a store of backchannel" in refusal(tmp_path)
    assert (tmp_path / FILE).read_bytes() == before


def a_store_of_version(folder, version):
    with open_it(folder) as store:
        store.put(W.one_document("a", "Igor Sechin"))
    with kglite.open(str(folder / FILE)) as graph:
        graph.cypher("MATCH (m:Meta) SET m.version = $version", params={"version": version})


def test_a_newer_store_is_refused(tmp_path):
    a_store_of_version(tmp_path / "store", VERSION + 1)
    assert "newer backchannel" in refusal(tmp_path / "store")
    assert "newer backchannel" in refusal(tmp_path / "store", read_only=True)


def test_an_older_store_is_migrated_on_a_copy(tmp_path):
    folder = tmp_path / "store"
    a_store_of_version(folder, 0)
    assert "too old" in refusal(folder)
    assert "older version" in refusal(folder, read_only=True)

    def step(copy):
        assert copy != folder
        with kglite.open(str(copy / FILE)) as graph:
            graph.cypher(f"MATCH (m:Meta) SET m.version = {VERSION}")

    def failing(copy):
        (copy / FILE).unlink()
        raise RuntimeError("no")

    with pytest.raises(RuntimeError):
        migrate(folder, VERSION - 1, {VERSION - 1: failing})
    assert (folder / FILE).exists()
    migrate(folder, VERSION - 1, {VERSION - 1: step})
    with open_it(folder) as store:
        assert len(store.documents()) == 1
    assert (tmp_path / f"store.v{VERSION - 1}" / FILE).exists()


def test_a_store_of_version_1_gets_what_documents_have_now(tmp_path):
    folder = tmp_path / "store"
    a_store_of_version(folder, 1)
    with kglite.open(str(folder / FILE)) as graph:
        graph.cypher("MATCH (d:Document) REMOVE d.date_inferred, d.parts, d.part_starts")
    with open_it(folder) as store:
        (document,) = store.documents()
        assert (document.date_inferred, document.parts, document.part_starts) == (False, (), ())
        assert store.query("MATCH (d:Document) RETURN d.date_inferred").rows == ((False,),)
        assert store.meta()["version"] == VERSION


def test_a_store_of_version_2_has_the_ends_of_first_quotes_moved_to_its_statements(tmp_path):
    folder = tmp_path / "store"
    with open_it(folder) as store:
        store.put(W.told_twice())
        before = store.graph()
    with kglite.open(str(folder / FILE)) as graph:
        W.as_in_version_2(graph.cypher)
    with open_it(folder) as store:
        W.same_graph(store.graph(), before)
        assert store.meta()["version"] == VERSION


FULL = f"""
import resource, runpy, sys
from pathlib import Path
from types import SimpleNamespace
from graph.model import InputError
from loaders.store import open_store
W = SimpleNamespace(**runpy.run_path({str(WORLDS)!r}))
store = open_store(Path(sys.argv[1]), known=W.KNOWN)
store.put(W.one_document("small", "Igor Sechin"))
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    store.put(W.one_document("".join(map(chr, range(0x4e00, 0x9000))) * 40, "Ivan Sechin"))
except InputError as error:
    print(error)
print(len(store.documents()), flush=True)
import os
os._exit(0)
"""


def test_a_full_disk_loses_nothing_that_was_stored(tmp_path):
    folder = tmp_path / "store"
    run = subprocess.run([sys.executable, "-c", FULL, str(folder)], cwd=ROOT, capture_output=True, text=True)
    message, documents = run.stdout.strip().splitlines()
    assert message.startswith(f"{folder}: ")
    assert "free space" in message
    assert documents == "1"
    with open_it(folder) as store:
        assert [document.text for document in store.documents()] == ["small"]


def test_an_interrupted_writer_leaves_whole_documents(tmp_path):
    folder = tmp_path / "store"
    process = writer(folder)
    told = until(process, 10)
    process.send_signal(signal.SIGINT)
    rest = process.communicate()[0].split()
    with open_it(folder) as store:
        last = max([told, *map(int, rest)])
        assert len(store.documents()) in (last + 1, last + 2)
        W.same_graph(store.graph(), build(store.extractions(), (), W.KNOWN))


def test_a_folder_that_may_not_be_written(tmp_path):
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    assert "check" in refusal(folder)


def test_a_copied_folder_is_a_store(tmp_path):
    process = writer(tmp_path / "store")
    until(process, 5)
    process.kill()
    process.wait()
    process.stdout.close()
    shutil.copytree(tmp_path / "store", tmp_path / "copy")
    with open_it(tmp_path / "copy", read_only=True) as store:
        assert len(store.documents()) >= 6


def test_a_document_is_written_in_batches(tmp_path):
    doc = W.document("big")
    ends = [W.mention(doc, 10 * n, f"Person Number {n}") for n in range(400)]
    made = [W.statement(doc, a, "MEETS_WITH", b, n) for n, (a, b) in enumerate(pairwise(ends))]
    with open_it(tmp_path / "store") as store:
        started = time.perf_counter()
        store.put(W.extraction(doc, ends, made))
        assert time.perf_counter() - started < 2
