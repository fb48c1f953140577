"""Every question on a large made-up store: how long it takes, and beside Cypher written by hand.

    python benchmarks/questions.py [--statements 1000000] [--store kglite|neo4j] [--keep FOLDER] [--only QUESTION ...]

The store is made by benchmarks/skeleton.py. Each question is asked of actors with many ties, some and few, three
times each (or fifteen, where it is quick) after a first that warms it; medians count. By turns with it goes the same
by hand: the queries of benchmarks/by_hand.toml for the same rows and, as the last, for their quotes, sent by the
store's own library; their rows must give the answer, field by field. Where by_hand.toml has none for a tier, the
question's own is sent. Tiers that an analytic computes stand beside the Cypher that looks for the same (all paths
between two actors, best first; all shortest paths between two groups), stopped after some seconds. Prints the median
seconds and `NAME ratio 1.05 (bar 1.30)` per question; exit code 1 where a bar is missed. On kglite it also starts
`ask` anew. --keep leaves the store in a folder (of Neo4j, the server's home), and takes it from there the next time.
"""

import argparse
import multiprocessing
import runpy
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "benchmarks"))

from skeleton import Skeleton

from graph.ontology import read_ontology
from graph.questions.answers import Row
from graph.questions.catalogue import Question, read_questions
from graph.questions.quotes import QUOTES
from graph.questions.run import NAMES, run
from loaders.base import BaseStore
from loaders.load import copy
from loaders.store import open_store

BARS = {"kglite": 1.0, "neo4j": 2.0}  # seconds, at the median
BROKERS = 10.0  # seconds
RATIO = 1.3
COLD = 8.0  # seconds
ROUNDS = 3
QUICK, MANY = 0.1, 15  # seconds; what takes less is asked so often
PATIENCE = 20.0  # seconds for Cypher that stands in for an analytic
HAND = tomllib.loads((ROOT / "benchmarks" / "by_hand.toml").read_text("utf-8"))
OWNED = "MATCH (:Person)-[:OWNS]->(c:Company) RETURN c.name AS name ORDER BY name LIMIT 1"
SANCTIONED = ("who-benefits", "who-loses", "conflicts-of-interest", "near-sanctioned")
# What is asked of the second and third actor only, and what never, as it would leave nothing to find.
LATER = {"shared": ("a", "b")}
NEVER = {"sources": ("about",), "who-does": ("by",)}
Sent = tuple[str, dict[str, Any]]
Bare = Callable[..., float]  # of a query and its values, and perhaps of seconds to wait: how long it took


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
        opened = on_neo4j if options.store == "neo4j" else on_kglite
        with opened(place, options.statements) as (store, bare):
            for question in read_questions().values():
                if not options.only or question.id in options.only:
                    held &= measure(question, store, bare, options.store)
            (owned,) = store.query(OWNED).rows[0]
        del store, bare  # what is started anew shall find the memory free
        if options.store == "kglite" and (not options.only or "cold" in options.only):
            held &= measure_cold(place, owned)
    return int(not held)


@contextmanager
def on_kglite(place: Path, statements: int) -> Iterator[tuple[BaseStore, Bare]]:
    """An embedded store, opened to read, and its library's own way to run a query."""
    with open_store(place, known={}, ontology=read_ontology()) as store:
        fill(store, statements)
    with open_store(place, known={}, ontology=read_ontology(), read_only=True) as store:
        session = store._session  # type: ignore[attr-defined]

        def bare(cypher: str, values: Mapping[str, Any], limit: float | None = None) -> float:
            return within(limit, lambda: session.cypher(cypher, params=dict(values)).to_list())

        yield store, bare


@contextmanager
def on_neo4j(place: Path, statements: int) -> Iterator[tuple[BaseStore, Bare]]:
    """A server of the tests, started for this, and its driver's own way to run a query."""
    import neo4j

    server = runpy.run_path(str(ROOT / "tests" / "neo4j" / "server.py"))
    with (
        server["running"](heap="3g", home=place.absolute(), quick=False, web=False) as one,
        neo4j.GraphDatabase.driver(one.uri, notifications_min_severity="OFF") as driver,
        open_store(one.uri, known={}, ontology=read_ontology()) as store,
    ):
        fill(store, statements)

        def bare(cypher: str, values: Mapping[str, Any], limit: float | None = None) -> float:
            query = neo4j.Query(cypher, timeout=limit)  # type: ignore[arg-type]
            begun = time.perf_counter()
            try:
                driver.execute_query(query, dict(values), routing_="r").records  # noqa: B018
            except neo4j.exceptions.ClientError:
                if limit is None:
                    raise
            return time.perf_counter() - begun

        yield store, bare


def within(limit: float | None, work: Callable[[], object]) -> float:
    """How long something takes; with a limit, in a process that is ended then, as kglite does not stop at once."""
    if limit is None:
        return seconds(work)
    context = multiprocessing.get_context("fork")
    told, tell = context.Pipe(duplex=False)
    child = context.Process(target=lambda: tell.send(seconds(work)))
    child.start()
    took: float = told.recv() if told.poll(limit) else limit
    child.kill()
    child.join()
    return took


def fill(store: BaseStore, statements: int) -> None:
    """Load the made-up rows, where the store does not hold them yet."""
    begun = time.perf_counter()
    (held,) = store.query("MATCH (s:Statement) RETURN count(s)").rows[0]
    if held != statements:
        copy(Skeleton(statements), store, store.grounds()[1])
    print(f"{statements:,} statements there after {time.perf_counter() - begun:.0f} s", flush=True)


