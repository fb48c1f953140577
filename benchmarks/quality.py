"""How right extraction is on the samples, and each rule's confidence measured there.

    python benchmarks/quality.py [--write]

Reads seeds/documents/*.txt with the expected statements beside them, and the scorer in ../shared/gold.
A rule's confidence is its precision on these samples, smoothed by twelve statements of the precision of
all rules together (additive smoothing). `--write` puts it into extract/confidence.json.
"""

import sys

sys.path.pop(0)  # this folder holds a file of the name of our package

import importlib.util
import json
from collections import Counter
from pathlib import Path
from types import ModuleType

from extract import make_extractor
from extract.documents import read_document
from graph.build import build, statement_rows

ROOT = Path(__file__).resolve().parent.parent
SMOOTHING = 12


def load_scorer() -> ModuleType:
    """The scorer of ../shared/gold as a module; exits with 0 and says so where it is missing."""
    path = ROOT.parent / "shared" / "gold" / "score.py"
    if not path.exists():
        print(f"skipped: {path} is not here")
        raise SystemExit(0)
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main(arguments: list[str]) -> int:
    """Print precision, recall and F1 by document and together."""
    scorer = load_scorer()
    extractor = make_extractor()
    right: Counter[str] = Counter()
    made: Counter[str] = Counter()
    asked = found = 0
    for path in sorted((ROOT / "seeds" / "documents").glob("*.txt")):
        gold = scorer.Gold(path.with_suffix("").with_suffix(".expected.json"), path)
        rows = list(statement_rows(build(extractor.documents([read_document(path)]))))
        precision, recall, f1, missed, extras, count, wanted = scorer.score(gold, rows, False)
        wrong = {row["id"] for row in extras}
        for row in rows:
            made[row["rule"]] += 1
            right[row["rule"]] += row["id"] not in wrong
        asked, found = asked + wanted, found + wanted - len(missed)
        print(f"{path.stem:40} precision {precision:.3f} recall {recall:.3f} f1 {f1:.3f} ({count} made)")
    overall = right.total() / made.total()
    print(f"{'all':40} precision {overall:.3f} recall {found / asked:.3f} ({made.total()} made)")
    if "--write" in arguments:
        measured = {"": round(overall, 3)}
        for rule in sorted(made):
            measured[rule] = round((right[rule] + SMOOTHING * overall) / (made[rule] + SMOOTHING), 3)
        target = ROOT / "extract" / "confidence.json"
        target.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
