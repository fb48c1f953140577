"""Rows that rest on texts alone: what only the registry says is taken out of them, or they go."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.questions.quotes import Query

KINDS = ("text", "list", "registry", "analyst")
SAID = """
UNWIND $ids AS id
MATCH (s:Statement {id: id})-[:SUBJECT]->(a:Actor), (s)-[:OBJECT]->(b:Actor)
RETURN s.id AS id, coalesce(s.kind, 'text') AS kind, a.id AS subject, s.predicate AS predicate, b.id AS object
"""


def from_texts(query: Query, chains: Iterable[Sequence[str]]) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Chains of statement ids that documents or lists hold together, each with those ids that they say.

    Statements with the same ends and predicate say one thing: where none of them is from a document,
    the chain is broken, and not given back.
    """
    wanted = {tuple(chain) for chain in chains}
    ids = sorted({name for chain in wanted for name in chain})
    said = {row[0]: (row[1], tuple(row[2:])) for row in (query(SAID, {"ids": ids}).rows if ids else ())}
    kept = {}
    for chain in wanted:
        things: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for name in chain:
            if name in said:
                things[said[name][1]] += [name] if said[name][0] != "registry" else []
        if all(things.values()):
            kept[chain] = tuple(name for name in chain if name not in said or said[name][0] != "registry")
    return kept
