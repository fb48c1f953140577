"""`backchannel extract`: documents into statements, without a store."""

import click

from backchannel.cli.options import Session, shared
from backchannel.cli.output import complain_of, say, say_json, to_json, writable
from backchannel.cli.reading import Reading, reads
from backchannel.progress import progress


@click.command()
@reads
@click.option("--output", "-o", default="-", metavar="FILE", help="Where to write; - (or nothing) is stdout.")
@click.option("--explain", is_flag=True, help="Tell why instead: mentions, frames that fired, near misses.")
@click.option(
    "--refused", is_flag=True, help="With --explain: tell every frame that was refused, however far."
)
@shared(store=False)
def extract(session: Session, reading: Reading, output: str, explain: bool, refused: bool) -> None:
    """Write the statements of documents as JSON lines, one statement a line.

    FILE appears, or is replaced, only once it is complete. A document that cannot be
    read is named, the others go on, and the exit code is 2. With --explain nothing is written: sentence
    by sentence it is told which mentions were seen, which frame fired, and which near misses there were: frames of
    which one end was found, and why not the other. --refused tells all others that were tried, which is long.
    """
    if refused and not explain:
        raise click.UsageError("--refused: is about --explain, which is not given.")
    if explain and output != "-":
        raise click.UsageError(
            "--output: is not for --explain, which prints; send its output to a file with >."
        )
    if explain:
        _explain(session, reading, refused)
        return
    from backchannel.pipeline import graph_of
    from graph.build import statement_rows
    from loaders.export import export

    place = None if output == "-" else writable(output)
    settings = session.settings
    with reading.fetcher(settings) as fetcher, progress(session.quiet) as run:
        graph = graph_of(reading.paths, settings, run, reading.reader(settings), fetcher)
    complain_of(run.refused, run.skipped)
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


def _explain(session: Session, reading: Reading, every: bool) -> None:
    from backchannel.cli.explained import print_explained
    from backchannel.pile import find
    from backchannel.progress import Run

    run = Run()
    with reading.fetcher(session.settings) as fetcher:
        items = find(reading.paths, run, fetcher)
        print_explained(items, reading.reader(session.settings), run, session.json, every)
    complain_of(run.refused, run.skipped)
    if run.refused:
        click.get_current_context().exit(2)
