"""`backchannel export`: the graph, or a part of it, into a file."""

from pathlib import Path

import click

from backchannel.cli.options import Session, shared
from backchannel.cli.output import say, say_json, writable
from graph.model import InputError

FORMATS = (
    "cypher, dot, ftm (FollowTheMoney), gexf, graphml, jsonl, jsonl-records, jsonld, mermaid, neo4j-csv, "
    "parquet or turtle."
)


@click.command()
@click.argument("file")
@click.option("--format", "form", required=True, metavar="FORMAT", help=FORMATS)
@click.option(
    "--where",
    multiple=True,
    metavar="KEY=VALUE",
    help="A condition, may come again: type, predicate, status, kind, from, to, near, steps.",
)
@click.option("--texts-only", is_flag=True, help="Leave out what only the registry says.")
@shared()
def export(session: Session, file: str, form: str, where: tuple[str, ...], texts_only: bool) -> None:
    """Write the graph to FILE (- is stdout), which appears, or is replaced, only once it is complete.

    jsonl is one statement a line; jsonl-records and parquet hold all that `import` needs, and nothing
    of the registry's, which it adds again.
    neo4j-csv and parquet are several files: FILE is a folder then, or a zip where it ends with .zip.
    graphml, gexf, dot, mermaid and ftm show actors and affirmed ties; the others every statement.

    All conditions of --where hold together: type=Company,State (both ends), predicate=OWNS,ACQUIRES,
    status=affirmed,denied,planned,possible,conditional, kind=text,list,registry,analyst, from=2025-01 and
    to=2025-03 (what a statement speaks of, else when it was reported), near=NAME and steps=2 (ties from
    that actor, 1 if left out).
    """
    from dataclasses import replace

    from backchannel.actors import Stored, find_actor
    from graph.ontology import read_ontology
    from loaders.export import export as write
    from loaders.export import formats
    from loaders.export.disk import DiskGraph
    from loaders.export.where import parse_where
    from loaders.rows import StoreSource
    from loaders.scratch import spool

    ontology = read_ontology(session.settings.ontology)
    if form not in formats():
        raise InputError(f"{form}: unknown format (known: {', '.join(formats())})")
    if texts_only and any(condition.partition("=")[0] == "kind" for condition in where):
        raise InputError("--texts-only: says already which kind= of evidence; leave one of them out")
    kinds = ("kind=text,list,analyst",) if texts_only else ()
    wanted = parse_where((*where, *kinds), ontology)
    place = None if file == "-" else Path(file) if Path(file).is_dir() else writable(file)
    with session.store() as store:
        if wanted.near:
            actors = Stored(store.query)
            near = tuple(find_actor(name, actors).id for name in wanted.near)
            wanted = replace(wanted, near=near)
        scratch = spool(StoreSource(store))
    with scratch:
        write(DiskGraph(scratch), form, place, wanted, ontology)
    if place is not None and session.json:
        files = [place] if place.is_file() else sorted(place.iterdir())
        say_json({"file": file, "format": form, "bytes": sum(part.stat().st_size for part in files)})
    elif place is not None:
        say(f"Wrote {file}")
