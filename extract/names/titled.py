"""Names without the office that was read into them: "Kremlin Spokesman", "British Home" before "Secretary"."""

from collections.abc import Iterator

from extract.syntax.parse import Doc, Span
from extract.vocabulary.nouns import Nouns

Place = tuple[int, int]
AHEAD = 2
ARTICLED = frozenset({"Conservatives"})
MINISTERS = frozenset({"minister", "ministers"})
PLACED = frozenset({"GPE", "NORP", "PERSON"})
RULING = frozenset({"Government", "Opposition", "Board"})


def untitled(
    doc: Doc, found: dict[Place, str], known: set[Place], states: set[int], nouns: Nouns
) -> dict[Place, str]:
    """The spans of `found`, with their labels, where a title or a field of office in them is no part of a name.

    `states` are the tokens that name a state or its people, before which "Government" adds nothing.
    """
    inside = {token for start, end in known for token in range(start, end)}
    kept: dict[Place, str] = {}
    for span, label in found.items():
        if span in known:
            kept[span] = label
            continue
        for start, end in _split(doc, *span, inside, states, label, nouns):
            if (start, end) not in known:
                first = start - (end - start == 1 and doc[start].text == "West" and _the(doc, start))
                kept[first, end] = label if start == span[0] else "PERSON"
    return kept


def other_party(doc: Doc, start: int, nouns: Nouns) -> bool:
    """Whether "Democrats" is the end of another party's name, "Conservatives" without "the" no party at all."""
    if doc[start].text in ARTICLED and (start == 0 or doc[start - 1].lower_ != "the"):
        return True
    return start > 0 and doc[start].text in nouns.partisans and doc[start - 1].text in nouns.other_parties


def _the(doc: Doc, start: int) -> bool:
    """Whether a name with "the" stands for itself: "the West", not "the West Bank"."""
    return (
        start > 0 and doc[start - 1].lower_ == "the" and doc[start].dep_ not in ("compound", "nmod", "amod")
    )


def _split(
    doc: Doc, start: int, end: int, inside: set[int], states: set[int], label: str, nouns: Nouns
) -> Iterator[Place]:
    """A span before and behind the office in it; nothing where no name is left."""
    place = next((i for i in range(start, end) if doc[i].text in nouns.offices and i not in inside), None)
    person = label == "PERSON" and place == end - 1
    if place is not None and (place + 1 == end or _personal(doc, place + 1, end, nouns)) and not person:
        stop = _fieldless(doc, start, place, place, inside, nouns)
        if not _common(doc[start:stop], nouns):
            yield start, stop
        if place + 1 < end:
            yield place + 1, end
        return
    if label != "PERSON":
        end = _fieldless(doc, start, end, _office(doc, end, nouns), inside, nouns)
    if doc[end - 1].text in RULING:
        if _common(doc[start : end - 1], nouns):
            return
        end -= end - 2 in states
    if start < end:
        yield start, end


def _personal(doc: Doc, start: int, end: int, nouns: Nouns) -> bool:
    words = [token.text for token in doc[start:end]]
    return all(t.ent_type_ == "PERSON" for t in doc[start:end]) or nouns.given.person(words) > 0


def _office(doc: Doc, end: int, nouns: Nouns) -> int | None:
    """Where the office stands that follows a name, at once or behind a field ("Services Minister")."""
    for place in range(end, min(end + AHEAD + 1, len(doc))):
        if doc[place].lower_ in nouns.held:
            return place
        if doc[place].lower_ not in nouns.fields:
            return None
    return None


def _fieldless(doc: Doc, start: int, end: int, office: int | None, inside: set[int], nouns: Nouns) -> int:
    """The end of a name without the field of an office behind it; before a minister stands a field or a state."""
    if office is None or doc[office].lower_ not in nouns.held:
        return end
    minister = doc[office].lower_ in MINISTERS
    stop = end
    while stop > start and stop - 1 not in inside:
        last = doc[stop - 1]
        if last.lower_ not in nouns.fields and not (minister and last.ent_type_ not in PLACED):
            break
        stop -= 1
    return stop if minister or stop == start or stop - 1 in inside else end


def _common(run: Span, nouns: Nouns) -> bool:
    """Whether nothing in a run of words names anybody."""
    return all(t.text in nouns.titles or t.text in nouns.offices or t.lower_ in nouns.fields for t in run)
