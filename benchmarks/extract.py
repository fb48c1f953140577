"""How much longer extraction takes than the bare spaCy pipeline on the same segments.

    python benchmarks/extract.py [FILE …]

Without files: the samples of seeds/documents, and the real transcript in ../shared/seeds where it is.
Bare is the model as spaCy loads it. Both run in this process on one thread, alternating; the median of seven is
compared, start-up and reading left out. Prints `extract ratio 1.18 (bar 1.25)`.
"""

import os
import sys

os.environ.setdefault("OMP_NUM_THREADS", "1")
sys.path.pop(0)  # this folder holds a file of the name of our package

import statistics
import time
from pathlib import Path

import spacy

from extract import make_extractor
from extract.extractor import READ
from extract.nlp import MODEL
from extract.texts.documents import read_document
from extract.texts.segments import segment

ROOT = Path(__file__).resolve().parent.parent
BAR = 1.25
ROUNDS = 7
BATCH = 64


def main(arguments: list[str]) -> int:
    """Measure and print the ratio; 1 where it is over the bar."""
    paths = [Path(a) for a in arguments] or [
        *sorted((ROOT / "seeds" / "documents").glob("*.txt")),
        *sorted((ROOT.parent / "shared" / "seeds").glob("*.txt")),
    ]
    extractor, bare_nlp = make_extractor(), spacy.load(MODEL)
    documents = [read_document(path) for path in paths]
    parts = [p for d in documents for p in segment(d) if p.kind in READ]
    words = sum(len(p.text.split()) for p in parts)
    bare: list[float] = []
    full: list[float] = []
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        for _ in bare_nlp.pipe([p.text for p in parts], batch_size=BATCH):
            pass
        middle = time.perf_counter()
        for _ in extractor.documents(documents):
            pass
        bare.append(middle - start)
        full.append(time.perf_counter() - middle)
    alone, ours = statistics.median(bare[1:]), statistics.median(full[1:])
    print(f"{len(documents)} documents, {len(parts)} segments, {words} words")
    print(f"bare {words / alone:.0f} words/s, extract {words / ours:.0f} words/s")
    print(f"extract ratio {ours / alone:.2f} (bar {BAR})")
    return int(ours / alone > BAR)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
