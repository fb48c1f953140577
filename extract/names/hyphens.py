"""Names with a hyphen that the tokenizer takes apart and the NER passes over: "Mon-Atom", "Han Ji-won"."""

from collections.abc import Iterator

from extract.names.bounds import Span
from extract.syntax.parse import Doc, Token
from extract.vocabulary.forenames import key
from extract.vocabulary.nouns import Nouns
from extract.vocabulary.words import read_words

UNREAD = frozenset({"", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART"})


def hyphened(doc: Doc, known: set[int], nouns: Nouns) -> Iterator[tuple[Span, str]]:
    """Spans with their label, "" where it is not told; `known` are the tokens of spellings in the registry."""
    for hyphen in doc:
        if hyphen.text != "-" or not 0 < hyphen.i < len(doc) - 1:
            continue
        before, behind = doc[hyphen.i - 1], doc[hyphen.i + 1]
        if before.whitespace_ or hyphen.whitespace_ or {before.i, behind.i} & known:
            continue
        if _given_behind(doc, hyphen.i, nouns):
            yield (hyphen.i - 2, hyphen.i + 2), "PERSON"
        elif _part(before, nouns) and _part(behind, nouns) and not _goes_on(doc, hyphen.i):
            yield (hyphen.i - 1, hyphen.i + 2), ""


def _given_behind(doc: Doc, place: int, nouns: Nouns) -> bool:
    """ "Han Ji-won": a family name, and a given name of two syllables."""
    if place < 2 or not doc[place + 1].text.islower() or len(doc[place + 1].text) > 5:
        return False
    family, given = doc[place - 2], doc[place - 1]
    unread = {family.ent_type_, given.ent_type_} <= UNREAD
    titled = family.text.istitle() and given.text.istitle() and len(doc[place + 1].text) > 1
    return unread and titled and len(given.text) < 6 and key(family.text) in nouns.given.families


def _part(token: Token, nouns: Nouns) -> bool:
    return (
        token.pos_ == "PROPN"
        and token.text.istitle()
        and token.text.isalpha()
        and token.ent_type_ in UNREAD
        and token.lower_ not in read_words("sides")
        and token.text not in nouns.titles
        and not nouns.city(token.text)
    )


def _goes_on(doc: Doc, place: int) -> bool:
    """Whether the name has more words on either side."""
    ends = [doc[n] for n in (place - 2, place + 2) if 0 <= n < len(doc)]
    return any(t.pos_ == "PROPN" or t.text == "-" for t in ends)
