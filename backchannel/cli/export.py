"""`backchannel export`: the graph into a file."""

import tempfile
from pathlib import Path

import click

from backchannel.cli.options import Session, shared
from backchannel.cli.output import say, say_json, writable


@click.command()
@click.argument("file")
@click.option("--format", "form", required=True, metavar="FORMAT", help="jsonl or graphml.")
@shared()
def export(session: Session, file: str, form: str) -> None:
    """Write the graph to FILE (- is stdout): jsonl, one statement a line, or graphml, actors and ties.

    FILE appears, or is replaced, only once it is complete.
    """
    from loaders.export import export as write

    place = None if file == "-" else writable(file)
    with session.store() as store:
        graph = store.graph()
    if place is None:
        with tempfile.TemporaryDirectory(prefix="backchannel-") as folder:
            draft = Path(folder) / "export"
            write(graph, form, draft)
            click.echo(draft.read_text(encoding="utf-8"), nl=False)
        return
    write(graph, form, place)
    if session.json:
        say_json({"file": file, "format": form, "bytes": place.stat().st_size})
    else:
        say(f"Wrote {file}")
