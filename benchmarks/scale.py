"""How reading scales: two processes to one, its share beside extraction, memory at ten times the documents.

    python benchmarks/scale.py [speed] [share] [memory] [neo4j] [small]

Without a part all but neo4j are measured, in some twenty minutes; on a calm machine with two cores or more, as the
load that is printed tells. Each prints `NAME ratio 1.80 (bar 1.70 or more)`; exit code 1 where one misses its
bar. `small` takes a tenth of the documents, to see that it runs.

speed   seconds of one reading process to those of two, start of the processes included
share   seconds to read files to those to extract what is in them, for text and for web pages of the same words;
        for the saved layouts of the tests, of some sixty words each, it is told without a bar: there a page is
        opened for two sentences
memory  greatest memory of all processes together (proportional set size, Linux) at 10,000 documents to that
        at 1,000: where they are read and extracted, and where a store is built of them
neo4j   the same where the store is a Neo4j, whose memory is its own (started here, as tests/neo4j/server.py does)
"""

import html
import os
import random
import re
import runpy
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from backchannel.pile import Item
from backchannel.progress import Run
from backchannel.reader import Reader
from backchannel.reading import load
from backchannel.settings import Settings
from extract import Extractor
from extract.texts.documents import read_documents_from
from graph.model import Document

SAMPLES = sorted((ROOT / "seeds" / "documents").glob("*.txt"))
PAGES = sorted((ROOT / "tests" / "extract" / "readers" / "pages").glob("*.html"))
SPEED, MEMORY = 300, (1_000, 10_000)
ROUNDS = 3
TWICE, SHARE, GROWTH = 1.7, 0.1, 1.1
ARTICLE = 150  # words from which on a page is one
CHILD = """
import sys
sys.path.insert(0, sys.argv.pop(1))
import scale
scale.measure(*sys.argv[1:])
"""
FIRST = ("Anton", "Clara", "Emil", "Hanna", "Karl", "Lena", "Martin", "Nora", "Oskar", "Rosa")
LAST = ("Bergman", "Dvorak", "Eklund", "Fischer", "Kovacs", "Moreau", "Novak", "Rossi", "Tomasi", "Ulrich")
FIRM = ("Amber", "Baltic", "Cedar", "Delta", "Granite", "Harbor", "Meridian", "Orchid", "Pioneer", "Summit")
TRADE = (
    "Energy",
    "Shipping",
    "Steel",
    "Mining",
    "Foods",
    "Chemicals",
    "Airlines",
    "Bank",
    "Insurance",
    "Gas",
)
STATE = ("Poland", "Norway", "Brazil", "Canada", "Egypt", "Japan", "Kenya", "Mexico", "Spain", "Turkey")
THING = (
    "harbour winter contract price supply factory village railway budget quarter market bridge river".split()
)


def main(arguments: list[str]) -> int:
    """Measure the parts that are named, or all; 1 where a bar is missed."""
    scale = 10 if "small" in arguments else 1
    wanted = [name for name in arguments if name in PARTS] or [name for name in PARTS if name != "neo4j"]
    print(f"load {os.getloadavg()[0]:.2f} on {os.cpu_count()} cores, before")
    with tempfile.TemporaryDirectory() as place:
        held = [PARTS[name](Path(place), scale) for name in wanted]
    print(f"load {os.getloadavg()[0]:.2f}, after")
    return int(not all(held))


def told(name: str, ratio: float, bar: float, more: bool = False) -> bool:
    """Print a ratio beside its bar, and tell whether it holds."""
    print(f"{name} ratio {ratio:.2f} (bar {bar:.2f} or {'more' if more else 'less'})", flush=True)
    return ratio >= bar if more else ratio <= bar