def measure(question: Question, store: BaseStore, bare: Bare, kind: str) -> bool:
    """Print how long a question takes, and its ratio to what was written by hand; whether all is as it should be."""
    asked, alone, every, rows, held = 0.0, 0.0, list[float](), 0, True
    for number, parameters in enumerate(variants(question, store)):
        begun = time.perf_counter()
        answer = run(question, store.query, parameters, ontology=store.ontology)
        rounds = ROUNDS if time.perf_counter() - begun > QUICK else MANY
        rows += len(answer.rows)
        sent = by_hand(question, store, parameters)
        if sent is not None and sent[1] != answer.rows:
            print(f"{question.id}: what is written by hand gives other rows for {parameters}")
            held = False
        took, hand = [], []
        for _ in range(rounds):
            took.append(seconds(lambda p=parameters: run(question, store.query, p, ontology=store.ontology)))  # type: ignore[misc]
            if sent is not None:
                hand.append(sum(bare(cypher, values) for cypher, values in sent[0]))
        every += took
        if sent is not None:
            asked, alone = asked + statistics.median(took), alone + statistics.median(hand)
        elif number == 0:
            asked, alone = statistics.median(took), stopped(question, store, bare, parameters)
    median = statistics.median(every)
    bar = BROKERS if question.id == "brokers" else BARS[kind]
    print(f"{question.id} {median:.3f} s, {rows:,} rows; {asked:.4f} s beside {alone:.4f} s by hand")
    print(f"{question.id}-{kind}-seconds ratio {median / bar:.2f} (bar 1.00): of {bar:.0f} s", flush=True)
    note = ": or less, what is written by hand was stopped" if sent is None and alone >= PATIENCE else ""
    print(f"{question.id}-{kind} ratio {asked / alone:.2f} (bar {RATIO:.2f}){note}", flush=True)
    return held and median <= bar and asked / alone <= RATIO


def by_hand(
    question: Question, store: BaseStore, parameters: Mapping[str, Any]
) -> tuple[list[Sent], tuple[Row, ...]] | None:
    """The queries written by hand, as they are sent for an answer, and its rows; None for an analytic.

    To be compared, the rows go the way of those of the question's own queries.
    """
    if any(tier.analytic for tier in question.tiers):
        return None
    written = HAND.get(question.id, {})
    tiers = tuple(replace(tier, cypher=written.get(tier.id, tier.cypher)) for tier in question.tiers)
    sent: list[Sent] = []

    def query(cypher: str, values: Mapping[str, Any]) -> Any:
        if cypher != NAMES:  # which stand in the rows themselves
            sent.append((HAND["quotes"] if cypher == QUOTES else cypher, dict(values)))
        return store.query(cypher, values)

    rows = run(replace(question, tiers=tiers), query, parameters).rows
    return sent, rows


def stopped(question: Question, store: BaseStore, bare: Bare, parameters: Mapping[str, Any]) -> float:
    """Seconds of the Cypher that stands in for an analytic, or of waiting for it."""
    sent: list[Sent] = []

    def query(cypher: str, values: Mapping[str, Any]) -> Any:
        sent.append((cypher, dict(values)))
        return store.query(cypher, values)

    run(question, query, parameters)
    given: dict[str, Any] = {}
    for _, values in sent:
        given |= values
    tier = next(tier for tier in question.tiers if tier.analytic)
    cypher = (
        HAND.get(question.id, {})
        .get(tier.id, tier.cypher)
        .replace(":TIES", ":" + "|".join(read_ontology().predicates))
    )
    return bare(cypher, given, PATIENCE)


def seconds(work: Callable[[], object]) -> float:
    """How long something takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def variants(question: Question, store: BaseStore) -> Iterator[dict[str, Any]]:
    """Parameters with actors of many ties, of some and of few: the same for the same store."""
    for rank in (0, 20, 500):
        known: dict[str, Any] = {}
        names = [name for name in question.parameters if rank or name not in LATER.get(question.id, ())]
        for place, name in enumerate(names):
            parameter = question.parameters[name]
            if parameter.type in ("actor", "actors") and name not in NEVER.get(question.id, ()):
                if parameter.default is not None and rank == 0 and question.id not in LATER | NEVER:
                    continue  # all of them
                type_ = "State" if question.id in ("brokers", "back-channels") or name == "by" else "Company"
                type_ = "Company" if question.id == "owned" else type_
                number = rank // (10 if type_ == "State" else 1) + place
                actor = tied(store, type_, question.id, number)
                known[name] = actor if parameter.type == "actor" else [actor]
            elif parameter.default is None:
                known[name] = "2020"
        yield known


def tied(store: BaseStore, type_: str, question: str, rank: int) -> str:
    """The id of an actor of a type by how often it is spoken of; a listed one where sanctions are asked about."""
    wanted = ""
    if question in SANCTIONED and type_ != "State":
        wanted = " WHERE EXISTS { (a)-[:SANCTIONED_BY]->(:Actor) }"
    elif question == "owners":
        wanted = " WHERE EXISTS { (a)<-[:OWNS]-(:Company) }"
    found = store.query(f"MATCH (a:{type_}){wanted} RETURN a.id AS id ORDER BY id LIMIT 1000").rows
    return str(found[rank % len(found)][0])


def measure_cold(place: Path, owned: str) -> bool:
    """Seconds of `ask` from the start of the program to its end."""
    question = f"who owns {owned}?"
    ask = [sys.executable, "-m", "backchannel", "ask", question, "--store", str(place)]
    took = statistics.median(
        seconds(lambda: subprocess.run(ask, cwd=ROOT, stdout=subprocess.DEVNULL, check=True))
        for _ in range(3)
    )
    print(f"cold-ask ratio {took / COLD:.2f} (bar 1.00): {took:.1f} s of {COLD:.0f}")
    return took <= COLD


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
