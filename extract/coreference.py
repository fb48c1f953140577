"""Who a pronoun or a definite description means.

The nearest sentence, three at most, with a candidate that agrees in number, gender and kind;
within it the subject first; never a co-argument; descriptions ("a general") compete; a tie abstains.
"""

from collections.abc import Sequence
from dataclasses import replace

from extract.candidates import (
    FEMALE,
    MALE,
    NEUTER,
    OTHER,
    SUBJECT,
    THING,
    THINGS,
    Candidate,
    Sentence,
    agrees,
    rank,
)
from extract.cataphora import named_ahead
from extract.clauses import subjects
from extract.climb import clause_of
from extract.definitions import ROLES
from extract.figures import ACTING, BODIES, COLLECTIVE, Figure
from extract.nouns import read_nouns
from extract.parse import Token
from extract.persons import KIN
from extract.things import brought_in, spoken_thing, thing_between
from extract.voices import Quote, quoted
from extract.words import read_words

REACH = 3
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


def _antecedent(
    token: Token, place: int, sentences: Sequence[Sentence], types: frozenset[str], depth: int, seen: Seen
) -> Figure | None:
    word = token.lower_
    given = types
    types = _whose(token, types)
    quote = quoted(token, sentences[place].quotes)
    within = quote is not None
    speaker: Figure | None = None
    if quote is not None and word in MALE | FEMALE:
        spoken_of = _spoken_of(word, quote, sentences[place])
        if spoken_of is not None and spoken_of.type in types:
            return spoken_of
        speaker = _speaker(quote, place, sentences)
    other = _beside(token, sentences[place]) | _named_behind(token, sentences[place])
    other |= _served(token, sentences[place])
    if word == "its" and _of_the_unnamed(token, sentences[place]):
        return None
    thing = word == "it" and token.dep_ in ("dobj", "pobj")
    if thing and brought_in(token, sentences[place]):
        return None
    for back in range(min(REACH, place + 1)):
        sentence = sentences[place - back]
        if sentence.segment != sentences[place].segment and back and not _adjoining(sentences, place, back):
            break
        agreeing = [
            c
            for c in sentence.candidates
            if agrees(word, c)
            and (c.type in types or (c.figure is None and (c.pronoun or types is given)))
            and (within or not c.quoted)
            and (speaker is None or c.figure is not speaker)
            and (c.figure is None or id(c.figure) not in other)
            and not (thing and back and _has_people(c.token))
        ]
        if back == 0:
            agreeing = [c for c in agreeing if c.token.i < token.i and not _coargument(c.token, token)]
        if depth < CHAIN:
            agreeing = [_chained(c, place - back, sentences, types, depth, seen) for c in agreeing]
        if back == 0:
            agreeing = _coordinate(agreeing, token) or _clause_first(agreeing, token)
        unknown = min((c.rank for c in agreeing if c.pronoun and c.gender is not None), default=OTHER + 1)
        agreeing = [
            c
            for c in agreeing
            if not c.pronoun and (c.figure is not None or c.type in types or c.type in (THING, THINGS))
        ]
        if agreeing:
            top = min(c.rank for c in agreeing)
            last = max(c.token.i for c in agreeing if c.rank == top)
            if back == 0 and top > SUBJECT and thing_between(token, last, sentence):
                return None
            return _best(agreeing) if top <= unknown else None
        if thing and back and any(spoken_thing(t, sentence) for t in sentence.span):
            return None
    return None


def _of_the_unnamed(token: Token, sentence: Sentence) -> bool:
    """ "bought out a shareholder which had sold its stake": what is said of somebody unnamed is of him."""
    clause = next((t for t in (token, *token.ancestors) if t.dep_ == "relcl"), None)
    if clause is None or not any(
        c.dep_ == "nsubj" and c.lower_ in ("which", "that", "who") for c in clause.children
    ):
        return False
    head = clause.head
    if read_nouns().kinds.get(head.lemma_.lower()) not in BODIES | {"Person"}:
        return False
    return all(c.token != head or c.figure is None for c in sentence.candidates)


