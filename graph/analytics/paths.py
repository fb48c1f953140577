"""The best paths between two groups of actors: well-founded ties, few steps, no hubs on the way."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, pairwise
from math import log
from typing import Any

import networkx as nx

from graph.analytics.ways import Ties, Way

# Each step more and each hub passed lower a path's score by these factors.
STEP, HUB = 0.6, 0.1
READ = 60_000


def find_paths(ties: Ties, groups: Sequence[Iterable[str]], options: Mapping[str, Any]) -> list[Way]:
    """The few best paths from one group to the other, best first.

    `ties` runs with `$frontier`, ids, and gives rows: one of them, an actor tied to it, the strength of
    the tie (above 0, up to 1), whether that actor is a hub. A hub is passed through, but not searched
    from. The score of a path is the product of its strengths, times 0.6 for each step after the first,
    times 0.1 for each hub on the way. Search goes from both ends by turns, the smaller side first, one
    round further after they meet. Options: steps, the longest path (4), limit (5).
    """
    sides = tuple({str(name): 0 for name in group} for group in groups)
    steps = int(options.get("steps", 4))
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from((*sides[0], *sides[1]))
    frontiers = [list(side) for side in sides]
    depths, read, extra = [0, 0], 0, 1
    while sum(depths) < steps and read < READ and any(frontiers):
        if set(sides[0]) & set(sides[1]):
            if not extra:
                break
            extra -= 1
        turn = min((side for side in (0, 1) if frontiers[side]), key=lambda side: len(frontiers[side]))
        rows = ties({"frontier": frontiers[turn]})
        read += len(rows)
        depths[turn] += 1
        frontiers[turn] = _add(graph, sides[turn], rows, depths[turn])
    return _best(graph, sides, steps, int(options.get("limit", 5)))


def _add(
    graph: "nx.Graph[str]", side: dict[str, int], rows: Iterable[Sequence[Any]], depth: int
) -> list[str]:
    fresh = []
    for one, other, strength, hub in rows:
        if one == other:
            continue
        weight = -log(min(1.0, max(float(strength or 0.0), 0.01)))
        if not graph.has_edge(one, other) or graph.edges[one, other]["weight"] > weight:
            graph.add_edge(one, other, weight=weight)
        if hub:
            graph.nodes[other]["hub"] = True
        if other not in side:
            side[other] = depth
            if not hub:
                fresh.append(other)
    return fresh


def _narrow(whole: "nx.DiGraph[Any]", size: int) -> "nx.DiGraph[Any]":
    """The nodes that the cheapest ways from 0 to 1 pass: the best paths stay, and the search is short."""
    there = nx.single_source_dijkstra_path_length(whole, 0, weight="cost")
    back = nx.single_source_dijkstra_path_length(whole.reverse(copy=False), 1, weight="cost")
    both = sorted(
        (name for name in there if name in back), key=lambda name: (there[name] + back[name], str(name))
    )
    return whole.subgraph([0, 1, *both[:size]]).copy()


def _best(graph: "nx.Graph[str]", sides: Sequence[Mapping[str, int]], steps: int, limit: int) -> list[Way]:
    ends = [[name for name, depth in side.items() if depth == 0] for side in sides]
    if set(ends[0]) & set(ends[1]):
        return []
    near = [nx.multi_source_dijkstra_path_length(graph, set(end), weight=None, cutoff=steps) for end in ends]
    useful = graph.subgraph(
        name for name in near[0] if name in near[1] and near[0][name] + near[1][name] <= steps
    )
    whole: nx.DiGraph[Any] = nx.DiGraph()
    terminal = {*ends[0], *ends[1]}
    for one, other, tie in useful.edges(data=True):
        for start, end in ((one, other), (other, one)):
            cost = tie["weight"] - log(STEP)
            if end not in terminal and useful.nodes[end].get("hub"):
                cost -= log(HUB)
            whole.add_edge(start, end, cost=cost)
    for side, direction in ((ends[0], 1), (ends[1], -1)):
        for name in side:
            whole.add_edge(*((0, name) if direction > 0 else (name, 1)), cost=0.0)
    if not whole.has_node(0) or not whole.has_node(1):
        return []
    whole = _narrow(whole, steps * limit * 10)
    if not nx.has_path(whole, 0, 1):
        return []
    ways = []
    for nodes in islice(nx.shortest_simple_paths(whole, 0, 1, weight="cost"), 4 * limit):
        inner = tuple(nodes[1:-1])
        if len(inner) - 1 > steps or terminal & set(inner[1:-1]):
            continue
        cost = sum(whole.edges[pair]["cost"] for pair in pairwise(inner))
        ways.append(Way(inner, round(2.718281828459045 ** -(cost + log(STEP)), 4)))
    return ways[:limit]
