"""Well-known actors and who held which office when: facts from seeds/actors, read once and passed in."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from graph.model import InputError
from graph.resolve.names import unaccented

SenseKind = Literal["name", "capital", "seat", "demonym"]
T = TypeVar("T")
FAMILY_NAME_FIRST = frozenset({"CN", "KP", "KR", "TW"})
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor of the registry; docs/registry.md tells what each field means."""

    __pydantic_config__ = ConfigDict(extra="forbid")
    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    owner: str | None = None
    descriptions: tuple[str, ...] = ()
    gender: Literal["m", "f"] | None = None
    capital: str | None = None
    capital_aliases: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    medium: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """One holder's time in an office; dates ISO 8601, `end` None while in office."""

    person: str
    start: str
    end: str | None = None

    def covers(self, date: str) -> bool:
        """Whether the holder was in office on an ISO date (of any precision)."""
        return (self.start <= date or self.start.startswith(date)) and (
            self.end is None or date <= self.end or self.end.startswith(date) or date.startswith(self.end)
        )


@dataclass(frozen=True, slots=True)
class Office:
    """An office, what it leads or represents (`of`), and who held it."""

    id: str
    kind: str
    of: str
    titles: tuple[str, ...]
    terms: tuple[Term, ...]
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Kinship:
    """`left` is the `role` of `right`."""

    __pydantic_config__ = ConfigDict(extra="forbid")
    left: str
    right: str
    role: str


@dataclass(frozen=True, slots=True)
class Sense:
    """One actor that a spelling may stand for, and as what: its name, capital, seat or demonym."""

    id: str
    kind: SenseKind


@dataclass(frozen=True, slots=True)
class Registry:
    """All entries by id, what each spelling may mean, and the offices.

    `files` tells of an id and of a family tie where it was read.
    """

    entries: Mapping[str, Entry]
    senses: Mapping[str, tuple[Sense, ...]]
    offices: tuple[Office, ...]
    family: tuple[Kinship, ...] = ()
    surnames: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    given: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    held: Mapping[str, tuple[Office, ...]] = field(default_factory=dict)
    nouns: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    titles: Mapping[str, tuple[Office, ...]] = field(default_factory=dict)
    files: Mapping[object, str] = field(default_factory=dict)

    def holders(
        self, title: str, date: str | None, country: str | None = None
    ) -> Iterator[tuple[Office, str]]:
        """Offices with this title (any case) and who held each on `date`; none without a date."""
        for office in self.titles.get(title.casefold(), ()):
            if date is None or (country is not None and office.country != country):
                continue
            for term in office.terms:
                if term.covers(date):
                    yield office, term.person

    def in_office(self, person: str, date: str | None) -> Iterator[Office]:
        """The offices that a person held on `date`; all ever held without a date."""
        for office in self.held.get(person, ()):
            if date is None or any(t.person == person and t.covers(date) for t in office.terms):
                yield office

    def described(self, country: str, noun: str) -> Entry | None:
        """The one actor of a country that a common noun means ("sovereign wealth fund" of RU)."""
        found = self.nouns.get((country, noun), ())
        return self.entries[found[0]] if len(found) == 1 else None

    def state(self, country: str) -> Entry | None:
        """The State of an ISO 3166-1 alpha-2 code."""
        return self.entries.get(f"state-{country.lower()}")


def read_registry(extra: Path | None = None) -> Registry:
    """Read seeds/actors and, where given, a folder with an analyst's own files in the same form.

    Raises InputError with one line that names the file and the key.
    """
    return _shipped() if extra is None else _read(extra)


@cache
def _shipped() -> Registry:
    """The registry alone: a process reads it once, as its files do not change."""
    return _read(None)


def _read(extra: Path | None) -> Registry:
    shipped = Path(str(resources.files("seeds").joinpath("actors")))
    files = sorted(shipped.rglob("*.toml"))
    if extra is not None:
        if not extra.is_dir():
            raise InputError(f"{extra}: no such folder with registry files")
        files += sorted(extra.rglob("*.toml"))
    entries: dict[str, Entry] = {}
    offices: list[Office] = []
    family: list[Kinship] = []
    places: dict[object, str] = {}
    for path in files:
        data = _load(path)
        place = (path.relative_to(shipped) if path.is_relative_to(shipped) else path).as_posix()
        for row in data.get("actor", []):
            entry = _checked(Entry, row, path, "actor")
            if entry.id in entries:
                raise InputError(f"{path}: actor.id: {entry.id!r} is defined twice")
            entries[entry.id] = entry
            places[entry.id] = place
        held = [_office(row, path) for row in data.get("office", [])]
        kin = [_checked(Kinship, row, path, "family") for row in data.get("family", [])]
        places |= dict.fromkeys([*(office.id for office in held), *kin], place)
        offices += held
        family += kin
    return make_registry(entries.values(), offices, family, places)


