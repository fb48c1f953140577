"""The part of a graph that is exported, and the ties between its actors."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import networkx as nx

from graph.build import labelled, relationship
from graph.edges import Triple, make_edges, span
from graph.model import Edge, Statement, make_id
from graph.ontology import Ontology
from graph.statements import Link, Properties, bare_evidence, edge_properties, read_statement
from loaders.export.disk import DiskGraph, Names
from loaders.export.where import Where, status


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge between two actors; of what is not affirmed only where that was asked for."""

    edge: Edge
    status: str = "affirmed"

    def properties(self) -> Properties:
        """Those of the typed edge; the id of one that is not affirmed is its own."""
        found = edge_properties(self.edge)
        if self.status != "affirmed":
            found["id"] = make_id("edge", *_triple(self.edge), self.status)
        return found


@dataclass(frozen=True, slots=True)
class Scene:
    """A graph and the ids of what is exported of it, sorted; `whole` where nothing is left out.

    `kept` holds what a record may point at: documents, statements and actors; None stands for all. `held`
    are mentions and statements by document; None where the graph is on disk and they are read from there.
    """

    graph: "nx.MultiDiGraph[str]"
    ontology: Ontology
    whole: bool
    documents: Collection[str]
    mentions: Collection[str]
    statements: Collection[str]
    actors: Collection[str]
    judgements: Collection[str]
    ties: Iterable[Tie]
    kept: frozenset[str] | None
    held: Mapping[str, Sequence[str]] | None

    def node(self, name: str) -> dict[str, Any]:
        """The properties of a node, without its labels, by name: stores give them in any order."""
        return {key: value for key, value in sorted(self.graph.nodes[name].items()) if key != "labels"}

    def labels(self, name: str) -> tuple[str, ...]:
        """The labels of a node."""
        labels: tuple[str, ...] = self.graph.nodes[name]["labels"]
        return labels

    def links(self, names: Iterable[str]) -> Iterator[Link]:
        """The relationships of records to what is exported too, parallel ones in their order."""
        for name in names:
            for _, end, key, data in self.graph.out_edges(name, keys=True, data=True):
                if self.kept is None or end in self.kept:
                    properties = dict(sorted(data.items()))
                    yield Link(name, relationship(key), end, self.labels(end)[0], properties)

    def under(self, document: str) -> tuple[list[str], list[str]]:
        """The mentions of a document, in the order of the text, and its statements."""
        if self.held is None:
            scratch = self.graph.scratch  # type: ignore[attr-defined]
            nodes = [node.properties for kind in _UNDER for node in scratch.of(document, kind)]
        else:
            nodes = [self.graph.nodes[name] for name in self.held.get(document, ())]
        mentions = sorted((node["start"], node["id"]) for node in nodes if "name" in node)
        return [name for _, name in mentions], sorted(node["id"] for node in nodes if "name" not in node)


_UNDER = ("Mention", "Statement")


def make_scene(graph: "nx.MultiDiGraph[str]", where: Where, ontology: Ontology) -> Scene:
    """What of a graph meets the conditions.

    Of types and of actors near another both ends of a statement must be; nearness goes over the
    statements that meet the conditions on statements, affirmed ones unless others are asked for.
    A statement without a time is taken to speak of the day it was reported.
    """
    names = {label: _names(graph, label) for label in _LABELS}
    if where == Where():
        return Scene(
            graph,
            ontology,
            True,
            names["Document"],
            names["Mention"],
            names["Statement"],
            names["Actor"],
            names["Judgement"],
            _Ties(graph, names["Actor"]),
            None,
            None if isinstance(graph, DiskGraph) else _held(graph, (*names["Mention"], *names["Statement"])),
        )
    dates: dict[str, str | None] = {}
    stories: dict[str, str] = {}
    for name in names["Document"]:
        node = graph.nodes[name]
        dates[name], stories[name] = node.get("date"), node.get("story", name)
    records: dict[str, Statement] = {}
    kept: dict[str, Statement] = {}
    for name in names["Statement"]:
        node = graph.nodes[name]
        bare = bare_evidence(node["document"], node.get("kind", "text"))
        record = replace(read_statement(node, ()), evidence=bare)
        if _meets(record, dates, where, ontology):
            kept[name] = records[name] = record
        elif status(record) == "denied":
            records[name] = record  # it may speak against one that meets them
    ends = {name: _ends(graph, name) for name in records}
    near = _near(kept, ends, where)

    def allowed(actor: str) -> bool:
        typed = not where.types or graph.nodes[actor]["type"] in where.types
        return typed and (near is None or actor in near)

    kept = {name: record for name, record in kept.items() if all(map(allowed, ends[name]))}
    actors = set(filter(allowed, names["Actor"]))
    if where.about_statements():
        actors &= {end for name in kept for end in ends[name]} | set(where.near)
    documents = {record.document for record in kept.values()}
    used = {end for name in kept for end in _mentions(records[name])}
    return Scene(
        graph,
        ontology,
        False,
        tuple(sorted(documents)),
        tuple(sorted(used)),
        tuple(sorted(kept)),
        tuple(sorted(actors)),
        (),
        tuple(_made(kept, records, ends, dates, stories, where, ontology)),
        frozenset((*documents, *kept, *actors)),
        _held(graph, (*used, *kept)),
    )


