"""How reading scales: two processes to one, memory at ten times the documents, one short pile to one process.

    python benchmarks/scale.py [small]

Documents are the samples, each with a line of its own. Measure on a calm machine with two cores or more:
the load is printed. `small` takes a tenth of the documents, to see that it runs.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).parent.parent))

from backchannel.pile import Item
from backchannel.progress import Run
from backchannel.reader import Reader
from backchannel.reading import load
from backchannel.settings import Settings
from extract import Extractor

SAMPLES = sorted((Path(__file__).parent.parent / "seeds" / "documents").glob("*.txt"))
SPEED = 300
MEMORY = (1_000, 10_000)


def pile(folder: Path, number: int, lines: int | None = None) -> list[Item]:
    """So many documents in a folder; of each sample its first `lines`."""
    folder.mkdir()
    texts = ["".join(sample.read_text().splitlines(keepends=True)[:lines]) for sample in SAMPLES]
    made = []
    for place in range(number):
        file = folder / f"{place:05}.txt"
        file.write_text(f"{texts[place % len(texts)]}\n\nNumber {place} ends here.\n")
        made.append(Item(file, None, file.stat().st_size))
    return made


def read(items: list[Item], workers: int, extractor: Extractor | None = None) -> float:
    """Seconds for all of it: to fork the processes, not to load what they share."""
    reader = Reader(Settings(), workers)
    reader._extractor = extractor if extractor is not None else load(Settings())
    begun = time.perf_counter()
    for _ in reader.read(items, Run()):
        pass
    return time.perf_counter() - begun


def measure(folder: Path, documents: int, workers: int, build: bool) -> None:
    """In a process of its own: read all, or build a store of all, and print the peak of memory in MB."""
    if build:
        from backchannel.pipeline import build_at

        build_at([folder], Settings(store=str(folder) + ".graph"), reader=Reader(Settings(), workers))
    else:
        read(
            [Item(file, None, file.stat().st_size) for file in sorted(folder.iterdir())][:documents], workers
        )
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(own / 1024, children / 1024)


def peak(folder: Path, documents: int, workers: int, build: bool = False) -> tuple[float, float]:
    """The peak of memory in MB: of the process that writes, of the largest that reads."""
    arguments = [str(folder), str(documents), str(workers), str(int(build))]
    done = subprocess.run(
        [sys.executable, __file__, "--measure", *arguments], capture_output=True, text=True, check=True
    )
    own, children = map(float, done.stdout.split())
    return own, children


def main(scale: int) -> None:
    print(f"load {os.getloadavg()[0]:.2f} on {os.cpu_count()} cores, before")
    with tempfile.TemporaryDirectory() as place:
        items = pile(Path(place, "speed"), SPEED // scale)
        one, two, extractor = [], [], load(Settings())
        for _ in range(3):
            one.append(read(items, 1, extractor))
            two.append(read(items, 2, extractor))
        print(f"one process {min(one):.2f} s, two {min(two):.2f} s (best of 3; {len(items)} documents)")
        print(f"two-processes ratio {min(one) / min(two):.2f} (bar 1.70 or more)")
        few, many = (number // scale for number in MEMORY)
        pile(Path(place, "many"), many, 6)
        for what, build in (("reading", False), ("building", True)):
            if build:
                pile(Path(place, "few"), few, 6)
            small = peak(Path(place, "few" if build else "many"), few, 2, build)
            large = peak(Path(place, "many"), many, 2, build)
            for number, (own, reader) in ((few, small), (many, large)):
                print(f"{what} {number} documents: {own:.0f} MB, and {reader:.0f} MB in a process that reads")
            print(f"memory-{what}-worker ratio {large[1] / small[1]:.2f} (bar 1.10 or less)")
            print(f"memory-{what}-main ratio {large[0] / small[0]:.2f} (bar 1.10 or less)")
    print(f"load {os.getloadavg()[0]:.2f}, after")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), sys.argv[5] == "1")
    else:
        main(10 if "small" in sys.argv[1:] else 1)
