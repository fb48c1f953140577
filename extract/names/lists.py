"""Names as lists write them: "KELLER, Marta", "Johan and Lars Berg", "the Justice and Treasury departments"."""

from collections.abc import Iterator

from extract.names.bounds import Span
from extract.syntax.parse import Doc, Token
from extract.vocabulary.nouns import Nouns
from extract.vocabulary.words import read_words

SEVERAL = {"departments": "Department", "ministries": "Ministry"}


def listed(doc: Doc, nouns: Nouns) -> Iterator[tuple[Span, str]]:
    """ "KELLER, Marta", as lists write it, and "Johan and Lars Berg": the span and the full name in order."""
    for comma in doc[1:-1]:
        if comma.lower_ in ("and", "&"):
            yield from _shared(comma, nouns)
        if comma.text != "," or not _shouted(doc[comma.i - 1]) or doc[comma.i + 1].is_upper:
            continue
        given = doc[comma.i + 1]
        if not nouns.given.sure(given.text) and not (given.pos_ == "PROPN" and given.text in nouns.given):
            continue
        start = comma.i - 1
        before = doc[start - 1].pos_ if start and not doc[start].is_sent_start else "PUNCT"
        if before in ("ADP", "DET", "PART", "ADJ", "NOUN") or (before != "PUNCT" and len(doc[start]) < 4):
            continue  # "the envoy to NATO, Mary Miller", "Shell and BP, Mary Miller and …", "the CEO, Mary Miller"
        while start > 0 and (_shouted(doc[start - 1]) or doc[start - 1].text == "-"):
            start -= 1
        end = comma.i + 2
        while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].text.istitle() and doc[end].is_alpha:
            end += 1
        family = doc[start : comma.i].text.title()
        yield (start, end), f"{doc[comma.i + 1 : end].text} {family}"


def _shared(joint: Token, nouns: Nouns) -> Iterator[tuple[Span, str]]:
    """ "brothers Johan, Karl and Lars Berg": the family name of the last is that of the others too."""
    if joint.i + 2 >= len(joint.doc):
        return
    given, family = joint.nbor(1), joint.nbor(2)
    firsts = [joint.nbor(-1)]
    while firsts[0].i > 2 and firsts[0].nbor(-1).text == "," and firsts[0].nbor(-2).pos_ == "PROPN":
        firsts.insert(0, firsts[0].nbor(-2))
    before = firsts[0].nbor(-1) if firsts[0].i else None
    kin = before is not None and before.lower_ in read_words("siblings")
    if not kin and before is not None and before.pos_ == "PROPN":
        return
    if not all(t.pos_ == "PROPN" and t.text.istitle() for t in (*firsts, given, family)):
        return
    known = (
        firsts[-1].text in nouns.given
        and firsts[-1].text not in read_words("calendar")
        and nouns.given.sure(given.text)
    )
    known = known and not nouns.given.sure(family.text) and all(nouns.given.sure(t.text) for t in firsts[:-1])
    if (kin or known) and nouns.last.get(family.lower_) is None:
        yield from (((t.i, t.i + 1), f"{t.text} {family.text}") for t in firsts)
        if kin:
            yield (given.i, family.i + 1), f"{given.text} {family.text}"


def departments(doc: Doc) -> Iterator[tuple[int, str]]:
    """ "the US Justice, Commerce and Treasury departments": the token of each, with its name in full."""
    for token in doc if any(word in doc.text for word in SEVERAL) else ():
        if token.lower_ not in SEVERAL:
            continue
        place, fields = token.i - 1, []
        while place >= 0 and (doc[place].text.istitle() or doc[place].text in (",", "and", "&")):
            fields += [place] if doc[place].text.istitle() else []
            place -= 1
        if len(fields) > 1:
            yield from ((n, f"{doc[n].text} {SEVERAL[token.lower_]}") for n in fields)


def _shouted(token: Token) -> bool:
    return token.is_upper and len(token.text) > 1 and token.text.replace("-", "").replace("'", "").isalpha()
