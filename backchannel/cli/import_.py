"""`backchannel import`: an export back into a store."""

import click

from backchannel.cli.options import Session, shared
from backchannel.cli.output import say, say_json
from graph.model import InputError


@click.command("import")
@click.argument("file")
@shared()
def import_(session: Session, file: str) -> None:
    """Put what `export` wrote as jsonl-records or parquet into the store; FILE - is JSON lines on stdin.

    Each document is one transaction and replaces its older self, so that a second import changes
    nothing and one that was interrupted is finished by running it again.
    """
    from graph.model import Judgement
    from graph.registry import read_registry
    from graph.resolve.known import known_actors
    from loaders.export.reading import read_archive
    from loaders.store import open_store

    found = read_archive(file)
    first = next(found, None)
    settings = session.settings
    store = open_store(settings.store, known=known_actors(read_registry(settings.registry)))
    documents = changed = judgements = 0
    try:
        while first is not None:
            if isinstance(first, Judgement):
                store.judge(first)
                judgements += 1
            else:
                changed += store.put(first)
                documents += 1
            first = next(found, None)
    except ValueError as error:
        raise InputError(f"{file}: {error}; the documents before it are in the store") from error
    finally:
        store.close()
    if session.json:
        say_json({"file": file, "documents": documents, "changed": changed, "judgements": judgements})
    else:
        counts = f"{documents:,} documents ({changed:,} changed), {judgements:,} judgements"
        say(f"{counts} in {settings.store}")
