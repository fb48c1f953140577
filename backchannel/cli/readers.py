"""`backchannel readers`: what is understood."""

import click

from backchannel.cli.options import Session, shared
from backchannel.cli.output import say, say_json


@click.command()
@shared(store=False)
def readers(session: Session) -> None:
    """List the kinds of documents that are read, and how their names end.

    A file is told by its content first and by its name second. Own readers, from packages
    with the entry point backchannel.readers, are listed first.
    """
    from extract.readers import readers as all_readers

    found = all_readers()
    if session.json:
        say_json([{"name": reader.name, "suffixes": reader.suffixes} for reader in found])
        return
    width = max(len(reader.name) for reader in found)
    for reader in found:
        say(f"{reader.name + ':':{width + 1}} {' '.join(reader.suffixes)}".strip())
