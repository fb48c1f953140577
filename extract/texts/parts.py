"""Where a quote stands in what it was read from: its page, its chapter, or the time that it is said."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.model import Document, Evidence, Statement

_TIME = re.compile(r"\d{1,3}:\d\d(?::\d\d)?")


def with_parts(statements: Iterable[Statement], document: Document) -> Iterator[Statement]:
    """The statements, with the part of the document that their evidence begins in, or the time there."""
    for statement in statements:
        if document.parts:
            evidence = tuple(_placed(one, document.part(one.start)) for one in statement.evidence)
            statement = replace(statement, evidence=evidence)
        yield statement


def _placed(evidence: Evidence, part: str | None) -> Evidence:
    if part is not None and _TIME.fullmatch(part):
        return replace(evidence, timestamp=part)
    return replace(evidence, part=part)
