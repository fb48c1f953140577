"""`backchannel build`: documents into a store."""

import click

from backchannel.cli.options import Session, shared
from backchannel.cli.output import complain_of, day, progress, say, say_json
from backchannel.pipeline import Report


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--prune", is_flag=True, help="Take out documents that are gone from a folder named here.")
@click.option("--date", metavar="YYYY-MM-DD", help="The date of all these documents, whatever they say.")
@click.option("--source", metavar="NAME", help="Who published them, whatever they say.")
@shared()
def build(
    session: Session, paths: tuple[str, ...], prune: bool, date: str | None, source: str | None
) -> None:
    """Read documents (files, archives, or folders of them) into the graph.

    What the graph holds already is not read again, a changed file replaces what it
    said before. A file that cannot be read is named, the others go on, and the exit
    code is 2.
    """
    from backchannel.pipeline import build_at

    with progress(session.quiet) as run:
        run.date, run.source = day(date), source
        report = build_at(paths, session.settings, prune, run, session.sign_in)
    complain_of(report.refused)
    if session.json:
        say_json(report)
    elif report.documents or not report.refused:
        _print(report, session.settings.store)
    if report.refused:
        click.get_current_context().exit(2)


def _print(report: Report, store: str) -> None:
    rate = report.words / report.seconds if report.seconds else 0
    say(
        f"Read {_many(len(report.read), 'document')}, {report.words:,} words in {report.seconds:.1f} s",
        bold=True,
    )
    if report.read:
        say(f"{rate:,.0f} words a second", indent=2)
    for what, paths in (("unchanged", report.unchanged), ("taken out", report.removed)):
        if paths:
            say(f"{_many(len(paths), 'document')} {what}", indent=2)
    if report.refused:
        say(f"{_many(len(report.refused), 'document')} refused", indent=2)
    actors = sum(report.actors.values())
    say(f"{store} holds {_many(report.documents, 'document')}", bold=True)
    say(f"{_many(actors, 'actor')}: {_counts(report.actors)}", indent=2)
    say(f"{_many(sum(report.statements.values()), 'statement')}: {_counts(report.statements)}", indent=2)
    for name, number in report.predicates.items():
        say(f"{number:6,} {name}", indent=2)


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _counts(counts: object) -> str:
    return ", ".join(f"{number:,} {name}" for name, number in dict(counts).items()) or "none"  # type: ignore[call-overload]
