"""Frames: trigger words, and which grammatical role is which end of a statement. Data in frames/*.toml."""

import tomllib
from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError

from graph.model import InputError, Modality
from graph.ontology import Ontology

ANYTHING = "*"
SHARED = "words.toml"  # lists that frames of several files name
POS = {
    "verb": ("VERB", "AUX"),
    "noun": ("NOUN", "PROPN"),
    "adj": ("ADJ", "VERB", "ADV", "NOUN"),
    "prep": ("ADP",),
    "part": ("PART", "DET", "PRON"),
}


@dataclass(frozen=True, slots=True)
class Frame:
    """One way of saying one predicate; docs/frames.md tells what each key means.

    `needs` are sets of words, one of each of which must stand in the sentence: what `when` asks for.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")
    predicate: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    adj: tuple[str, ...] = ()
    prep: tuple[str, ...] = ()
    part: tuple[str, ...] = ()
    when: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unless: Mapping[str, frozenset[str]] = field(default_factory=dict)
    subject_types: tuple[str, ...] = ()
    object_types: tuple[str, ...] = ()
    planned: str | None = None
    implies: str | None = None
    modality: Modality | None = None
    negated: bool = False
    presupposed: bool = False
    elided: bool = False
    set: Mapping[str, str] = field(default_factory=dict)
    take: Mapping[str, str] = field(default_factory=dict)
    finds: tuple[str, str, str] | None = None
    ignores: str | None = None
    name: str = ""
    needs: tuple[frozenset[str], ...] = ()


Index = Mapping[tuple[str, str], tuple[Frame, ...]]


def read_frames(folder: Path, ontology: Ontology) -> tuple[Frame, ...]:
    """Read all frames of a folder. Raises InputError naming file and key for one that cannot be used."""
    frames: list[Frame] = []
    taken: Counter[str] = Counter()
    files = {path: _read(path) for path in sorted(folder.glob("*.toml"))}
    shared = files.get(folder / SHARED, {}).get("words", {})
    for path, data in files.items():
        words = shared | data.get("words", {})
        for number, row in enumerate(data.get("frame", []), 1):
            place = f"{path}: frame {number}"
            row = _opened(row, words, place)
            try:
                frame = _rows().validate_python({**row, "name": _name(row, taken)})
            except ValidationError as error:
                found = error.errors()[0]
                raise InputError(
                    f"{place}.{'.'.join(map(str, found['loc']))}: {found['msg'].lower()}"
                ) from error
            for predicate in (frame.predicate, frame.planned, frame.implies):
                if predicate is not None and predicate not in ontology.predicates:
                    raise InputError(f"{place}: unknown predicate {predicate!r}")
            needs = tuple(words for words in frame.when.values() if ANYTHING not in words)
            frames.append(replace(frame, needs=needs))
    return tuple(frames)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: not valid TOML ({error})") from error


def _opened(value: Any, words: Mapping[str, Any], place: str) -> Any:
    """A value with the lists that it names ("@goods") written out, wherever they stand in it."""
    if isinstance(value, dict):
        return {key: _opened(inner, words, place) for key, inner in value.items()}
    if not isinstance(value, list):
        return value
    found: list[Any] = []
    for item in value:
        if isinstance(item, str) and item.startswith("@"):
            if item[1:] not in words:
                raise InputError(f"{place}: no list {item[1:]!r} in [words] or {SHARED}")
            found += words[item[1:]]
        else:
            found.append(item)
    return found


def _name(row: Mapping[str, Any], taken: Counter[str]) -> str:
    """A name that stays when other frames are added: predicate, first trigger, a number for twins."""
    triggers = [word for kind in POS for word in row.get(kind, [])]
    name = f"{row.get('predicate', '')}.{triggers[0] if triggers else ''}".lower()
    taken[name] += 1
    return name if taken[name] == 1 else f"{name}.{taken[name]}"


def index_frames(frames: tuple[Frame, ...]) -> Index:
    """Frames by trigger lemma and coarse part of speech."""
    found: dict[tuple[str, str], list[Frame]] = {}
    for frame in frames:
        for kind, tags in POS.items():
            for lemma in getattr(frame, kind):
                for tag in tags:
                    found.setdefault((lemma, tag), []).append(frame)
    return {key: tuple(value) for key, value in found.items()}


def only(index: Index, predicates: Container[str]) -> Index:
    """The frames of some predicates alone."""
    kept = {key: tuple(f for f in frames if f.predicate in predicates) for key, frames in index.items()}
    return {key: frames for key, frames in kept.items() if frames}


@cache
def _rows() -> TypeAdapter[Frame]:
    return TypeAdapter(Frame)
