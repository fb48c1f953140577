"""The spellings of the registry in a segment, with what belongs to them before and behind."""

from collections.abc import Iterable, Iterator

from extract.names.bounds import Span
from extract.names.titled import other_party
from extract.syntax.parse import Doc
from extract.vocabulary.nouns import Nouns
from graph.registry import Registry, Sense

Known = dict[Span, tuple[Sense, ...]]


def find_known(doc: Doc, places: Iterable[Span], registry: Registry, nouns: Nouns) -> Known:
    """What the registry knows under the spellings matched at `places`, by their tokens.

    The legal form and the word "Group" behind the name of a firm are taken in.
    """
    spelt = {(start, end): doc[start:end].text for start, end in places}  # may be spaced otherwise
    known = {
        place: registry.senses[text]
        for place, text in spelt.items()
        if text in registry.senses and not other_party(doc, place[0], nouns)
    }
    for (start, end), senses in list(known.items()):
        if not _is(senses, "Company", registry):
            continue
        if start and doc[start - 1].text == "PT":
            known[start - 1, end] = senses
        group = doc[end : end + 1].text == "Group" and not doc[end + 1 : end + 2].text.istitle()
        if group and senses[0].kind == "name":
            known.setdefault((start, end + 1), senses)
        form = end + (end < len(doc) and doc[end].text == ",")
        if form < len(doc) and nouns.legal_form(doc[form].text):
            known[start, form + 1] = senses
    return known


def branches(doc: Doc, known: Known, registry: Registry, nouns: Nouns) -> Iterator[Span]:
    """ "MTN Nigeria", "Telecom Egypt": a firm with a country behind it is a firm, and not the country."""
    inside = {token for first, last in known for token in range(first, last)}
    firms = {end: start for (start, end), senses in known.items() if _is(senses, "Company", registry)}
    for (start, end), senses in known.items():
        if not start or senses[0].kind != "name" or not _is(senses, "State", registry):
            continue
        before = doc[start - 1]
        if before.head != doc[end - 1] or before.dep_ != "compound" or not before.text[:1].isupper():
            continue
        if start in firms:
            yield firms[start], end
        elif (
            before.is_upper and len(before.text) > 2 and before.ent_type_ != "GPE" and before.i not in inside
        ):
            yield start - 1, end  # "BOC Kenya"
        elif nouns.last.get(before.lower_) == "Company" or before.lower_ == "air":
            yield start - 1, end


def told_firm(
    doc: Doc,
    start: int,
    end: int,
    known: Known,
    registry: Registry,
    nouns: Nouns,
) -> bool:
    """ "VTB bank": a firm that the registry knows, with a common noun behind it."""
    senses = known.get((start, end - 1))
    if senses is None or not doc[end - 1].text.islower() or doc[end - 1].lower_ not in nouns.kinds:
        return False
    return _is(senses, "Company", registry)


def _is(senses: tuple[Sense, ...], kind: str, registry: Registry) -> bool:
    entry = registry.entries.get(senses[0].id)
    return entry is not None and entry.type == kind


def is_state(senses: tuple[Sense, ...], registry: Registry) -> bool:
    """Whether a spelling means a State or its people."""
    entry = registry.entries.get(senses[0].id)
    return senses[0].kind == "demonym" or (entry is not None and entry.type == "State")
