"""A minister's fields and his name without a comma between them: "Minister of Foreign Affairs and Trade Jan Berg"."""

from extract.repairs.roles import person_noun
from extract.repairs.titles import label, name_end
from extract.syntax.parse import Doc, Span, Token
from extract.vocabulary.nouns import read_nouns

BETWEEN = frozenset({"and", "&", ",", "the", "of"})
LONGEST = 6  # words of a name


def part_fields(doc: Doc) -> None:
    """What a minister is of, and he, are two: the fields hang on "of", the name is apposed to the office or bears it.

    The parse makes one chain of both, and the NER takes the last field into the name.
    """
    for title in doc.words[: len(doc) - 4]:
        if title.lower_ not in read_nouns().held or doc[title.i + 1].lower_ not in ("of", "for"):
            continue
        start = _fields_end(doc, title.i + 2)
        end = name_end(doc, start) if start is not None else None
        if start is None or end is None or not 2 <= end - start <= LONGEST:
            continue
        run = doc[start:end]
        labels = {e.label_ for e in doc.ents if e.start < end and start < e.end}
        if (labels - {"PERSON"} and "PERSON" not in labels) or run[-1].lower_ in read_nouns().last:
            continue
        if any(e.start < end < e.end for e in doc.ents) or any(map(person_noun, run)):
            continue
        _name(doc, start, end)
        _hang(doc, title, start, end)


def _fields_end(doc: Doc, start: int) -> int | None:
    """Where a list of fields ends, the last word of which is one: "Foreign Affairs and Trade"."""
    fields, end = read_nouns().fields, None
    for token in doc.words[start : start + 9]:
        if token.lower_ in fields and token.lower_ not in BETWEEN:
            end = token.i + 1
        elif token.lower_ not in BETWEEN:
            break
    return end


def _name(doc: Doc, start: int, end: int) -> None:
    """Make the run an entity of its own."""
    name = Span(doc, start, end, "PERSON")
    others = [e for e in doc.ents if e.end <= start or e.start >= end]
    doc.ents = sorted([*others, name], key=lambda e: e.start)
    label(name)
    for token in reversed(doc.words[:start]):  # "Trade", taken into the name
        if token.ent_type_ != "PERSON" or token.lower_ not in read_nouns().fields:
            break
        token.ent_type_, token.ent_iob_ = "", "O"


def _hang(doc: Doc, title: Token, start: int, end: int) -> None:
    of, name = doc[title.i + 1], doc[end - 1]
    fields = doc.words[of.i + 1 : start]
    outside = [t for t in (title, *fields, *doc[start:end]) if not title.i <= t.head.i < end or t.head is t]
    above = next((t for t in outside if t.i >= start), outside[0] if outside else title)
    head, dep = above.head, above.dep_
    if title in (head, *head.ancestors) or name in head.ancestors:
        return
    whole = head is above
    groups: list[list[Token]] = [[]]
    for token in fields:
        if token.lower_ in BETWEEN:
            groups.append([])
        else:
            groups[-1].append(token)
    firsts = [group[-1] for group in groups if group]
    title.head, title.dep_ = (title, "ROOT") if whole else (head, dep)
    of.head, of.dep_ = title, "prep"
    for number, last in enumerate(firsts):
        last.head, last.dep_ = (of, "pobj") if number == 0 else (firsts[0], "conj")
    for group in groups:
        for token in group[:-1]:
            token.head, token.dep_ = group[-1], "compound"
    for token in fields:
        if token.lower_ in BETWEEN:
            token.head, token.dep_ = firsts[0], "cc"
    name.head, name.dep_ = title, "appos"
    for token in doc.words[start : end - 1]:
        token.head, token.dep_ = name, "compound"
    for other in [c for c in name.children if c.i > name.i and c.dep_ in ("cc", "conj")]:
        other.head = title
