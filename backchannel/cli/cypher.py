"""`backchannel cypher`: a query of one's own, read-only."""

from typing import Any

import click

from backchannel.cli.options import Session, shared
from backchannel.cli.output import clean, complain, say_json, to_json


@click.command()
@click.argument("query")
@shared()
def cypher(session: Session, query: str) -> None:
    """Run a read-only Cypher query against the graph. Writes and LOAD CSV are refused."""
    from graph.ontology import read_ontology
    from loaders.guard import check_read_only, hints

    check_read_only(query)
    for hint in hints(query, read_ontology(session.settings.ontology)):
        complain(f"Hint: {hint}")
    with session.store() as store:
        answer = store.query(query)
    if session.json:
        say_json([dict(zip(answer.columns, row, strict=True)) for row in answer.rows])
    else:
        click.echo("\t".join(map(clean, answer.columns)))
        for row in answer.rows:
            click.echo("\t".join(map(_cell, row)))
    if not answer.rows:
        click.get_current_context().exit(1)


def _cell(value: Any) -> str:
    return clean(value) if isinstance(value, str) else "" if value is None else to_json(value)
