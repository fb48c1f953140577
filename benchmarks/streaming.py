"""Memory while an archive of JSON lines is imported into a Neo4j and exported again.

    python benchmarks/streaming.py [STATEMENTS ...] [--embedded]

For each size an archive is made up, a line at a time, taken in by `import` and written by `export`, each in
a process of its own whose greatest memory is told. A Neo4j is started for it (tests/neo4j/server.py); its
memory is its own. With --embedded also into a folder: kglite keeps its whole graph, the log of a write and
its results in the process, so that figure is the store's and ours together. Exit code 1 where Neo4j's is
above the bar.
"""

import json
import os
import runpy
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from dataclasses import asdict

BAR = 1024
SIZES = ("50000", "500000")
CHILD = """
import resource, sys
from backchannel.cli import main
try:
    main(sys.argv[1:])
finally:
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"PEAK {used:.0f}", file=sys.stderr)
"""


def archive(statements: int) -> Iterator[str]:
    """An archive as `export --format jsonl-records` writes it; a fifth as many actors as statements."""
    load = runpy.run_path(str(ROOT / "benchmarks" / "load.py"))
    made = load["MadeUp"](statements // 5, statements)
    yield json.dumps({"v": 1, "record": "archive", "whole": True})
    for n in range(made.documents):
        yield _line("document", asdict(made.document(n)))
        for m in range(n * made.share, (n + 1) * made.share):
            yield _line("mention", asdict(made.mention(m)))
        for s in range(n * load["PER_DOCUMENT"], (n + 1) * load["PER_DOCUMENT"]):
            row = asdict(made.statement(s))
            ends = {f"{side}_mention": row.pop(side) for side in ("subject", "object")}
            empty = {"condition_statements": [], "condition_mentions": [], "attribution_mentions": []}
            yield _line("statement", {**row, **ends, **empty})


def _line(record: str, row: dict[str, object]) -> str:
    return json.dumps({"v": 1, "record": record, **row})


def peak(*arguments: object) -> tuple[int, float]:
    """The greatest memory of a process in MB, and the seconds it took."""
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", CHILD, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return int(done.stderr.rpartition("PEAK ")[2]), time.perf_counter() - begun


def main(arguments: list[str]) -> int:
    sizes = [text for text in arguments if text.isdecimal()] or SIZES
    server = runpy.run_path(str(ROOT / "tests" / "neo4j" / "server.py"))
    worst = 0
    for size in sizes:
        with tempfile.TemporaryDirectory() as scratch:
            file = Path(scratch) / "archive.jsonl"
            with file.open("w") as out:
                out.writelines(f"{line}\n" for line in archive(int(size)))
            load, length = os.getloadavg()[0], file.stat().st_size / 1e6
            print(f"{int(size):,} statements, {length:,.0f} MB of JSON lines, load of the machine {load:.1f}")
            with server["running"](heap="2g", quick=False) as started:
                worst = max(worst, *told("neo4j", file, started.uri))
            if "--embedded" in arguments:
                told("kglite, store included", file, Path(scratch) / "store")
    return int(worst > BAR)


def told(name: str, file: Path, store: object) -> tuple[int, int]:
    """Import into a store and export from it; print and give the memory of both."""
    taken, seconds = peak("import", file, "--store", store, "--quiet")
    written, more = peak("export", file.with_name("again"), "--format", "jsonl-records", "--store", store)
    print(f"  {name}: import {taken} MB in {seconds:.0f} s, export {written} MB in {more:.0f} s", flush=True)
    return taken, written


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
