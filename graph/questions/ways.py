"""Tiers that an analytic computes: its ways through the graph as rows, each hop with its statements."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.analytics import ANALYTICS
from graph.questions.catalogue import Tier
from graph.questions.quotes import Query

HOPS = """
UNWIND $pairs AS pair
MATCH (a:Actor {id: pair[0]})-[r]->(b:Actor {id: pair[1]})
WHERE coalesce(r.kind, 'text') IN $kinds
RETURN a.id AS start, b.id AS stop, a.name AS subject, type(r) AS predicate, b.name AS object,
       r.statements AS statements, r.confidence AS confidence, r.current AS current
"""


def ways(tier: Tier, query: Query, values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows of a tier with an analytic: `actor`, `score`, `path`, `hops`, `statements`, `links`."""
    analytic = ANALYTICS[str(tier.analytic)]
    groups = [_listed(values[tier.options[name]]) for name in analytic.groups]
    options = {**tier.options, **({"limit": values["limit"]} if values.get("limit") else {})}
    found = analytic.run(lambda more: query(tier.ties, {**values, **more}).rows, groups, options)
    pairs = {pair for way in found for pair in zip(way.nodes, way.nodes[1:], strict=False)}
    hops = _hops(query, [*pairs, *((two, one) for one, two in pairs)], values["kinds"])
    rows = []
    for way in found:
        taken = [hops[pair] for pair in zip(way.nodes, way.nodes[1:], strict=False) if pair in hops]
        links = [list(hop["statements"]) for hop in taken]
        rows.append(
            {
                "actor": way.actor,
                "score": way.score,
                "hops": len(taken),
                "path": "; ".join(f"{hop['subject']} {_words(hop)} {hop['object']}" for hop in taken),
                "statements": [name for link in links for name in link],
                "links": links,
            }
        )
    return rows


def _hops(
    query: Query, pairs: Sequence[tuple[str, str]], kinds: Sequence[str]
) -> dict[tuple[str, str], dict[str, Any]]:
    """The strongest tie of each pair, either way round."""
    best: dict[tuple[str, str], dict[str, Any]] = {}
    if not pairs:
        return best
    answer = query(HOPS, {"pairs": [list(pair) for pair in sorted(pairs)], "kinds": kinds})
    same: dict[tuple[str, str, str], dict[str, Any]] = {}
    for values in answer.rows:
        hop = dict(zip(answer.columns, values, strict=True))
        other = same.setdefault((hop["start"], hop["predicate"], hop["stop"]), hop)
        if other is not hop:  # a text and the registry say it
            other["statements"] = [*other["statements"], *hop["statements"]]
            other["confidence"] = max(other["confidence"], hop["confidence"])
            other["current"] = hop["current"] if other["current"] == "unknown" else other["current"]
    for hop in same.values():
        for pair in ((hop["start"], hop["stop"]), (hop["stop"], hop["start"])):
            if pair not in best or _strength(hop) > _strength(best[pair]):
                best[pair] = hop
    return best


def _strength(hop: Mapping[str, Any]) -> tuple[float, str]:
    return float(hop["confidence"]) * (0.5 if hop["current"] == "no" else 1.0), str(hop["predicate"])


def _words(hop: Mapping[str, Any]) -> str:
    former = " (no longer)" if hop["current"] == "no" else ""
    return str(hop["predicate"]).lower().replace("_", " ") + former


def _listed(value: Any) -> list[str]:
    return list(value) if isinstance(value, list | tuple) else [value]
