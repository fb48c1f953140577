"""Judgements: which mentions an analyst's decision is about."""

from collections.abc import Iterable

from graph.model import Judgement, Mention, Reference, make_id
from graph.resolve.names import fold


def make_judgement(
    verdict: str, left: Reference, right: Reference, predicate: str | None = None, note: str = ""
) -> Judgement:
    """A judgement with its id; `same`, `different` and `unsure` do not depend on the order of the ends."""
    ends = [(end.source, end.spelling, end.type) for end in (left, right)]
    if predicate is None:
        ends.sort()
    name = make_id("jud", verdict, *ends[0], *ends[1], predicate or "")
    return Judgement(name, verdict, left, right, predicate, note)  # type: ignore[arg-type]


def refers_to(reference: Reference, mentions: Iterable[Mention]) -> frozenset[str]:
    """Ids of those `mentions` (of the document at the reference's source) that it names."""
    spelling = fold(reference.spelling)
    return frozenset(
        mention.id
        for mention in mentions
        if mention.type == reference.type
        and any(spelling == fold(known) for known in (mention.name, *mention.aliases))
    )
