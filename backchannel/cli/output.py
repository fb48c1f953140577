"""Printing. Text from documents is hostile: no markup is read in it, no control character passes."""

import dataclasses
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from backchannel.report import Refusal
from graph.model import InputError

# C0, C1 (one byte escapes of terminals), marks that turn the direction of text, lone surrogates.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+")
# What JSON allows raw and a terminal or a reader of lines may still trip over.
_RAW = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")

FIRST = 10  # so many reasons for skipping are told


def clean(text: object) -> str:
    """Text on one line, without control characters."""
    return " ".join(_CONTROL.sub(" ", str(text)).split())


def say(text: str = "", indent: int = 0, **style: Any) -> None:
    """Print one line on stdout, cleaned."""
    click.echo(" " * indent + click.style(clean(text), **style))


def complain(text: str) -> None:
    """Print one line on stderr, cleaned."""
    click.echo(clean(text), err=True)


def say_json(value: Any) -> None:
    """Print one JSON value on stdout."""
    click.echo(to_json(value, indent=2))


def to_json(value: Any, indent: int | None = None) -> str:
    """JSON in UTF-8; what a terminal could obey is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=_plain)
    return _RAW.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, Iterable):
        return list(value)
    return str(value)


def complain_of(refused: Iterable[Refusal], skipped: Sequence[Refusal] = ()) -> None:
    """Name every document that was not read; of those skipped for one reason the first."""
    alike: dict[str, list[str]] = {}
    for refusal in skipped:
        alike.setdefault(refusal.reason.removeprefix(f"{refusal.path}: "), []).append(refusal.path)
    for reason, paths in list(alike.items())[:FIRST]:
        more = f" and {len(paths) - 1:,} more" if len(paths) > 1 else ""
        complain(f"Skipped: {paths[0]}{more}: {reason}")
    if len(alike) > FIRST:
        left = sum(len(paths) for paths in list(alike.values())[FIRST:])
        complain(f"Skipped: {left:,} more; --json names them all")
    for refusal in refused:
        complain(f"Error: {refusal.reason}")


def day(text: str | None) -> str | None:
    """A date given by hand. Raises InputError for what is none, before any work is done."""
    import datetime

    if text is not None:
        try:
            if datetime.date.fromisoformat(text).isoformat() != text:
                raise ValueError
        except ValueError:
            raise InputError(f"--date {text}: is no date; write it as YYYY-MM-DD") from None
    return text


def writable(file: str) -> Path:
    """A path that may be written to. Raises InputError if not, before any long work is done."""
    path = Path(file)
    if path.is_dir():
        raise InputError(f"{file}: is a folder; name a file")
    if not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
        raise InputError(f"{file}: cannot be written, there is no folder {path.parent} to write to")
    return path


@contextmanager
def loading(quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """What draws a bar of rows on stderr, if that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("loading"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("loading", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
