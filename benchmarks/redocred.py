"""How right extraction is on Wikipedia introductions that nobody here wrote (Re-DocRED, Tan et al., EMNLP 2022).

    python benchmarks/redocred.py [--extras N [--unread]] [--misses N] [--predicate P]

Reads ../shared/redocred/dev.json. A statement is judged where both its ends are entities of the gold and its
predicate is mapped to properties of Wikidata; it is right if the gold has one of them between the two. Recall is asked
of the gold's facts whose ends are named in one sentence. `--extras N` prints N statements that the gold
lacks, drawn with a fixed seed: benchmarks/redocred.toml keeps the verdicts on those read by hand, and precision
is told again with only those judged wrong counted as wrong. Where the extras that count are fewer than N, the rest is
drawn from those beside the gold (mapped predicates with an end that it does not list, such as a pronoun); their
precision is told on its own line.
"""

import argparse
import json
import random
import sys

sys.path.append(sys.path.pop(0))  # this folder holds a file of the name of our package: ours comes first

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from verdicts import Extra, draw, read_verdicts, stale, weigh

from extract import make_extractor
from graph.model import Document, Extraction, InputError, Statement, document_id

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "redocred" / "dev.json"
VERDICTS = ROOT / "benchmarks" / "redocred.toml"
BARS = {"precision": 0.75, "recall": 0.15, "judged": 0.85}
# Properties of Wikidata by predicate; those in BACKWARD run from the object of ours to its subject.
PROPERTIES: Mapping[str, tuple[str, ...]] = {
    "HEADS": ("P6", "P35", "P169", "P488"),
    "OWNS": ("P127", "P749", "P355"),
    "WORKS_FOR": ("P108",),
    "MEMBER_OF": ("P463", "P102"),
    "FOUNDED": ("P112",),
    "BASED_IN": ("P159",),
    "CITIZEN_OF": ("P27",),
    "EDUCATED_AT": ("P69",),
    "RELATIVE_OF": ("P22", "P25", "P26", "P40", "P3373"),
}
# What says the same of other kinds of ends: right where it is said, but never asked for.
ALLOWED: Mapping[str, tuple[str, ...]] = {
    "BASED_IN": (
        "P17",
        "P131",
        "P276",
        "P495",
        "P740",
    ),  # country, district, place, origin of an organisation
    "WORKS_FOR": ("P241",),  # military branch
    "MEMBER_OF": ("P361",),  # part of
    "FOUNDED": ("P170",),  # creator
}
BACKWARD = {"P6", "P35", "P169", "P488", "P127", "P749", "P112", "P170"}
SEED = 20


@dataclass(frozen=True, slots=True)
class Gold:
    """One text with its entities by character offset, and its facts as (subject, predicate, object)."""

    document: Document
    spans: tuple[tuple[int, int, int], ...]
    types: tuple[str, ...]
    facts: frozenset[tuple[int, str, int]]
    near: frozenset[tuple[int, str, int]]

    def entity(self, start: int, end: int) -> int | None:
        """The entity whose mention shares most with a span."""
        shared = [(min(end, stop) - max(start, begin), entity) for begin, stop, entity in self.spans]
        best = max(shared, default=(0, -1))
        return best[1] if best[0] > 0 else None

    def name(self, entity: int) -> str:
        """An entity in the words of its first mention."""
        begin, stop = next((begin, stop) for begin, stop, number in self.spans if number == entity)
        return self.document.text[begin:stop]

    def sentence(self, fact: tuple[int, str, int]) -> str:
        """Where the ends of a fact stand closest to each other, with some words around."""
        ends = [[span for span in self.spans if span[2] == entity] for entity in (fact[0], fact[2])]
        pair = min(((a, b) for a in ends[0] for b in ends[1]), key=lambda pair: abs(pair[0][0] - pair[1][0]))
        begin, stop = min(span[0] for span in pair), max(span[1] for span in pair)
        return self.document.text[max(0, begin - 40) : stop + 60]


