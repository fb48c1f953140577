"""Loading against UNWIND batches written by hand, on the same store with the same rows, in one run.

    python benchmarks/load.py [ACTORS STATEMENTS] [--read]

Rows are made up beforehand: every mention an actor of its own, every statement a fact between two of them.
They go into two empty stores of a kind, by hand and by what `load` does, in turns of a twentieth, so that
what else the machine does meets both alike. First kglite, then Neo4j, started by tests/neo4j/server.py.
With --read `load` reads them from a kglite store instead, and only Neo4j is written. Exit code 1 above the
bar. The rows take 6 KB a statement while it runs.
"""

import os
import resource
import runpy
import statistics
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

import kglite
import neo4j

from graph.edges import make_edge
from graph.model import Actor, Document, End, Evidence, Extraction, Judgement, Mention, Statement
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
from loaders.load import Tell, copy, load
from loaders.rows import LABELS, SIZE, SIZES, STARTS, Kind, Row, chunks
from loaders.store import open_store

BAR = 1.2
BATCH = 5_000
TURNS = 20
TEXT = "word " * 400
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

    def ids(self, label: str) -> list[str]:
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
                    dates, stories = {fact.document: "2025-12-01"}, {fact.document: "story"}
                    edge = make_edge(triple, [fact], dates, False, stories)
                    assert edge is not None
                    kind = Kind("Actor", fact.predicate, "Actor")
                    self._add(found, kind, triple[0], triple[2], edge_properties(edge))
        return found

    def facts(self, actor: int) -> list[Statement]:
        """One tie of an actor, to the next of its document."""
        document, place = divmod(actor, self.share)
        return [self.statement(document * PER_DOCUMENT + place)] if place < PER_DOCUMENT else []

    def document(self, n: int) -> Document:
        return Document(f"doc-{n:020x}", (f"news/{n}.txt",), TEXT, f"Report {n}", "2025-12-01", 400)

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
    """The rows of a MadeUp, made beforehand, as by hand they are too: a Source of rows."""

    def __init__(self, source: MadeUp) -> None:
        self._ids = {label: source.ids(label) for label in LABELS}
        self._nodes = {
            (label, names[0]): source.nodes(label, names)
            for label in LABELS
            for names in self.pieces(label, SIZES.get(label, SIZE))
        }
        self._links = {
            (label, names[0]): source.links(label, names)
            for label in STARTS
            for names in self.pieces(label, SIZE)
        }

    def count(self, label: str) -> int:
        return len(self._ids[label])

    def pieces(self, label: str, size: int) -> Iterator[list[str]]:
        return chunks(self._ids[label], size)

    def nodes(self, label: str, ids: Sequence[str]) -> list[Node]:
        return self._nodes[label, ids[0]]

    def links(self, label: str, ids: Sequence[str]) -> Mapping[Kind, list[Row]]:
        return self._links[label, ids[0]]

    def among(self, label: str, ids: Sequence[str]) -> set[str]:
        return set(ids)

    def judgements(self) -> Sequence[Judgement]:
        return ()

    def extractions(self) -> Iterator[Extraction]:
        return iter(())


Batch = tuple[str, list[Row]]
Run = Callable[[str, list[Row]], None]


def by_hand(made: Made) -> list[Batch]:
    """The same rows as a person would write them: MERGE nodes by id, MATCH both ends and CREATE."""
    batches: list[Batch] = []
    for label in LABELS:
        found = [
            node for names in made.pieces(label, SIZES.get(label, SIZE)) for node in made.nodes(label, names)
        ]
        for nodes in chunks(found, BATCH):
            more = "".join(f" SET n:{other}" for other in nodes[0].labels[1:])
            query = f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n += row.properties{more}"
            batches.append((query, [_row(node.properties) for node in nodes]))
    for label in STARTS:
        for names in made.pieces(label, SIZE):
            for kind, rows in made.links(label, names).items():
                query = (
                    f"UNWIND $rows AS row MATCH (a:{kind.start} {{id: row.source}}), "
                    f"(b:{kind.end} {{id: row.target}}) "
                    f"CREATE (a)-[r:{kind.type}]->(b) SET r += row.properties"
                )
                batches += [(query, some) for some in chunks(rows, BATCH)]
    return batches


def _row(properties: Row) -> Row:
    kept = {key: value for key, value in properties.items() if key != "id"}
    return {"id": properties["id"], "properties": kept}


