'''Question files: what may be asked, read from TOML and checked.

    id = "who-owns"                      # what `ask` takes; words joined by hyphens
    title = "Who owns a company"
    meaning = "Owners of it, through chains of four."
    phrasings = ["who owns (?P<of>.+)"]  # regular expressions over the folded question, all of it;
                                         # a named group is the parameter of that name
    columns = ["actor", "sentence"]      # what is printed, of the fields of a row
    score = "score"                      # the column to sort by, best first
    ascending = false                    # true: the lowest first, as for days
    rows = "actors"                      # one row an actor; "all": every row for itself
    general = false                      # true: it is meant only where no other question is

    [parameters.of]
    type = "actors"                      # actors, actor, relations, text, date, integer, number or boolean
    means = "the company"
    default = []                         # left out where the parameter must be given
    example = ["company-pdvsa"]          # ids, for places that must show a value
    types = ["Company", "Asset"]         # actors only: which types may be meant
    last = true                          # dates only: the last day; 2025 means up to its end

    [[tiers]]                            # queries, run in order, each an answer of its own kind
    id = "owners"                        # the ids it finds are a parameter $owners of all after it
    title = "Owners"
    kind = "answer"                      # answer, insufficient, exposure, or step: not shown
    sentence = "{name} owns {target}"    # fields are columns of the query
    cypher = """
    MATCH (a:Actor)-[r:OWNS]->(b:Actor) WHERE b.id IN $of
    RETURN a.id AS actor, b.name AS target, r.statements AS statements, r.confidence AS score
    """

What a query returns, and tiers that an analytic computes, are told in docs/questions.md.
'''

import re
import string
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from importlib import resources
from pathlib import Path
from typing import Any, Literal

from pydantic import ConfigDict, TypeAdapter, ValidationError

from graph.analytics import ANALYTICS
from graph.model import InputError
from graph.questions.givens import GIVENS
from graph.questions.lines import line_of
from graph.questions.phrasings import expand, parameter_of