@dataclass(slots=True)
class Tally:
    """Counts by predicate, and the statements that the gold lacks."""

    right: Counter[str] = field(default_factory=Counter)
    made: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    got: Counter[str] = field(default_factory=Counter)
    found: set[tuple[str, int, str, int]] = field(default_factory=set)
    extras: list[Extra] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)


def read_gold(data: Iterable[Mapping[str, Any]]) -> Iterator[Gold]:
    """Texts with their offsets, put together again from tokens."""
    for entry in data:
        text, starts = _join(entry["sents"])
        spans, sentences = [], []
        for number, cluster in enumerate(entry["vertexSet"]):
            sentences.append({mention["sent_id"] for mention in cluster})
            for mention in cluster:
                places = starts[mention["sent_id"]]
                first, last = mention["pos"]
                spans.append((places[first][0], places[last - 1][1], number))
        facts = set(_facts(entry["labels"], PROPERTIES))
        near = {fact for fact in facts if sentences[fact[0]] & sentences[fact[2]]}
        types = tuple(cluster[0]["type"] for cluster in entry["vertexSet"])
        document = Document(document_id(text.encode()), (entry["title"],), text, title=entry["title"])
        said = frozenset(facts | set(_facts(entry["labels"], ALLOWED)))
        yield Gold(document, tuple(spans), types, said, frozenset(near))


def _join(sentences: Iterable[Iterable[str]]) -> tuple[str, list[list[tuple[int, int]]]]:
    text, places, opened = "", [], False
    for sentence in sentences:
        row: list[tuple[int, int]] = []
        for token in sentence:
            closes = token == '"' and opened
            tight = token[0] in ",.;:!?)]%'" or closes or text.endswith(("(", "[", "$", "£", "€")) or not text
            if token == "-" or text.endswith("-"):
                tight = True
            if token == '"':
                opened = not opened
            elif text.endswith('"') and opened:
                tight = True
            text += token if tight else f" {token}"
            row.append((len(text) - len(token), len(text)))
        places.append(row)
    return text, places


def _facts(
    labels: Iterable[Mapping[str, Any]], mapping: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[int, str, int]]:
    for label in labels:
        for predicate, properties in mapping.items():
            if label["r"] in properties:
                ends = (label["h"], label["t"])
                subject, object_ = ends[::-1] if label["r"] in BACKWARD else ends
                yield subject, predicate, object_
                if predicate == "RELATIVE_OF":
                    yield object_, predicate, subject


def judge(gold: Gold, extraction: Extraction, tally: Tally) -> None:
    """Count the statements of one text."""
    names = {mention.id: mention.name for mention in extraction.mentions}
    for statement in extraction.statements:
        if statement.predicate not in PROPERTIES or statement.polarity != "affirmed":
            continue
        evidence = statement.evidence[0]
        subject = gold.entity(evidence.subject.start, evidence.subject.end)
        object_ = gold.entity(evidence.object.start, evidence.object.end)
        if subject == object_ is not None:
            continue
        # P159 is told of organisations only
        person = statement.predicate == "BASED_IN" and subject is not None and gold.types[subject] == "PER"
        if subject is None or object_ is None or person:
            tally.extras.append(_extra(gold, statement, names, beside=True))
            continue
        tally.made[statement.predicate] += 1
        fact = (subject, statement.predicate, object_)
        if fact in gold.facts:
            tally.right[statement.predicate] += 1
            tally.found.add((gold.document.id, *fact))
        else:
            tally.extras.append(_extra(gold, statement, names, beside=False))
    for fact in sorted(fact for fact in gold.near if not _twice(fact)):
        tally.asked[fact[1]] += 1
        if {(gold.document.id, *fact), (gold.document.id, *fact[::-1])} & tally.found:
            tally.got[fact[1]] += 1
        else:
            ends = f"{gold.name(fact[0])} {fact[1]} {gold.name(fact[2])}"
            tally.missed.append(f"{ends} «{gold.sentence(fact)}»")


