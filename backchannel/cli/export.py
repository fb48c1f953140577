"""`backchannel export`: the graph into a file."""

from pathlib import Path

import click

from backchannel.cli.options import Session, shared
from backchannel.cli.output import say, say_json


@click.command()
@click.argument("file")
@click.option(
    "--format", "form", required=True, type=click.Choice(["jsonl", "graphml"]), help="What to write."
)
@shared()
def export(session: Session, file: str, form: str) -> None:
    """Write the graph to FILE (- is stdout): jsonl, one statement a line, or graphml, actors and ties."""
    from backchannel.exporting import write

    with session.store() as store:
        number = write(store, form, None if file == "-" else Path(file))
    if file == "-":
        return
    if session.json:
        say_json({"file": file, "format": form, "written": number})
    else:
        say(f"{number:,} {'statements' if form == 'jsonl' else 'nodes and edges'} in {file}")
