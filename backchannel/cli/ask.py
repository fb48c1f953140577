"""`backchannel ask`: a question, answered with quotes."""

from collections.abc import Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, Any

import click

from backchannel.cli.options import Session, shared
from backchannel.cli.output import complain, say, say_json, writable
from graph.model import InputError

if TYPE_CHECKING:
    from graph.questions.answers import Answer
    from graph.questions.catalogue import Question
    from graph.registry import Registry
    from loaders.base import BaseStore


@click.command()
@click.argument("question", required=False, metavar="QUESTION|NAME")
@click.option("--list", "show_list", is_flag=True, help="List the questions and their parameters.")
@click.option(
    "--param", "-p", multiple=True, metavar="KEY=VALUE", help="A parameter; may be given several times."
)
@click.option("--texts-only", is_flag=True, help="Leave out what only the registry says.")
@click.option("--markdown", is_flag=True, help="Print the answer as Markdown.")
@click.option("--graph", "file", metavar="FILE", help="Also write the statements of the answer as a graph.")
@click.option("--format", "form", metavar="FORMAT", help="Format of that file, where its ending tells none.")
@shared()
def ask(
    session: Session,
    question: str | None,
    show_list: bool,
    param: tuple[str, ...],
    texts_only: bool,
    markdown: bool,
    file: str | None,
    form: str | None,
) -> None:
    """Answer a question, asked by its name or in plain English, with the sentences behind it.

    What was understood is told on stderr. Where a question is not understood, the nearest ones are
    offered; where a name is unknown or means several actors, the candidates are listed; the exit code
    is 1 then, as where there is no evidence. --graph takes the formats of `export`, told by the
    file's ending: .graphml, .gexf, .dot, .mmd, .ttl, .jsonld, .jsonl, .cypher.
    """
    if show_list:
        from graph.questions.catalogue import read_questions

        _list(session, read_questions(session.settings.questions).values())
        return
    if question is None:
        raise click.UsageError("Give a QUESTION, or --list.")
    if session.json and markdown:
        raise click.UsageError("--json and --markdown: give one of them.")
    parameters = dict(_pair(text) for text in param)
    wanted = _format(file, form)
    with ThreadPoolExecutor(1) as pool:  # the store is opened here: a thread is slower at the memory it takes
        questions = pool.submit(_questions, session)
        registry = pool.submit(_registry, session, question, questions)
        with session.store() as store:
            warm = pool.submit(store.warm)  # while the question is understood
            found = _ask(session, store, question, parameters, texts_only, questions, registry, warm)
            if found is None:
                click.get_current_context().exit(1)
            answer, told = found
            if file is not None and wanted is not None:
                _draw(store, answer, file, wanted)
    from backchannel.cli import answers

    if session.json:
        say_json(answers.answer_json(answer))
    elif markdown:
        click.echo("\n".join(answers.markdown(answer, told)))
    else:
        answers.print_answer(answer)
    if not answer.rows:
        click.get_current_context().exit(1)


def _questions(session: Session) -> "Mapping[str, Question]":
    from backchannel import asking

    return asking.read_questions(session.settings.questions)


def _registry(
    session: Session, question: str, questions: "Future[Mapping[str, Question]]"
) -> "Registry | None":
    """The registry; None for a question that is asked by its name."""
    from backchannel import asking
    from graph.registry import read_registry

    if asking.named(question, questions.result()) is not None:
        return None
    return read_registry(session.settings.registry)


def _ask(
    session: Session,
    store: "BaseStore",
    question: str,
    parameters: Mapping[str, str],
    texts_only: bool,
    questions: "Future[Mapping[str, Question]]",
    registry: "Future[Registry | None]",
    warm: "Future[None]",
) -> "tuple[Answer, dict[str, Any]] | None":
    """The answer and what was understood; None, after saying why, where nothing could be asked."""
    from backchannel import asking
    from backchannel.actors import UnknownActor
    from graph.registry import read_registry

    told: dict[str, Any] = {}

    def understood(of: "Question", said: Mapping[str, Any]) -> None:
        told.update(said)
        _understood(of, said)
        wait([warm])  # the store would do the same work twice

    try:
        answer = asking.ask(
            question,
            store.query,
            questions.result(),
            parameters,
            understood,
            texts_only,
            lambda: registry.result() or read_registry(session.settings.registry),
            session.settings.model,
            store.ontology,
        )
    except asking.EmptyGraph as error:
        _nothing(session, "empty", str(error))
    except asking.NotUnderstood as error:
        near = [{"id": near.id, "title": near.title} for near in error.nearest]
        _nothing(session, "not understood", str(error), nearest=near)
        for one in near:
            complain(f"  {one['id']}: {one['title']}")
    except UnknownActor as error:
        _nothing(session, "unknown actor", str(error), candidates=error.candidates)
    else:
        return answer, told
    return None


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key:
        raise click.BadParameter(f"{text!r} is not KEY=VALUE", param_hint="--param")
    return key, value


def _format(file: str | None, form: str | None) -> str | None:
    from loaders.export import format_of, formats

    if file is None:
        if form is not None:
            raise click.UsageError("--format: is about --graph FILE, which is not given.")
        return None
    found = form or format_of(file)
    if found not in formats():
        known = ", ".join(formats())
        raise InputError(f"{form or file}: tells no format; name one with --format (known: {known})")
    writable(file)
    return found


def _draw(store: "BaseStore", answer: "Answer", file: str, form: str) -> None:
    """Write the statements of all rows, and what they stand on, as a graph."""
    from pathlib import Path

    from loaders.export import export
    from loaders.export.where import STATUSES, Where
    from loaders.part import read_part

    chain = {name for row in answer.rows for one in (row, *row.reasons) for name in one.statements}
    graph = read_part(store, chain)
    export(graph, form, Path(file), Where(statuses=frozenset(STATUSES)), store.ontology)
    complain(f"Wrote {file}")


def _nothing(session: Session, verdict: str, message: str, **more: Any) -> None:
    """Say why there is no answer."""
    complain(f"{message}; nearest:" if verdict == "not understood" else message)
    if session.json:
        say_json({"question": None, "verdict": verdict, "message": message, **more})


def _understood(question: "Question", said: Mapping[str, Any]) -> None:
    details = "; ".join(f"{name} = {value}" for name, value in said.items())
    complain(f"Understood as {question.id}: {question.title}" + (f" ({details})" if details else ""))


def _list(session: Session, questions: Iterable["Question"]) -> None:
    if session.json:
        say_json(
            [
                {"id": q.id, "title": q.title, "meaning": q.meaning, "parameters": q.parameters}
                for q in questions
            ]
        )
        return
    for question in questions:
        say(f"{question.id}: {question.title}", bold=True)
        say(question.meaning, indent=2)
        for name, parameter in question.parameters.items():
            say(f"--param {name}=…  {parameter.means}", indent=2)
