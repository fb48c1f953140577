"""What analytics take and give."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

# Runs the query for ties with these parameters added; rows as it returns them.
Ties = Callable[[Mapping[str, Any]], tuple[tuple[Any, ...], ...]]


@dataclass(frozen=True, slots=True)
class Way:
    """A path through the graph, ids of actors from end to end. `actor` is the one it is about, if any."""

    nodes: tuple[str, ...]
    score: float
    actor: str | None = None
    through: int = 0
