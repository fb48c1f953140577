"""`backchannel build`: documents into a store."""

import click

from backchannel.cli.options import Session, shared
from backchannel.cli.output import clean, complain, complain_of, say, say_json, to_json
from backchannel.cli.reading import Reading, reads
from backchannel.progress import progress
from backchannel.report import Report, table


@click.command()
@reads
@click.option("--prune", is_flag=True, help="Take out documents that are gone from a folder named here.")
@click.option("--watch", is_flag=True, help="Go on: read what changes, until Ctrl-C.")
@click.option(
    "--every",
    type=click.FloatRange(1),
    default=900.0,
    show_default=True,
    metavar="SECONDS",
    help="How often --watch looks at addresses.",
)
@shared()
def build(session: Session, reading: Reading, prune: bool, watch: bool, every: float) -> None:
    """Read documents (files, folders of them, or addresses of pages and feeds) into the graph.

    What the graph holds already is not read again, a changed file replaces what it
    said before. A file that cannot be read is named, the others go on, and the exit
    code is 2. A build that was interrupted goes on where it stopped.

    A page is fetched where robots.txt permits, and kept, so that a build can be repeated with --offline.
    """
    from backchannel.pipeline import build_at

    settings = session.settings
    reader = reading.reader(settings)
    with reading.fetcher(settings) as fetcher:
        with progress(session.quiet) as run:
            report = build_at(reading.paths, settings, prune, run, session.sign_in, reader, fetcher)
        complain_of(report.refused, report.skipped)
        if not session.json and (report.documents or not report.refused):
            _print(report, settings.store)
        elif session.json:
            say_json(report)
        if watch:
            told = {refusal.reason for refusal in (*report.refused, *report.skipped)}
            _watch(session, reading, prune, every, told)
    if report.refused:
        click.get_current_context().exit(2)


def _watch(session: Session, reading: Reading, prune: bool, every: float, told: set[str]) -> None:
    """Say what each round read, one line (of JSON) a round; a complaint comes once."""
    from backchannel.pipeline import watch_at

    settings = session.settings
    reader = reading.reader(settings)
    complain("Watching; Ctrl-C stops.")
    with reading.fetcher(settings) as fetcher:
        rounds = watch_at(reading.paths, settings, reader, fetcher, prune, every, session.sign_in)
        for report in rounds:
            refused, skipped = (
                [refusal for refusal in left if refusal.reason not in told]
                for left in (report.refused, report.skipped)
            )
            complain_of(refused, skipped)
            told = {refusal.reason for refusal in (*report.refused, *report.skipped)}
            if not report.read and not report.removed:
                continue
            if session.json:
                click.echo(to_json(report))
            else:
                gone = f", {_many(len(report.removed), 'document')} taken out" if report.removed else ""
                say(f"Read {_many(len(report.read), 'document')}, {report.words:,} words{gone}")


def _print(report: Report, store: str) -> None:
    say(
        f"Read {_many(len(report.read), 'document')}, {report.words:,} words in {report.seconds:.1f} s",
        bold=True,
    )
    for outcome, number, more in table(report):
        click.echo(f"  {outcome:<9} {number:7,}  {clean(more)}".rstrip())
    copies = report.documents - report.stories
    told = f" ({report.stories:,} stories, {copies:,} copies of them)" if copies else ""
    say(f"{store} holds {_many(report.documents, 'document')}{told}", bold=True)
    say(f"{_many(sum(report.actors.values()), 'actor')}: {_counts(report.actors)}", indent=2)
    if report.registered:
        say(f"{_many(report.registered, 'more actor')}, of which only the registry speaks", indent=2)
    say(f"{_many(sum(report.statements.values()), 'statement')}: {_counts(report.statements)}", indent=2)
    for name, number in report.predicates.items():
        say(f"{number:6,} {name}", indent=2)


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _counts(counts: object) -> str:
    return ", ".join(f"{number:,} {name}" for name, number in dict(counts).items()) or "none"  # type: ignore[call-overload]