def _served(token: Token, sentence: Sentence) -> frozenset[int]:
    """The figures that those serve whom a possessive tells of: "Its chairman told Shell", where it is not Shell."""
    noun = token.head
    if token.dep_ != "poss" or token.lower_ not in NEUTER or noun.dep_ not in ("nsubj", "nsubjpass"):
        return frozenset()
    return frozenset(
        id(c.figure)
        for c in sentence.candidates
        if c.figure is not None
        and c.token.i > token.i
        and ((c.token.head == noun.head and c.token.dep_ in ("dobj", "dative")) or _done_to(c.token))
    )


def _done_to(name: Token) -> bool:
    """ "informed Shell", where the parse takes the verb for an adjective."""
    return any(c.i == name.i - 1 and c.tag_ in ("VBN", "VBD") and c.dep_ == "amod" for c in name.children)


def _has_people(token: Token) -> bool:
    """ "Tonga's king": who is named only as that of a person."""
    return token.dep_ == "poss" and read_nouns().kinds.get(token.head.lemma_) == "Person"


def _speaker(quote: Quote, place: int, sentences: Sequence[Sentence]) -> Figure | None:
    """Who says a quotation, where a name says it: "he" in it is somebody else."""
    near = sentences[max(0, place - REACH) : place + 2]
    return next((c.figure for s in near for c in s.candidates if c.token is quote.source), None)


def _spoken_of(word: str, quote: Quote, sentence: Sentence) -> Figure | None:
    """ "I never met him," she said of X, asked about X: the one whom the words around a quotation name."""
    about = {
        id(c.figure): c.figure
        for c in sentence.candidates
        if c.figure is not None
        and not c.quoted
        and not c.pronoun
        and c.token.dep_ == "pobj"
        and agrees(word, c)
        and c.token.head.lower_ in ("about", "of", "to")
        and _frames_speech(c.token.head.head, quote)
    }
    return next(iter(about.values())) if len(about) == 1 else None


def _frames_speech(verb: Token, quote: Quote) -> bool:
    """ "said of", "asked about", "referring to"."""
    saying = quote.source is not None and verb == quote.source.head
    return saying or verb.lower_ in ("asked", "speaking", "talking", "referring")


def _beside(token: Token, sentence: Sentence) -> frozenset[int]:
    """The figures that do or suffer the same as a pronoun: "Shell sold it", where it is not Shell."""
    if token.dep_ not in ("dobj", "dative") or token.lower_.endswith("self"):
        return frozenset()
    return frozenset(
        id(c.figure) for c in sentence.candidates if c.figure is not None and c.token in _doing(token.head)
    )


def _named_behind(token: Token, sentence: Sentence) -> frozenset[int]:
    """The figures that the clause of a subject names behind it: "It said Shell would …", where it is not Shell."""
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return frozenset()
    named = [c for c in sentence.candidates if c.figure is not None and not c.pronoun]
    before = {id(c.figure) for c in named if c.token.i < token.i}
    return frozenset(
        id(c.figure)
        for c in named
        if c.token.i > token.i
        and c.token.dep_ in ("nsubj", "nsubjpass", "dobj", "dative")
        and c.type not in ("State", "Place")
        and id(c.figure) not in before
        and c.token.text not in ROLES
        and token.head.is_ancestor(c.token)
    )


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
            doing = _doing(ancestor)
            own = [c for c in candidates if c.token in doing]
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


def _doing(verb: Token) -> list[Token]:
    """The subjects of a verb, that of a relative clause too; a noun in apposition stands for its name."""
    found = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    found += [t for t in subjects(verb) if t not in found]
    return [t.head if t.dep_ == "appos" else t for t in found]


