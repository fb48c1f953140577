"""Actors that shortest paths between two groups pass through: betweenness with sampled sources.

Brandes, "A faster algorithm for betweenness centrality" (2001), restricted to sources in one group and
targets in the other; sources are sampled as in Brandes and Pich, "Centrality estimation in large
networks" (2007).
"""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.analytics.ways import Ties, Way

Numbers = NDArray[np.int64]
Shares = NDArray[np.float64]


def find_brokers(ties: Ties, groups: Sequence[Iterable[str]], options: Mapping[str, Any]) -> list[Way]:
    """The actors between two groups, each with a shortest path through it, the highest share first.

    `ties` gives rows of two lists of the same length: actors, and the actor that each is tied to. The
    score is the share of the pairs (a sampled source, a target within reach) whose shortest paths pass
    through the actor; where there are several shortest paths, each counts for its part. Options: samples
    (200), seed (1), steps, the longest path (4), and limit (10).
    """
    names, starts, ends = _numbered(ties({}))
    place = {name: number for number, name in enumerate(names)}
    one, two = ({place[name] for name in group if name in place} for group in groups)
    sources, targets = sorted(one - two), sorted(two - one)
    picked = random.Random(int(options.get("seed", 1))).sample(
        sources, min(len(sources), int(options.get("samples", 200)))
    )
    graph = _rows(len(names), starts, ends)
    between, pairs, reached = np.zeros(len(names)), 0, dict[int, list[Numbers]]()
    goal = np.zeros(len(names), dtype=bool)
    goal[targets] = True
    if not targets:
        return []
    for source in picked:
        levels, paths = _search(graph, source, goal, int(options.get("steps", 4)))
        share, found = _shares(graph, levels, paths, goal)
        share[source] = 0.0
        between += share
        pairs += found
        if len(reached) < 20 and found:
            reached[source] = levels
    best = np.argsort(-between, kind="stable")[: int(options.get("limit", 10))]
    ways = []
    for number in map(int, best):
        if between[number] > 0:
            nodes = _through(graph, reached, number, goal) or (number,)
            ways.append(Way(tuple(names[n] for n in nodes), float(between[number]) / pairs, names[number]))
    return ways


class _Graph:
    """Neighbours by row: those of n are `ends[first[n]:first[n + 1]]`."""

    def __init__(self, first: Numbers, ends: Numbers) -> None:
        self.first, self.ends = first, ends

    def around(self, nodes: Numbers) -> tuple[Numbers, Numbers]:
        """All neighbours of these nodes, and for each the place of its node among them."""
        counts = self.first[nodes + 1] - self.first[nodes]
        owner = np.repeat(np.arange(len(nodes)), counts)
        within = np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)
        return self.ends[np.repeat(self.first[nodes], counts) + within], owner


def _numbered(rows: Sequence[Sequence[Any]]) -> tuple[list[str], Numbers, Numbers]:
    """Names in order, and by their places in it the two ends of every tie."""
    starts, ends = ([*chain.from_iterable(lists)] for lists in zip(*rows, strict=True)) if rows else ([], [])
    names = sorted({*starts, *ends})
    place = {name: number for number, name in enumerate(names)}.__getitem__
    one, two = (np.fromiter(map(place, side), np.int64, len(side)) for side in (starts, ends))
    return names, one, two


def _rows(size: int, starts: Numbers, ends: Numbers) -> _Graph:
    """An undirected graph without loops and parallel ties."""
    keys = np.sort(np.concatenate((starts * size + ends, ends * size + starts)))
    keys = keys[np.diff(keys, prepend=-1) > 0]  # sorting is ten times as quick as np.unique's hashes
    left, right = keys // max(size, 1), keys % max(size, 1)
    apart = left != right
    left, right = left[apart], right[apart]
    return _Graph(np.searchsorted(left, np.arange(size + 1)), right)


def _search(graph: _Graph, source: int, goal: NDArray[np.bool_], steps: int) -> tuple[list[Numbers], Shares]:
    """Nodes by distance from the source, up to the last that holds a new target, and how many shortest
    paths lead to each node."""
    paths = np.zeros(len(goal))
    paths[source] = 1.0
    distance = np.full(len(goal), -1)
    distance[source] = 0
    levels = [np.array([source])]
    last = 1
    for step in range(1, steps + 1):
        left = np.flatnonzero(goal & (distance < 0))
        if not len(left) or not len(levels[-1]):
            break
        if step == steps:  # only targets matter now: look back from them
            around, owner = graph.around(left)
            back = distance[around] == step - 1
            weights = np.bincount(owner[back], weights=paths[around[back]], minlength=len(left))
            fresh = left[weights > 0]
            paths[fresh] = weights[weights > 0]
        else:
            around, owner = graph.around(levels[-1])
            new = distance[around] < 0
            around = around[new]
            leading = np.bincount(around, weights=paths[levels[-1]][owner[new]], minlength=len(goal))
            paths += leading
            fresh = np.flatnonzero(leading)
        distance[fresh] = step
        levels.append(fresh)
        last = len(levels) if goal[fresh].any() else last
    return levels[:last], paths


def _shares(
    graph: _Graph, levels: Sequence[Numbers], paths: Shares, goal: NDArray[np.bool_]
) -> tuple[Shares, int]:
    """For each node the number of targets reached through it, by the part of the shortest paths."""
    share = np.zeros(len(goal))
    distance = np.full(len(goal), -1)
    for number, nodes in enumerate(levels):
        distance[nodes] = number
    found = 0
    for number in range(len(levels) - 1, 0, -1):
        nodes = levels[number]
        found += int(goal[nodes].sum())
        nodes = nodes[goal[nodes] | (share[nodes] > 0)]
        around, owner = graph.around(nodes)
        back = distance[around] == number - 1
        around, owner = around[back], owner[back]
        part = (share[nodes] + goal[nodes]) / paths[nodes]
        share += np.bincount(around, weights=paths[around] * part[owner], minlength=len(goal))
    return share, found


def _through(
    graph: _Graph, reached: Mapping[int, Sequence[Numbers]], node: int, goal: NDArray[np.bool_]
) -> tuple[int, ...] | None:
    """A shortest path from a source over this node to a target, of those searches that were kept."""
    for source, levels in reached.items():
        number = next((n for n, nodes in enumerate(levels) if node in nodes), None)
        if not number:
            continue
        back = [node]
        for nodes in reversed(levels[:number]):
            back.append(int(np.intersect1d(graph.around(np.array([back[-1]]))[0], nodes)[0]))
        ahead = next(_onward(graph, levels, number, (node,), goal), None)
        if ahead is not None and back[-1] == source:
            return (*reversed(back), *ahead[1:])
    return None


def _onward(
    graph: _Graph, levels: Sequence[Numbers], number: int, way: tuple[int, ...], goal: NDArray[np.bool_]
) -> Iterator[tuple[int, ...]]:
    if number + 1 >= len(levels):
        return
    nexts = np.intersect1d(graph.around(np.array([way[-1]]))[0], levels[number + 1])
    hits = nexts[goal[nexts]]
    if len(hits):
        yield (*way, int(hits[0]))
        return
    for node in nexts[:50]:
        yield from _onward(graph, levels, number + 1, (*way, int(node)), goal)
