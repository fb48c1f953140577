"""What part of a graph is exported: conditions as a user types them, KEY=VALUE."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.model import EvidenceKind, InputError, Statement
from graph.ontology import Ontology

STATUSES = ("affirmed", "denied", "planned", "possible", "conditional")
KINDS: tuple[EvidenceKind, ...] = ("text", "list", "registry", "analyst")
_KEYS = ("type", "predicate", "status", "kind", "from", "to", "near", "steps")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Where:
    """Conditions that all hold; an empty one leaves nothing out. `near` are actor ids."""

    types: frozenset[str] = frozenset()
    predicates: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    first: str | None = None
    last: str | None = None
    near: tuple[str, ...] = ()
    steps: int = 1

    def about_statements(self) -> bool:
        """Whether a condition is about statements, so that an actor without one is left out."""
        return bool(self.predicates or self.statuses or self.kinds or self.first or self.last)


def parse_where(conditions: Iterable[str], ontology: Ontology) -> Where:
    """Read conditions; `near` stays as it was typed. Raises InputError with one line.

    type=, predicate=, status= and kind= take several values, parted by commas; from= and to= an ISO date,
    which may be short; near= a name or id, and may come again; steps= a number.
    """
    found: dict[str, list[str]] = {}
    for condition in conditions:
        key, equals, value = condition.partition("=")
        if not equals or key not in _KEYS:
            known = ", ".join(f"{name}=" for name in _KEYS)
            raise InputError(f"--where {condition!r}: unknown condition (known: {known})")
        if not value.strip():
            raise InputError(f"--where {condition!r}: the value is missing")
        found.setdefault(key, []).append(value)
    for key in ("from", "to", "steps"):
        if len(found.get(key, ())) > 1:
            raise InputError(f"--where {key}=: is given more than once")
    if "steps" in found and "near" not in found:
        raise InputError("--where steps=: needs an actor to count from, as in --where near=NAME")
    first, last = (_date(key, found) for key in ("from", "to"))
    if first is not None and last is not None and first[: len(last)] > last[: len(first)]:
        raise InputError(f"--where from={first}: is after to={last}")
    return Where(
        types=_several("type", found, ontology.types),
        predicates=_several("predicate", found, ontology.predicates),
        statuses=_several("status", found, STATUSES),
        kinds=_several("kind", found, KINDS),
        first=first,
        last=last,
        near=tuple(found.get("near", ())),
        steps=_steps(found.get("steps", ["1"])[0]),
    )


def status(statement: Statement) -> str:
    """What a statement is: denied where it is negated, else what its modality makes of it."""
    if statement.polarity == "negated":
        return "denied"
    return {"actual": "affirmed", "intended": "planned"}.get(statement.modality, statement.modality)


def _several(key: str, found: dict[str, list[str]], known: Iterable[str]) -> frozenset[str]:
    names = {name.casefold(): name for name in known}
    values = [part.strip() for value in found.get(key, ()) for part in value.split(",")]
    for value in values:
        if value.casefold() not in names:
            raise InputError(f"--where {key}={value}: unknown {key} (known: {', '.join(names.values())})")
    return frozenset(names[value.casefold()] for value in values)


def _date(key: str, found: dict[str, list[str]]) -> str | None:
    value = found[key][0].strip() if key in found else None
    if value is not None and _DATE.fullmatch(value) is None:
        raise InputError(f"--where {key}={value}: is no date such as 2025, 2025-01 or 2025-01-31")
    return value


def _steps(text: str) -> int:
    if not (text.strip().isascii() and text.strip().isdigit() and len(text) < 4):
        raise InputError(f"--where steps={text}: is no number of steps")
    return int(text)
