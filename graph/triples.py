"""Statements that are facts, by the two actors and the predicate they speak of; and the typed edges they come to."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from graph.edges import EdgeKey, Triple, make_edges
from graph.model import Edge, Statement
from graph.ontology import Ontology
from graph.shelves import Shelves
from graph.statements import bare
from graph.stories import Stories

# Triples whose facts may be others now, and of each the facts that came, or went (None).
Stale = defaultdict[Triple, dict[str, Statement | None]]


class Triples:
    """Facts under their triples. What is changed is noted as stale; `settle` makes those edges again."""

    def __init__(self, shelves: Shelves, ontology: Ontology, stories: Stories) -> None:
        self._ontology, self._stories = ontology, stories
        self._of = shelves.shelf("triple", tuple[str, str, str])
        self._facts = shelves.shelf("fact", dict[str, Statement])
        self._edges = shelves.shelf("edge", dict[EdgeKey, Edge])

    def join(self, statement: Statement, actors: Mapping[str, str], stale: Stale) -> None:
        """Put a statement under the triple it speaks of, if it is a fact about two actors (by mention)."""
        subject, object_ = actors[statement.subject], actors[statement.object]
        if statement.modality != "actual" or subject == object_:
            return
        if self._ontology.predicates[statement.predicate].symmetric:
            subject, object_ = sorted((subject, object_))
        triple = self._of[statement.id] = (subject, statement.predicate, object_)
        stale[triple][statement.id] = bare(statement)

    def part(self, statement: str, stale: Stale) -> None:
        """Take a statement from the triple it spoke of, if any."""
        triple = self._of.pop(statement, None)
        if triple is not None:
            stale[triple][statement] = None

    def doubt(self, statement: str, stale: Stale) -> None:
        """Have the edges of the triple that a statement speaks of made again: its document tells another story."""
        triple = self._of.get(statement)
        if triple is not None:
            stale.setdefault(triple, {})

    def settle(self, stale: Stale) -> dict[EdgeKey, Edge | None]:
        """The edges that are others now; None for one that is gone."""
        changed: dict[EdgeKey, Edge | None] = {}
        for triple, moved in sorted(stale.items()):
            key = "\x1f".join(triple)
            facts = {name: fact for name, fact in self._facts.get(key, {}).items() if name not in moved}
            facts |= {name: fact for name, fact in moved.items() if fact is not None}
            if moved:
                self._facts.put(key, facts)
            dates = {fact.document: self._stories.dates.get(fact.document) for fact in facts.values()}
            event = self._ontology.predicates[triple[1]].nature == "event"
            edges = make_edges(triple, facts.values(), dates, event, self._stories.of)
            old = self._edges.get(key, {})
            if edges != old:
                self._edges.put(key, edges)
            changed |= {key: edge for key, edge in edges.items() if edge != old.get(key)}
            changed |= dict.fromkeys(old.keys() - edges.keys())
        return changed

    def edges(self) -> Iterator[tuple[EdgeKey, Edge]]:
        """All edges."""
        for edges in self._edges.values():
            yield from edges.items()
