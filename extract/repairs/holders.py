"""Who holds an office told with what it is of and no comma: "the envoy to the contact group Leonid Kuchma said"."""

from extract.repairs.roles import offices, person_noun
from extract.repairs.titles import label, name_end
from extract.syntax.parse import Doc, Span, Token
from extract.vocabulary.nouns import Nouns, read_nouns

BETWEEN = frozenset({"of", "to", "for", "at", "in", "from"})
REACH = 12  # words between an office and its holder
WITHIN = frozenset({"PROPN", "NOUN", "ADJ", "DET", "ADP", "CCONJ", "PART", "NUM"})
ENDS = frozenset({"NOUN", "PROPN"})
LINKS = frozenset({"of", "to", "for", "at", "in", "from", "on", "and", "the", "&", "'s"})


def part_holders(doc: Doc) -> None:
    """Make the name behind an office and its body an entity of its own, apposed to the office.

    The parse hangs the name on the body ("Marlow Tin Ravi Menon" is one to it) or on the verb.
    """
    nouns = read_nouns()
    for title in doc.words[: max(0, len(doc) - 4)]:
        behind = doc[title.i + 1]
        if behind.lower_ not in BETWEEN or title.lower_ not in offices() or title.tag_ in ("NNS", "NNPS"):
            continue
        place = _name_begins(doc, title.i + 2, nouns)
        if place is not None:
            _part(doc, title, *place)


def _name_begins(doc: Doc, start: int, nouns: Nouns) -> tuple[int, int] | None:
    """Where the first name of a person right behind a noun begins and ends, before anything but names and links."""
    for token in doc.words[start : start + REACH]:
        participle = token.tag_ in ("VBG", "VBN") and token.dep_ == "amod"
        if token.is_sent_start or (token.pos_ not in WITHIN and not participle and token.lower_ not in LINKS):
            return None
        before = doc[token.i - 1]
        if token.i == start or before.pos_ not in ENDS or not _given(token, nouns):
            continue
        end = name_end(doc, token.i)
        last, after = doc[end - 1], doc.words[end : end + 1]
        if end - token.i < 2 or end - token.i > 4 or last.lower_ in nouns.last:
            return None
        if any(t.pos_ in ENDS and t.tag_ != "POS" and t.ent_type_ not in ("DATE", "TIME") for t in after):
            return None
        title = before.text in nouns.titles or before.text.removesuffix("s") in nouns.titles
        if title or person_noun(before) or _given(before, nouns):
            return None
        return token.i, end
    return None


def _given(token: Token, nouns: Nouns) -> bool:
    """Whether a word is the first of a person's name: a given name, or where the NER begins a person."""
    if not token.text.istitle() or token.pos_ != "PROPN":
        return False
    return nouns.given.sure(token.text) or (token.ent_type_ == "PERSON" and token.ent_iob_ == "B")


def _part(doc: Doc, title: Token, start: int, end: int) -> None:
    """Take the name (tokens start to end) out of what the office is of, whatever of it hangs on the name, and appose it."""
    name, last = doc[end - 1], doc[start - 1]
    inside = doc.words[title.i + 1 : start]
    run = doc.words[start:end]
    if any(e.start < end < e.end for e in doc.ents):
        return
    _entities(doc, title.i + 1, start, end)
    if title in run or title.head in run:
        outer = next((t for t in run if not title.i <= t.head.i < end), None)
        title.head, title.dep_ = (outer.head, outer.dep_) if outer is not None else (title, "ROOT")
    given_over = next((t for t in run if t.head not in run), name)
    above, dep = given_over.head, given_over.dep_
    if last.head in run and above in inside and dep == "pobj":
        last.head, last.dep_ = above, "pobj"
    for token in inside:
        if token.head in run:
            token.head = last if token is not last else _preposition(inside, last)
            token.dep_ = "pobj" if token is last else token.dep_
    for token in inside:
        if token.pos_ == "ADP" and token.dep_ == "prep" and not title.i <= token.head.i < start:
            token.head = title
    for token in run[:-1]:
        token.head, token.dep_ = name, "compound"
    for child in [c for c in name.children if c.i >= end and c.dep_ in ("cc", "conj")]:
        child.head = title
    for child in [c for c in name.children if c.i < title.i]:
        child.head = title
    name.head, name.dep_ = title, "appos"


def _preposition(inside: list[Token], last: Token) -> Token:
    """The last preposition before a word, on which it hangs."""
    return next((t for t in reversed(inside) if t.pos_ == "ADP" and t.i < last.i), inside[0])


def _entities(doc: Doc, first: int, start: int, end: int) -> None:
    """The name as an entity, and what is left of those that took part of it in."""
    name = Span(doc, start, end, "PERSON")
    kept = []
    for ent in doc.ents:
        if ent.end <= start or ent.start >= end:
            kept.append(ent)
        elif ent.start < start:
            begin = ent.start + (doc[ent.start].lower_ == "the")
            if begin < start:
                kept.append(Span(doc, begin, start, "ORG" if ent.label_ == "PERSON" else ent.label_))
    doc.ents = sorted([*kept, name], key=lambda e: e.start)
    for span in (*(k for k in kept if k.end == start), name):
        label(span)
