"""What a build did, as a value and as a table."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

COUNTS = {
    "statements": """
MATCH (s:Statement)
RETURN CASE WHEN s.kind = 'registry' THEN 'from the registry' WHEN s.polarity = 'negated' THEN 'denied'
            WHEN s.modality = 'actual' THEN 'affirmed' WHEN s.modality = 'intended' THEN 'planned'
            ELSE s.modality END AS name, count(*) AS n
ORDER BY n DESC, name
""",
    "predicates": """
MATCH (s:Statement) WHERE coalesce(s.kind, 'text') <> 'registry'
RETURN s.predicate AS name, count(*) AS n ORDER BY n DESC, name
""",
    "actors": """
MATCH (a:Actor) WHERE coalesce(a.mentioned, true) UNWIND labels(a) AS name WITH name WHERE name <> 'Actor'
RETURN name, count(*) AS n ORDER BY n DESC, name
""",
}
REGISTERED = "MATCH (a:Actor) WHERE NOT coalesce(a.mentioned, true) RETURN count(a) AS n"
DOCUMENTS = """
MATCH (d:Document) WHERE NOT d.id STARTS WITH 'reg-'
RETURN count(d) AS documents, count(DISTINCT d.story) AS stories
"""


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was not read, and why, in one line that names it; `skipped` is sound, but not English or of another kind."""

    path: str
    reason: str
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did (`read` to `seconds`), and what the store holds afterwards.

    `read` and `unchanged` name sources; `skipped` are sound, but not English or of another kind. `stories` are the
    independent ones among the documents held: a story and its copies are one. `actors` are those that documents
    mention, `registered` how many stand beside them because only the registry speaks of them.
    """

    read: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    skipped: tuple[Refusal, ...] = ()
    refused: tuple[Refusal, ...] = ()
    removed: tuple[str, ...] = ()
    words: int = 0
    seconds: float = 0.0
    documents: int = 0
    stories: int = 0
    statements: Mapping[str, int] = field(default_factory=dict)
    predicates: Mapping[str, int] = field(default_factory=dict)
    actors: Mapping[str, int] = field(default_factory=dict)
    registered: int = 0


def why(refusal: Refusal) -> str:
    """The reason alone, without the name it begins with."""
    return refusal.reason.removeprefix(refusal.path).removeprefix(":").strip()


def table(report: Report) -> Iterator[tuple[str, int, str]]:
    """What became of the documents: outcome, how many, and more about it; the refused by reason."""
    rate = report.words / report.seconds if report.seconds else 0.0
    speed = f"{report.words:,} words in {report.seconds:.1f} s, {rate:,.0f} words a second"
    yield "read", len(report.read), speed if report.read else ""
    if report.unchanged:
        yield "unchanged", len(report.unchanged), "read before, by the same rules"
    if report.removed:
        yield "taken out", len(report.removed), "no longer there"
    for outcome, refusals in (("skipped", report.skipped), ("refused", report.refused)):
        for reason, number in Counter(map(why, refusals)).most_common():
            yield outcome, number, reason
