"""Bodies whose names go on behind their head or begin with a patron: "Movement for Change", "St. Mary's School"."""

from collections.abc import Iterator

from extract.names.bounds import BODIES, Span
from extract.syntax.parse import Doc, Token
from extract.vocabulary.nouns import Nouns
from extract.vocabulary.words import read_words


def headed(doc: Doc, known: set[int], nouns: Nouns) -> Iterator[tuple[Span, str]]:
    """ "National Commission on Markets and Competition", "Movement for Change": a head with what it is of or for."""
    for token in doc[:-2]:
        kind = nouns.last.get(token.lower_) or nouns.first.get(token.lower_)
        if (
            kind not in BODIES
            or not token.text[:1].isupper()
            or doc[token.i + 1].lower_ not in read_words("of_names")
        ):
            continue
        end = token.i + 1
        while end + 1 < len(doc) and doc[end].lower_ in (*read_words("of_names"), "and", "&", ","):
            after = end + 2 if doc[end + 1].lower_ in ("the", "and") else end + 1
            stop = after
            while (
                stop < len(doc)
                and _capital(doc[stop])
                and (stop not in known or doc[end].lower_ in ("for", "on"))
            ):
                if doc[stop].ent_type_ == "PERSON" != doc[stop - 1].ent_type_ and nouns.given.sure(
                    doc[stop].text
                ):
                    break  # "the Center for Asian Studies Lena Ortiz"
                stop += 1
            apart = doc[end].lower_ in ("and", ",") and doc[after - 1].ent_type_ != doc[token.i].ent_type_
            field = stop > after and doc[stop - 1].ent_type_ == "" and token.i < doc[stop - 1].head.i < end
            apart &= not (field and doc[end].lower_ == "and" and doc[token.i + 1].lower_ in ("for", "on"))
            if stop == after or apart:
                break
            end = stop
        start = token.i
        while (
            start > 0 and _capital(doc[start - 1]) and start - 1 not in known and doc[start - 1].pos_ != "DET"
        ):
            if doc[start - 1].text in nouns.titles or (
                doc[start - 1].is_sent_start and doc[start - 1].pos_ == "ADP"
            ):
                break
            start -= 1
        if end > token.i + 1:
            while start and doc[start].ent_iob_ == "I" and doc[start].ent_type_ == "ORG":
                if doc[start - 1].tag_ == "POS":
                    break
                start -= 1  # "Economic and" of "Economic and Social Commission for Asia"
            yield (start + (doc[start].lower_ == "the"), end), "ORG"


def patrons(doc: Doc, nouns: Nouns) -> Iterator[tuple[Span, str]]:
    """ "Our Lady's Children's Hospital Crumlin", "St. Mary's School": the possessor is part of the name."""
    for token in doc[3:]:
        if (
            token.lower_ not in read_words("founded")
            or not token.text[:1].isupper()
            or doc[token.i - 1].tag_ != "POS"
        ):
            continue
        start = token.i - 1
        while start > 0 and (doc[start - 1].text[:1].isupper() or doc[start - 1].tag_ == "POS"):
            start -= 1
        start = next((n for n in range(start, token.i) if doc[n].lower_ in read_words("patrons")), token.i)
        end = token.i + 1
        while end < len(doc) and end < token.i + 3 and doc[end].pos_ == "PROPN" and _capital(doc[end]):
            if nouns.given.sure(doc[end].text):
                break
            end += 1
        if start < token.i:
            yield (start, end), "ORG"


def of_people(doc: Doc, nouns: Nouns) -> Iterator[tuple[Span, str]]:
    """ "New People's Army", "Leeds Magistrate's court": a body that is named as that of many persons, or of one."""
    for token in doc[2:]:
        many = doc[token.i - 2]
        law = many.lower_ in read_words("law_persons") and token.lower_ in read_words("law_bodies")
        if doc[token.i - 1].tag_ != "POS" or not _capital(many):
            continue
        if not law and not (_capital(token) and _persons(many, nouns)):
            continue
        end = token.i + 1
        while end < len(doc) and doc[end].pos_ == "PROPN" and _capital(doc[end]):
            end += 1
        head = token.i if law else next((n for n in range(token.i, end) if _body(doc[n], nouns)), None)
        if head is None:
            continue
        start = token.i - 2
        while start and doc[start - 1].pos_ in ("PROPN", "ADJ") and _capital(doc[start - 1]):
            start -= 1
        start += doc[start].is_sent_start and doc[start].lower_ == "the"
        yield (start, head + 1), "ORG"


def _persons(token: Token, nouns: Nouns) -> bool:
    """Whether a capitalised word means many persons: "People", "Prosecutors"."""
    if not _capital(token):
        return False
    small = token.lower_
    return small in read_words("many_persons") or (
        small[-1] == "s" and nouns.kinds.get(small[:-1]) == "Person"
    )


def _body(token: Token, nouns: Nouns) -> bool:
    return nouns.last.get(token.lower_) in BODIES or token.lower_ in read_words("persons_bodies")


def fielded(doc: Doc, nouns: Nouns) -> Iterator[tuple[Span, str]]:
    """ "the Energy and Mineral Resources Ministry": a ministry with all the fields before it, which "and" joins."""
    for token in doc[3:]:
        if token.lower_ not in read_words("departments") or doc[token.i - 1].lower_ not in nouns.fields:
            continue
        start, joined = token.i, False
        while start and (doc[start - 1].lower_ in nouns.fields or doc[start - 1].lower_ in ("and", "&", ",")):
            start -= 1
            joined |= doc[start].lower_ in ("and", "&")
        start += doc[start].lower_ in ("and", "&", ",")
        fields = [t for t in doc[start : token.i] if t.is_alpha and t.lower_ != "and"]
        if joined and all(_capital(t) and t.lower_ not in read_words("no_fields") for t in fields):
            yield (start, token.i + 1), "ORG"


def _capital(token: Token) -> bool:
    return (
        token.text[:1].isupper()
        and token.text.replace("-", "").isalpha()
        and token.text not in read_words("calendar")
    )
