"""Options that all commands share, and what a command is handed for them."""

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from backchannel.settings import Settings, read_settings

if TYPE_CHECKING:
    from loaders.store import Store

Command = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Session:
    """What the shared options say."""

    settings: Settings
    json: bool
    quiet: bool

    @contextmanager
    def store(self) -> Iterator["Store"]:
        """The store, opened to read."""
        from graph.ontology import read_ontology
        from loaders.store import open_store

        opened = open_store(
            self.settings.store, read_only=True, ontology=read_ontology(self.settings.ontology)
        )
        try:
            yield opened
        finally:
            opened.close()


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
                0, click.option("--store", metavar="DIR", help="Folder of the graph [backchannel.graph].")
            )
        decorated: Command = run
        for option in reversed(options):
            decorated = option(decorated)
        return decorated

    return add


def log_to_stderr(verbose: bool) -> None:
    """Send the loggers `backchannel.<room>` to stderr: warnings, or with `verbose` everything."""
    logger = logging.getLogger("backchannel")
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(name)s: %(message)s"))
    logger.handlers = [handler]
    logger.propagate = False
    logger.setLevel(logging.DEBUG if verbose else logging.WARNING)
