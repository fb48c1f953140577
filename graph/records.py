"""Whether the records of a document hold together, and are those of another."""

from collections.abc import Iterator

from graph.model import Extraction, Mention, Statement
from graph.ontology import Ontology


def used(statement: Statement) -> Iterator[str]:
    """The mentions that a statement speaks of, one as often as it does."""
    yield statement.subject
    yield statement.object
    yield from (said.mention for said in statement.attribution if said.mention is not None)
    yield from (condition.mention for condition in statement.conditions if condition.mention is not None)


def same(old: Extraction, new: Extraction) -> bool:
    """Whether two extractions hold the same records, in whatever order."""
    return old.document == new.document and by_id(old) == by_id(new)


def by_id(extraction: Extraction) -> tuple[dict[str, Mention], dict[str, Statement]]:
    """Its mentions and statements."""
    return {m.id: m for m in extraction.mentions}, {s.id: s for s in extraction.statements}


def check(extraction: Extraction, ontology: Ontology) -> None:
    """Raise ValueError where the records of a document do not hold together."""
    document = extraction.document.id
    mentions, statements = by_id(extraction)
    if len(mentions) < len(extraction.mentions) or len(statements) < len(extraction.statements):
        raise ValueError(f"{document}: two mentions or two statements have the same id")
    for mention in extraction.mentions:
        if mention.document != document or mention.type not in ontology.types:
            raise ValueError(
                f"{document}: mention {mention.id} is of another document, or its type is unknown"
            )
    for statement in extraction.statements:
        where = f"{document}: statement {statement.id}"
        if statement.predicate not in ontology.predicates:
            raise ValueError(f"{where} has the unknown predicate {statement.predicate!r}")
        if {statement.document, *(evidence.document for evidence in statement.evidence)} != {document}:
            raise ValueError(f"{where} or its evidence is of another document")
        conditions = {condition.statement for condition in statement.conditions} - {None}
        if not set(used(statement)) <= mentions.keys() or not conditions <= statements.keys():
            raise ValueError(f"{where} points at what is not of its document")
