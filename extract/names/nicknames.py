"""Nicknames in quotes inside a name: Jan "Big Jim" Berg is Jan Berg, and one man."""

import itertools

from extract.syntax.parse import Doc
from extract.vocabulary.nouns import Nouns

LONGEST = 4  # words
Span = tuple[int, int]


def within_nicknames(doc: Doc, start: int, end: int) -> set[int]:
    """The words of a nickname, with its quotes, between a given name and a surname of a span."""
    quotes = [n for n in range(start, end) if doc[n].text == '"']
    if len(quotes) != 2 or not 0 < quotes[1] - quotes[0] - 1 < LONGEST:
        return set()
    if not start < quotes[0] or quotes[1] + 1 >= end:
        return set()
    if any(doc[n].pos_ != "PROPN" for n in (quotes[0] - 1, quotes[1] + 1)):
        return set()
    return set(range(quotes[0], quotes[1] + 1))


def joined(doc: Doc, found: dict[Span, str], nouns: Nouns) -> dict[Span, str]:
    """The names found, those that a nickname parts joined to one."""
    quotes = [t.i for t in doc if t.text == '"']
    for opening, closing in itertools.pairwise(quotes):
        if not 0 < opening < closing < len(doc) - 1:
            continue
        first, last = doc[opening - 1], doc[closing + 1]
        if first.ent_type_ != "PERSON" and not nouns.given.sure(first.text):
            continue
        start = min((s for s, e in found if s <= first.i < e), default=first.i)
        end = max((e for s, e in found if s <= last.i < e), default=last.i + 1)
        if within_nicknames(doc, start, end) and last.text[:1].isupper():
            found = {span: label for span, label in found.items() if span[1] <= start or span[0] >= end}
            found[start, end] = "PERSON"
    return found


def plain(doc: Doc, start: int, end: int) -> str:
    """What is written there, without a nickname."""
    nickname = within_nicknames(doc, start, end)
    if not nickname:
        return doc[start:end].text
    return f"{doc[start : min(nickname)].text} {doc[max(nickname) + 1 : end].text}"
