"""A question, by its name or in plain English, to its answer; it says what it understood."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from backchannel.actors import Stored, UnknownActor
from backchannel.binding import bind
from backchannel.spotting import Spotter
from backchannel.understanding import NotUnderstood, Understood, named, understand
from graph.model import InputError
from graph.ontology import Ontology
from graph.questions.answers import Answer
from graph.questions.catalogue import Question, read_questions
from graph.questions.quotes import Query
from graph.questions.run import run
from graph.registry import Registry, read_registry

__all__ = ["EmptyGraph", "NotUnderstood", "Understood", "UnknownActor", "ask", "named", "read_questions"]

SOME = "MATCH (d:Document) RETURN d.id AS id LIMIT 1"
Tell = Callable[[Question, Mapping[str, Any]], None]


class EmptyGraph(InputError):
    """There is nothing to ask: no document was read into the graph."""


def ask(
    text: str,
    query: Query,
    questions: Mapping[str, Question] | None = None,
    parameters: Mapping[str, Any] | None = None,
    tell: Tell | None = None,
    texts_only: bool = False,
    registry: Callable[[], Registry] = read_registry,
    model: str | None = None,
    ontology: Ontology | None = None,
) -> Answer:
    """Understand a question and answer it; `tell` hears what was understood before it is asked.

    `questions` are the shipped ones if left out. `parameters` are names of actors or values. The registry is
    read, and the spaCy pipeline `model` loaded, only where the question needs it. `ontology` is that of the store.

    Raises NotUnderstood with the nearest questions, UnknownActor with the candidates, EmptyGraph, and InputError
    for a parameter that is missing or wrong.
    """
    questions = read_questions() if questions is None else questions
    if not query(SOME, {}).rows:
        raise EmptyGraph("the graph is empty: read documents into it with `backchannel build`")
    spotter = cache(lambda: Spotter(Stored(query), cache(registry)))
    parse = None if model is None else _parser(model)
    understood = understand(text, questions, spotter, parse)
    values, said = bind(understood.question, {**understood.told, **(parameters or {})}, spotter)
    if tell is not None:
        tell(understood.question, said)
    return run(understood.question, query, values, texts_only, ontology)


def _parser(model: str) -> Any:
    def parse(*arguments: Any) -> Any:
        from backchannel.parsing import rephrase

        return rephrase(model, *arguments)

    return parse