def make_registry(
    entries: Iterable[Entry],
    offices: Iterable[Office] = (),
    family: Iterable[Kinship] = (),
    files: Mapping[object, str] | None = None,
) -> Registry:
    """Index entries by every spelling, persons by surname and offices by holder."""
    by_id = {entry.id: entry for entry in entries}
    senses: dict[str, list[Sense]] = {}
    surnames: dict[str, list[str]] = {}
    given: dict[str, list[str]] = {}
    nouns: dict[tuple[str, str], list[str]] = {}
    for entry in by_id.values():
        for spelling, kind in _spellings(entry):
            sense = Sense(entry.id, kind)
            if sense not in senses.setdefault(spelling, []):
                senses[spelling].append(sense)
        if entry.type == "Person":
            for name in {surname(n, entry.country) for n in (entry.name, *entry.aliases)} - {""}:
                surnames.setdefault(name, []).append(entry.id)
            given.setdefault(entry.name.split()[0], []).append(entry.id)
        for noun in entry.descriptions if entry.country is not None else ():
            nouns.setdefault((entry.country or "", noun), []).append(entry.id)
    held: dict[str, list[Office]] = {}
    titles: dict[str, list[Office]] = {}
    offices = tuple(offices)
    for office in offices:
        for title in {title.casefold() for title in office.titles}:
            titles.setdefault(title, []).append(office)
        for person in {term.person for term in office.terms}:
            held.setdefault(person, []).append(office)
    return Registry(
        by_id,
        {k: tuple(sorted(v, key=_rank)) for k, v in senses.items()},
        offices,
        tuple(family),
        {k: tuple(v) for k, v in surnames.items()},
        {k: tuple(v) for k, v in given.items()},
        {k: tuple(v) for k, v in held.items()},
        {k: tuple(v) for k, v in nouns.items()},
        {k: tuple(v) for k, v in titles.items()},
        files if files is not None else {},
    )


def surname(name: str, country: str | None = None) -> str:
    """The family name of a name of two words or more: the first word in China and Korea, else the last.

    "" for a single word, and for a name with a generational suffix ("Jr."), which is never shortened.
    """
    words = name.replace(",", " ").split()
    if len(words) < 2 or words[-1].casefold() in SUFFIXES:
        return ""
    return words[0] if country in FAMILY_NAME_FIRST else words[-1]


def _spellings(entry: Entry) -> Iterator[tuple[str, SenseKind]]:
    for name in (entry.name, *entry.aliases):
        yield name, "name"
        if not name.isascii() and not name.isupper() and (plain := unaccented(name)).isascii():
            yield plain, "name"
    if entry.capital is not None:
        yield entry.capital, "capital"
    for name in entry.capital_aliases:
        yield name, "capital"
    for name in entry.seats:
        yield name, "seat"
    for name in entry.demonyms:
        yield name, "demonym"


def _rank(sense: Sense) -> int:
    return ("name", "seat", "capital", "demonym").index(sense.kind)


def _load(path: Path) -> dict[str, list[dict[str, Any]]]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: not valid TOML ({error})") from error
    for key in data:
        if key not in ("actor", "office", "family"):
            raise InputError(f"{path}: {key}: unknown table (known: actor, office, family)")
    return data


@dataclass(frozen=True, slots=True)
class _OfficeRow:
    __pydantic_config__ = ConfigDict(extra="forbid")
    id: str
    kind: str
    of: str
    titles: tuple[str, ...]
    holder: list[dict[str, str]]
    country: str | None = None


def _office(row: dict[str, Any], path: Path) -> Office:
    parsed = _checked(_OfficeRow, row, path, "office")
    terms = []
    for holder in parsed.holder:
        if "person" not in holder or "from" not in holder:
            raise InputError(f"{path}: office.{parsed.id}.holder: needs person and from")
        terms.append(Term(holder["person"], holder["from"], holder.get("to")))
    return Office(parsed.id, parsed.kind, parsed.of, parsed.titles, tuple(terms), parsed.country)


def _checked(kind: type[T], row: object, path: Path, key: str) -> T:
    try:
        checked: T = _adapters()[kind].validate_python(row)
        return checked
    except ValidationError as error:
        found = error.errors()[0]
        place = ".".join(str(part) for part in found["loc"])
        name = row.get("id", "?") if isinstance(row, dict) else "?"
        raise InputError(f"{path}: {key}.{name}.{place}: {found['msg'].lower()}") from error


@cache
def _adapters() -> dict[object, TypeAdapter[Any]]:
    return {kind: TypeAdapter(kind) for kind in (Entry, Kinship, _OfficeRow)}
