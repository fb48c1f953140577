"""Options that all commands share, and what a command is handed for them."""

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from backchannel.cli.output import complain
from backchannel.settings import Settings, read_settings

if TYPE_CHECKING:
    from loaders.address import Credentials
    from loaders.base import BaseStore

Command = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Session:
    """What the shared options say."""

    settings: Settings
    json: bool
    quiet: bool

    @contextmanager
    def store(self) -> Iterator["BaseStore"]:
        """The store, opened to read."""
        with self.open(self.settings.store, read_only=True) as opened:
            yield opened

    def open(self, url: str, read_only: bool = False) -> "BaseStore":
        """Any store, by folder or address; one that is written to uses the settings' registry.

        Of one that is only read it is said where a build of it is not finished.
        """
        from graph.ontology import read_ontology
        from graph.registry import read_registry
        from graph.resolve.known import known_actors
        from loaders.store import open_store

        known = None if read_only else known_actors(read_registry(self.settings.registry))
        ontology = read_ontology(self.settings.ontology)
        opened = open_store(url, read_only=read_only, known=known, ontology=ontology, sign_in=self.sign_in)
        if read_only and opened.beside is not None and opened.beside.exists():
            complain(
                f"{url}: a build of it has read what is not in it yet; "
                "unless it is at work, run it again to finish"
            )
        return opened

    def sign_in(self, where: str, refused: bool) -> "Credentials | None":
        """User and password: from the environment, a file, or asked for where a person is there."""
        from loaders.address import Credentials, from_environment

        found = from_environment(where, refused, file=self.settings.neo4j_auth_file)
        if found is not None or not (refused and sys.stdin.isatty() and sys.stderr.isatty()):
            return found
        user = click.prompt(f"User at {where}", default="neo4j", err=True)
        return Credentials(user, click.prompt("Password", hide_input=True, err=True))


def shared(store: bool = True) -> Callable[[Command], Command]:
    """Add --store (where there is one), --json, --quiet and --verbose; the command gets a Session first."""

    def add(command: Command) -> Command:
        @wraps(command)
        def run(as_json: bool, quiet: bool, verbose: bool, **rest: Any) -> Any:
            log_to_stderr(verbose)
            settings = read_settings({"store": rest.pop("store", None)})
            return command(Session(settings, as_json, quiet), **rest)

        options = [
            click.option("--json", "as_json", is_flag=True, help="Print one JSON value."),
            click.option("--quiet", "-q", is_flag=True, help="No progress on stderr."),
            click.option("--verbose", "-v", is_flag=True, help="Log what is done on stderr."),
        ]
        if store:
            options.insert(
                0,
                click.option(
                    "--store",
                    metavar="STORE",
                    help="Folder of the graph, or a Neo4j: neo4j://HOST:PORT [backchannel.graph].",
                ),
            )
        decorated: Command = run
        for option in reversed(options):
            decorated = option(decorated)
        return decorated

    return add


def log_to_stderr(verbose: bool) -> None:
    """Send the loggers `backchannel.<room>` to stderr: warnings, or with `verbose` everything."""
    logging.getLogger("neo4j").addHandler(logging.NullHandler())  # its errors are told once, as ours
    logger = logging.getLogger("backchannel")
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(name)s: %(message)s"))
    logger.handlers = [handler]
    logger.propagate = False
    logger.setLevel(logging.DEBUG if verbose else logging.WARNING)
