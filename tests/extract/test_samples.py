"""The samples and the real transcript, scored against what a reader should find.

The floors lie a little below what was measured; raise them when reading gets better.
"""

import importlib.util
import json
from pathlib import Path

import pytest

from extract.texts.documents import read_document

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "gold" / "score.py"
SAMPLES = sorted((ROOT / "seeds" / "documents").glob("*.txt"))
TRANSCRIPT = next(iter(sorted((SHARED / "seeds").glob("*.txt"))), SHARED / "seeds" / "missing.txt")
FLOORS = {  # relation F1
    "2024-10-08_luano-copper-stake": 0.70,
    "2024-11-15_chancay-port": 0.50,
    "2024-12-18_kazakh-uranium": 0.67,
    "2025-03-05_nis-belgrade": 0.62,
    "2025-03-14_caracas-licences": 0.76,
    "2025-04-13_muscat-talks": 0.78,
    "2025-05-20_eu-listing-notice": 0.25,
    "2025-06-20_sahel-gold": 0.50,
    "2025-06-30_great-lakes-minerals": 0.48,
    "2025-10-16_friends-of-potash": 0.57,
}
ALL_TOGETHER = 0.62  # the mean of the ten
needs_shared = pytest.mark.skipif(
    not SCORER.exists(), reason=f"NOT SCORED: {SCORER} is missing, so nothing tells how well texts are read"
)


def rows(extraction):
    """The statements in the form of the JSON-lines contract, as far as the scorer reads it."""
    nodes = {
        m.id: {"id": m.id, "name": m.name, "type": m.type, "aliases": list(m.aliases)}
        for m in extraction.mentions
    }
    return [
        {
            "subject": nodes[s.subject],
            "predicate": s.predicate,
            "object": nodes[s.object],
            "polarity": s.polarity,
            "modality": s.modality,
            "evidence": [{"start": e.start, "end": e.end, "segment": e.segment} for e in s.evidence],
        }
        for s in extraction.statements
    ]


@pytest.fixture(scope="module")
def scorer():
    spec = importlib.util.spec_from_file_location("score", SCORER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def scored(scorer, extractor):
    """For a text and its gold file: precision, recall, F1, and the rows that name a sponsor."""

    def _scored(text, gold_file):
        gold = scorer.Gold(gold_file, text)
        (extraction,) = extractor.documents([read_document(text)])
        found = rows(extraction)
        precision, recall, f1, *_ = scorer.score(gold, found, strict=False)
        ends = [(row, row[side]["name"]) for row in found for side in ("subject", "object")]
        sponsored = [row for row, name in ends if scorer.fold(name) in gold.sponsors]
        sponsored += [
            row for row in found for e in row["evidence"] if e["segment"] not in ("body", "headline")
        ]
        return precision, recall, f1, sponsored

    return _scored


@needs_shared
def test_samples_are_read_as_well_as_before(scored, capsys):
    table, below, sponsored = [], [], []
    for text in SAMPLES:
        precision, recall, f1, found = scored(text, text.with_suffix(".expected.json"))
        floor = FLOORS[text.stem]
        table.append((text.stem, precision, recall, f1, floor))
        below += [f"{text.stem}: F1 {f1:.3f} is below {floor}"] if f1 < floor else []
        sponsored += found
    mean = sum(f1 for *_, f1, _ in table) / len(table)
    with capsys.disabled():
        print(f"\n{'sample':34} precision recall    F1 floor")
        for stem, precision, recall, f1, floor in table:
            print(f"{stem:34} {precision:9.3f} {recall:6.3f} {f1:5.3f} {floor:5.2f}")
        print(f"{'mean':51} {mean:5.3f} {ALL_TOGETHER:5.2f}")
    assert not below
    assert mean >= ALL_TOGETHER
    assert not sponsored


def test_every_sample_has_a_floor_and_a_reader_s_answer():
    assert {text.stem for text in SAMPLES} == set(FLOORS)
    assert len(SAMPLES) >= 8
    for text in SAMPLES:
        expected = json.loads(text.with_suffix(".expected.json").read_text(encoding="utf-8"))
        assert any(statement["required"] for statement in expected["statements"])


@needs_shared
def test_the_real_transcript(scored, capsys):
    precision, recall, f1, sponsored = scored(TRANSCRIPT, SHARED / "gold" / "seed.json")
    with capsys.disabled():
        print(f"\n{'the transcript':34} {precision:9.3f} {recall:6.3f} {f1:5.3f}  0.80")
    assert f1 >= 0.80
    assert not sponsored
