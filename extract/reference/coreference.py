"""Who a pronoun means.

The nearest sentence, three at most, with a candidate that agrees in number, gender and kind;
within it the subject first; never a co-argument; descriptions ("a general") compete; a tie abstains.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.names.figures import ACTING, BODIES, COLLECTIVE, Figure, only_figure
from extract.reference.candidates import (
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
from extract.reference.cataphora import named_ahead
from extract.reference.coarguments import beside, coargument, doing, named_behind, of_the_unnamed, served
from extract.reference.family import earlier_kin
from extract.reference.prominence import missed, one_of_several, prominent, within_saying
from extract.reference.quotations import speaker, spoken_of
from extract.reference.things import brought_in, spoken_thing, thing_between
from extract.reference.voices import Quote, quoted
from extract.syntax.parse import Token
from extract.vocabulary.nouns import read_nouns
from extract.vocabulary.words import read_words

CHAIN = 12
FAR = 7  # sentences in which a person meant may stand, where none comes nearer
TURNS = 3  # of a talk, that far back may somebody have been named
PERSONAL = MALE | FEMALE
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
    own, personal = sentences[place], token.lower_ in PERSONAL
    narrowed = _whose(token, types)
    quote = quoted(token, own.quotes)
    ruled_out = beside(token, own) | named_behind(token, own) | served(token, own)
    if quote is not None and personal:
        told = spoken_of(token.lower_, quote, own)
        if told is not None and told.type in narrowed:
            return told
        says = speaker(quote, place, sentences) or _speaking(quote, place, sentences, types, depth, seen)
        ruled_out |= {id(says)} if says is not None else set()
    before = [c for c in token.children if c.dep_ == "appos" and c.i < token.i] if personal else []
    if any(g.dep_ == "poss" and g.tag_ == "NNP" for c in before for g in c.children):
        return None  # "Berg 's a friend, he …", where the parse takes the one for a word beside the other
    if token.lower_ == "its" and of_the_unnamed(token, own):
        return None
    first, unsure = earlier_kin(token, own) if personal else (None, False)
    if unsure:
        return None
    if first is not None and depth < CHAIN:
        key = (place, first.i, types)
        if key not in seen:
            seen[key] = _antecedent(first, place, sentences, types, depth + 1, seen)
        return seen[key]
    thing = token.lower_ == "it" and token.dep_ in ("dobj", "pobj")
    if thing and brought_in(token, own):
        return None
    search = _Search(token, narrowed, narrowed is not types, ruled_out, thing, quote is not None)
    for back in range(min(FAR if personal else REACH, place + 1)):
        sentence = sentences[place - back]
        if own.segment - sentence.segment > (TURNS if personal else 1):
            break
        agreeing = [c for c in sentence.candidates if _fits(c, search, back)]
        if depth < CHAIN:
            agreeing = [_chained(c, place - back, sentences, narrowed, depth, seen) for c in agreeing]
            agreeing = [c for c in agreeing if c.figure is None or id(c.figure) not in ruled_out]
        if back == 0:
            reported = _reported(token)
            if reported:
                return only_figure(
                    c.figure for c in agreeing if c.token in reported or c.token.head in reported
                )
            agreeing = _coordinate(agreeing, token) or _clause_first(agreeing, token)
        known = [c for c in agreeing if not c.pronoun and _known(c, narrowed)]
        if known and (back < REACH or _alone(known, agreeing)):
            return _foremost(known, agreeing, search, sentence, back)
        if back >= REACH and agreeing:
            return None
        if personal and missed(sentences[place - back : place + 1], token):
            return None
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
    named = search.token.lower_ in PERSONAL and not candidate.pronoun
    if named and (one_of_several(candidate.token) or within_saying(candidate.token, search.token)):
        return False
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
    if search.token.lower_ in PERSONAL:
        known = prominent(known, search.token, back)
        top = min(c.rank for c in known)
    return best(known) if top <= unknown else None


def _alone(known: Sequence[Candidate], agreeing: Sequence[Candidate]) -> bool:
    """Whether a sentence tells of one only who may be meant, so that he may be meant from afar."""
    return len({id(c.figure) for c in known}) == 1 and all(c in known for c in agreeing)


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


def _speaking(
    quote: Quote,
    place: int,
    sentences: Sequence[Sentence],
    types: frozenset[str],
    depth: int,
    seen: Seen,
) -> Figure | None:
    """Who says a quotation, where a pronoun says it: "he said"."""
    source = quote.source
    if source is None or source.lower_ not in PERSONAL or depth >= CHAIN:
        return None
    near = range(max(0, place - REACH), min(place + 2, len(sentences)))
    at = next((n for n in near if any(c.token is source for c in sentences[n].candidates)), None)
    if at is None:
        return None
    key = (at, source.i, types)
    if key not in seen:
        seen[key] = None
        seen[key] = _antecedent(source, at, sentences, types, depth + 1, seen)
    return seen[key]


def _coordinate(candidates: list[Candidate], token: Token) -> list[Candidate]:
    """ "Tekla Berg and her brother", "on Shell and on its owner": whom the possessive is coordinated with."""
    noun = token.head
    if token.dep_ != "poss":
        return []
    if noun.dep_ == "conj":
        owners = [t for t in noun.head.children if t.dep_ == "poss"]  # "Berg's money and his name"
        found = [c for c in candidates if c.token in (noun.head, *owners)]
        if found or noun.head.dep_ != "appos":
            return found
        return [c for c in candidates if c.token == noun.head.head]  # "Shell, a firm, and its partner"
    again = noun.head
    if noun.dep_ != "pobj" or again.i == 0 or again.nbor(-1).lower_ not in ("and", "or", "nor"):
        return []
    before = [c for c in candidates if c.token.dep_ == "pobj" and c.token.head.lower_ == again.lower_]
    last = max((c.token.i for c in before), default=0)
    return [c for c in before if c.token.i == last]


def _reported(token: Token) -> list[Token]:
    """ "The League will not join the Greens, its leader said": whose leader says so is who is told of."""
    noun = token.head
    if token.lower_ != "its" or token.dep_ != "poss" or noun.dep_ != "nsubj":
        return []
    told = [c for c in noun.head.children if c.dep_ == "ccomp" and c.i < token.i]
    return [t for clause in told for t in doing(clause) if t.pos_ in ("NOUN", "PROPN")]


def _clause_first(candidates: list[Candidate], token: Token) -> list[Candidate]:
    """In its own sentence a possessive or object pronoun means the subject of its clause if it agrees."""
    clause = False
    for ancestor in token.ancestors:
        told = [
            c
            for c in candidates
            if c.figure is not None
            and c.token in (ancestor, ancestor.head if ancestor.dep_ == "appos" else None)
        ]
        if clause and told and token.lower_ in PERSONAL:
            return told
        clause = clause or ancestor.dep_ in ("relcl", "acl", "advcl")
        if ancestor.pos_ in ("VERB", "AUX"):
            subjects = doing(ancestor)
            own = [c for c in candidates if c.token in subjects]
            if not own and ancestor.dep_ == "relcl":  # "Iran's oil sales, which fund its army"
                owners = [o for t in subjects for o in t.children if o.dep_ == "poss"]
                own = [c for c in candidates if c.token in owners or c.token.head in owners]
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
