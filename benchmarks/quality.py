"""The quality page: precision, recall and F1 by half, predicate, polarity and modality, calibration, worst errors."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from scoring import Row, Score, Text, judged, rates, score, total

WORST = 10
BINS = (0.0, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)
NAMES = {
    "dev": "development half",
    "samples": "samples of the demo",
    "kept": "half kept apart",
    "transcript": "real transcript",
}
HEAD = "| | precision | recall | F1 | made | asked |\n|---|---|---|---|---|---|\n"


def write_page(path: Path, halves: Mapping[str, Sequence[Text]]) -> None:
    """Write docs/quality.md anew from scored texts by half."""
    parts = [
        "# Quality\n\nWritten by `make eval` from the gold files; no figure is put in by hand. A statement is right when "
        "its ends, predicate,\npolarity and line are those of the gold; *strictly* also its modality and types. The half "
        "kept apart was written by people\nwho had not seen the rules, and no rule was made for it.\n"
    ]
    for half, texts in halves.items():
        parts.append(f"\n## The {NAMES.get(half, half)} ({len(texts)} texts)\n\n{HEAD}{_measures(texts)}")
    judged = halves.get("kept", ())
    if judged:
        parts.append(f"\n## By predicate (half kept apart)\n\n{HEAD}{_by('predicate', judged)}")
        parts.append(f"\n## By modality (half kept apart)\n\n{HEAD}{_by('modality', judged)}")
        parts.append(
            "\n## Calibration (half kept apart)\n\nConfidence is measured on the development half and the samples.\n\n"
        )
        parts.append(_calibration(judged))
        parts.append(
            "\n## The ten worst errors (half kept apart)\n\nA denial told as a fact comes first, then what was surest.\n\n"
        )
        parts.append(_worst(judged))
    path.write_text("".join(parts), encoding="utf-8")


def measures(texts: Sequence[Text]) -> dict[str, Score]:
    """All, strictly, the negated alone, the affirmed that are not actual alone (strictly)."""
    return {
        "relation": total(texts),
        "strict": total(texts, strict=True),
        "negated": total(texts, only=lambda row: row["polarity"] == "negated"),
        "not actual": total(
            texts, True, lambda row: row["modality"] != "actual" and row["polarity"] == "affirmed"
        ),
    }


def _measures(texts: Sequence[Text]) -> str:
    return "".join(_line(name, result) for name, result in measures(texts).items())


def _by(key: str, texts: Sequence[Text]) -> str:
    values = sorted({row[key] for text in texts for row in (*text.rows, *text.gold.statements)})
    return "".join(_line(value, total(texts, only=_having(key, value))) for value in values)


def _having(key: str, value: str) -> Callable[[Row], bool]:
    return lambda row: row[key] == value


def _line(name: str, result: Score) -> str:
    shown = [f"{value:.3f}" for value in rates(result)]
    shown[0] = shown[0] if result.made else "–"
    shown[1] = shown[1] if result.asked else "–"
    return f"| {name} | {' | '.join(shown)} | {len(result.made)} | {len(result.asked)} |\n"


def _calibration(texts: Iterable[Text]) -> str:
    told = [(row["confidence"], right) for text in texts for row, right in judged(text)]
    lines = ["| confidence | statements | mean | right |\n|---|---|---|---|\n"]
    for low, high in pairwise(BINS):
        inside = [(confidence, right) for confidence, right in told if low <= confidence < high]
        if inside:
            mean = sum(confidence for confidence, _ in inside) / len(inside)
            share = sum(right for _, right in inside) / len(inside)
            lines.append(f"| {low:.2f} to {min(high, 1):.2f} | {len(inside)} | {mean:.3f} | {share:.3f} |\n")
    return "".join(lines)


def _worst(texts: Iterable[Text]) -> str:
    errors = [(_turned(text, row), row, text) for text in texts for row in score(text.gold, text.rows).wrong]
    errors.sort(key=lambda error: (not error[0], -error[1]["confidence"], error[2].gold.name, error[1]["id"]))
    lines = []
    for turned, row, text in errors[:WORST]:
        ends = f"{row['subject']['name']} {row['predicate']} {row['object']['name']}"
        kind = "a denial told as a fact: " if turned else ""
        quote = " ".join(row["evidence"][0]["quote"].split()).replace("|", "\\|")
        lines.append(f"- {kind}**{ends}** ({row['polarity']}, {row['modality']}, `{row['rule']}`, "
                     f"{row['confidence']:.2f}), {text.gold.name}: “{quote}”\n")  # fmt: skip
    return "".join(lines) or "None.\n"


def _turned(text: Text, row: Row) -> bool:
    """Whether the gold denies just what a statement affirms."""
    return row["polarity"] == "affirmed" and any(
        text.gold.fits(wanted, {**row, "polarity": "negated"})
        for wanted in text.gold.statements
        if wanted["polarity"] == "negated"
    )
