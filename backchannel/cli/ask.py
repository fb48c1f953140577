"""`backchannel ask`: a question, answered with quotes."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import click

from backchannel.cli.options import Session, shared
from backchannel.cli.output import complain, say, say_json

if TYPE_CHECKING:
    from graph.questions.catalogue import Question
    from graph.questions.run import Answer, Quote, Row

NONE = "No evidence in these documents."


@click.command()
@click.argument("question", required=False, metavar="QUESTION|NAME")
@click.option("--list", "show_list", is_flag=True, help="List the questions and their parameters.")
@click.option(
    "--param", "-p", multiple=True, metavar="KEY=VALUE", help="A parameter; may be given several times."
)
@shared()
def ask(session: Session, question: str | None, show_list: bool, param: tuple[str, ...]) -> None:
    """Answer a question, asked by its name or in plain English, with the sentences behind it."""
    from backchannel import asking
    from backchannel.actors import UnknownActor
    from graph.questions.catalogue import read_questions

    if show_list:
        _list(session, read_questions(session.settings.questions).values())
        return
    if question is None:
        raise click.UsageError("Give a QUESTION, or --list.")
    parameters = dict(_pair(text) for text in param)
    context = click.get_current_context()
    try:
        with session.store() as store:
            answer = asking.ask(question, store.query, session.settings.questions, parameters, _understood)
    except asking.NotUnderstood as error:
        complain(f"{error}; nearest:")
        for near in error.nearest:
            complain(f"  {near.id}: {near.title}")
        context.exit(1)
    except UnknownActor as error:
        complain(str(error))
        context.exit(1)
    if session.json:
        say_json(_json(answer))
    else:
        _print(answer)
    if not answer.rows:
        context.exit(1)


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key:
        raise click.BadParameter(f"{text!r} is not KEY=VALUE", param_hint="--param")
    return key, value


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


def _json(answer: "Answer") -> dict[str, Any]:
    return {
        "question": answer.question.id,
        "parameters": answer.parameters,
        "answers": answer.of("answer"),
        "insufficient": answer.of("insufficient"),
        "exposure": answer.of("exposure"),
    }


def _print(answer: "Answer") -> None:
    if not answer.of("answer"):
        say(NONE)
    tier = None
    for row in answer.rows:
        if row.tier != tier:
            say()
            say(row.title, bold=True)
            tier = row.tier
        _print_row(row)


def _print_row(row: "Row") -> None:
    say(f"{row.name} ({row.type})", indent=2, fg="cyan")
    say(row.sentence + ("" if row.status == "actual" else f" [{row.status}]"), indent=4)
    for condition in row.conditions:
        say(f"only if: {condition}", indent=4)
    say(sources_of(row), indent=4, dim=True)
    seen: dict[tuple[str, int, int], Quote] = {}
    for quote in row.quotes:
        seen.setdefault((quote.document, quote.start, quote.end), quote)
    for quote in seen.values():
        print_quote(quote)
    for reason in dict.fromkeys(reason.sentence for reason in row.reasons):
        say(f"also: {reason}", indent=4)


def sources_of(row: "Row") -> str:
    """How many independent sources stand behind a row, and how many documents where some are copies."""
    documents = len({quote.document for quote in row.quotes})
    copies = f" ({documents:,} documents, copies among them)" if documents > row.sources else ""
    return f"{row.sources:,} independent source{'' if row.sources == 1 else 's'}{copies}"


def print_quote(quote: "Quote") -> None:
    """A quoted sentence, and where it stands."""
    says = f"{quote.speaker}: " if quote.speaker else ""
    say(f"“{quote.quote}”", indent=6)
    place = f"{quote.sources[0] if quote.sources else quote.document} {quote.start}-{quote.end}"
    facts = (
        place,
        quote.part,
        quote.timestamp,
        quote.date,
        f"{says}{', '.join(quote.attribution)}".strip(": "),
        quote.status,
    )
    say("— " + ", ".join(fact for fact in facts if fact), indent=6, dim=True)
