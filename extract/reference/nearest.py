"""Whom "the company" or "that fund" means: the nearest actor of its type."""

from collections.abc import Sequence
from dataclasses import replace

from extract.names.figures import Figure
from extract.names.persons import KIN
from extract.reference.candidates import (
    REACH,
    SUBJECT,
    Candidate,
    Sentence,
    best,
    rank,
)
from extract.reference.coarguments import coargument, named_behind
from extract.reference.coreference import antecedent
from extract.syntax.parse import Token
from extract.vocabulary.nouns import read_nouns
from extract.vocabulary.words import read_words


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
    behind = named_behind(noun, sentences[place])
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
            found = [c for c in found if c.token.i < noun.i and not coargument(c.token, noun)]
        if found:
            if noun.lemma_ in read_words("firm_nouns"):
                found = [c for c in found if c.type == kind] or found
            found = [c for c in found if not _owning(c.token, found)] or found
            if rank(noun) != SUBJECT and not subject_first:
                found = [replace(c, rank=SUBJECT) for c in found]
            return best(found)
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
