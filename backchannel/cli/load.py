"""`backchannel load`: one store into another."""

import click

from backchannel.cli.options import Session, shared
from backchannel.cli.output import loading, say, say_json


@click.command()
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@shared(store=False)
def load(session: Session, source: str, target: str) -> None:
    """Put the graph at FROM into the store at TO; each is a folder or a Neo4j (neo4j://HOST:PORT/DATABASE).

    What else TO holds stays there, also what was made by hand. Loading again changes nothing; a load
    that was interrupted is finished by running it again.
    """
    from loaders.load import load as load_into

    with (
        session.open(source, read_only=True) as there,
        session.open(target) as here,
        loading(session.quiet) as tell,
    ):
        done = load_into(there, here, tell)
    if session.json:
        say_json({"from": there.where, "to": here.where, "rows": done.rows, "written": done.written})
    elif done.written:
        say(f"Loaded {there.where} into {here.where}: {done.written:,} rows written")
    else:
        say(f"{here.where} holds all of {there.where} already")