def measure_speed(place: Path, scale: int) -> bool:
    """Seconds of one process and of two, for samples with a line of their own each."""
    items = []
    (place / "speed").mkdir()
    for number in range(SPEED // scale):
        text = SAMPLES[number % len(SAMPLES)].read_text()
        items.append(write(place / "speed" / f"{number:05}.txt", f"{text}\n\nNumber {number} ends here.\n"))
    one, two, extractor = [], [], load(Settings())
    for _ in range(ROUNDS):
        one.append(seconds(items, 1, extractor))
        two.append(seconds(items, 2, extractor))
    print(f"{len(items)} documents: one process {min(one):.2f} s, two {min(two):.2f} s (best of {ROUNDS})")
    return told("two-processes", min(one) / min(two), TWICE, more=True)


def seconds(items: list[Item], workers: int, extractor: Extractor) -> float:
    """Seconds for all of it, the start of the processes too, but not to load what they share."""
    reader = Reader(Settings(), workers)
    reader._extractor = extractor
    begun = time.perf_counter()
    for _ in reader.read(items, Run()):
        pass
    return time.perf_counter() - begun


def measure_share(_: Path, scale: int) -> bool:
    """Seconds to read and to extract: the samples as text and as pages, and the pages of the tests."""
    extractor = load(Settings())
    texts = [(file.name, file.read_bytes()) for file in SAMPLES]
    piles = {
        "text": texts,
        "html": [(f"{name}.html", page(content.decode())) for name, content in texts],
        "saved-pages": [(file.name, file.read_bytes()) for file in PAGES],
    }
    held = True
    for kind, files in piles.items():
        reading, extracting = [], []
        for _ in range(ROUNDS + 1):
            begun = time.perf_counter()
            found = [d for name, content in files for d in read_documents_from(content, name)]
            middle = time.perf_counter()
            documents = [document for document in found if isinstance(document, Document)]
            for _ in extractor.documents(documents):
                pass
            reading.append(middle - begun)
            extracting.append(time.perf_counter() - middle)
        one, two = min(reading[1:]), min(extracting[1:])
        words = sum(document.words for document in documents) / len(documents)
        print(
            f"{len(documents)} of {kind}, {words:.0f} words each: read in {one:.3f} s, extracted in {two:.3f} s"
        )
        if words >= ARTICLE:
            held &= told(f"reading-{kind}", one / two, SHARE)
        else:
            print(f"reading-{kind} share {one / two:.2f}")
    return held


def page(text: str) -> bytes:
    """A text as the page of a news site, with what stands around it there."""
    title, *rest = [html.escape(line.strip()) for line in text.splitlines() if line.strip()]
    links = "".join(f'<li><a href="/topic/{word}">{word.title()}</a></li>' for word in THING)
    aside = "".join(
        f'<a href="/s/{n}"><img src="/i/{n}.jpg" alt=""><b>{w} news</b></a>' for n, w in enumerate(THING)
    )
    script = f"<script>{'window.dataLayer.push({event: 1});' * 100}</script>"
    story = "".join(f"<p>{part}</p>" for part in rest)
    return (
        f'<!doctype html><html lang="en"><head><title>{title} | The Courier</title>{script}'
        f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="The Courier"></head>'
        f"<body><header><nav><ul>{links * 3}</ul></nav></header><main><article><h1>{title}</h1>{story}</article>"
        f"<aside>{aside * 3}</aside></main><footer><ul>{links}</ul><p>All rights reserved.</p></footer>{script}"
        "</body></html>"
    ).encode()


def measure_memory(place: Path, scale: int) -> bool:
    """The greatest memory of all processes together, at few documents and at many."""
    piles = make_piles(place, scale)
    few, many = (peak_of("reading", folder) for folder in piles)
    held = told("memory-reading", many / few, GROWTH)
    few, many = (peak_of("building", folder) for folder in piles)
    return told("memory-building", many / few, GROWTH) and held


def measure_neo4j(place: Path, scale: int) -> bool:
    """The same for a build into a server, whose own memory does not count: a new one each time."""
    server = runpy.run_path(str(ROOT / "tests" / "neo4j" / "server.py"))
    peaks = []
    for folder in make_piles(place, scale):
        with server["running"](heap="1g", quick=False) as started:
            peaks.append(peak_of("building", folder, started.uri))
    return told("memory-building-neo4j", peaks[1] / peaks[0], GROWTH)


def make_piles(place: Path, scale: int) -> list[Path]:
    """Folders of few and of many short documents."""
    piles = [place / f"memory-{number // scale}" for number in MEMORY]
    for folder, number in zip(piles, MEMORY, strict=True):
        folder.mkdir(exist_ok=True)
        for n in range(number // scale):
            write(folder / f"{n:05}.txt", dispatch(n))
    return piles


def peak_of(what: str, folder: Path, store: str = "") -> float:
    """The greatest memory in MB of all processes of a run; it is printed with that of the program itself."""
    begun = time.monotonic()
    whole, first = peak(what, folder, store)
    number, seconds = folder.name.partition("-")[2], time.monotonic() - begun
    print(
        f"{what} {number} documents: {whole:.0f} MB, {first:.0f} of the program itself, {seconds:.0f} s",
        flush=True,
    )
    return whole


def dispatch(n: int) -> str:
    """A short document on two of a hundred firms, one of a hundred persons and one of ten states."""
    luck = random.Random(n)
    person = f"{luck.choice(FIRST)} {luck.choice(LAST)}"
    firm, other = (f"{luck.choice(FIRM)} {luck.choice(TRADE)}" for _ in range(2))
    things = " ".join(luck.sample(THING, 6))
    return (
        f"{person} heads {firm}\n2025-{1 + n % 12:02}-{1 + n % 28:02}\n\n{firm} acquired {other} in {2000 + n % 25}, "
        f"report {n} says. {luck.choice(STATE)} sanctioned {other}. Of the {things} nothing was said on day {n}.\n"
    )


def peak(what: str, folder: Path, store: str = "") -> tuple[float, float]:
    """The greatest memory in MB of a run in processes of its own: of all, and of the first."""
    here = str(Path(__file__).parent)
    whole = first = 0.0
    with subprocess.Popen([sys.executable, "-c", CHILD, here, what, str(folder), store]) as child:
        while child.poll() is None:
            parts = [share(pid) for pid in family(child.pid)]
            whole, first = max(whole, sum(parts)), max(first, *parts[:1])
            time.sleep(0.2)
    if child.returncode:
        raise SystemExit(f"{what} {folder} failed")
    return whole, first


def family(pid: int) -> list[int]:
    """A process and all that it started."""
    found = [pid]
    for file in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += [one for child in file.read_text().split() for one in family(int(child))]
        except OSError:  # gone meanwhile
            continue
    return found


def share(pid: int) -> float:
    """What a process takes in MB, what it shares with others divided among them."""
    try:
        told = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.M)
    except OSError:
        return 0.0
    return int(told[1]) / 1024 if told is not None else 0.0


def measure(what: str, folder: str, store: str) -> None:
    """In a process of its own: read a folder with two processes, or build a store of it."""
    settings = Settings(store=store or f"{folder}.graph")
    if what == "building":
        from backchannel.pipeline import build_at

        build_at([folder], settings, reader=Reader(settings, 2))
        return
    items = [Item(file, None, file.stat().st_size) for file in sorted(Path(folder).iterdir())]
    for _ in Reader(settings, 2).read(items, Run()):
        pass


def write(file: Path, text: str) -> Item:
    """A file of this text."""
    file.write_text(text)
    return Item(file, None, file.stat().st_size)


PARTS = {"speed": measure_speed, "share": measure_share, "memory": measure_memory, "neo4j": measure_neo4j}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
