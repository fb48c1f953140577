"""Statements compared with a gold file: what is right, missed, and made beside it.

A gold file lists entities with the names they go by, and statements with the line that carries them; `required`
ones must be found, the others may be, and anything else counts as wrong. A statement is right when a gold one has
its ends (in either order where the predicate is symmetric), its predicate or an accepted other, its polarity, and
a line at most one away from its evidence. `strict` also asks for the modality and the types of both ends.
"""

import bisect
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]
ALIKE = (
    frozenset({"Company", "Organization", "PublicBody"}),
    frozenset({"Asset", "Company"}),
    frozenset({"Organization", "State"}),
    frozenset({"Place", "State"}),
)


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold file: its statements, the entities that a name may mean, and where lines begin."""

    name: str
    statements: tuple[Row, ...]
    names: Mapping[str, frozenset[str]]
    types: Mapping[str, str]
    starts: tuple[int, ...]
    symmetric: frozenset[str]

    def who(self, end: Row) -> frozenset[str]:
        """The entities that an end of a statement may be; its own name where none is listed."""
        for name in (end["name"], *(end.get("aliases") or ())):
            if fold(name) in self.names:
                return self.names[fold(name)]
        return frozenset({end["name"]})

    def lines(self, row: Row) -> frozenset[int]:
        """The lines that a statement's evidence touches, counted from 1."""
        found: set[int] = set()
        for place in row["evidence"]:
            last = max(place["start"], place["end"] - 1)
            found |= set(
                range(bisect.bisect(self.starts, place["start"]), bisect.bisect(self.starts, last) + 1)
            )
        return frozenset(found)

    def fits(self, wanted: Row, row: Row, strict: bool = False) -> bool:
        """Whether a statement is the one that the gold asks for."""
        if row["predicate"] not in {wanted["predicate"], *wanted.get("alt", ())}:
            return False
        near = {wanted["line"] - 1, wanted["line"], wanted["line"] + 1}
        if row["polarity"] != wanted["polarity"] or not near & self.lines(row):
            return False
        subject, object_ = self.who(row["subject"]), self.who(row["object"])
        ends = [frozenset({wanted[side], *wanted.get(f"alt_{side}", ())}) for side in ("subject", "object")]
        straight = subject & ends[0] and object_ & ends[1]
        crossed = row["predicate"] in self.symmetric and subject & ends[1] and object_ & ends[0]
        if not straight and not crossed:
            return False
        return not strict or (
            row["modality"] in {wanted["modality"], *wanted.get("alt_modality", ())}
            and self._typed(row["subject"], subject)
            and self._typed(row["object"], object_)
        )

    def _typed(self, end: Row, names: Iterable[str]) -> bool:
        wanted = [self.types[name] for name in names if name in self.types]
        return not wanted or any(
            end["type"] == kind or any({end["type"], kind} <= pair for pair in ALIKE) for kind in wanted
        )


@dataclass(frozen=True, slots=True)
class Score:
    """Statements made (each fact once) with those that are wrong, and those asked for with those missed."""

    made: tuple[Row, ...]
    wrong: tuple[Row, ...]
    asked: tuple[Row, ...]
    missed: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """One text with its gold and the statements made of it."""

    half: str
    gold: Gold
    rows: tuple[Row, ...]


def read_gold(path: Path, text: str, symmetric: frozenset[str]) -> Gold:
    """Read a gold file. `text` is the document it speaks of, `symmetric` the predicates without direction."""
    data = json.loads(path.read_text(encoding="utf-8"))
    names: dict[str, set[str]] = {}
    for entity in data["entities"]:
        for name in (entity["name"], *entity["aliases"]):
            names.setdefault(fold(name), set()).add(entity["name"])
    return Gold(
        name=path.name.removesuffix(".expected.json"),
        statements=tuple(data["statements"]),
        names={name: frozenset(found) for name, found in names.items()},
        types={entity["name"]: entity["type"] for entity in data["entities"]},
        starts=(0, *(place + 1 for place, character in enumerate(text) if character == "\n")),
        symmetric=symmetric,
    )


def score(
    gold: Gold, rows: Sequence[Row], strict: bool = False, only: Callable[[Row], bool] = lambda row: True
) -> Score:
    """Compare statements with a gold file; `only` restricts both sides."""
    made: dict[tuple[object, ...], Row] = {}
    for row in filter(only, rows):
        key = (gold.who(row["subject"]), row["predicate"], gold.who(row["object"]), row["polarity"])
        made.setdefault((*key, gold.lines(row), row["modality"] if strict else ""), row)
    wrong = [row for row in made.values() if not any(gold.fits(g, row, strict) for g in gold.statements)]
    asked = [g for g in gold.statements if g["required"] and only(g)]
    missed = [g for g in asked if not any(gold.fits(g, row, strict) for row in rows)]
    return Score(tuple(made.values()), tuple(wrong), tuple(asked), tuple(missed))


def total(
    texts: Iterable[Text], strict: bool = False, only: Callable[[Row], bool] = lambda row: True
) -> Score:
    """The scores of several texts as one."""
    scores = [score(text.gold, text.rows, strict, only) for text in texts]
    return Score(
        tuple(row for one in scores for row in one.made),
        tuple(row for one in scores for row in one.wrong),
        tuple(row for one in scores for row in one.asked),
        tuple(row for one in scores for row in one.missed),
    )


def judged(text: Text) -> Iterator[tuple[Row, bool]]:
    """Each statement made of a text, and whether it is right."""
    wrong = {row["id"] for row in score(text.gold, text.rows).wrong}
    yield from ((row, row["id"] not in wrong) for row in text.rows)


def rates(result: Score) -> tuple[float, float, float]:
    """Precision, recall and F1; 0 where nothing was made or asked for."""
    precision = 1 - len(result.wrong) / len(result.made) if result.made else 0.0
    recall = 1 - len(result.missed) / len(result.asked) if result.asked else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def fold(name: str) -> str:
    """A name without case, article and possessive."""
    name = " ".join(name.replace("’", "'").lower().split())
    for article in ("the ", "a ", "an "):
        name = name.removeprefix(article)
    return name.removesuffix("'s")
