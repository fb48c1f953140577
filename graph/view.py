"""The view of the records, kept up with them: actors, what points at them, typed edges.

A store asks it what a change touches and writes only that; `graph.build` asks it for the whole.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import networkx as nx

from graph.edges import EdgeKey
from graph.heirs import heirs_of
from graph.model import Document, Edge, Extraction, Judgement, Statement, from_registry, make_id
from graph.network import make_graph
from graph.ontology import Ontology
from graph.quoted import Quoted
from graph.records import check, same, used
from graph.resolve.clusters import Changes, Clusters
from graph.resolve.known import Known
from graph.shelves import Shelves
from graph.statements import (
    Link,
    Node,
    actor_node,
    document_node,
    edge_properties,
    evidence_links,
    judgement_node,
    mention_node,
    pointers,
    statement_node,
)
from graph.stories import Stories
from graph.triples import Stale, Triples


@dataclass(frozen=True, slots=True)
class Delta:
    """What a change did to the view. None stands for gone.

    `clusters` are actors and the mentions that refer to another one now, `pointing` the statements
    whose pointers are new, `edges` typed edges, `judgements` those that may be bound differently. `heirs`
    tells which actor one that is gone is now, where any is, `stories` the story of documents.
    `unquoted` and `quoted` are parts of the registry's files that no longer belong to it, and that do now.
    """

    clusters: Changes
    pointing: tuple[str, ...]
    edges: dict[EdgeKey, Edge | None] = field(default_factory=dict)
    judgements: tuple[str, ...] = ()
    heirs: dict[str, str] = field(default_factory=dict)
    stories: dict[str, str] = field(default_factory=dict)
    unquoted: tuple[Extraction, ...] = ()
    quoted: tuple[Extraction, ...] = ()


class View:
    """Records by document, and all that is computed from them."""

    def __init__(self, known: Mapping[str, Known], ontology: Ontology, texts_only: bool = False) -> None:
        self._ontology = ontology
        shelves = Shelves()
        self._clusters = Clusters(known, shelves)
        self._quoted = Quoted({} if texts_only else known, ontology)
        self._stories = Stories(shelves)
        self.records = shelves.shelf("record", Extraction)
        self.at: dict[str, str] = {}
        self.judgements: dict[str, Judgement] = {}
        self._actors: dict[str, str] = {}
        self._statements = shelves.shelf("statement", Statement)
        self._uses = shelves.shelf("use", set[str])
        self._triples = Triples(shelves, ontology, self._stories)

    def slim(self, extraction: Extraction) -> Extraction:
        """An extraction with a hash in place of the text, which need not be kept in memory.

        Raises UnicodeError for a text that is not valid Unicode.
        """
        document = extraction.document
        key = make_id("txt", document.text)
        self._stories.learn(key, document.text)
        return replace(extraction, document=replace(document, text=key))

    def arrival(self, extraction: Extraction) -> tuple[tuple[str, ...], tuple[Extraction, ...]]:
        """What putting an extraction means: document ids to take out, records to put in; empty if nothing.

        The same bytes at one more source add the source; a source whose bytes are new leaves its
        old document, which goes with its last one. Raises ValueError where the records do not hold together.
        """
        check(extraction, self._ontology)
        document = extraction.document
        old = self.records.get(document.id)
        sources = set(document.sources) | set(old.document.sources if old is not None else ())
        arrived = replace(extraction, document=replace(document, sources=tuple(sorted(sources))))
        gone, put = [], []
        for left in sorted({self.at[s] for s in document.sources if s in self.at} - {document.id}):
            gone.append(left)
            record = self.records[left]
            rest = tuple(s for s in record.document.sources if s not in document.sources)
            if rest:
                put.append(replace(record, document=replace(record.document, sources=rest)))
        if old is None or not same(old, arrived):
            gone += [document.id] if old is not None else []
            put.append(arrived)
        return tuple(gone), tuple(put)

    def change(
        self, gone: Iterable[str] = (), put: Iterable[Extraction] = (), judgements: Iterable[Judgement] = ()
    ) -> Delta:
        """Take documents out, put records in, and tell what that did to the view."""
        stale: Stale = defaultdict(dict)
        sources: set[str] = set()
        gone_records = [self.records.pop(document) for document in gone]
        put = list(put)
        for record in gone_records:
            sources |= set(record.document.sources)
            for source in record.document.sources:
                self.at.pop(source, None)
            self._clusters.remove(record.document.id)
            self._stories.remove(record.document)
            for statement in record.statements:
                self._unlink(statement, stale)
            for gone_mention in record.mentions:
                del self._actors[gone_mention.id]
        fresh: set[str] = set()
        for record in put:
            sources |= set(record.document.sources)
            self.records[record.document.id] = record
            self.at |= dict.fromkeys(record.document.sources, record.document.id)
            self._clusters.add(record.document, record.mentions)
            self._stories.add(record.document)
            fresh.update(self._link(record))
        unquoted, quoted = self._quote(gone_records, put, stale)
        for record in quoted:
            fresh.update(self._link(record))
        for judgement in judgements:
            self.judgements[judgement.id] = judgement
            self._clusters.judge(judgement)
            sources |= {judgement.left.source, judgement.right.source}
        clusters = self._clusters.settle()
        heirs = heirs_of(clusters, self._actors)
        self._actors |= clusters.moved
        pointing = fresh.union(*(self._uses.get(mention, ()) for mention in clusters.moved))
        for name in pointing:
            if name not in fresh:
                self._triples.part(name, stale)
            self._triples.join(self._statements[name], self._actors, stale)
        stories = self._stories.settle()
        for document in stories:
            for statement in self.records[document].statements:
                self._triples.doubt(statement.id, stale)
        touched = (j.id for j in self.judgements.values() if {j.left.source, j.right.source} & sources)
        edges, judged = self._triples.settle(stale), tuple(sorted(touched))
        pointed = tuple(sorted(pointing))
        return Delta(clusters, pointed, edges, judged, heirs, stories, tuple(unquoted), tuple(quoted))

    def pointers(self, statement: str) -> tuple[Link, ...]:
        """What a statement points at now."""
        return tuple(pointers(self._statements[statement], self._actors, self._statements))

    def judgement(self, judgement: str) -> Node:
        """The node of a judgement."""
        return judgement_node(self.judgements[judgement], self._clusters.bound(judgement))

    def delta(self) -> Delta:
        """The whole view, as a change from nothing."""
        actors = {actor.id: replace(actor, mentions=()) for actor in self._clusters.actors()}
        return Delta(
            Changes(dict(actors), dict(self._actors)),
            tuple(sorted(self._statements)),
            dict(self._triples.edges()),
            tuple(sorted(self.judgements)),
            stories=dict(self._stories.of),
            quoted=tuple(self._quoted.all()),
        )

    def quoted(self) -> frozenset[str]:
        """The ids of the registry's documents that belong to the view."""
        return self._quoted.documents()

    def graph(self) -> "nx.MultiDiGraph[str]":
        """Records and view as one graph."""
        nodes: list[Node] = []
        links: list[Link] = []
        for record in (*self.records.values(), *self._quoted.all()):
            nodes.append(document_node(record.document, self._stories.of.get(record.document.id)))
            for mention in record.mentions:
                nodes.append(mention_node(mention))
                links.append(Link(mention.id, "MENTIONED_IN", mention.document, "Document"))
                links.append(Link(mention.id, "REFERS_TO", self._actors[mention.id], "Actor"))
            for statement in record.statements:
                nodes.append(statement_node(statement))
                links += [*evidence_links(statement), *self.pointers(statement.id)]
        nodes += map(actor_node, self._clusters.actors())
        nodes += map(self.judgement, self.judgements)
        for (subject, predicate, object_, _), edge in self._triples.edges():
            links.append(Link(subject, predicate, object_, "Actor", edge_properties(edge)))
        return make_graph(nodes, links)

    def _quote(
        self, gone: Iterable[Extraction], put: Iterable[Extraction], stale: Stale
    ) -> tuple[list[Extraction], list[Extraction]]:
        """Let the registry's facts follow the mentions of the documents."""
        facts = self._quoted.change(
            (mention for record in gone for mention in record.mentions),
            (mention for record in put for mention in record.mentions),
        )
        unquoted, quoted = self._quoted.records(*facts)
        for record in unquoted:
            for statement in record.statements:
                self._unlink(statement, stale)
            for mention in record.mentions:
                self._clusters.remove(mention.id)
                del self._actors[mention.id]
        for record in quoted:
            for mention in record.mentions:  # each as if it stood alone: they come and go one by one
                self._clusters.add(Document(mention.id, (), ""), (mention,))
        return unquoted, quoted

    def _link(self, record: Extraction) -> Iterator[str]:
        uses: defaultdict[str, set[str]] = defaultdict(set)
        for statement in record.statements:
            self._statements[statement.id] = statement
            for mention in used(statement):
                uses[mention].add(statement.id)
            yield statement.id
        shared = from_registry(record.document.id)  # of whose mentions other statements may be there
        for mention, statements in uses.items():
            self._uses[mention] = statements | self._uses.get(mention, set()) if shared else statements

    def _unlink(self, statement: Statement, stale: Stale) -> None:
        del self._statements[statement.id]
        for mention in set(used(statement)):
            self._uses.put(mention, self._uses[mention] - {statement.id})
        self._triples.part(statement.id, stale)