def _extra(gold: Gold, statement: Statement, names: Mapping[str, str], beside: bool) -> Extra:
    evidence = statement.evidence[0]
    key = (gold.document.title, evidence.subject.surface, statement.predicate, evidence.object.surface)
    ends = f"{names[statement.subject]} {statement.predicate} {names[statement.object]}"
    status = f"{ends} ({statement.modality}, current {statement.current})"
    return Extra(key, beside, statement.rule, status, " ".join(evidence.quote.split()))


def tell_verdicts(tally: Tally) -> None:
    """Print precision as the verdicts have it, and complain where they no longer fit what is made."""
    verdicts = read_verdicts(VERDICTS)
    counted, beside = ([one for one in tally.extras if one.beside is side] for side in (False, True))
    here, there = weigh(counted, verdicts), weigh(beside, verdicts)
    right = tally.right.total()
    print(f"redocred_judged precision {here.precision(right):.2f} (bar {BARS['judged']})")
    print(f"  with the arguable as wrong {here.precision(right, strict=True):.2f}")
    print(f"  {here.made} extras, {here.read} read: {here.wrong} wrong, {here.arguable} arguable")
    print(f"redocred_beside precision {there.precision(0):.2f}, of {there.made} with an end the gold lacks")
    print(f"  {there.read} read: {there.wrong} wrong, {there.arguable} arguable")
    if here.read < here.made:
        print(f"! {here.made - here.read} extras that count have no verdict: read them (--extras N --unread)")
    if gone := stale(tally.extras, verdicts):
        print(
            f"! {len(gone)} of {len(verdicts)} verdicts are on statements no longer made; they are left out"
        )


def main() -> int:
    """Print precision and recall by predicate and together."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--extras", type=int, default=0, help="print so many statements that the gold lacks")
    parser.add_argument("--unread", action="store_true", help="only extras without a verdict")
    parser.add_argument("--misses", type=int, default=0, help="print so many facts that were not found")
    parser.add_argument("--predicate", default="", help="only extras of this predicate")
    given = parser.parse_args()
    if not DATA.exists():
        print(f"skipped: {DATA} is not here")
        return 0
    golds = list(read_gold(json.loads(DATA.read_text(encoding="utf-8"))))
    tally = Tally()
    for gold, extraction in zip(
        golds, make_extractor().documents(gold.document for gold in golds), strict=True
    ):
        judge(gold, extraction, tally)
    asked, got = tally.asked, tally.got
    for predicate in PROPERTIES:
        print(
            f"{predicate:12} precision {_share(tally.right[predicate], tally.made[predicate])} of "
            f"{tally.made[predicate]:4}  recall {_share(got[predicate], asked[predicate])} of {asked[predicate]}"
        )
    precision = tally.right.total() / max(1, tally.made.total())
    print(f"redocred precision ratio {precision:.3f} (bar {BARS['precision']})")
    print(f"redocred recall ratio {got.total() / asked.total():.3f} (bar {BARS['recall']})")
    if VERDICTS.exists():
        try:
            tell_verdicts(tally)
        except InputError as error:
            print(error, file=sys.stderr)
            return 2
    read = read_verdicts(VERDICTS) if given.unread and VERDICTS.exists() else {}
    extras = [one for one in tally.extras if given.predicate in one.key[2] and one.key not in read]
    for one in draw(extras, given.extras, SEED):
        print(f"- {one.key[0]}: {' '.join(one.key[1:])}{' (beside)' if one.beside else ''}")
        print(f"  {one.ends} {one.rule} «{one.quote}»")
    missed = [fact for fact in tally.missed if f" {given.predicate}" in fact]
    for fact in random.Random(SEED).sample(missed, min(given.misses, len(missed))):
        print(f"- missed {fact}")
    return 0


def _twice(fact: tuple[int, str, int]) -> bool:
    """Whether a symmetric fact is met in the other direction too."""
    return fact[1] == "RELATIVE_OF" and fact[0] > fact[2]


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "  –  "


if __name__ == "__main__":
    sys.exit(main())
