"""Every question on a large made-up store: how long it takes, and beside its bare Cypher.

    python benchmarks/questions.py [--statements 1000000] [--store kglite|neo4j] [--keep FOLDER]

The store is made by benchmarks/skeleton.py. Each question is asked of actors with many ties, some and few, three
times each after a first that warms it. Its bare Cypher is every query it sends, sent again in the same order with
the same parameters by the store's own library, rows read and nothing made of them. Prints the median seconds and
`NAME ratio 1.05 (bar 1.30)` per question; exit code 1 where a bar is missed. On kglite it also starts `ask` anew.
--keep leaves a kglite store in a folder, and takes it from there the next time.
"""

import argparse
import runpy
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "benchmarks"))

from skeleton import Skeleton

from graph.ontology import read_ontology
from graph.questions.catalogue import Question, read_questions
from graph.questions.run import run
from loaders.base import BaseStore
from loaders.load import copy
from loaders.store import open_store

BARS = {"kglite": 1.0, "neo4j": 2.0}  # seconds, at the median
BROKERS = 10.0  # seconds
RATIO = 1.3
COLD = 8.0  # seconds
ROUNDS = 3
OWNED = "MATCH (:Person)-[:OWNS]->(c:Company) RETURN c.name AS name ORDER BY name LIMIT 1"
Sent = tuple[str, dict[str, Any]]
Bare = Callable[[str, Mapping[str, Any]], object]


def main(arguments: Sequence[str]) -> int:
    """Measure all questions; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--store", choices=tuple(BARS), default="kglite")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--only", nargs="*")
    options = parser.parse_args(arguments)
    held = True
    with tempfile.TemporaryDirectory() as folder:
        place = options.keep or Path(folder) / "made.graph"
        opened = on_neo4j() if options.store == "neo4j" else on_kglite(place)
        with opened as (store, bare):
            fill(store, options.statements)
            for question in read_questions().values():
                if not options.only or question.id in options.only:
                    held &= measure(question, store, bare, options.store)
            (owned,) = store.query(OWNED).rows[0]
        if options.store == "kglite" and not options.only:
            held &= measure_cold(place, owned)
    return int(not held)


@contextmanager
def on_kglite(place: Path) -> Iterator[tuple[BaseStore, Bare]]:
    """An embedded store, and its library's own way to run a query."""
    with open_store(place, known={}, ontology=read_ontology()) as store:
        session = store._session  # type: ignore[attr-defined]
        yield store, lambda cypher, values: session.cypher(cypher, params=dict(values)).to_list()


@contextmanager
def on_neo4j() -> Iterator[tuple[BaseStore, Bare]]:
    """A server of the tests, started for this, and its driver's own way to run a query."""
    import neo4j

    server = runpy.run_path(str(ROOT / "tests" / "neo4j" / "server.py"))
    with (
        server["running"](heap="3g", quick=False, web=False) as one,
        neo4j.GraphDatabase.driver(one.uri) as driver,
        open_store(one.uri, known={}, ontology=read_ontology()) as store,
    ):
        yield (
            store,
            lambda cypher, values: driver.execute_query(cypher, dict(values), routing_="r").records,
        )


def fill(store: BaseStore, statements: int) -> None:
    """Load the made-up rows, where the store does not hold them yet."""
    begun = time.perf_counter()
    (held,) = store.query("MATCH (s:Statement) RETURN count(s)").rows[0]
    if held != statements:
        copy(Skeleton(statements), store, store.grounds()[1])
    print(f"{statements:,} statements there after {time.perf_counter() - begun:.0f} s", flush=True)


def measure(question: Question, store: BaseStore, bare: Bare, kind: str) -> bool:
    """Print how long a question takes, and its ratio to the queries alone."""
    asked, alone, rows = [], [], 0
    for parameters in variants(question, store):
        sent: list[Sent] = []

        def query(cypher: str, values: Mapping[str, Any], sent: list[Sent] = sent) -> Any:
            sent.append((cypher, dict(values)))
            return store.query(cypher, values)

        rows += len(run(question, query, parameters).rows)
        for _ in range(ROUNDS):
            asked.append(seconds(lambda p=parameters: run(question, store.query, p)))  # type: ignore[misc]
            alone.append(seconds(lambda s=sent: [bare(cypher, values) for cypher, values in s]))  # type: ignore[misc]
    took, least = statistics.median(asked), statistics.median(alone)
    bar = BROKERS if question.id == "brokers" and kind == "kglite" else BARS[kind]
    print(f"{question.id} {took:.3f} s, {least:.3f} s bare, {rows:,} rows")
    print(f"{question.id}-{kind}-seconds ratio {took / bar:.2f} (bar 1.00): of {bar:.0f} s", flush=True)
    if any(tier.analytic for tier in question.tiers):
        return took <= bar  # no Cypher gives the same rows
    ratio = sum(asked) / sum(alone)
    print(f"{question.id}-{kind} ratio {ratio:.2f} (bar {RATIO:.2f})", flush=True)
    return took <= bar and ratio <= RATIO


def seconds(work: Callable[[], object]) -> float:
    """How long something takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def variants(question: Question, store: BaseStore) -> Iterator[dict[str, Any]]:
    """Parameters with actors of many ties, of some and of few: the same for the same store."""
    for rank in (0, 20, 500):
        known = {}
        for place, (name, parameter) in enumerate(question.parameters.items()):
            if parameter.type in ("actor", "actors"):
                if parameter.default is not None and rank == 0:
                    continue  # all of them
                type_ = "State" if question.id in ("brokers", "back-channels") or name == "by" else "Company"
                actor = tied(store, type_, question.id, rank // (10 if type_ == "State" else 1) + place)
                known[name] = actor if parameter.type == "actor" else [actor]
            elif parameter.default is None:
                known[name] = "2020"
        if question.id == "owned":
            known["by"] = [tied(store, "Company", "owned", rank)]
        yield known


def tied(store: BaseStore, type_: str, question: str, rank: int) -> str:
    """The id of an actor of a type by how often it is spoken of; a listed one where sanctions are asked about."""
    listed = question in ("who-benefits", "who-loses", "conflicts-of-interest") and type_ != "State"
    wanted = " WHERE (a)-[:SANCTIONED_BY]->(:Actor)" if listed else ""
    found = store.query(f"MATCH (a:{type_}){wanted} RETURN a.id AS id ORDER BY id LIMIT 1000").rows
    return str(found[rank % len(found)][0])


def measure_cold(place: Path, owned: str) -> bool:
    """Seconds of `ask` from the start of the program to its end."""
    question = f"who owns {owned}?"
    ask = [sys.executable, "-m", "backchannel", "ask", question, "--store", str(place)]
    took = min(
        seconds(lambda: subprocess.run(ask, cwd=ROOT, stdout=subprocess.DEVNULL, check=True))
        for _ in range(2)
    )
    print(f"cold-ask ratio {took / COLD:.2f} (bar 1.00): {took:.1f} s of {COLD:.0f}")
    return took <= COLD


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