def kglite_by_hand(folder: Path, stack: ExitStack) -> Run:
    """What runs one batch on a new kglite store."""
    folder.mkdir()
    session = kglite.open_session(str(folder / "graph.kgl"), durable="full")
    stack.callback(session.close)

    def run(query: str, rows: list[Row]) -> None:
        transaction = session.begin()
        transaction.cypher(query, params={"rows": rows}, timeout_ms=0)
        transaction.commit()

    return run


def neo4j_by_hand(uri: str, stack: ExitStack) -> Run:
    """What runs one batch on an empty Neo4j, which has the same constraints and indexes."""
    driver = stack.enter_context(neo4j.GraphDatabase.driver(uri, notifications_min_severity="OFF"))
    session = stack.enter_context(driver.session())
    for label in LABELS:
        session.run(f"CREATE CONSTRAINT FOR (n:{label}) REQUIRE n.id IS UNIQUE").consume()
    session.run("CREATE INDEX FOR (n:Statement) ON (n.predicate)").consume()

    def run(query: str, rows: list[Row]) -> None:
        session.execute_write(lambda transaction: transaction.run(query, rows=rows).consume())

    return run


def in_turns(
    batches: list[Batch], run: Run, work: Callable[[Tell], object]
) -> tuple[float, float, list[float]]:
    """Seconds by hand and by `work`, which tells how far it is, and the ratio of each turn."""
    every, spent, ratios = sum(len(rows) for _, rows in batches), [0.0, 0.0], list[float]()
    waiting, written, turn, begun = deque(batches), 0, 0, time.perf_counter()

    def tell(done: int, total: int) -> None:
        nonlocal written, turn, begun
        if done * TURNS < (turn + 1) * total and done < total:
            return
        turn = done * TURNS // total
        stopped = time.perf_counter()
        while waiting and written * total < done * every:
            query, rows = waiting.popleft()
            run(query, rows)
            written += len(rows)
        hand, ours = time.perf_counter() - stopped, stopped - begun
        spent[0], spent[1] = spent[0] + hand, spent[1] + ours
        ratios.append(ours / hand if hand else 1.0)
        begun = time.perf_counter()

    work(tell)
    spent[1] += time.perf_counter() - begun
    return spent[0], spent[1], ratios


def main(arguments: list[str]) -> int:
    sizes = [text for text in arguments if text.isdecimal()]
    actors, statements = (int(text) for text in (*sizes, "100000", "500000")[:2])
    server = runpy.run_path(str(ROOT / "tests" / "neo4j" / "server.py"))
    begun = time.perf_counter()
    source = MadeUp(actors, statements)
    made = Made(source)
    batches = by_hand(made)
    rows = sum(len(rows) for _, rows in batches)
    print(f"{source.number}, {rows:,} rows, made in {time.perf_counter() - begun:.0f} s", flush=True)
    kglite.set_query_warning_policy("silent")
    worst = 0.0
    with ExitStack() as stack:
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        if "--read" in arguments:
            store = stack.enter_context(open_store(scratch / "store", known={}))
            copy(made, store, {})
        else:
            store = stack.enter_context(open_store(scratch / "store", known={}))
            run = kglite_by_hand(scratch / "hand", stack)
            worst = told("kglite", rows, in_turns(batches, run, lambda tell: copy(made, store, {}, tell)))
        one, other = (
            stack.enter_context(server["running"](heap="2g", quick=False, web=False)) for _ in range(2)
        )
        target = stack.enter_context(open_store(one.uri, known={}))
        run = neo4j_by_hand(other.uri, stack)
        if "--read" in arguments:
            times = in_turns(batches, run, lambda tell: load(store, target, tell))
            worst = told("neo4j, read from kglite,", rows, times)
        else:
            worst = max(
                worst, told("neo4j", rows, in_turns(batches, run, lambda tell: copy(made, target, {}, tell)))
            )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{time.perf_counter() - begun:.0f} s in all; peak memory, rows and kglite in it: {peak:.0f} MB")
    return int(worst > BAR)


def told(name: str, rows: int, times: tuple[float, float, list[float]]) -> float:
    """Print what came out; the ratio of all turns together."""
    hand, ours, ratios = times
    middle = statistics.median(ratios)
    print(f"{name} by hand {hand:.1f} s ({rows / hand:,.0f} rows/s), load {ours:.1f} s; ", end="")
    print(
        f"turns {min(ratios):.2f} to {max(ratios):.2f}, median {middle:.2f}; machine {os.getloadavg()[0]:.1f}"
    )
    print(f"load {name} ratio {ours / hand:.2f} (bar {BAR})", flush=True)
    return ours / hand


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
