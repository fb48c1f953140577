'''Question files: what may be asked, read from TOML and checked.

    id = "who-owns"                      # what `ask` takes; words joined by hyphens
    title = "Who owns a company"
    meaning = "Owners of it, through chains of four."
    phrasings = ["who owns (?P<of>.+)"]  # regular expressions over the folded question, all of it;
                                         # a named group is the parameter of that name
    columns = ["actor", "sentence"]      # what is printed, of the fields of a row
    score = "score"                      # the column to sort by, best first

    [parameters.of]
    type = "actors"                      # actors, actor, text, integer, number or boolean
    means = "the company"
    default = []                         # left out where the parameter must be given
    types = ["Company", "Asset"]         # actors only: which types may be meant

    [[tiers]]                            # queries, run in order, each an answer of its own kind
    id = "owners"                        # the ids it finds are a parameter $owners of all after it
    title = "Owners"
    kind = "answer"                      # answer, insufficient or exposure
    sentence = "{name} owns {target}"    # fields are columns of the query
    cypher = """
    MATCH (a:Actor)-[r:OWNS]->(b:Actor) WHERE b.id IN $of
    RETURN a.id AS actor, b.name AS target, r.statements AS statements, r.confidence AS score
    """

A query returns `actor` (its id), `statements` (ids, the chain behind the row) and the
score, and whatever its sentence names. `via`, if returned, is the id of an actor found by
a tier before: its chain and its conditions are continued. `conditions` is a list of texts,
`status` one word (actual if left out).
`name` and `type` of the actor are known to every sentence. `$found` holds the ids of all
answers so far. Of the actors that several tiers find, the first tier in the file has them;
the others are kept as further reasons.
'''

import re
import string
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any, Literal

from pydantic import ConfigDict, TypeAdapter, ValidationError

from graph.model import InputError

Kind = Literal["answer", "insufficient", "exposure"]
GIVEN = frozenset({"name", "type", "conditions"})
PRINTED = frozenset({"tier", "actor", "type", "score", "status", "sentence", "conditions", "reasons"})
_RETURNED = re.compile(r"(?:\bAS\s+|(?:^|,)\s*)(\w+)\s*(?=,|$|\bORDER\b)")
_USED = re.compile(r"\$(\w+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question may be told. Without a default it must be given."""

    __pydantic_config__ = ConfigDict(extra="forbid")
    type: Literal["actors", "actor", "text", "integer", "number", "boolean"]
    means: str
    default: Any = None
    types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tier:
    """One query of a question, and the sentence that says what a row of it means."""

    __pydantic_config__ = ConfigDict(extra="forbid")
    id: str
    title: str
    sentence: str
    cypher: str
    kind: Kind = "answer"


@dataclass(frozen=True, slots=True)
class Question:
    """A question as its file states it."""

    __pydantic_config__ = ConfigDict(extra="forbid")
    id: str
    title: str
    meaning: str
    columns: tuple[str, ...]
    score: str
    tiers: tuple[Tier, ...]
    phrasings: tuple[str, ...] = ()
    parameters: Mapping[str, Parameter] = field(default_factory=dict, hash=False)


def read_questions(folder: Path | None = None) -> dict[str, Question]:
    """All questions by id: the shipped ones and, if `folder` is given, those of a user."""
    files = sorted(Path(str(resources.files("graph.questions"))).glob("*.toml"))
    if folder is not None:
        if not folder.is_dir():
            raise InputError(f"{folder}: the folder of questions does not exist")
        files += sorted(folder.glob("*.toml"))
    questions: dict[str, Question] = {}
    for file in files:
        question = read_question(file)
        if question.id in questions:
            raise InputError(f"{file}: id: there is already a question {question.id!r}")
        questions[question.id] = question
    return questions


def read_question(file: Path) -> Question:
    """Read and validate one question file. Raises InputError with a line that names the file and the key."""
    try:
        question = TypeAdapter(Question).validate_python(tomllib.loads(file.read_text(encoding="utf-8")))
    except OSError as error:
        raise InputError(f"{file}: cannot read the question ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: not valid TOML ({error})") from error
    except ValidationError as error:
        found = error.errors()[0]
        key = ".".join(str(part) for part in found["loc"])
        raise InputError(f"{file}: {key}: {found['msg'].lower()}") from error
    for key, problem in _problems(question):
        raise InputError(f"{file}: {key}: {problem}")
    return question


def returned_columns(tier: Tier) -> tuple[str, ...]:
    """The columns that the query of a tier returns."""
    return tuple(dict.fromkeys(_RETURNED.findall(tier.cypher.rpartition("RETURN")[2])))


def pieces(template: str) -> tuple[tuple[str, str | None], ...]:
    """A sentence as texts, each with the field that follows it, if one does."""
    return tuple((text, name) for text, name, _, _ in string.Formatter().parse(template))


def _problems(question: Question) -> Iterable[tuple[str, str]]:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", question.id):
        yield "id", "is lower-case words joined by hyphens"
    if not question.tiers:
        yield "tiers", "a question needs at least one"
    for number, phrasing in enumerate(question.phrasings):
        yield from ((f"phrasings.{number}", text) for text in _phrasing(phrasing, question.parameters))
    for column in question.columns:
        if column not in PRINTED:
            yield "columns", f"unknown column {column!r} (known: {', '.join(sorted(PRINTED))})"
    known = {"found", *question.parameters}
    for tier in question.tiers:
        key = f"tiers.{tier.id}"
        if not tier.id.isidentifier() or tier.id in known:
            yield key, "the id of a tier is one word that no parameter and no tier before has"
        returned = set(returned_columns(tier))
        for column in ("actor", "statements", question.score):
            if column not in returned:
                yield f"{key}.cypher", f"does not return a column {column!r}"
        for name in _USED.findall(tier.cypher):
            if name not in known:
                yield f"{key}.cypher", f"unknown parameter ${name}"
        yield from ((f"{key}.sentence", text) for text in _sentence(tier.sentence, returned))
        known.add(tier.id)


def _phrasing(phrasing: str, parameters: Mapping[str, Parameter]) -> Iterable[str]:
    try:
        names = re.compile(phrasing).groupindex
    except re.error as error:
        yield f"not a regular expression ({error})"
        return
    for name in names:
        if name not in parameters:
            yield f"there is no parameter {name!r}"


def _sentence(template: str, returned: set[str]) -> Iterable[str]:
    try:
        fields = [name for _, name in pieces(template) if name is not None]
    except ValueError as error:
        yield f"not a template ({error})"
        return
    for name in fields:
        if name not in returned | GIVEN:
            yield f"{{{name}}} is no column of its query"
