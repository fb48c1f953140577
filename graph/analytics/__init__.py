"""What Cypher alone cannot compute well: each analytic has a name that a question file may give.

An analytic gets a function that runs the file's query for ties, and the members of its groups; it gives
ways through the graph, best first.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.analytics.brokers import find_brokers
from graph.analytics.paths import find_paths
from graph.analytics.ways import Ties, Way


@dataclass(frozen=True, slots=True)
class Analytic:
    """`groups` are the options that name groups of actors; `run` takes ties, those groups and all options."""

    groups: tuple[str, ...]
    run: Callable[[Ties, Sequence[Iterable[str]], Mapping[str, Any]], list[Way]]


ANALYTICS: Mapping[str, Analytic] = {
    "brokers": Analytic(("from", "to"), find_brokers),
    "paths": Analytic(("from", "to"), find_paths),
}
__all__ = ["ANALYTICS", "Analytic", "Ties", "Way"]
