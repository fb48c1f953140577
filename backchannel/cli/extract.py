"""`backchannel extract`: documents into statements, without a store."""

import click

from backchannel.cli.options import Session, shared
from backchannel.cli.output import complain_of, day, progress, say, say_json, to_json, writable


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--output", "-o", default="-", metavar="FILE", help="Where to write; - (or nothing) is stdout.")
@click.option(
    "--explain", is_flag=True, help="Tell why instead: mentions, frames that fired, what was refused."
)
@click.option("--date", metavar="YYYY-MM-DD", help="The date of all these documents, whatever they say.")
@click.option("--source", metavar="NAME", help="Who published them, whatever they say.")
@shared(store=False)
def extract(
    session: Session,
    paths: tuple[str, ...],
    output: str,
    explain: bool,
    date: str | None,
    source: str | None,
) -> None:
    """Write the statements of documents as JSON lines, one statement a line.

    FILE appears, or is replaced, only once it is complete. A document that cannot be
    read is named, the others go on, and the exit code is 2. With --explain nothing is written: sentence
    by sentence it is told which mentions were seen, which frame fired, what was refused and why.
    """
    if explain:
        _explain(session, paths, day(date), source)
        return
    from backchannel.pipeline import graph_of
    from graph.build import statement_rows
    from loaders.export import export

    place = None if output == "-" else writable(output)
    with progress(session.quiet) as run:
        run.date, run.source = day(date), source
        graph = graph_of(paths, session.settings, run)
    complain_of(run.refused)
    rows = list(statement_rows(graph))
    if place is not None and run.done:
        export(graph, "jsonl", place)
    if session.json and place is None:
        say_json(rows)
    elif session.json:
        say_json({"file": output, "documents": run.done, "statements": len(rows), "refused": run.refused})
    elif place is None:
        for row in rows:
            click.echo(to_json(row))
    elif run.done:
        say(f"{len(rows):,} statements of {run.done:,} documents in {output}")
    if run.refused:
        click.get_current_context().exit(2)


def _explain(session: Session, paths: tuple[str, ...], date: str | None, source: str | None) -> None:
    from backchannel.cli.explained import print_explained
    from backchannel.pipeline import Run, find

    run = Run(date=date, source=source)
    print_explained(find(paths, run), session.settings, session.json, run)
    complain_of(run.refused)
    if run.refused:
        click.get_current_context().exit(2)
