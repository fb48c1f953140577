"""Where a parsed segment names an actor: the registry's spellings, spaCy's entities and capitalised names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.bounds import (
    at_home,
    departments,
    families,
    headed,
    listed,
    narrowed,
    patrons,
    widened,
)
from extract.cuts import after_board, after_people, after_state, apart, around_role, no_actor, of_office
from extract.nouns import Nouns
from extract.parse import Doc, Token
from extract.titled import other_party, untitled
from extract.words import read_words
from graph.registry import Registry, Sense

LABELS = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Asset",
    "NORP": "",
    "PRODUCT": "",
    "LAW": "Deal",
}
UNREAD = frozenset({"", "EVENT", "WORK_OF_ART"})


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
    spelt = {(start, end): doc[start:end].text for start, end in places}  # may be spaced otherwise
    known = {
        place: registry.senses[text]
        for place, text in spelt.items()
        if text in registry.senses and not other_party(doc, place[0], nouns)
    }
    for (start, end), senses in list(known.items()):
        if start and doc[start - 1].text == "PT" and _is(senses, "Company", registry):
            known[start - 1, end] = senses
        group = doc[end : end + 1].text == "Group" and not doc[end + 1 : end + 2].text.istitle()
        if group and senses[0].kind == "name" and _is(senses, "Company", registry):
            known.setdefault((start, end + 1), senses)
        form = end + (end < len(doc) and doc[end].text == ",")
        if form < len(doc) and nouns.legal_form(doc[form].text) and _is(senses, "Company", registry):
            known[start, form + 1] = senses
    inside = {token for start, end in known for token in range(start, end)}
    found: dict[tuple[int, int], str] = {}
    for ent in doc.ents:
        if ent.label_ in LABELS:
            stop = ent.end + (
                ent.end < len(doc) and doc[ent.end - 1 : ent.end + 1].text in read_words("law_officers")
            )
            pieces = apart(doc, ent.start, stop, known, ent.label_)
            for begin, end in (span for piece in pieces for span in narrowed(doc, *piece, nouns)):
                start = after_state(doc, begin, end, known, nouns)
                start = after_people(doc, start, end, registry, nouns)
                if ent.label_ == "ORG":
                    start = after_board(doc, start, end)
                    stop = at_home(doc, start, end, inside, nouns)
                    if stop < end:
                        found[stop + 1, end] = "GPE"
                    end = stop
                for piece, label in around_role(doc, start, end, ent.label_, nouns):
                    for span in _trimmed(doc, *piece, nouns):
                        found[span] = label if start == begin or label == "ORG" else "PERSON"
        elif nouns.last.get(ent[-1].lower_) == "Deal" and ent[-1].text[:1].isupper():
            for span in _trimmed(doc, ent.start, ent.end, nouns):
                found[span] = "LAW"
    for span in _capitalised(doc, nouns):
        found.setdefault(span, "")
    for span in _compounds(doc, nouns, known):
        found.setdefault(span, doc[span[1] - 1].ent_type_ or "ORG")
    found |= dict(
        (
            *widened(doc, inside, nouns),
            *headed(doc, inside, nouns),
            *families(doc, nouns),
            *patrons(doc, nouns),
        )
    )
    found |= dict.fromkeys(_branches(doc, known, registry, nouns), "ORG")
    states = {end - 1 for (_, end), senses in known.items() if _state(senses, registry)}
    found = untitled(doc, found, set(known), states, nouns)
    found = {
        (span[0] + _kin(doc, *span), span[1]): label
        for span, label in found.items()
        if doc[span[0]].text != "of"
        and not _lists(doc, *span)
        and not _told(doc, *span, known, registry, nouns)
    }
    for span in known:
        found.setdefault(span, "")
    ordered = dict(listed(doc, nouns))
    if ordered:  # "Johan and Lars Berg" are two
        found = {s: label for s, label in found.items() if s in ordered or not _holds(s, ordered, doc)}
    found |= dict.fromkeys(ordered, "PERSON")
    for place, name in departments(doc):
        if name in registry.senses:
            known[place, place + 1], ordered[place, place + 1] = registry.senses[name], name
            found = {span: label for span, label in found.items() if not span[0] <= place < span[1]}
            found[place, place + 1] = "ORG"
    ranked = sorted(found, key=lambda s: (-_weight(s, known, found), s))
    taken = bytearray(len(doc))
    spots = []
    for start, end in ranked:
        if _sided(doc, start) or ((start, end) not in known and _in_title(doc, start, end, registry)):
            continue
        if not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            if (start, end) not in known and (
                no_actor(doc, start, end, nouns) or _common_first(doc, start, end, nouns)
            ):
                if doc[end : end + 2].text.startswith("and ") and doc[end + 1].pos_ == "PROPN":
                    taken[end + 1] = 1
                continue
            label = found[start, end] or doc[start].ent_type_
            label = label if label in LABELS else ""
            text = ordered.get((start, end)) or doc[start:end].text
            spots.append(Spot(segment, start, end, text, label, known.get((start, end), ())))
    return sorted(spots, key=lambda spot: spot.start)


def _holds(span: tuple[int, int], ordered: Iterable[tuple[int, int]], doc: Doc) -> bool:
    """Whether a span takes several listed names for one."""
    inside = any(span[0] <= start and end <= span[1] for start, end in ordered)
    return inside and any(t.lower_ in ("and", "&") for t in doc[slice(*span)])


def _branches(
    doc: Doc, known: Mapping[tuple[int, int], tuple[Sense, ...]], registry: Registry, nouns: Nouns
) -> Iterator[tuple[int, int]]:
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


def _told(
    doc: Doc,
    start: int,
    end: int,
    known: Mapping[tuple[int, int], tuple[Sense, ...]],
    registry: Registry,
    nouns: Nouns,
) -> bool:
    """ "VTB bank": a firm that the registry knows, with a common noun behind it."""
    senses = known.get((start, end - 1))
    if senses is None or not doc[end - 1].text.islower() or doc[end - 1].lower_ not in nouns.kinds:
        return False
    return _is(senses, "Company", registry)


def _kin(doc: Doc, start: int, end: int) -> bool:
    """Whether a name begins with a common noun that begins its sentence: "Brothers Johan and Lars Berg"."""
    return end - start > 1 and doc[start].is_sent_start and doc[start].lower_ in read_words("siblings")


def _lists(doc: Doc, start: int, end: int) -> bool:
    """ "US Entity List": a list is no actor, and whose it is stands before it."""
    return end - start > 1 and doc[end - 1].text in ("List", "Lists", "Blacklist")


def _is(senses: tuple[Sense, ...], kind: str, registry: Registry) -> bool:
    entry = registry.entries.get(senses[0].id)
    return entry is not None and entry.type == kind


def _state(senses: tuple[Sense, ...], registry: Registry) -> bool:
    entry = registry.entries.get(senses[0].id)
    return senses[0].kind == "demonym" or (entry is not None and entry.type == "State")


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


def find_again(docs: Sequence[Doc], spots: Sequence[Spot], nouns: Nouns) -> list[Spot]:
    """The spots, and words passed over here that are a name, a surname or the first word of a firm's elsewhere."""
    labels = {s.text: s.label for s in spots if s.label and " " not in s.text and not s.demonym}
    for spot in spots:
        words = spot.text.split()
        if len(words) > 1 and spot.label == "PERSON":
            labels[words[-1]] = "PERSON"
        elif len(words) > 1 and spot.label == "ORG" and len(words[0]) > 3 and not spot.senses:
            labels.setdefault(words[0], "ORG")
    names = {word for word in labels if word[:1].isupper() and word.lower() not in nouns.fields}
    covered = {(s.segment, token) for s in spots for token in range(s.start, s.end)}
    more = [
        Spot(number, token.i, token.i + 1, token.text, labels[token.text])
        for number, doc in enumerate(docs)
        for token in doc
        if token.text in names
        and token.ent_type_ != "NORP"
        and (number, token.i) not in covered
        and (labels[token.text] == "PERSON" or _name_like(token))
    ]
    return sorted([*spots, *more], key=lambda s: (s.segment, s.start)) if more else list(spots)


