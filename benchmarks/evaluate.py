"""How right extraction is on every gold file; writes docs/quality.md and the confidence of each rule.

    python benchmarks/evaluate.py [--write | --kept] [--show TEXT]

Reads benchmarks/gold/dev, benchmarks/gold/kept and seeds/documents (and, where it is here, the real transcript of
../shared). The half `kept` is never tuned to: it is read, and counted, only with --write or --kept, so that
nobody who tries a rule sees its figures. `--show` lists what was missed and wrong in one text of the others.
A rule's confidence is its precision on dev and samples, smoothed by twelve statements of the precision of all
rules together (additive smoothing); `--write` puts it into extract/confidence.json and the page into docs/quality.md.
"""

import argparse
import json
import sys

sys.path.append(sys.path.pop(0))  # this folder holds a file of the name of our package: ours comes first

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from quality import measures, write_page
from scoring import Score, Text, judged, rates, read_gold, score

from extract import make_extractor
from extract.texts.documents import read_document
from graph.build import build, statement_rows
from graph.ontology import read_ontology
from graph.registry import read_registry
from graph.resolve.known import known_actors

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT.parent / "shared" / "seeds"
HALVES = {
    "dev": ROOT / "benchmarks" / "gold" / "dev",
    "samples": ROOT / "seeds" / "documents",
    "kept": ROOT / "benchmarks" / "gold" / "kept",
}
TUNED = ("dev", "samples")
SMOOTHING = 12


def read_texts(kept: bool) -> Iterator[Text]:
    """Extract every text that has a gold file beside it, each on its own; those kept apart where asked to."""
    ontology = read_ontology()
    symmetric = frozenset(name for name, rule in ontology.predicates.items() if rule.symmetric)
    registry = read_registry()
    extractor, known = make_extractor(registry=registry, ontology=ontology), known_actors(registry)
    for half, path, wanted in _files():
        if half == "kept" and not kept:
            continue
        document = read_document(path)
        graph = build(extractor.documents([document]), (), known, ontology, texts_only=True)
        yield Text(half, read_gold(wanted, document.text, symmetric), tuple(statement_rows(graph)))


def _files() -> Iterator[tuple[str, Path, Path]]:
    for half, folder in HALVES.items():
        for wanted in sorted(folder.glob("*.expected.json")):
            yield half, wanted.with_name(wanted.name.replace(".expected.json", ".txt")), wanted
    for path in sorted(SEED.glob("*.txt")):
        yield "transcript", path, SEED.parent / "gold" / "seed.json"


def confidences(texts: Iterable[Text]) -> dict[str, float]:
    """Each rule's smoothed precision; under "" that of all rules."""
    made: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for row, sound in (one for text in texts for one in judged(text)):
        made[row["rule"]] += 1
        right[row["rule"]] += sound
    overall = right.total() / max(1, made.total())
    smooth = {rule: (right[rule] + SMOOTHING * overall) / (made[rule] + SMOOTHING) for rule in sorted(made)}
    return {"": round(overall, 3), **{rule: round(value, 3) for rule, value in smooth.items()}}


def show(text: Text) -> None:
    """What was missed and what was wrong in one text."""
    found = score(text.gold, text.rows)
    print(f"== {text.gold.name}")
    for row in found.missed:
        print(f"  missed {row['line']} {row['subject']} {row['predicate']} {row['object']} {row['polarity']}")
    for row in found.wrong:
        ends = f"{row['subject']['name']} {row['predicate']} {row['object']['name']}"
        print(f"  wrong  {ends} {row['polarity']} {row['modality']} {row['rule']}")
        print(f"         «{' '.join(row['evidence'][0]['quote'].split())}»")
    for row in score(text.gold, text.rows, strict=True).wrong:
        if row not in found.wrong:
            ends = f"{row['subject']['name']} {row['predicate']} {row['object']['name']}"
            print(f"  strict {ends} {row['polarity']} {row['modality']} {row['rule']}")
            print(f"         «{' '.join(row['evidence'][0]['quote'].split())}»")


def main() -> int:
    """Print precision, recall and F1 of each half; write the page and the confidences where asked to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "--write", action="store_true", help="write docs/quality.md and extract/confidence.json"
    )
    parser.add_argument(
        "--show", metavar="TEXT", help="what was missed and wrong in texts whose name holds TEXT"
    )
    parser.add_argument("--kept", action="store_true", help="count the half kept apart too")
    given = parser.parse_args()
    texts = list(read_texts(given.write or given.kept))
    if given.show is not None:
        for text in texts:
            if text.half != "kept" and given.show in text.gold.name:
                show(text)
    halves: dict[str, list[Text]] = {}
    for text in texts:
        halves.setdefault(text.half, []).append(text)
    for half, mine in halves.items():
        print(f"{half} ({len(mine)} texts)")
        for name, result in measures(mine).items():
            print(f"  {name:10} {line(result)}")
    if given.write:
        measured = confidences(text for text in texts if text.half in TUNED)
        target = ROOT / "extract" / "confidence.json"
        target.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
        write_page(ROOT / "docs" / "quality.md", halves)
    return 0


def line(result: Score) -> str:
    """A score in one line."""
    precision, recall, f1 = rates(result)
    return (
        f"precision {precision:.3f} recall {recall:.3f} f1 {f1:.3f} "
        f"({len(result.made)} made, {len(result.asked)} asked)"
    )


if __name__ == "__main__":
    sys.exit(main())
