"""The names of a segment that spaCy found, cut and trimmed, and the capitalised ones that it passed over."""

from collections.abc import Iterator

from extract.names.bounds import (
    Span,
    at_home,
    narrowed,
)
from extract.names.cuts import after_board, after_people, after_state, apart, around_role, of_office
from extract.names.nicknames import joined
from extract.names.spellings import Known
from extract.syntax.parse import Doc, Token
from extract.vocabulary.nouns import Nouns
from extract.vocabulary.words import read_words
from graph.registry import Registry

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


def read_entities(
    doc: Doc, known: Known, inside: set[int], registry: Registry, nouns: Nouns
) -> dict[Span, str]:
    """The spans of spaCy's entities, cut to the names in them, with their labels; `inside` are the tokens of `known`."""
    found: dict[Span, str] = {}
    for ent in doc.ents:
        if ent.label_ in LABELS:
            officer = doc[ent.end - 1 : ent.end + 1].text in read_words("law_officers")
            stop = ent.end + (ent.end < len(doc) and officer)
            for piece in apart(doc, ent.start, stop, known, ent.label_):
                for span in narrowed(doc, *piece, nouns):
                    found |= _cut(doc, span, ent.label_, known, inside, registry, nouns)
        elif nouns.last.get(ent[-1].lower_) == "Deal" and ent[-1].text[:1].isupper():
            found |= dict.fromkeys(trimmed(doc, ent.start, ent.end, nouns), "LAW")
    return joined(doc, found, nouns)


def _cut(
    doc: Doc, span: Span, label: str, known: Known, inside: set[int], registry: Registry, nouns: Nouns
) -> dict[Span, str]:
    """The names in one piece of an entity, without a State, a people or a board before them and a home behind."""
    found: dict[Span, str] = {}
    begin, end = span
    start = after_state(doc, begin, end, known, nouns)
    label = "PERSON" if start > begin else label  # who holds the office
    start = after_people(doc, start, end, known, registry, nouns)
    if label == "ORG":
        start = after_board(doc, start, end)
        stop = at_home(doc, start, end, inside, nouns)
        if stop < end:
            found[stop + 1, end] = "GPE"
        end = stop
    for piece, told in around_role(doc, start, end, label, nouns):
        for name in trimmed(doc, *piece, nouns):
            found[name] = told if start == begin or told == "ORG" else "PERSON"
    return found


def trimmed(doc: Doc, start: int, end: int, nouns: Nouns) -> Iterator[Span]:
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
    if end - start > 2 and doc[start].text in read_words("party_plurals") and doc[start + 1].text == "of":
        yield start, start + 1  # "the Socialists of Igor Dodon"
        start += 2
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


def capitalised(doc: Doc, nouns: Nouns) -> Iterator[Span]:
    """Runs of proper nouns that spaCy's NER passed over."""
    start = None
    for token in doc:
        inside = _proper(token) and token.ent_type_ in UNREAD and token.text not in nouns.titles
        inside = inside and token.text not in nouns.seated and not of_office(doc, token.i, nouns)
        if inside and start is None:
            start = token.i
        elif not inside and start is not None:
            yield start, token.i
            start = None
    if start is not None:
        yield start, len(doc)


def compounds(doc: Doc, nouns: Nouns, known: Known) -> Iterator[Span]:
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
