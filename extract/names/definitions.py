"""Short names that a text gives in brackets: "… (CNMC)", "… Co., Ltd. ("Kitahama" or the "Company")"."""

import re
from collections.abc import Iterator, Sequence

from extract.names.spots import Spot
from extract.nlp import Parsed
from extract.syntax.parse import Doc
from extract.vocabulary.nouns import Nouns
from graph.resolve.names import fold

LONGEST = 16
TICKER = re.compile(r"[A-Z]{1,5}(?:\.[A-Z]{1,3})?")
QUOTES = frozenset({'"', "'", "``", "''"})
ADVERBS = frozenset(
    {"also", "better", "formerly", "previously", "commonly", "popularly", "who", "is", "which"}
)
ALIAS = frozenset({"aka", "alias", "fka"})
ROLES = frozenset(
    "Agency Association Authority Bank Bidder Board Borrower Buyer Client Commission Committee Company Corporation Council "
    "Department Employer Firm Foundation Fund Group Guarantor Institute Investor Issuer Lender Manager Ministry Offeror "
    "Operator Organisation Organization Partnership Purchaser Regulator Seller Sponsor Subsidiary Supplier Target "
    "Trust Trustee University Vendor".split()
)


def given_short(parsed: Sequence[Parsed], spots: Sequence[Spot], nouns: Nouns) -> dict[str, Spot]:
    """Short names in brackets with the spot of the full name; where one is given twice the first counts."""
    found: dict[str, Spot] = {}
    starts = {(spot.segment, spot.start): spot for spot in spots}
    for spot in spots:
        doc = parsed[spot.segment].doc
        again = starts.get((spot.segment, _known_as(doc, spot)))
        if again is not None and again.text != spot.text and not (again.demonym or spot.demonym):
            if not again.senses:
                found.setdefault(again.text, spot)
            elif not spot.senses:
                found.setdefault(spot.text, again)
        for name in _bracketed(doc, spot.end):
            if name != spot.text and (
                name in ROLES
                or _short_for(name, spot.text)
                or _blended(name, spot)
                or _quoted(doc, spot.end, name)
                or _foreign(name, spot, doc)
                or _ticker(name, spot, nouns, starts)
            ):
                found.setdefault(name, spot)
    return found


def role_spots(parsed: Sequence[Parsed], spots: Sequence[Spot], roles: Sequence[str]) -> list[Spot]:
    """ "the Company", "BAAM" wherever a text that defined them says them and the tagger saw no name, as spots."""
    taken = {(s.segment, token) for s in spots for token in range(s.start, s.end)}
    return [
        Spot(number, token.i, token.i + 1, token.text, "ORG")
        for number, piece in enumerate(parsed)
        for token in piece.doc
        if token.text in roles
        and (number, token.i) not in taken
        and (token.text.isupper() or (token.i and token.nbor(-1).lower_ == "the"))
    ]


def _known_as(doc: Doc, spot: Spot) -> int:
    """Where the other name begins in ", also known as …", "(a.k.a. …)", ", or HESA,"; -1 where none does."""
    place = start = spot.end
    if start + 1 >= len(doc) or not (
        doc[start].lower_ in ADVERBS or doc[start].lower_ == "known" or doc[start].is_punct
    ):
        return -1
    while place < len(doc) and place < start + 4 and (doc[place].is_punct or doc[place].lower_ in ADVERBS):
        place += 1
    known = doc[place : place + 2].text.lower() == "known as"
    if known or (place < len(doc) and place > start and doc[place].lower_.replace(".", "") in ALIAS):
        place += 2 if known else 1
        return place + (place < len(doc) and doc[place].text in QUOTES)
    short = doc[start + 2 : start + 4]
    if doc[start : start + 2].text == ", or" and len(short) == 2 and short[1].is_punct:
        letters = short[0].is_upper and len(short[0]) > 2
        return (
            start + 2
            if letters and (spot.end - spot.start > 2 or _short_for(short[0].text, spot.text))
            else -1
        )
    return -1


def _bracketed(doc: Doc, start: int) -> Iterator[str]:
    """The names in the bracket that opens at a token: all in quotes, else the whole where it is one word."""
    if start >= len(doc) or doc[start].text != "(":
        return
    end = next((t.i for t in doc[start + 1 : start + LONGEST] if t.text == ")"), None)
    if end is None:
        return
    marks = [t.i for t in doc[start + 1 : end] if t.text in QUOTES]
    if marks:
        for opened, closed in zip(marks[::2], marks[1::2], strict=False):
            words = doc[opened + 1 : closed]
            yield words[1:].text if len(words) > 1 and words[0].lower_ in ("the", "a") else words.text
    elif end == start + 2:
        yield doc[start + 1].text
    elif end == start + 3 and doc[start + 1].lower_ == "the":
        yield doc[start + 2].text


def _foreign(short: str, full: Spot, doc: Doc) -> bool:
    """ "the West African Economic and Monetary Union (UEMOA)": capitals of another language."""
    if not (short.isalpha() and short.isupper() and 3 <= len(short) <= 8):
        return False
    return full.end - full.start > 2 and full.label == "ORG" and doc[full.end + 2].text == ")"


def _ticker(short: str, full: Spot, nouns: Nouns, starts: dict[tuple[int, int], Spot]) -> bool:
    """ "Norsk Hydro A/S (NHY.OL)", "Kestrel Inc (KSL)": the sign of its shares, no other firm."""
    inner = starts.get((full.segment, full.end + 1))
    if not TICKER.fullmatch(short) or (inner is not None and inner.senses):
        return False
    return "." in short or nouns.legal_form(full.text.split()[-1])


def _blended(short: str, full: Spot) -> bool:
    """ "Banco Nacional de México (Banamex)": made of pieces of the words, in their order."""
    if not (short.isalpha() and short.istitle() and 3 < len(short) < 13) or full.label != "ORG":
        return False
    words = fold(full.text).split()
    rest = iter("".join(words))
    heads = sum(1 for word in words if word[:2] in fold(short))
    return heads > 1 and words[0][:2] == fold(short)[:2] and all(letter in rest for letter in fold(short))


def _quoted(doc: Doc, start: int, name: str) -> bool:
    return (
        doc[start + 1].text in QUOTES
        or doc[start + 2].text in QUOTES
        or (name[:1].isupper() and name in doc.text[: doc[start].idx])
    )


def _short_for(short: str, full: str) -> bool:
    """Whether capitals in brackets abbreviate the name: letters in order, beginning with a word of it."""
    if (
        not 2 <= len(short) <= 10
        or not short.isupper()
        or not short.replace("-", "").replace("&", "").isalpha()
    ):
        return False
    letters = [c for c in short.casefold() if c.isalpha()]
    heads = {word[0].casefold() for word in full.split() if word[0].isalnum()}
    rest = iter(full.casefold())
    return letters[0] in heads and all(letter in rest for letter in letters[: max(2, len(letters) - 1)])
