"""Who a pronoun means.

The nearest sentence, three at most, with a candidate that agrees in number, gender and kind;
within it the subject first; never a co-argument; descriptions ("a general") compete; a tie abstains.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.candidates import (
    FEMALE,
    MALE,
    OTHER,
    REACH,
    SUBJECT,
    THING,
    THINGS,
    Candidate,
    Sentence,
    agrees,
    best,
)
from extract.cataphora import named_ahead
from extract.coarguments import beside, coargument, doing, named_behind, of_the_unnamed, served
from extract.figures import ACTING, BODIES, COLLECTIVE, Figure
from extract.nouns import read_nouns
from extract.parse import Token
from extract.quotations import speaker, spoken_of
from extract.things import brought_in, spoken_thing, thing_between
from extract.voices import quoted
from extract.words import read_words

CHAIN = 4
Seen = dict[tuple[int, int, frozenset[str]], Figure | None]


def antecedent(
    token: Token, place: int, sentences: Sequence[Sentence], types: frozenset[str]
) -> Figure | None:
    """The figure that a pronoun means, or None. `place` is its sentence, `types` what may stand there."""
    found = named_ahead(token, sentences[place], types)
    if found is not None:
        return found
    found = _antecedent(token, place, sentences, types, 0, {})
    if (
        found is None
        and token.dep_ == "poss"
        and token.head.lemma_ in read_words("corporate")
        and len(types & BODIES) > 1
    ):
        found = _antecedent(token, place, sentences, types & {"Company"}, 0, {})
    if found is None or types >= ACTING:
        return found
    nearest = _antecedent(token, place, sentences, types | ACTING, 0, {})
    return found if nearest is None or nearest is found else None


@dataclass(frozen=True, slots=True)
class _Search:
    """A pronoun with what is known of whom it means.

    `types` are narrowed by what stands beside it; `ruled_out` are the ids of figures that it cannot mean;
    `thing` marks an "it" that is no subject, `quoted` a pronoun inside a quotation.
    """

    token: Token
    types: frozenset[str]
    narrowed: bool
    ruled_out: frozenset[int]
    thing: bool
    quoted: bool


def _antecedent(
    token: Token, place: int, sentences: Sequence[Sentence], types: frozenset[str], depth: int, seen: Seen
) -> Figure | None:
    own = sentences[place]
    narrowed = _whose(token, types)
    quote = quoted(token, own.quotes)
    ruled_out = beside(token, own) | named_behind(token, own) | served(token, own)
    if quote is not None and token.lower_ in MALE | FEMALE:
        told = spoken_of(token.lower_, quote, own)
        if told is not None and told.type in narrowed:
            return told
        says = speaker(quote, place, sentences)
        ruled_out |= {id(says)} if says is not None else set()
    if token.lower_ == "its" and of_the_unnamed(token, own):
        return None
    thing = token.lower_ == "it" and token.dep_ in ("dobj", "pobj")
    if thing and brought_in(token, own):
        return None
    search = _Search(token, narrowed, narrowed is not types, ruled_out, thing, quote is not None)
    for back in range(min(REACH, place + 1)):
        sentence = sentences[place - back]
        if back and sentence.segment != own.segment and not _adjoining(sentences, place, back):
            break
        agreeing = [c for c in sentence.candidates if _fits(c, search, back)]
        if depth < CHAIN:
            agreeing = [_chained(c, place - back, sentences, narrowed, depth, seen) for c in agreeing]
        if back == 0:
            agreeing = _coordinate(agreeing, token) or _clause_first(agreeing, token)
        known = [c for c in agreeing if not c.pronoun and _known(c, narrowed)]
        if known:
            return _foremost(known, agreeing, search, sentence, back)
        if thing and back and any(spoken_thing(t, sentence) for t in sentence.span):
            return None
    return None


def _fits(candidate: Candidate, search: _Search, back: int) -> bool:
    """Whether a candidate, so many sentences back, agrees and nothing rules it out."""
    if not agrees(search.token.lower_, candidate) or (candidate.quoted and not search.quoted):
        return False
    if candidate.figure is not None and id(candidate.figure) in search.ruled_out:
        return False
    competing = candidate.figure is None and (candidate.pronoun or not search.narrowed)
    if candidate.type not in search.types and not competing:
        return False
    if back:
        return not (search.thing and _has_people(candidate.token))
    return candidate.token.i < search.token.i and not coargument(candidate.token, search.token)


def _known(candidate: Candidate, types: frozenset[str]) -> bool:
    return candidate.figure is not None or candidate.type in types or candidate.type in (THING, THINGS)


def _foremost(
    known: Sequence[Candidate], agreeing: Sequence[Candidate], search: _Search, sentence: Sentence, back: int
) -> Figure | None:
    """The one that stands best in a sentence, where no pronoun stands better that means nobody known."""
    unknown = min((c.rank for c in agreeing if c.pronoun and c.gender is not None), default=OTHER + 1)
    top = min(c.rank for c in known)
    last = max(c.token.i for c in known if c.rank == top)
    if back == 0 and top > SUBJECT and thing_between(search.token, last, sentence):
        return None
    return best(known) if top <= unknown else None


def _has_people(token: Token) -> bool:
    """ "Tonga's king": who is named only as that of a person."""
    return token.dep_ == "poss" and read_nouns().kinds.get(token.head.lemma_) == "Person"


def _whose(token: Token, types: frozenset[str]) -> frozenset[str]:
    """ "its chairman", "their lawyer": what has people of its own is a body, no deal and no thing."""
    if token.lower_ not in ("its", "their") or token.dep_ != "poss":
        return types
    if token.head.lemma_ in read_words("corporate"):
        return types & BODIES
    kind = read_nouns().kinds.get(token.head.lemma_)
    if kind != "Person":
        return types
    return types & (COLLECTIVE | {"Asset"} if token.head.lemma_ in read_words("having") else COLLECTIVE)


def _chained(
    candidate: Candidate,
    place: int,
    sentences: Sequence[Sentence],
    types: frozenset[str],
    depth: int,
    seen: Seen,
) -> Candidate:
    """An earlier pronoun stands for the figure that it means itself."""
    if not candidate.pronoun:
        return candidate
    key = (place, candidate.token.i, types)
    if key not in seen:
        seen[key] = _antecedent(candidate.token, place, sentences, types, depth + 1, seen)
    figure = seen[key]
    if figure is None:
        return candidate
    return Candidate(candidate.token, candidate.rank, figure, figure.type or "", figure.gender)


def _adjoining(sentences: Sequence[Sentence], place: int, back: int) -> bool:
    return sentences[place].segment - sentences[place - back].segment == 1


def _coordinate(candidates: list[Candidate], token: Token) -> list[Candidate]:
    """ "Tekla Berg and her brother": whom the possessive is coordinated with."""
    noun = token.head
    if token.dep_ != "poss" or noun.dep_ != "conj":
        return []
    return [c for c in candidates if c.token == noun.head]


def _clause_first(candidates: list[Candidate], token: Token) -> list[Candidate]:
    """In its own sentence a possessive or object pronoun means the subject of its clause if it agrees."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in ("VERB", "AUX"):
            subjects = doing(ancestor)
            own = [c for c in candidates if c.token in subjects]
            if own and _whose_before(token):
                return [c for c in candidates if c not in own] or own
            if own:
                return own
    return candidates


def _whose_before(token: Token) -> bool:
    """ "bought a stake in it from its founder": who had it is not who buys it."""
    return (
        token.dep_ == "poss"
        and token.head.head.lower_ == "from"
        and token.head.lemma_ in read_words("having") | {"founder", "parent"}
    )
