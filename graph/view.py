"""The view of the records, kept up with them: actors, what points at them, typed edges.

A store asks it what a change touches and writes only that; `graph.build` asks it for the whole.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

import networkx as nx

from graph.edges import EdgeKey, Triple, make_edges
from graph.model import Document, Edge, Extraction, Judgement, Mention, Statement, from_registry, make_id
from graph.ontology import Ontology
from graph.quoted import Quoted
from graph.resolve.clusters import Changes, Clusters
from graph.resolve.known import Known
from graph.shelves import Shelf, Shelves
from graph.statements import (
    Link,
    Node,
    actor_node,
    bare,
    document_node,
    edge_properties,
    evidence_links,
    judgement_node,
    mention_node,
    pointers,
    statement_node,
)
from graph.stories import Stories

# Triples whose facts may be others now, and of each the facts that came, or went (None).
Stale = defaultdict[Triple, dict[str, Statement | None]]
S = TypeVar("S", bound=Collection[object])


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
        self._triples = shelves.shelf("triple", tuple[str, str, str])
        self._facts = shelves.shelf("fact", dict[str, Statement])
        self._edges = shelves.shelf("edge", dict[EdgeKey, Edge])

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
        if old is None or not _same(old, arrived):
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
        heirs = _heirs(clusters, self._actors)
        self._actors |= clusters.moved
        pointing = fresh.union(*(self._uses.get(mention, ()) for mention in clusters.moved))
        for name in pointing:
            if name not in fresh:
                self._part(name, stale)
            self._join(self._statements[name], stale)
        stories = self._stories.settle()
        for document in stories:
            for statement in self.records[document].statements:
                triple = self._triples.get(statement.id)
                if triple is not None:
                    stale.setdefault(triple, {})
        touched = (j.id for j in self.judgements.values() if {j.left.source, j.right.source} & sources)
        edges, judged = self._again(stale), tuple(sorted(touched))
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
            dict(self._all_edges()),
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
        for (subject, predicate, object_, _), edge in self._all_edges():
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
            for mention in _used(statement):
                uses[mention].add(statement.id)
            yield statement.id
        shared = from_registry(record.document.id)  # of whose mentions other statements may be there
        for mention, statements in uses.items():
            self._uses[mention] = statements | self._uses.get(mention, set()) if shared else statements

    def _unlink(self, statement: Statement, stale: Stale) -> None:
        del self._statements[statement.id]
        for mention in set(_used(statement)):
            _put(self._uses, mention, self._uses[mention] - {statement.id})
        self._part(statement.id, stale)

    def _join(self, statement: Statement, stale: Stale) -> None:
        """Put a statement under the triple it speaks of, if it is a fact about two actors."""
        subject, object_ = self._actors[statement.subject], self._actors[statement.object]
        if statement.modality != "actual" or subject == object_:
            return
        if self._ontology.predicates[statement.predicate].symmetric:
            subject, object_ = sorted((subject, object_))
        triple = self._triples[statement.id] = (subject, statement.predicate, object_)
        stale[triple][statement.id] = bare(statement)

    def _part(self, statement: str, stale: Stale) -> None:
        """Take a statement from the triple it spoke of, if any."""
        triple = self._triples.pop(statement, None)
        if triple is not None:
            stale[triple][statement] = None

    def _again(self, stale: Stale) -> dict[EdgeKey, Edge | None]:
        changed: dict[EdgeKey, Edge | None] = {}
        for triple, moved in sorted(stale.items()):
            key = "\x1f".join(triple)
            facts = {name: fact for name, fact in self._facts.get(key, {}).items() if name not in moved}
            facts |= {name: fact for name, fact in moved.items() if fact is not None}
            if moved:
                _put(self._facts, key, facts)
            dates = {fact.document: self._stories.dates.get(fact.document) for fact in facts.values()}
            event = self._ontology.predicates[triple[1]].nature == "event"
            edges = make_edges(triple, facts.values(), dates, event, self._stories.of)
            old = self._edges.get(key, {})
            if edges != old:
                _put(self._edges, key, edges)
            changed |= {key: edge for key, edge in edges.items() if edge != old.get(key)}
            changed |= dict.fromkeys(old.keys() - edges.keys())
        return changed

    def _all_edges(self) -> Iterator[tuple[EdgeKey, Edge]]:
        for edges in self._edges.values():
            yield from edges.items()


def _put(shelf: Shelf[S], key: str, values: S) -> None:
    """Put values under a key, or take the key out where there are none."""
    if values:
        shelf[key] = values
    else:
        shelf.pop(key, None)


def make_graph(nodes: Iterable[Node], links: Iterable[Link]) -> "nx.MultiDiGraph[str]":
    """Nodes and links as a graph. The key of an edge is its type; of parallel ones TYPE, TYPE#2, TYPE#3 …"""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in nodes:
        graph.add_node(node.properties["id"], labels=node.labels, **node.properties)
    for link in sorted(
        links, key=lambda link: (link.start, link.type, link.properties.get("place", 0), link.end)
    ):
        key = edge_key(link.type, graph.get_edge_data(link.start, link.end, default=()))
        graph.add_edge(link.start, link.end, key, **link.properties)
    return graph


