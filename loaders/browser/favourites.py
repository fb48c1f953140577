"""Favourites of Neo4j Browser: everyday queries, and every saved question as one query.

Browser 5 takes a .zip of .cypher files that is dropped on it: folders become folders, and the
first line of a file, a comment, becomes the name.
"""

import io
import json
import re
import textwrap
import tomllib
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from typing import Any

from graph.ontology import Ontology
from graph.questions.catalogue import Parameter, Question
from graph.questions.givens import givens
from loaders.browser.composed import drawn, rows, table

EVERYDAY = "backchannel"
PARAMETERS = "Parameters (run this first)"
_USED = re.compile(r"\$(\w+)")


@dataclass(frozen=True, slots=True)
class Script:
    """A query with a title and what it means. `written` is the query with the defaults of its parameters
    written out, for where none are set; `look` is advice for the guide."""

    id: str
    folder: str
    title: str
    means: str
    cypher: str
    written: str
    draws: bool = False
    look: str = ""
    notes: tuple[str, ...] = ()
    parameters: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def text(self, number: int) -> str:
        """The favourite: Browser sorts by title, so the number comes first."""
        title = f"{number:02} {_flat(self.title)}"
        return "\n".join((f"// {title}", *_comments((self.means, *self.notes)), self.cypher))

    def step(self) -> str:
        """The query as the guide has it."""
        return "\n".join((f"// {_flat(self.title)}", self.written))


LAST = "who-benefits"  # where the guide leads


def scripts(ontology: Ontology, questions: Mapping[str, Question]) -> tuple[Script, ...]:
    """All favourites in order: parameters, everyday queries, then each question as a table and drawn."""
    ordered = sorted(questions.values(), key=lambda question: question.id == LAST)
    made = [*_everyday(ontology), *(script for q in ordered for script in _question(q, ontology))]
    defaults: dict[str, Any] = {}
    for script in made:
        defaults = {**script.parameters, **defaults}
    return (_parameters(defaults, questions), *made)


def archive(made: Sequence[Script]) -> bytes:
    """The .zip file that Browser takes; the same scripts give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for number, script in enumerate(made):
            name = zipfile.ZipInfo(f"{script.folder}/{number:02}-{script.id}.cypher", (1980, 1, 1, 0, 0, 0))
            file.writestr(name, script.text(number))
    return buffer.getvalue()


def literal(value: Any) -> str:
    """A plain value as Cypher writes it."""
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(literal, value))}]"
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, int | float):
        return repr(value)
    return "'" + str(value).replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'"


def _parameters(defaults: Mapping[str, Any], questions: Mapping[str, Question]) -> Script:
    notes = [
        "$actor and $other are names, $predicate a kind of statement (the last everyday query lists them).",
    ]
    for question in questions.values():
        for name, parameter in question.parameters.items():
            notes.append(
                f"${_called(name, parameter)} of “{question.title}”: {parameter.means} ({parameter.type}, by id)"
            )
    notes.append('The query “Find an actor” tells ids; write them as in ["state-us"], and run this again.')
    values = ", ".join(
        f'"{name}": {json.dumps(value, ensure_ascii=False)}' for name, value in sorted(defaults.items())
    )
    means = (
        "What the queries below ask about. Change the values as you need; a reload of the page forgets them."
    )
    return Script("parameters", EVERYDAY, PARAMETERS, means, f":params {{{values}}}", "", notes=tuple(notes))


def _everyday(ontology: Ontology) -> Iterator[Script]:
    file = resources.files("loaders.browser").joinpath("everyday.toml")
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    for row in data["queries"]:
        cypher = row["cypher"].strip().replace(":TIES", ":" + "|".join(ontology.predicates))
        used = {name: data["parameters"][name] for name in _USED.findall(cypher)}
        kinds = [f"{name}: {predicate.means}" for name, predicate in ontology.predicates.items()]
        yield Script(
            row["id"],
            EVERYDAY,
            row["title"],
            row["means"],
            cypher,
            _USED.sub(lambda found, used=used: literal(used[found[1]]), cypher),  # type: ignore[misc]
            row.get("draws", False),
            row.get("look", ""),
            tuple(kinds) if row["id"] == "predicate" else (),
            used,
        )


def _question(question: Question, ontology: Ontology) -> Iterator[Script]:
    known = question.parameters.items()
    notes = tuple(f"${_called(name, parameter)}: {parameter.means}" for name, parameter in known)
    given = {
        name: parameter.value(parameter.default if parameter.example is None else parameter.example)
        for name, parameter in known
    }
    ties = tuple(ontology.predicates)
    composed = rows(question, ties)
    given |= {name: value for name, value in givens(ontology).items() if f"${name}" in composed}
    names = {name: _called(name, parameter) for name, parameter in known}
    asked = _USED.sub(lambda found: f"${names.get(found[1], found[1])}", composed)
    written = rows(question, ties, {name: literal(value) for name, value in given.items()})
    for how, end, draws in (("Table", table(question), False), ("Drawn", drawn(), True)):
        yield Script(
            id=f"{question.id}-{how.lower()}",
            folder=f"{EVERYDAY} questions",
            title=f"{how}: {question.title}",
            means=question.meaning,
            cypher=asked + end,
            written=written + end,
            draws=draws,
            notes=notes,
            parameters={names.get(name, name): value for name, value in given.items()},
        )


def _called(name: str, parameter: Parameter) -> str:
    """What a parameter is called in Browser, where all queries share them: one actor is no list of actors."""
    return f"{name}_id" if parameter.type == "actor" else name


def _comments(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        for line in textwrap.wrap(_flat(text), 100):
            yield f"// {line}"


def _flat(text: str) -> str:
    return " ".join(text.split())
