"""Records from anywhere into a store, however many: first all are read and resolved on disk, then written."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.model import Extraction, InputError, Judgement
from loaders.archive import Archive
from loaders.base import BaseStore
from loaders.load import Loaded, Tell, load_rows, merge


@dataclass(frozen=True, slots=True)
class Brought:
    """What was read, and how many rows (or documents, where they went in one by one) were written."""

    documents: int
    judgements: int
    written: int


def bring(
    records: Iterable[Extraction | Judgement], target: BaseStore, tell: Tell = lambda done, total: None
) -> Brought:
    """Put records into a store; what else it holds stays, as with `load`.

    Doing it again changes nothing, and finishes what was interrupted. Where reading fails, what came before
    is put in, then the error is raised; a ValueError where a record does not hold together.
    """
    target.check_writable()
    known, hashes = target.grounds()
    documents = judgements = 0
    failed: Exception | None = None
    with Archive(known, target.ontology) as archive:
        try:
            for record in records:
                archive.add(record)
                documents += isinstance(record, Extraction)
                judgements += isinstance(record, Judgement)
        except (InputError, ValueError) as error:
            failed = error
        loaded = _load(archive, target, hashes, tell) if documents + judgements else Loaded(0, 0)
    if failed is not None:
        raise failed
    return Brought(documents, judgements, loaded.written)


def _load(archive: Archive, target: BaseStore, hashes: dict[str, str], tell: Tell) -> Loaded:
    if not archive.distinct:
        return merge(archive, target, tell)
    archive.resolve()
    return load_rows(archive, target, hashes, tell)