def edge_key(type_: str, taken: Container[object]) -> str:
    """The key of an edge beside those `taken` between the same nodes: TYPE, then TYPE#2, TYPE#3 …"""
    number, key = 1, type_
    while key in taken:
        number += 1
        key = f"{type_}#{number}"
    return key


def _heirs(changes: Changes, before: Mapping[str, str]) -> dict[str, str]:
    """For each actor that is gone the one that has most of its mentions, else one with its name and type."""
    votes = {name: Counter[str]() for name in changes.gone}
    for mention, now in changes.moved.items():
        if before.get(mention) in votes:
            votes[before[mention]][now] += 1
    there = [actor for _, actor in sorted(changes.actors.items()) if actor is not None]
    heirs = {}
    for name, old in changes.gone.items():
        alike = (a.id for a in there if a.type == old.type and old.name in (a.name, *a.aliases))
        heir = most_voted(votes[name]) or next(alike, None)
        if heir is not None:
            heirs[name] = heir
    return heirs


def most_voted(votes: Mapping[str, int]) -> str | None:
    """What has most votes, the first by name of several; None without any."""
    return min(votes, key=lambda name: (-votes[name], name), default=None)


def _used(statement: Statement) -> Iterator[str]:
    yield statement.subject
    yield statement.object
    yield from (said.mention for said in statement.attribution if said.mention is not None)
    yield from (condition.mention for condition in statement.conditions if condition.mention is not None)


def _same(old: Extraction, new: Extraction) -> bool:
    return old.document == new.document and _records(old) == _records(new)


def _records(extraction: Extraction) -> tuple[dict[str, Mention], dict[str, Statement]]:
    return {m.id: m for m in extraction.mentions}, {s.id: s for s in extraction.statements}


def check(extraction: Extraction, ontology: Ontology) -> None:
    """Raise ValueError where the records of a document do not hold together."""
    document = extraction.document.id
    mentions, statements = _records(extraction)
    if len(mentions) < len(extraction.mentions) or len(statements) < len(extraction.statements):
        raise ValueError(f"{document}: two mentions or two statements have the same id")
    for mention in extraction.mentions:
        if mention.document != document or mention.type not in ontology.types:
            raise ValueError(
                f"{document}: mention {mention.id} is of another document, or its type is unknown"
            )
    for statement in extraction.statements:
        where = f"{document}: statement {statement.id}"
        if statement.predicate not in ontology.predicates:
            raise ValueError(f"{where} has the unknown predicate {statement.predicate!r}")
        if {statement.document, *(evidence.document for evidence in statement.evidence)} != {document}:
            raise ValueError(f"{where} or its evidence is of another document")
        conditions = {condition.statement for condition in statement.conditions} - {None}
        if not set(_used(statement)) <= mentions.keys() or not conditions <= statements.keys():
            raise ValueError(f"{where} points at what is not of its document")