def _coargument(candidate: Token, pronoun: Token) -> bool:
    """Whether both are arguments of one verb; a possessive never is ("X sold its stake").

    A possessive in an apposition means neither the name beside it nor the one it stands beside
    ("Lena, her sister", "her sister, Lena").
    """
    if pronoun.dep_ == "poss" or pronoun.tag_ == "PRP$":
        noun = pronoun.head
        other = any(
            c.dep_ == "compound" and c.pos_ == "PROPN" for c in noun.children
        )  # "Shell, its Penrose unit, …"
        beside = (noun.dep_ == "appos" and candidate == noun.head and not other) or (
            candidate.dep_ == "appos" and candidate.head == noun
        )
        return beside or candidate.head == noun or (noun.dep_ == "attr" and candidate.head == noun.head)
    verb = clause_of(pronoun)
    part = pronoun.head.lower_ == "of" and pronoun.head.head.dep_ == "dobj"  # "which holds 45% of it"
    return clause_of(candidate) == verb or ((part or pronoun.head == verb) and candidate in _doing(verb))


def _best(candidates: list[Candidate]) -> Figure | None:
    top = min(c.rank for c in candidates)
    best = {id(c.figure): c.figure for c in candidates if c.rank == top}
    return next(iter(best.values())) if len(best) == 1 else None


def described(
    noun: Token,
    place: int,
    sentences: Sequence[Sentence],
    kind: str,
    among: Sequence[Figure] | None = None,
    subject_first: bool = False,
) -> Figure | None:
    """The figure that "the company" or "that fund" means: the nearest one of its type; a tie abstains.

    Where it is no subject itself, the subject before is no better than any other, but with `subject_first`.
    `among` are the figures that alone come into question.
    """
    behind = _named_behind(noun, sentences[place])
    for back in range(min(REACH, place + 1)):
        sentence = sentences[place - back]
        found = [
            c
            for c in (_topic(c, place - back, sentences, kind) for c in sentence.candidates)
            if c.figure is not None
            and id(c.figure) not in behind
            and (_is_kind(c, kind) if among is None else any(c.figure is f for f in among))
            and not (noun.lemma_ in read_words("firm_nouns") and _of_members(c.figure))
        ]
        if back == 0:
            found = [c for c in found if c.token.i < noun.i and not _coargument(c.token, noun)]
        if found:
            if noun.lemma_ in read_words("firm_nouns"):
                found = [c for c in found if c.type == kind] or found
            found = [c for c in found if not _owning(c.token, found)] or found
            if rank(noun) != SUBJECT and not subject_first:
                found = [replace(c, rank=SUBJECT) for c in found]
            return _best(found)
    return None


def _owning(name: Token, others: Sequence[Candidate]) -> bool:
    """ "Altria's Philip Morris said …; the company …": whose it is that is spoken of is not meant."""
    return name.dep_ == "poss" and any(c.token == name.head for c in others)


def _topic(candidate: Candidate, place: int, sentences: Sequence[Sentence], kind: str) -> Candidate:
    """Whose somebody is who does something stands as if it did so: "Its director said …. The company …"."""
    noun = candidate.token.head
    if candidate.token.dep_ != "poss" or noun.dep_ != "nsubj" or noun.head.dep_ != "ROOT":
        return candidate
    if not candidate.pronoun or candidate.token.lower_ != "its" or not kind:
        return candidate
    figure = antecedent(candidate.token, place, sentences, frozenset({kind}))
    return replace(candidate, figure=figure, type=kind, rank=SUBJECT) if figure is not None else candidate


def _of_members(body: Figure) -> bool:
    """Whether a name says that it is no firm: "Mainland Affairs Council", "Norwegian Oil Association"."""
    last = body.name.split()[-1].lower()
    return body.type == "Organization" and read_nouns().last.get(last) in ("Organization", "PublicBody")


def _is_kind(candidate: Candidate, kind: str) -> bool:
    if candidate.type == kind:
        return True
    known = candidate.figure is not None and candidate.figure.registry is not None
    if kind == "Company" and candidate.figure is not None and candidate.figure.name.split()[-1] in KIN:
        return False
    pair = {candidate.type, kind}
    return not known and (pair <= {"Company", "Organization"} or pair <= {"PublicBody", "Organization"})
