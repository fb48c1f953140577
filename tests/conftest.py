"""One Neo4j for the session: named by NEO4J_URI, else from Maven's jars, else tests are skipped loudly.

Where a Java for it is found there is one of the newest release, too, for what every store promises.
Of several processes one runs all tests with a Neo4j, and each file's others stay together, so that
nothing that takes seconds to start or to load is had twice.
"""

import os
import runpy
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from extract import Extractor, make_extractor

os.environ.setdefault("OMP_NUM_THREADS", "1")  # as the program does: processes may be forked then
SERVER = SimpleNamespace(**runpy.run_path(str(Path(__file__).parent / "neo4j" / "server.py")))
NOT_TESTED = {
    "no Neo4j: ": "everything that needs Neo4j",
    f"no Neo4j {SERVER.NEWEST}: ": f"stores on Neo4j {SERVER.NEWEST}",
    "no Browser: ": "Neo4j Browser",
}


class Groups(LoadScopeScheduling):
    """How pytest-xdist shares tests out: all with a Neo4j to one process, those of a file together."""

    def _split_scope(self, nodeid: str) -> str:
        return "neo4j" if "neo4j" in nodeid else nodeid.partition("::")[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Groups:
    """What `pytest -n 2` uses; --dist matters not."""
    return Groups(config, log)


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The shipped pipeline, registry and frames, loaded once."""
    return make_extractor()


@pytest.fixture(scope="session")
def neo4j() -> Iterator[SimpleNamespace]:
    """A server for this session: `uri` (Bolt) and `browser` (None where NEO4J_URI names the server).

    No password is asked, unless NEO4J_USERNAME and NEO4J_PASSWORD are set. Tests that use it may
    wipe its default database.
    """
    if os.environ.get("NEO4J_URI"):
        yield SimpleNamespace(uri=os.environ["NEO4J_URI"], browser=None)
        return
    try:
        with SERVER.running() as server:
            yield SimpleNamespace(uri=server.uri, browser=server.browser, server=server)
    except SERVER.Unavailable as error:
        _skip(str(error))


@pytest.fixture(scope="session")
def newest_neo4j() -> Iterator[SimpleNamespace]:
    """A server of the newest release, `uri` only; skips loudly, also in CI, where it cannot be started."""
    try:
        with SERVER.running(SERVER.NEWEST, web=False) as server:
            yield SimpleNamespace(uri=server.uri)
    except SERVER.Unavailable as error:
        pytest.skip(f"no Neo4j {SERVER.NEWEST}: {error}")


@pytest.fixture(scope="session")
def neo4j_tools() -> SimpleNamespace:
    """What tests/neo4j/server.py defines, for tests that need a server of their own."""
    return SERVER


def _skip(reason: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(f"Neo4j is required in CI: {reason}")
    pytest.skip(f"no Neo4j: {reason}; or name a server you may lose the data of with NEO4J_URI")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly what was not tested, from the reports, which processes of pytest-xdist send too."""
    told = {str(report.longrepr[2]) for report in terminalreporter.stats.get("skipped", ())}
    for start, what in NOT_TESTED.items():
        for reason in sorted(reason for reason in told if reason.startswith(f"Skipped: {start}")):
            terminalreporter.section(f"NOT TESTED: {what}", red=True, bold=True)
            terminalreporter.line(reason.removeprefix("Skipped: "))
