"""`backchannel import`: an export back into a store."""

from itertools import chain, islice

import click

from backchannel.cli.options import Session, shared
from backchannel.cli.output import loading, say, say_json
from graph.model import InputError


@click.command("import")
@click.argument("file")
@shared()
def import_(session: Session, file: str) -> None:
    """Put what `export` wrote as jsonl-records or parquet into the store; FILE - is JSON lines on stdin.

    A document replaces its older self, what else the store holds stays. A second import changes
    nothing, and one that was interrupted is finished by running it again. However large FILE is, it
    passes through the folder for temporary files (TMPDIR), not through memory.
    """
    from loaders.bring import bring
    from loaders.export.reading import read_archive

    found = read_archive(file)
    first = list(islice(found, 1))  # no store is made where there is nothing to put in
    with session.open(session.settings.store) as store, loading(session.quiet) as tell:
        try:
            done = bring(chain(first, found), store, tell)
        except ValueError as error:
            raise InputError(f"{file}: {error}; the documents before it are in the store") from error
    if session.json:
        counts = {"documents": done.documents, "judgements": done.judgements, "written": done.written}
        say_json({"file": file, **counts})
    else:
        counts_ = f"{done.documents:,} documents, {done.judgements:,} judgements"
        say(f"{counts_} in {session.settings.store}, {done.written:,} rows written")
