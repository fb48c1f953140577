"""Firms called by what they are, said for the first time: "Glencore … the Swiss trader", "Shell … the oil major"."""

from collections.abc import Iterator, Sequence

from extract.names.figures import Figure
from extract.reference.candidates import REACH, SUBJECT, Sentence, rank
from extract.reference.scene import Scene
from extract.syntax.parse import Token

FIRMS = frozenset({"Company"})


def varied(noun: Token, segment: int, scene: Scene, where: Sequence[Token]) -> Figure | None:
    """The one firm named lately that "the carmaker" or "the French group" may mean; None where two may be.

    `where` are the words before the noun that tell a country: a firm that the registry knows to be of it goes
    before one of which that is not known, and one of another country is not meant. Firms that the text
    calls by some other trade are not meant either.
    """
    lemma = noun.lemma_.lower()
    if lemma not in scene.nouns.trades and not (where and lemma in scene.nouns.plainly):
        return None
    homes = {
        at.registry
        for t in where
        if (at := scene.cast.at.get((segment, t.i))) is not None and at.type == "State" and at.registry
    }
    place = scene.place_of[segment, noun.i]
    near = [list(_named(scene.sentences[place - back], noun, back)) for back in range(min(REACH, place + 1))]
    firms = {id(f): f for found in near for f, _ in found if _may_be(f, homes, lemma, scene)}
    if homes:
        own = {key: f for key, f in firms.items() if f.country in homes}
        firms = own or firms
    every = {id(f): first for found in reversed(near) for f, first in found}
    if len(firms) == 1 and (homes or len(every) == 1 or every[next(iter(firms))]):
        return next(iter(firms.values()))
    if rank(noun) != SUBJECT:
        return None
    for found in near:
        leading = {id(f) for f, first in found if first} & firms.keys()
        if leading:
            return firms[leading.pop()] if len(leading) == 1 else None
    return None


def _named(sentence: Sentence, noun: Token, back: int) -> Iterator[tuple[Figure, bool]]:
    """The firms of a sentence (before the noun), and whether each is a subject."""
    for candidate in sentence.candidates:
        if candidate.figure is None or candidate.type not in FIRMS or candidate.quoted:
            continue
        if back or (candidate.token.i < noun.i and candidate.token.head != noun.head):
            yield candidate.figure, candidate.rank == SUBJECT


def _may_be(figure: Figure, homes: set[str], lemma: str, scene: Scene) -> bool:
    """Whether neither its country, nor its name, nor what the text has called it speaks against it."""
    if homes and figure.country is not None and figure.country not in homes:
        return False
    nouns = scene.nouns
    if lemma in nouns.vague_trades or lemma in nouns.plainly:
        return True
    last = {name.split()[-1].casefold() for name in (figure.name, *figure.spellings)} & nouns.telling
    if last and not last & nouns.told.get(lemma, frozenset()):
        return False
    trades = {
        noun
        for noun in nouns.trades - nouns.vague_trades
        if any(call.figure is figure for call in scene.calls.get(noun, ()))
    }
    return not trades or not trades.isdisjoint({lemma, *nouns.same.get(lemma, ())})
