"""`backchannel extract`: documents into statements, without a store."""

from pathlib import Path

import click

from backchannel.cli.options import Session, shared
from backchannel.cli.output import complain_of, progress, say, say_json, to_json


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--output", "-o", required=True, metavar="FILE", help="Where to write; - is stdout.")
@shared(store=False)
def extract(session: Session, paths: tuple[str, ...], output: str) -> None:
    """Write the statements of documents as JSON lines, one statement a line.

    FILE appears, or is replaced, only once it is complete. A document that cannot be
    read is named, the others go on, and the exit code is 2.
    """
    from backchannel.files import free_place, whole_file
    from backchannel.pipeline import rows

    place = None if output == "-" else free_place(Path(output))
    with progress(session.quiet) as run:
        found = list(rows(paths, session.settings, run))
    complain_of(run.refused)
    if place is not None and (run.done > 0 or not run.refused):
        with whole_file(place) as file:
            file.writelines(to_json(row) + "\n" for row in found)
    if session.json and place is None:
        say_json(found)
    elif session.json:
        say_json({"file": output, "documents": run.done, "statements": len(found), "refused": run.refused})
    elif place is None:
        for row in found:
            click.echo(to_json(row))
    elif run.done > 0:
        say(f"{len(found):,} statements of {run.done:,} documents in {output}")
    if run.refused:
        click.get_current_context().exit(2)
