"""Statements that a gold file lacks, and what a reader found them to be: true, wrong or arguable.

A gold set that is not complete counts as false what its annotators left out. So its extras are read by
hand, each in its sentence: "true" if the sentence says it, "wrong" if it does not, "arguable" where a careful
reader could hold either. Verdicts are kept by title, ends and predicate and bind to what is made now.
"""

import random
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.model import InputError

WORDS = frozenset({"true", "wrong", "arguable"})
KEYS = ("title", "subject", "predicate", "object")
Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True, order=True)
class Extra:
    """One statement that the gold lacks. `beside` if the gold does not list one of its ends, so cannot count it."""

    key: Key
    beside: bool
    rule: str
    ends: str
    quote: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What the verdicts say of extras: how many were read, with counts by verdict; `made` extras there are."""

    made: int
    read: int
    wrong: int
    arguable: int

    def precision(self, right: int, strict: bool = False) -> float:
        """Precision when the share of wrong ones among those read holds for all extras.

        `right` statements are known to be right. `strict` counts the arguable as wrong. 0 if none was read
        though there are extras.
        """
        if not self.read:
            return float(not self.made)
        share = (self.wrong + (self.arguable if strict else 0)) / self.read
        return 1 - share * self.made / (self.made + right)


def read_verdicts(path: Path) -> Mapping[Key, str]:
    """Verdicts by key; raises InputError on a key or word that is not known, or a verdict given twice."""
    found: dict[Key, str] = {}
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("verdict", [])
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path.name}: {error}; mend the file") from None
    for number, entry in enumerate(entries, 1):
        where = f"{path.name}: verdict {number}"
        if any(not isinstance(entry.get(name), str) for name in (*KEYS, "verdict", "note")):
            raise InputError(f"{where} lacks one of {', '.join(KEYS)}, verdict, note; add it")
        key = (entry["title"], entry["subject"], entry["predicate"], entry["object"])
        if entry["verdict"] not in WORDS:
            raise InputError(f"{where} is «{entry['verdict']}»; write one of {', '.join(sorted(WORDS))}")
        if key in found:
            raise InputError(f"{where} judges {' '.join(key[1:])} of «{key[0]}» again; keep one")
        found[key] = entry["verdict"]
    return found


def draw(extras: Iterable[Extra], count: int, seed: int) -> list[Extra]:
    """So many extras by chance, each key once: those that count first, then those beside the gold."""
    chance = random.Random(seed)
    ordered = sorted({one.key: one for one in sorted(extras)}.values())
    counted, beside = ([one for one in ordered if one.beside is side] for side in (False, True))
    drawn = chance.sample(counted, min(count, len(counted)))
    return drawn + chance.sample(beside, min(count - len(drawn), len(beside)))


def weigh(extras: Sequence[Extra], verdicts: Mapping[Key, str]) -> Reading:
    """Count the verdicts on extras; those without one are in `made` alone."""
    words = [verdicts[one.key] for one in extras if one.key in verdicts]
    return Reading(len(extras), len(words), words.count("wrong"), words.count("arguable"))


def stale(extras: Iterable[Extra], verdicts: Mapping[Key, str]) -> list[Key]:
    """Verdicts on statements that are no longer made, or that the gold now holds."""
    return sorted(verdicts.keys() - {one.key for one in extras})
