"""The ontology: which types, predicates and qualifiers a statement may use, read from one TOML file."""

import tomllib
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Literal

from pydantic import ConfigDict, TypeAdapter, ValidationError

from graph.model import InputError

ANY = "any"


@dataclass(frozen=True, slots=True)
class ActorType:
    """A type of actor. `ftm` is the FollowTheMoney schema it maps to."""

    __pydantic_config__ = ConfigDict(extra="forbid")
    means: str
    ftm: str


@dataclass(frozen=True, slots=True)
class Predicate:
    """A relation. `plover` is the PLOVER event category where it has one; `start` and `end` allowed types."""

    name: str
    means: str
    start: frozenset[str]
    end: frozenset[str]
    symmetric: bool = False
    nature: Literal["state", "event"] = "event"
    plover: str | None = None
    qualifiers: dict[str, str | list[str]] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Ontology:
    """All types and predicates by name."""

    version: int
    types: dict[str, ActorType] = field(hash=False)
    predicates: dict[str, Predicate] = field(hash=False)

    def allows(self, predicate: str, subject_type: str, object_type: str) -> bool:
        """Whether a statement may have these ends; a symmetric one may have them either way."""
        rule = self.predicates[predicate]
        if subject_type in rule.start and object_type in rule.end:
            return True
        return rule.symmetric and object_type in rule.start and subject_type in rule.end


@dataclass(frozen=True, slots=True)
class _Row:
    __pydantic_config__ = ConfigDict(extra="forbid")
    means: str
    nature: Literal["state", "event"]
    symmetric: bool = False
    plover: str | None = None
    qualifiers: dict[str, str | list[str]] = field(default_factory=dict)
    # `from` is a keyword, so both ends are read apart.


@dataclass(frozen=True, slots=True)
class _File:
    __pydantic_config__ = ConfigDict(extra="forbid")
    version: int
    types: dict[str, ActorType]
    predicates: dict[str, dict[str, object]]


def read_ontology(path: Path | None = None) -> Ontology:
    """Read and validate an ontology file; the shipped one without `path`.

    Raises InputError with one line that names the file and the key.
    """
    source = path if path is not None else Path(str(resources.files("graph").joinpath("ontology.toml")))
    try:
        data = tomllib.loads(source.read_text(encoding="utf-8"))
        parsed = TypeAdapter(_File).validate_python(data)
    except OSError as error:
        raise InputError(f"{source}: cannot read the ontology ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{source}: not valid TOML ({error})") from error
    except ValidationError as error:
        raise InputError(f"{source}: {_first(error)}") from error
    types = frozenset(parsed.types)
    predicates = {name: _predicate(source, name, row, types) for name, row in parsed.predicates.items()}
    return Ontology(parsed.version, parsed.types, predicates)


def _predicate(source: Path, name: str, row: dict[str, object], types: frozenset[str]) -> Predicate:
    key = f"predicates.{name}"
    if not name.replace("_", "").isalpha() or not name.isupper():
        raise InputError(f"{source}: {key}: a predicate is named in capitals and underscores")
    ends = {side: _ends(source, f"{key}.{side}", row.get(side), types) for side in ("from", "to")}
    rest = {k: v for k, v in row.items() if k not in ends}
    try:
        parsed = TypeAdapter(_Row).validate_python(rest)
    except ValidationError as error:
        raise InputError(f"{source}: {key}.{_first(error)}") from error
    for qualifier, values in parsed.qualifiers.items():
        if isinstance(values, str) and values != "text":
            raise InputError(f'{source}: {key}.qualifiers.{qualifier}: is neither "text" nor a list')
    return Predicate(
        name,
        parsed.means,
        ends["from"],
        ends["to"],
        parsed.symmetric,
        parsed.nature,
        parsed.plover,
        parsed.qualifiers,
    )


def _ends(source: Path, key: str, value: object, types: frozenset[str]) -> frozenset[str]:
    if not isinstance(value, list) or not value:
        raise InputError(f"{source}: {key}: a predicate needs a list of types at both ends")
    for item in value:
        if item != ANY and item not in types:
            raise InputError(f"{source}: {key}: unknown type {item!r} (known: {', '.join(sorted(types))})")
    return types if ANY in value else frozenset(value)


def _first(error: ValidationError) -> str:
    found = error.errors()[0]
    return f"{'.'.join(str(part) for part in found['loc'])}: {found['msg'].lower()}"