Kind = Literal["answer", "insufficient", "exposure", "step"]
GIVEN = frozenset({"name", "type", "conditions", "regime", "before"})
PRINTED = frozenset(
    {"tier", "actor", "type", "score", "status", "sentence", "conditions", "regime", "reasons", "sources"}
)
_RETURNED = re.compile(r"(?:\bAS\s+|(?:^|,)\s*)(\w+)\s*(?=,|$|\bORDER\b|\bLIMIT\b)")
_USED = re.compile(r"\$(\w+)")
_PLACE = re.compile(r"at line (\d+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question may be told. Without a default it must be given."""

    __pydantic_config__ = ConfigDict(extra="forbid")
    type: Literal["actors", "actor", "relations", "text", "date", "integer", "number", "boolean"]
    means: str
    default: Any = None
    example: Any = None
    types: tuple[str, ...] = ()
    last: bool = False

    def value(self, given: Any) -> Any:
        """What a query gets: a date that is the last of a time as a text that sorts after all of its days."""
        return f"{given}~" if self.last and self.type == "date" and given else given


@dataclass(frozen=True, slots=True)
class Tier:
    """One query of a question, and the sentence that says what a row of it means.

    With an `analytic`, `ties` is the query that gives it the graph, and `cypher` what answers where
    only Cypher runs. `line` is where the query stands in the file. A `denial` finds what denies that which
    is asked: where it alone finds something, that is the answer.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")
    id: str
    title: str
    cypher: str
    sentence: str = ""
    kind: Kind = "answer"
    analytic: str | None = None
    ties: str = ""
    options: Mapping[str, Any] = field(default_factory=dict, hash=False)
    line: int = 0
    denial: bool = False


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
    ascending: bool = False
    general: bool = False
    rows: Literal["actors", "all"] = "actors"
    parameters: Mapping[str, Parameter] = field(default_factory=dict, hash=False)
    file: str = ""


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
    """Read and validate one question file. Raises InputError with a line that names file, line and key."""
    try:
        text = file.read_text(encoding="utf-8")
        data = tomllib.loads(text)
        question = TypeAdapter(Question).validate_python(data)
    except OSError as error:
        raise InputError(f"{file}: cannot read the question ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{file}: is not UTF-8 ({error})") from error
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = int(place[1]) if place is not None else len(text.splitlines())
        raise InputError(f"{file}:{line}: not valid TOML ({error})") from error
    except ValidationError as error:
        found = error.errors()[0]
        key = ".".join(str(part) for part in found["loc"])
        raise InputError(f"{file}:{line_of(text, found['loc'])}: {key}: {found['msg'].lower()}") from error
    for where, problem in _problems(question):
        key = ".".join(
            question.tiers[part].id if isinstance(part, int) and where[0] == "tiers" else str(part)
            for part in where
        )
        raise InputError(f"{file}:{line_of(text, where, problem)}: {key}: {problem}")
    tiers = tuple(
        replace(tier, line=line_of(text, ("tiers", place, "cypher")))
        for place, tier in enumerate(question.tiers)
    )
    return replace(question, tiers=tiers, file=str(file))


def returned_columns(tier: Tier) -> tuple[str, ...]:
    """The columns that the query of a tier returns."""
    return tuple(dict.fromkeys(_RETURNED.findall(tier.cypher.rpartition("RETURN")[2])))


def pieces(template: str) -> tuple[tuple[str, str | None], ...]:
    """A sentence as texts, each with the field that follows it, if one does."""
    return tuple((text, name) for text, name, _, _ in string.Formatter().parse(template))


Problem = tuple[tuple[str | int, ...], str]


def _problems(question: Question) -> Iterable[Problem]:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", question.id):
        yield ("id",), "is lower-case words joined by hyphens"
    if not any(tier.kind != "step" for tier in question.tiers):
        yield ("tiers",), "a question needs at least one that is not a step"
    for number, phrasing in enumerate(question.phrasings):
        yield from ((("phrasings", number), text) for text in _phrasing(phrasing, question.parameters))
    for column in question.columns:
        if column not in PRINTED:
            yield ("columns",), f"unknown column {column!r} (known: {', '.join(sorted(PRINTED))})"
    known = {"found", *GIVENS, *question.parameters}
    for place, tier in enumerate(question.tiers):
        if not tier.id.isidentifier() or tier.id in known:
            yield ("tiers", place), "the id of a tier is one word that no parameter and no tier before has"
        yield from _tier(question, place, tier, known)
        known.add(tier.id)


def _tier(question: Question, place: int, tier: Tier, known: set[str]) -> Iterable[Problem]:
    returned = set(returned_columns(tier))
    needed = [question.score] if tier.kind != "step" else []
    if "links" not in returned:
        needed.insert(0, "statements")
    if question.rows == "actors" or tier.kind == "step":
        needed.insert(0, "actor")
    for column in needed:
        if column not in returned:
            yield ("tiers", place, "cypher"), f"does not return a column {column!r}"
    for key, query, more in (("cypher", tier.cypher, ()), ("ties", tier.ties, ("frontier",))):
        for name in _USED.findall(query):
            if name not in known and name not in more:
                yield ("tiers", place, key), f"unknown parameter ${name}"
    yield from ((("tiers", place, "sentence"), text) for text in _sentence(tier.sentence, returned))
    if tier.kind != "step" and not tier.sentence:
        yield ("tiers", place), "needs a sentence, as it is shown"
    if tier.analytic is None:
        return
    if tier.analytic not in ANALYTICS:
        yield ("tiers", place, "analytic"), f"is none of {', '.join(sorted(ANALYTICS))}"
        return
    for name in ANALYTICS[tier.analytic].groups:
        if tier.options.get(name) not in known:
            yield ("tiers", place, "options"), f"{name} is the id of a tier before or a parameter"


def _phrasing(phrasing: str, parameters: Mapping[str, Parameter]) -> Iterable[str]:
    try:
        names = re.compile(expand(phrasing, {})).groupindex
    except re.error as error:
        yield f"not a regular expression ({error})"
        return
    except ValueError as error:
        yield str(error)
        return
    for name in names:
        if parameter_of(name) not in parameters:
            yield f"there is no parameter {parameter_of(name)!r}"


def _sentence(template: str, returned: set[str]) -> Iterable[str]:
    try:
        fields = [name for _, name in pieces(template) if name is not None]
    except ValueError as error:
        yield f"not a template ({error})"
        return
    for name in fields:
        if name not in returned | GIVEN:
            yield f"{{{name}}} is no column of its query"