def _weight(
    span: tuple[int, int], known: dict[tuple[int, int], tuple[Sense, ...]], found: dict[tuple[int, int], str]
) -> float:
    """Length decides; the registry breaks ties, and a mere run of capitals counts half a word less."""
    length = span[1] - span[0]
    return length + (0.4 if span in known else 0) - (0.6 if span not in known and not found[span] else 0)


def _trimmed(doc: Doc, start: int, end: int, nouns: Nouns) -> Iterator[tuple[int, int]]:
    """An entity without its article, titles and possessive; split where it holds two names."""
    while start < end and (
        doc[start].pos_ in ("DET", "PUNCT", "ADP")
        or doc[start].lower_ == "the"
        or (doc[start].is_sent_start and doc[start + 1 : end].text.startswith("the "))
        or (doc[start].tag_ in ("VB", "VBD", "VBP", "VBZ") and doc[start].text.islower() and end - start > 1)
    ):
        start += 1
    if end - start > 2 and doc[start].lower_ == "ex" and doc[start + 1].text == "-":
        start += 2
    while start + 1 < end and _tells(doc[start], nouns) and doc[start + 1].text[:1].isupper():
        start += 1
    while (
        end > start
        and (doc[end - 1].tag_ == "POS" or doc[end - 1].pos_ == "PUNCT")
        and not doc[end - 1].text[0].isalnum()
    ):
        end -= 1
    while (
        end - start > 1
        and doc[start].text in nouns.title_genders
        and doc[start].text in read_words("honorifics")
    ):
        start += 1
    if start < end and doc[start].ent_type_ == "PERSON":
        while end - start > 1 and doc[start].text in nouns.titles:
            start += 1
        while end - start > 1 and doc[end - 1].text in nouns.seated:
            end -= 1
        if end < len(doc) and doc[end - 1].text in read_words("particles") and doc[end].text.istitle():
            end += 1  # "Jean-Yves Le Drian", cut before its last word
        if end < len(doc) and doc[end].text in read_words("generations"):
            end += 1
        elif end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].text in read_words("generations"):
            end += 2
    for place in range(start + 1, end - 1):
        verb = doc[place].tag_ in ("VBD", "VBZ") and doc[place].text.islower()
        verb = verb and doc[place].pos_ in ("VERB", "AUX")
        if doc[place].tag_ == "POS" or doc[place].lower_ == "nor" or verb:
            if start < place:
                yield start, place
            start = place + 1
    if start < end and any(t.text[:1].isupper() or t.text[:1].isdigit() for t in doc[start:end]):
        yield start, end


