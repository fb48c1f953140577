"""`backchannel show`: the dossier of one actor."""

from typing import TYPE_CHECKING

import click

from backchannel.cli.options import Session, shared
from backchannel.cli.output import complain, say, say_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from backchannel.dossier import Dossier, Place, Said

TITLES = {
    "affirmed": "What the documents say",
    "planned": "Planned",
    "conditional": "Only if something else holds",
    "possible": "Possible",
    "denied": "Denied",
    "registry": "From the registry, not from a document",
}


@click.command()
@click.argument("actor")
@click.option("--context", is_flag=True, help="Show each quote in the text that stands around it.")
@shared()
def show(session: Session, actor: str, context: bool) -> None:
    """Show what the documents say of an actor: its names, and every statement with its quote.

    ACTOR is a name, an alias or an id. Where several actors have the name, they are
    listed and the exit code is 1.
    """
    from backchannel.actors import Stored, UnknownActor, find_actor
    from backchannel.dossier import make_dossier, read_context

    try:
        with session.store() as store:
            dossier = make_dossier(find_actor(actor, Stored(store.query)), store.query)
            if not session.json:
                _print(dossier, (lambda place: read_context(place, store.query)) if context else None)
    except UnknownActor as error:
        complain(str(error))
        click.get_current_context().exit(1)
    if session.json:
        say_json(dossier)


def _print(dossier: "Dossier", context: "Callable[[Place], str] | None") -> None:
    say(f"{dossier.name} ({dossier.type}, {dossier.id})", bold=True)
    if dossier.aliases:
        say(f"also: {', '.join(dossier.aliases)}", indent=2)
    for kind, statements in dossier.statements.items():
        if statements:
            say()
            say(TITLES[kind], bold=True)
        for said in statements:
            _print_statement(said, context)
    if not any(dossier.statements.values()):
        say("No statement in these documents.", indent=2)


def _print_statement(said: "Said", context: "Callable[[Place], str] | None") -> None:
    times = " to ".join(filter(None, (said.start, said.end)))
    former = " (no longer)" if said.current == "no" else ""
    words = said.predicate.lower().replace("_", " ")
    say(
        f"{said.subject} — {words} — {said.object}{f' [{times}]' if times else ''}{former}",
        indent=2,
        fg="cyan",
    )
    if said.attribution:
        say(f"says: {', '.join(said.attribution)}", indent=4)
    for condition in said.conditions:
        say(f"only if: {condition}", indent=4)
    for place in said.evidence:
        speaker = f"{place.speaker}: " if place.speaker else ""
        say(f"{speaker}{f'“{place.quote}”' if context is None else context(place)}", indent=4)
        where = f"{place.sources[0] if place.sources else place.document} {place.start}-{place.end}"
        say(
            "— " + ", ".join(filter(None, (where, place.part, place.timestamp, place.date))),
            indent=4,
            dim=True,
        )
