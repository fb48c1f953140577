"""Where a name ends before what the NER took into it: a bracket, a dateline's dash, "to", "of Italy"."""

import re
from collections.abc import Iterator
from functools import cache

from extract.names.nicknames import within_nicknames
from extract.syntax.parse import Doc, Token
from extract.vocabulary.nouns import Nouns
from extract.vocabulary.words import read_words

Span = tuple[int, int]
BODIES = frozenset({"PublicBody", "Organization"})
MONTHS = frozenset("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split())
DASHES = frozenset({"-", "–", "—", "--"})
TITLED = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Lord", "Lady", "Dame", "Prof"})


def narrowed(doc: Doc, start: int, end: int, nouns: Nouns) -> Iterator[Span]:
    """An entity cut where it holds what is no part of a name: a bracket, a dateline's dash, "to", a month before it."""
    begin = start
    inside = within_nicknames(doc, start, end)
    for place in range(start, end):
        if place in inside:
            continue
        token = doc[place]
        bracket = token.text in ("(", ")", "[", "]", '"', ";", "/")
        dash = token.text in DASHES and place > start and bool(doc[place - 1].whitespace_)
        joins = token.text in read_words("cutting_off") or (
            token.text == "on" and place + 1 < end and not doc[place + 1].ent_type_
        )
        joins |= token.text == "in" and begin < place < end - 1 and not _seated(doc[place - 1], nouns)
        quarter = place > start and _quarter().fullmatch(token.text) is not None
        titled = place > start and token.text.rstrip(".") in TITLED and doc[place - 1].text == ","
        if bracket or dash or quarter or titled or (joins and token.pos_ != "PROPN"):
            if begin < place:
                yield begin, place
            begin = place + 1
    while begin < end - 1 and doc[begin].text in read_words("calendar") and doc[begin].dep_ != "ROOT":
        begin += 1
    while end > begin and doc[end - 1].pos_ in ("ADP", "CCONJ", "DET", "PART"):
        end -= 1
    while end - 1 > begin and doc[end - 1].pos_ in ("VERB", "AUX", "ADV") and doc[end - 1].text.islower():
        end -= 1  # "Central Bank of Nigeria fined"
    if begin < end:
        yield begin, end


@cache
def _quarter() -> re.Pattern[str]:
    """What accounts are for: "Cedar Metals Q3 2021"."""
    return re.compile(r"F?(?:[1-4][QH]|[QH][1-4])\d{0,2}|FY\d{2,4}")


def undated(doc: Doc, found: dict[Span, str], nouns: Nouns) -> dict[Span, str]:
    """The spans with their labels, those parted that begin with a dateline: "NEW DELHI Sagar Cements", "LIMA Feb"."""
    kept: dict[Span, str] = {}
    for (start, end), label in found.items():
        begin = _behind_city(doc, start, end, nouns)
        if begin == start:
            kept[start, end] = label
            continue
        kept[start, begin] = "GPE"
        if doc[begin].text.rstrip(".") not in MONTHS:
            kept[begin, end] = label
    return kept


def _behind_city(doc: Doc, start: int, end: int, nouns: Nouns) -> int:
    """Where the name begins behind the city of a dateline: "NEW DELHI Sagar Cements", "SINGAPORE Feb 5"."""
    first = stop = start
    while first and not doc[first].is_sent_start and doc[first - 1].is_upper:
        first -= 1
    while stop < end and doc[stop].is_upper and doc[stop].text.isalpha():
        stop += 1
    if not start < stop < end or not doc[first].is_sent_start or not doc[stop].text.istitle():
        return start
    dated = doc[stop].text in read_words("calendar") or doc[stop].text.rstrip(".") in MONTHS
    return stop if dated or nouns.city(doc[first:stop].text) else start


def _seated(head: Token, nouns: Nouns) -> bool:
    """ "the American University in Cairo": bodies that take the place where they are into their names."""
    return nouns.last.get(head.lower_) in BODIES or head.text[:1].islower()


def at_home(doc: Doc, start: int, end: int, known: set[int], nouns: Nouns) -> int:
    """Where a firm's name ends before "of" and a place: "Eni" of "Eni of Italy", but "Bank of Spain" whole."""
    start += doc[start].lower_ == "the"
    for place in range(start + 1, end - 1):
        if doc[place].lower_ != "of":
            continue
        home = doc[place + 1 : end].text.removeprefix("the ")
        if doc[end - 1].i not in known and not nouns.city(home):
            return end
        head = doc[place - 1].lower_
        plain = all(w.lower_ in nouns.plain or w.text.endswith("s'") for w in doc[start : place - 1])
        kind = nouns.last.get(head) or nouns.kinds.get(head)
        kept = (head in nouns.homed and plain) or head in nouns.first or doc[place - 1].text in nouns.titles
        if (
            kept
            or (kind is not None and kind != "Company")
            or (place == start + 1 and head in read_words("governments"))
        ):
            return end
        return place
    return end


def families(doc: Doc, nouns: Nouns) -> Iterator[tuple[Span, str]]:
    """ "the Tan family": a family name with the word behind it, after "the" alone."""
    for token in doc[2:]:
        if token.lower_ not in nouns.clans or doc[token.i - 1].pos_ != "PROPN":
            continue
        start = token.i
        while start and doc[start - 1].pos_ == "PROPN" and doc[start - 1].text[:1].isupper():
            start -= 1
        if start and doc[start - 1].lower_ == "the" and token.i - start < 4:
            yield (start, token.i + 1), "ORG"