def _tells(token: Token, nouns: Nouns) -> bool:
    """ "bank Nordlys", "arrested Mary Miller": a common noun that says what a name is, or a verb before it."""
    return token.text.islower() and (token.lower_ in nouns.kinds or token.tag_ in ("VBD", "VBN"))


def _capitalised(doc: Doc, nouns: Nouns) -> Iterator[tuple[int, int]]:
    """Runs of proper nouns that spaCy's NER passed over."""
    start = None
    for token in doc:
        inside = _proper(token) and token.ent_type_ in UNREAD and token.text not in nouns.titles
        inside = inside and not of_office(doc, token.i, nouns)
        if inside and start is None:
            start = token.i
        elif not inside and start is not None:
            yield start, token.i
            start = None
    if start is not None:
        yield start, len(doc)


def _compounds(
    doc: Doc, nouns: Nouns, known: dict[tuple[int, int], tuple[Sense, ...]]
) -> Iterator[tuple[int, int]]:
    """Names that the NER split in two: capitalised words that hang as compounds on the last of them."""
    inside = {i for start, end in known for i in range(start, end)}
    for token in doc:
        if token.pos_ != "PROPN" or token.i in inside or token.dep_ == "compound":
            continue
        start = token.i
        while (
            start > 0
            and doc[start - 1].pos_ == "PROPN"
            and doc[start - 1].dep_ == "compound"
            and start - 1 not in inside
            and doc[start - 1].text not in read_words("calendar")
        ):
            start -= 1
        run = doc[start : token.i + 1]
        labels = {t.ent_type_ for t in run}
        person = "PERSON" in labels and (
            len(run) > 3 or token.ent_type_ != "PERSON" or any(t.is_upper for t in run)
        )
        if len(labels) > 1 and not person and not any(t.text in nouns.titles for t in run):
            yield start, token.i + 1


def _proper(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper() and len(token.text) > 1


def _name_like(token: Token) -> bool:
    """Whether a capitalised word that is a name elsewhere may be one here: not just the start of a sentence's phrase."""
    if token.dep_ in ("compound", "amod", "advmod", "det") and token.head.text[:1].islower():
        return not token.is_sent_start
    return token.dep_ in (
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
        "poss",
        "conj",
        "appos",
        "attr",
        "ROOT",
        "compound",
        "dative",
    )
