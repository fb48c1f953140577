"""`backchannel browser-kit`: what Neo4j Browser needs to show the graph well."""

import contextlib
from pathlib import Path

import click

from backchannel.cli.options import Session, shared
from backchannel.cli.output import say, say_json


@click.command("browser-kit")
@click.argument("folder", metavar="DIR")
@click.option(
    "--browser",
    metavar="URL",
    default="http://localhost:7474/browser/",
    show_default=True,
    help="Where Neo4j Browser is, for the links of the guide.",
)
@click.option(
    "--serve", type=click.IntRange(1, 65535), metavar="PORT", help="Serve them to Browser on localhost."
)
@shared(store=False)
def browser_kit(session: Session, folder: str, browser: str, serve: int | None) -> None:
    """Write a style, favourites and a guide for Neo4j Browser 5 to DIR.

    They are made from the ontology and the questions. Drop style.grass and favourites.zip
    on Browser, and open guide.html. With --serve, `:style` and `:guide` load them by address.
    """
    from graph.ontology import read_ontology
    from graph.questions.catalogue import read_questions
    from loaders.browser.kit import write_kit

    settings = session.settings
    made = write_kit(
        Path(folder), read_ontology(settings.ontology), read_questions(settings.questions), browser
    )
    if session.json:
        say_json({"files": made})
    else:
        for path in made:
            say(f"Wrote {path}")
    if serve is not None:
        from loaders.browser.serve import serving

        with serving(Path(folder), serve) as address:
            say("Type into Neo4j Browser, then stop this with Ctrl-C:")
            say(f":style {address}/style.grass", indent=2)
            say(f":guide {address}/guide.html", indent=2)
            _wait()


def _wait() -> None:
    import threading

    with contextlib.suppress(KeyboardInterrupt):
        threading.Event().wait()
