"""What a question found: rows with the chain of statements and the quotes behind each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from graph.questions.catalogue import Kind, Question
from graph.questions.quotes import Quote

Verdict = Literal["found", "denied", "near", "none"]
KINDS: tuple[Kind, ...] = ("answer", "insufficient", "exposure")


class Row(NamedTuple):
    """One row of an answer; `reasons` are the rows of other tiers, or other chains, that name its actor too.

    `actor`, `name` and `type` are empty where a row is about no single actor. `sources` is the number of
    independent documents behind the weakest link of its chain, `evidence` the kinds it comes from: text,
    list, registry or analyst. `regime` tells whose sanctions a row is about.
    """

    tier: str
    title: str
    kind: Kind
    actor: str
    name: str
    type: str
    score: float
    sentence: str
    status: str
    conditions: tuple[str, ...]
    statements: tuple[str, ...]
    regime: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    reasons: tuple["Row", ...] = ()
    sources: int = 0
    evidence: tuple[str, ...] = ()
    links: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question found: answers by tier and score, then what is not enough, then exposure.

    `left_out` is how many rows there are beyond the parameter `limit`, where the question has one.
    """

    question: Question
    parameters: Mapping[str, Any]
    rows: tuple[Row, ...]
    left_out: int = 0

    @property
    def verdict(self) -> Verdict:
        """Whether the question is answered; if not, whether the documents deny it, or say what is near."""
        if any(row.kind == "answer" for row in self.rows):
            return "found"
        denials = {tier.id for tier in self.question.tiers if tier.denial}
        if any(row.tier in denials for row in self.rows):
            return "denied"
        return "near" if self.rows else "none"

    def of(self, kind: Kind) -> tuple[Row, ...]:
        """The rows of one kind."""
        return tuple(row for row in self.rows if row.kind == kind)