_LABELS = ("Document", "Mention", "Statement", "Actor", "Judgement")


def _held(graph: "nx.MultiDiGraph[str]", names: Iterable[str]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        found[graph.nodes[name]["document"]].append(name)
    return found


def _names(graph: "nx.MultiDiGraph[str]", label: str) -> Collection[str]:
    if isinstance(graph, DiskGraph):
        return Names(graph.scratch, label)
    return tuple(sorted(labelled(graph, label)))


@dataclass(frozen=True, slots=True)
class _Ties:
    """The typed edges of a graph, by their ends and predicate, made each time they are asked for."""

    graph: "nx.MultiDiGraph[str]"
    actors: Iterable[str]

    def __iter__(self) -> Iterator[Tie]:
        known = {field.name for field in fields(Edge)}
        for actor in self.actors:
            ties = []
            for _, end, key, data in self.graph.out_edges(actor, keys=True, data=True):
                values: dict[str, Any] = {name: value for name, value in data.items() if name in known}
                values["statements"] = tuple(data["statements"])
                ties.append(Tie(Edge(subject=actor, predicate=relationship(key), object=end, **values)))
            yield from sorted(ties, key=lambda tie: _triple(tie.edge))


def _triple(edge: Edge) -> Triple:
    return edge.subject, edge.predicate, edge.object


def _record(graph: "nx.MultiDiGraph[str]", name: str) -> Statement:
    """A statement with its evidence."""
    stated = (
        {**data, "document": end}
        for _, end, key, data in graph.out_edges(name, keys=True, data=True)
        if relationship(key) == "STATED_IN"
    )
    return read_statement(graph.nodes[name], stated)


def _ends(graph: "nx.MultiDiGraph[str]", name: str) -> tuple[str, str]:
    ends = {key.partition("#")[0]: end for _, end, key in graph.out_edges(name, keys=True)}
    return ends["SUBJECT"], ends["OBJECT"]


def _mentions(record: Statement) -> Iterator[str]:
    yield from (record.subject, record.object)
    yield from (said.mention for said in record.attribution if said.mention is not None)
    yield from (condition.mention for condition in record.conditions if condition.mention is not None)


def _meets(record: Statement, dates: dict[str, str | None], where: Where, ontology: Ontology) -> bool:
    if where.predicates and record.predicate not in where.predicates:
        return False
    if where.statuses and status(record) not in where.statuses:
        return False
    if where.kinds and record.kind not in where.kinds:
        return False
    if where.first is None and where.last is None:
        return True
    dated = record
    if record.start is None and record.end is None:
        day = dates[record.document]
        if day is None:
            return False
        dated = replace(record, start=day, end=day)
    begins, ends = span(dated, ontology.predicates[record.predicate].nature == "event")
    asked = span(replace(record, start=where.first, end=where.last), False)
    return begins[0] <= asked[1][0] and asked[0][0] <= ends[0]


def _near(kept: dict[str, Statement], ends: dict[str, tuple[str, str]], where: Where) -> set[str] | None:
    if not where.near:
        return None
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for name, record in kept.items():
        if status(record) in (where.statuses or {"affirmed"}):
            one, other = ends[name]
            beside[one].add(other)
            beside[other].add(one)
    found = edge = set(where.near)
    for _ in range(where.steps):
        edge = {other for actor in edge for other in beside[actor]} - found
        if not edge:
            break
        found = found | edge
    return found


def _made(
    kept: dict[str, Statement],
    records: dict[str, Statement],
    ends: dict[str, tuple[str, str]],
    dates: dict[str, str | None],
    stories: dict[str, str],
    where: Where,
    ontology: Ontology,
) -> Iterator[Tie]:
    facts: defaultdict[tuple[Triple, str], list[Statement]] = defaultdict(list)
    against: defaultdict[Triple, list[Statement]] = defaultdict(list)
    for name, record in records.items():
        subject, object_ = ends[name]
        what = status(record)
        if ontology.predicates[record.predicate].symmetric:
            subject, object_ = sorted((subject, object_))
        triple = (subject, record.predicate, object_)
        if what == "denied" and record.modality == "actual":
            against[triple].append(record)
        if name in kept and subject != object_ and what in (where.statuses or {"affirmed"}):
            facts[triple, what].append(replace(record, polarity="affirmed"))
    for (triple, what), group in sorted(facts.items(), key=lambda item: item[0]):
        event = ontology.predicates[triple[1]].nature == "event"
        others = against[triple] if what == "affirmed" else []
        for edge in make_edges(triple, [*group, *others], dates, event, stories).values():
            yield Tie(edge, what)
