"""Where a parsed segment names an actor: the registry's spellings, spaCy's entities and capitalised names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from extract.names.bounds import Span, families, undated
from extract.names.cuts import no_actor
from extract.names.entities import LABELS, capitalised, compounds, read_entities
from extract.names.headed import fielded, headed, of_people, patrons
from extract.names.hyphens import hyphened
from extract.names.lists import departments, listed
from extract.names.nicknames import plain
from extract.names.runs import widened
from extract.names.spellings import Known, branches, find_known, is_state, told_firm
from extract.names.titled import untitled
from extract.syntax.parse import Doc
from extract.vocabulary.nouns import Nouns
from extract.vocabulary.words import read_words
from graph.registry import Registry, Sense


@dataclass(frozen=True, slots=True)
class Spot:
    """Tokens `start` to `end` of segment number `segment` that name an actor.

    `label` is spaCy's entity label ("" where it gave none), `senses` what the registry knows
    under this spelling.
    """

    segment: int
    start: int
    end: int
    text: str
    label: str
    senses: tuple[Sense, ...] = ()

    @property
    def demonym(self) -> bool:
        """Whether it is read as "Russian" or "Russians" rather than as a name."""
        return bool(self.senses) and self.senses[0].kind == "demonym"


def find_spots(
    segment: int, doc: Doc, places: Iterable[tuple[int, int]], registry: Registry, nouns: Nouns
) -> list[Spot]:
    """All spots of one segment, left to right, none overlapping; the longer reading wins.

    `places` are the tokens (start, end) where a spelling of the registry was matched.
    """
    known = find_known(doc, places, registry, nouns)
    inside = {token for start, end in known for token in range(start, end)}
    found = read_entities(doc, known, inside, registry, nouns)
    for span in capitalised(doc, nouns):
        found.setdefault(span, "")
    for span in compounds(doc, nouns, known):
        found.setdefault(span, doc[span[1] - 1].ent_type_ or "ORG")
    for more in (
        widened(doc, inside, nouns),
        headed(doc, inside, nouns),
        families(doc, nouns),
        patrons(doc, nouns),
        fielded(doc, nouns),
        of_people(doc, nouns),
        hyphened(doc, inside, nouns),
    ):
        found |= dict(more)
    found |= dict.fromkeys(branches(doc, known, registry, nouns), "ORG")
    found = undated(doc, found, nouns)
    states = {end - 1 for (_, end), senses in known.items() if is_state(senses, registry)}
    found = untitled(doc, found, set(known), states, nouns)
    found = {
        (span[0] + _kin(doc, *span), span[1]): label
        for span, label in found.items()
        if doc[span[0]].text != "of"
        and not _lists(doc, *span)
        and not _two_peoples(doc, *span, known)
        and not told_firm(doc, *span, known, registry, nouns)
    }
    for span in known:
        found.setdefault(span, "")
    found, names = _ordered(doc, found, known, registry, nouns)
    return _chosen(segment, doc, found, known, names, registry, nouns)


def _ordered(
    doc: Doc, found: dict[Span, str], known: Known, registry: Registry, nouns: Nouns
) -> tuple[dict[Span, str], dict[Span, str]]:
    """Also the names that lists write otherwise, with what they are in full: "KELLER, Marta", "Johan and Lars Berg"."""
    names = dict(listed(doc, nouns))
    if names:  # "Johan and Lars Berg" are two
        found = {s: label for s, label in found.items() if s in names or not _holds(s, names, doc)}
    found |= dict.fromkeys(names, "PERSON")
    for place, name in departments(doc):
        if name in registry.senses:
            known[place, place + 1], names[place, place + 1] = registry.senses[name], name
            found = {span: label for span, label in found.items() if not span[0] <= place < span[1]}
            found[place, place + 1] = "ORG"
    return found, names


def _chosen(
    segment: int,
    doc: Doc,
    found: dict[Span, str],
    known: Known,
    names: Mapping[Span, str],
    registry: Registry,
    nouns: Nouns,
) -> list[Spot]:
    """The spots of the spans that weigh most where several overlap, without what is no actor."""
    taken = bytearray(len(doc))
    spots = []
    for start, end in sorted(found, key=lambda s: (-_weight(s, known, found), s)):
        spelt = (start, end) in known
        if _sided(doc, start) or (not spelt and _in_title(doc, start, end, registry)):
            continue
        if any(taken[start:end]):
            continue
        taken[start:end] = b"\x01" * (end - start)
        if not spelt and (no_actor(doc, start, end, nouns) or _common_first(doc, start, end, nouns)):
            if doc[end : end + 2].text.startswith("and ") and doc[end + 1].pos_ == "PROPN":
                taken[end + 1] = 1
            continue
        label = found[start, end] or doc[start].ent_type_
        text = names.get((start, end)) or plain(doc, start, end)
        senses = known.get((start, end), ())
        spots.append(Spot(segment, start, end, text, label if label in LABELS else "", senses))
    return sorted(spots, key=lambda spot: spot.start)


def _holds(span: Span, ordered: Iterable[Span], doc: Doc) -> bool:
    """Whether a span takes several listed names for one."""
    inside = any(span[0] <= start and end <= span[1] for start, end in ordered)
    return inside and any(t.lower_ in ("and", "&") for t in doc[slice(*span)])


def _kin(doc: Doc, start: int, end: int) -> bool:
    """Whether a name begins with a common noun that begins its sentence: "Brothers Johan and Lars Berg"."""
    return end - start > 1 and doc[start].is_sent_start and doc[start].lower_ in read_words("siblings")


def _two_peoples(doc: Doc, start: int, end: int, known: Known) -> bool:
    """ "a British-Iranian aid worker": two peoples, no name."""
    joined = end - start == 3 and doc[start + 1].text in ("-", "–")
    return joined and (start, start + 1) in known and (end - 1, end) in known


def _lists(doc: Doc, start: int, end: int) -> bool:
    """ "US Entity List": a list is no actor, and whose it is stands before it."""
    return end - start > 1 and doc[end - 1].text in ("List", "Lists", "Blacklist")


def _common_first(doc: Doc, start: int, end: int, nouns: Nouns) -> bool:
    """Whether a word is a common noun that only begins a sentence: "Ministry spokeswoman Ana Ruiz said"."""
    if end - start > 1 or end >= len(doc) or not doc[start].is_sent_start:
        return False
    if doc[end].pos_ == "NOUN" and nouns.kinds.get(doc[end].lower_) == "Company":
        return (
            doc[start].lower_ in nouns.last or doc[start].lower_ in nouns.fields
        )  # "Telecom major Vodafone"
    common = doc[start].lower_ in nouns.kinds or doc[start].lower_ in nouns.governing
    return common and nouns.kinds.get(doc[end].lower_) == "Person"


def _sided(doc: Doc, start: int) -> bool:
    """Whether a name only tells whom others are for or against: "anti-Taliban", "pro-Russian"."""
    return start > 1 and doc[start - 1].text == "-" and doc[start - 2].lower_ in read_words("sides")


def _in_title(doc: Doc, start: int, end: int, registry: Registry) -> bool:
    """Whether a capitalised word is part of a title: "State" in "Secretary of State"."""
    if start < 2 or doc[start - 1].lower_ != "of":
        return False
    return doc[start - 2 : end].text.casefold() in registry.titles


def _weight(span: Span, known: Known, found: dict[Span, str]) -> float:
    """Length decides; the registry breaks ties, and a mere run of capitals counts half a word less."""
    length = span[1] - span[0]
    return length + (0.4 if span in known else 0) - (0.6 if span not in known and not found[span] else 0)
