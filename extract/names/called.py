"""What a text calls its actors: "a bank", "the rebel front", "Senator", each as a later "the bank" may take it up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.names.convener import head_of
from extract.names.figures import Cast, Figure
from extract.names.neighbours import beside
from extract.nlp import Parsed
from extract.syntax.parse import Doc, Token
from extract.vocabulary.nouns import Nouns
from graph.registry import Registry

# Heads of names that mean something else as common nouns, or nothing by themselves.
VAGUE = frozenset(
    (
        "post times mission service office field gold oil gas energy capital news steel copper lines motors "
        "software foods plan limited holdings industries resources systems solutions partners herald journal "
        "state country nation republic kingdom city region province town village island world power labs man woman "
        "equity financial exploration insurance securities shipping trading securities telecom technology "
        "technologies friend wife husband son daughter brother sister father mother head chief part school church"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Call:
    """A noun that the text has used for a figure, with the words beside it, and where it did."""

    figure: Figure
    words: frozenset[str]
    segment: int
    token: int


Calls = Mapping[str, Sequence[Call]]


def read_calls(
    parsed: Sequence[Parsed], cast: Cast, nouns: Nouns, registry: Registry
) -> dict[str, list[Call]]:
    """All nouns by which figures are called, by lemma: appositions, titles, predicates, heads of names.

    The registry tells what well-known ones are called.
    """
    calls: dict[str, list[Call]] = {}
    for figure in cast.figures:
        if figure.type in (None, "State", "Place"):
            continue
        for spot in figure.spots:
            doc = parsed[spot.segment].doc
            root = doc[spot.start : spot.end].root
            for noun in (*beside(root, spot), *_titles(doc, spot.start, nouns)):
                if not _denied(noun):
                    words = frozenset(c.lower_ for c in noun.subtree if c.i <= noun.i)
                    _note(calls, noun.lemma_.lower(), Call(figure, words, spot.segment, spot.start))
        known = registry.entries[figure.registry].descriptions if figure.registry is not None else ()
        for spot in figure.spots[:1]:
            for told in map(str.split, known):
                _note(calls, told[-1], Call(figure, frozenset(told), spot.segment, spot.start))
        if figure.spots and figure.named and figure.type != "Person":
            first = figure.spots[0]
            for name in {figure.name, *figure.spellings}:
                head = head_of(name)
                if " " in name and (head in nouns.last or head in nouns.kinds):
                    words = frozenset(name.casefold().split())
                    _note(calls, head, Call(figure, words, first.segment, first.start))
    return calls


def _note(calls: dict[str, list[Call]], noun: str, call: Call) -> None:
    if noun not in VAGUE:
        calls.setdefault(noun, []).append(call)


def _titles(doc: Doc, start: int, nouns: Nouns) -> list[Token]:
    """ "Senator" of "Senator Ruth Amadi": titles written right before a name."""
    found = []
    for token in reversed(doc[max(0, start - 3) : start]):
        if token.text not in nouns.titles:
            break
        found.append(token)
    return found


def _denied(noun: Token) -> bool:
    return noun.dep_ == "attr" and any(c.dep_ == "neg" for c in noun.head.children)


def taken_up(
    noun: Token, segment: int, calls: Calls, same: Mapping[str, frozenset[str]], where: Sequence[Token] = ()
) -> list[Figure]:
    """The figures that the text has called so before, the one called so last first.

    Words before the noun must have been said too: "the oil company" is an oil company. Not so "same", nor
    those (`where`) that tell where it is from.
    """
    lemma = noun.lemma_.lower()
    said = [
        c.lower_
        for c in noun.children
        if c.dep_ in ("amod", "compound", "nmod") and c.i < noun.i and c.lower_ != "same" and c not in where
    ]
    before: list[Call] = []
    for word in (lemma, *sorted(same.get(lemma, ()))):
        before += [
            call
            for call in calls.get(word, ())
            if (call.segment, call.token) < (segment, noun.i) and all(w in call.words for w in said)
        ]
    before.sort(key=lambda call: (-call.segment, -call.token))
    return list({id(call.figure): call.figure for call in before}.values())
