"""Loading against UNWIND batches written by hand, on the same store with the same rows, in one run.

    python benchmarks/load.py [ACTORS STATEMENTS] [--read]

Rows are made up beforehand: every mention an actor of its own, every statement a fact between two of them.
They go into kglite and into Neo4j, each empty, by hand and by what `load` does; with --read also from the
kglite store into Neo4j. A Neo4j is started for each (tests/neo4j/server.py). Exit code 1 above the bar.
"""

import resource
import runpy
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

import kglite
import neo4j

from graph.edges import make_edges
from graph.model import Actor, Document, End, Evidence, Mention, Statement
from graph.ontology import read_ontology
from graph.statements import (
    Node,
    actor_node,
    document_node,
    edge_properties,
    evidence_links,
    mention_node,
    pointers,
    statement_node,
)
from loaders.load import copy, load
from loaders.rows import LABELS, SIZE, SIZES, STARTS, Kind, Row, chunks
from loaders.store import open_store

BAR = 1.2
BATCH = 5_000
PER_DOCUMENT = 100


class MadeUp:
    """A source of rows for `loaders.load.copy`: documents of 100 statements between 20 or more actors."""

    def __init__(self, actors: int, statements: int) -> None:
        self.documents = max(1, statements // PER_DOCUMENT)
        self.actors, self.statements = actors, statements
        self.share = max(2, actors // self.documents)
        self.number = {
            "Document": self.documents,
            "Mention": self.documents * self.share,
            "Statement": self.documents * PER_DOCUMENT,
            "Actor": self.documents * self.share,
            "Judgement": 0,
        }

    def ids(self, label: str) -> Sequence[str]:
        return [f"{label[:3].lower()}-{n:020x}" for n in range(self.number[label])]

    def nodes(self, label: str, ids: Sequence[str]) -> list[Node]:
        make = {"Document": self.document, "Mention": self.mention, "Actor": self.actor}
        if label == "Statement":
            return [statement_node(self.statement(int(name[4:], 16))) for name in ids]
        wrap = {"Document": document_node, "Mention": mention_node, "Actor": actor_node}[label]
        return [wrap(make[label](int(name[4:], 16))) for name in ids]  # type: ignore[operator]

    def links(self, label: str, ids: Sequence[str]) -> Mapping[Kind, list[Row]]:
        found: dict[Kind, list[Row]] = {}
        for name in ids:
            number = int(name[4:], 16)
            if label == "Mention":
                self._add(
                    found, Kind("Mention", "MENTIONED_IN", "Document"), name, self.mention(number).document
                )
                self._add(found, Kind("Mention", "REFERS_TO", "Actor"), name, f"act-{number:020x}")
            elif label == "Statement":
                made = self.statement(number)
                actors = {m: f"act-{m[4:]}" for m in (made.subject, made.object)}
                for link in (*pointers(made, actors, {}), *evidence_links(made)):
                    self._add(
                        found, Kind("Statement", link.type, link.end_label), name, link.end, link.properties
                    )
        if label == "Actor":
            for number in sorted({int(name[4:], 16) for name in ids}):
                for fact in self.facts(number):
                    triple = (f"act-{fact.subject[4:]}", fact.predicate, f"act-{fact.object[4:]}")
                    (edge,) = make_edges(triple, [fact], {fact.document: "2025-12-01"}, False).values()
                    kind = Kind("Actor", fact.predicate, "Actor")
                    self._add(found, kind, triple[0], triple[2], edge_properties(edge))
        return found

    def facts(self, actor: int) -> list[Statement]:
        """One tie of an actor, to the next of its document."""
        document, place = divmod(actor, self.share)
        return [self.statement(document * PER_DOCUMENT + place)] if place < PER_DOCUMENT else []

    def document(self, n: int) -> Document:
        return Document(f"doc-{n:020x}", (f"news/{n}.txt",), "word " * 400, f"Report {n}", "2025-12-01", 400)

    def mention(self, n: int) -> Mention:
        start = 10 * (n % self.share)
        name = f"Person Number {n}"
        return Mention(f"men-{n:020x}", f"doc-{n // self.share:020x}", start, start + 8, name, "Person")

    def actor(self, n: int) -> Actor:
        return Actor(f"act-{n:020x}", "Person", f"Person Number {n}", (f"P. {n}",), (f"men-{n:020x}",))

    def statement(self, n: int) -> Statement:
        document, place = divmod(n, PER_DOCUMENT)
        first, second = (document * self.share + (place + more) % self.share for more in (0, 1))
        ends = End(0, 8, f"Person Number {first}"), End(20, 28, f"Person Number {second}")
        quote = f"Person Number {first} heads the office of Person Number {second}, the report says."
        evidence = Evidence(f"doc-{document:020x}", 0, len(quote), quote, *ends)
        return Statement(
            f"sta-{n:020x}",
            f"doc-{document:020x}",
            f"men-{first:020x}",
            "HEADS",
            f"men-{second:020x}",
            evidence=(evidence,),
            rule="heads",
        )

    @staticmethod
    def _add(
        found: dict[Kind, list[Row]], kind: Kind, start: str, end: str, properties: Row | None = None
    ) -> None:
        found.setdefault(kind, []).append({"source": start, "target": end, "properties": properties or {}})


class Made:
    """The rows of a MadeUp, made beforehand, as by hand they are too."""

    def __init__(self, source: MadeUp) -> None:
        self._ids = {label: source.ids(label) for label in LABELS}
        self._nodes = {
            (label, names[0]): source.nodes(label, names)
            for label in LABELS
            for names in chunks(self._ids[label], SIZES.get(label, SIZE))
        }
        self._links = {
            (label, names[0]): source.links(label, names)
            for label in STARTS
            for names in chunks(self._ids[label], SIZE)
        }

    def ids(self, label: str) -> Sequence[str]:
        return self._ids[label]

    def nodes(self, label: str, ids: Sequence[str]) -> list[Node]:
        return self._nodes[label, ids[0]]

    def links(self, label: str, ids: Sequence[str]) -> Mapping[Kind, list[Row]]:
        return self._links[label, ids[0]]


Batch = tuple[str, list[Row]]


def by_hand(source: MadeUp) -> list[Batch]:
    """The same rows as a person would write them: MERGE nodes by id, MATCH both ends and CREATE."""
    batches: list[Batch] = []
    for label in LABELS:
        for names in _pieces(source.ids(label)):
            nodes = source.nodes(label, names)
            rows = [{"id": n.properties["id"], "properties": n.properties} for n in nodes]
            more = "".join(f" SET n:{other}" for other in nodes[0].labels[1:])
            batches.append(
                (f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n += row.properties{more}", rows)
            )
    for row in (row for batch in batches for row in batch[1]):
        row["properties"] = {key: value for key, value in row["properties"].items() if key != "id"}
    for label in STARTS:
        for names in _pieces(source.ids(label)):
            for kind, rows in source.links(label, names).items():
                query = (
                    f"UNWIND $rows AS row MATCH (a:{kind.start} {{id: row.source}}), "
                    f"(b:{kind.end} {{id: row.target}}) "
                    f"CREATE (a)-[r:{kind.type}]->(b) SET r += row.properties"
                )
                batches += [(query, some) for some in _pieces(rows)]
    return batches


def _pieces(items: Sequence[str] | list[Row]) -> list[list[object]]:
    return [list(items[at : at + BATCH]) for at in range(0, len(items), BATCH)]


def kglite_by_hand(batches: list[Batch], folder: Path) -> float:
    folder.mkdir()
    session = kglite.open_session(str(folder / "graph.kgl"), durable="full")
    begun = time.perf_counter()
    for query, rows in batches:
        transaction = session.begin()
        transaction.cypher(query, params={"rows": rows}, timeout_ms=0)
        transaction.commit()
    spent = time.perf_counter() - begun
    session.close()
    return spent


def neo4j_by_hand(batches: list[Batch], uri: str) -> float:
    with (
        neo4j.GraphDatabase.driver(uri, notifications_min_severity="OFF") as driver,
        driver.session() as session,
    ):
        for label in LABELS:
            session.run(f"CREATE CONSTRAINT FOR (n:{label}) REQUIRE n.id IS UNIQUE").consume()
        session.run("CREATE INDEX FOR (n:Statement) ON (n.predicate)").consume()
        begun = time.perf_counter()
        for query, rows in batches:
            session.execute_write(lambda t, query=query, rows=rows: t.run(query, rows=rows).consume())
        return time.perf_counter() - begun


def main(arguments: list[str]) -> int:
    sizes = [text for text in arguments if text.isdecimal()]
    actors, statements = (int(text) for text in (*sizes, "100000", "500000")[:2])
    server = runpy.run_path(str(ROOT / "tests" / "neo4j" / "server.py"))
    source = MadeUp(actors, statements)
    batches = by_hand(source)
    rows = sum(len(batch) for _, batch in batches)
    print(f"{source.number}, {rows} rows, ontology {len(read_ontology().predicates)} predicates", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        kglite.set_query_warning_policy("silent")
        hand = kglite_by_hand(batches, Path(scratch) / "hand")
        folder = Path(scratch) / "store"
        made = Made(source)
        with open_store(folder, known={}) as store:
            begun = time.perf_counter()
            copy(made, store, {})
            ours = time.perf_counter() - begun
        worst = told("kglite", hand, ours, rows)
        with server["running"](heap="2g", quick=False) as started:
            hand = neo4j_by_hand(batches, started.uri)
        with (
            server["running"](heap="2g", quick=False) as started,
            open_store(started.uri, known={}) as target,
        ):
            begun = time.perf_counter()
            copy(made, target, {})
            ours = time.perf_counter() - begun
        worst = max(worst, told("neo4j", hand, ours, rows))
        if "--read" in arguments:
            del batches, made
            with (
                server["running"](heap="2g", quick=False) as started,
                open_store(folder, known={}, read_only=True) as store,
                open_store(started.uri, known={}) as target,
            ):
                begun = time.perf_counter()
                load(store, target)
                ours = time.perf_counter() - begun
            print(f"the same read from kglite: {ours:.1f} s, ratio {ours / hand:.2f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of this process, rows by hand and kglite in it included: {peak:.0f} MB")
    return int(worst > BAR)


def told(name: str, hand: float, ours: float, rows: int) -> float:
    print(f"{name}: by hand {hand:.1f} s ({rows / hand:,.0f} rows/s), load {ours:.1f} s", flush=True)
    print(f"load {name} ratio {ours / hand:.2f} (bar {BAR})", flush=True)
    return ours / hand


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
