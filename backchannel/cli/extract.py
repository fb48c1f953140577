"""`backchannel extract`: documents into statements, without a store."""

import click

from backchannel.cli.options import Session, shared
from backchannel.cli.output import complain_of, say, say_json, to_json, writable
from backchannel.cli.reading import Reading, reads
from backchannel.progress import progress


@click.command()
@reads
@click.option("--output", "-o", required=True, metavar="FILE", help="Where to write; - is stdout.")
@shared(store=False)
def extract(session: Session, reading: Reading, output: str) -> None:
    """Write the statements of documents as JSON lines, one statement a line.

    FILE appears, or is replaced, only once it is complete. A document that cannot be
    read is named, the others go on, and the exit code is 2.
    """
    from backchannel.pipeline import graph_of
    from graph.build import statement_rows
    from loaders.export import export

    place = None if output == "-" else writable(output)
    settings = session.settings
    with reading.fetcher(settings) as fetcher, progress(session.quiet) as run:
        graph = graph_of(reading.paths, settings, run, reading.reader(settings), fetcher)
    complain_of(run.refused)
    rows = list(statement_rows(graph))
    if place is not None and run.done:
        export(graph, "jsonl", place)
    if session.json and place is None:
        say_json(rows)
    elif session.json:
        say_json(
            {
                "file": output,
                "documents": run.done,
                "statements": len(rows),
                "skipped": run.skipped,
                "refused": run.refused,
            }
        )
    elif place is None:
        for row in rows:
            click.echo(to_json(row))
    elif run.done:
        say(f"{len(rows):,} statements of {run.done:,} documents in {output}")
    if run.refused:
        click.get_current_context().exit(2)
