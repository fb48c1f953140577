"""A graph of the seeds in a real Neo4j, and a headless Chromium to look at it."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from neo4j import GraphDatabase
from playwright.sync_api import Browser, sync_playwright

from backchannel.cli import main

ROOT = Path(__file__).parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
]


@pytest.fixture(scope="module")
def seeded(neo4j: SimpleNamespace, tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    """seeds/documents built into Neo4j, and the kit for its Browser: `uri`, `browser`, `kit`."""
    with GraphDatabase.driver(neo4j.uri, auth=_auth()) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
    kit = tmp_path_factory.mktemp("kit")
    _run("build", ROOT / "seeds" / "documents", "--store", neo4j.uri, "--quiet")
    _run(
        "browser-kit", kit, "--browser", (neo4j.browser or "http://localhost:7474/browser/").partition("?")[0]
    )
    return SimpleNamespace(uri=neo4j.uri, browser=neo4j.browser, kit=kit, auth=_auth())


@pytest.fixture(scope="module")
def chromium(neo4j: SimpleNamespace) -> Iterator[Browser]:
    """Debian's Chromium, driven by Playwright; skips loudly where it or Neo4j Browser is missing."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        _skip("no Chromium (apt-get install chromium)")
    if neo4j.browser is None:
        _skip("NEO4J_URI names a server whose Browser is not known")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where pictures go: a folder that is thrown away, or docs/pictures with BACKCHANNEL_PICTURES=1."""
    return ROOT / "docs" / "pictures" if os.environ.get("BACKCHANNEL_PICTURES") else tmp_path


def _skip(reason: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(f"Neo4j Browser is required in CI: {reason}")
    pytest.skip(f"no Browser: {reason}")


def _auth() -> tuple[str, str] | None:
    user, password = os.environ.get("NEO4J_USERNAME"), os.environ.get("NEO4J_PASSWORD")
    return (user, password) if user and password else None


def _run(*arguments: object) -> None:
    done = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert done.exit_code == 0, done.output
