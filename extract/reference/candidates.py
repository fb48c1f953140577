"""Whom a pronoun may mean: what each sentence names or describes, and how it stands there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.names.figures import COLLECTIVE, Cast, Figure, only_figure
from extract.nlp import Parsed
from extract.reference.voices import Quote, quoted
from extract.syntax.climb import first_joined
from extract.syntax.parse import Span, Token
from extract.vocabulary.nouns import Nouns

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
PRONOUNS = MALE | FEMALE | NEUTER | PLURAL
SUBJECT, OBJECT, OTHER = 0, 1, 2
REACH = 3  # sentences, the own one among them, in which somebody meant may stand
THING, THINGS = "thing", "things"
DESCRIBED = ("Person", "Deal", "Asset")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible antecedent; `figure` is None for a description that only competes (its `type` is known)."""

    token: Token
    rank: int
    figure: Figure | None
    type: str
    gender: str | None
    pronoun: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a segment with its candidates, left to right, and all lemmas and forms in small letters."""

    segment: int
    span: Span
    candidates: tuple[Candidate, ...]
    quotes: Sequence[Quote] = ()
    words: frozenset[str] = frozenset()


def agrees(word: str, candidate: Candidate) -> bool:
    """Whether a pronoun, in small letters, may mean a candidate by kind, number and gender."""
    if word in MALE:
        return candidate.type == "Person" and candidate.gender != "f"
    if word in FEMALE:
        return candidate.type == "Person" and candidate.gender != "m"
    if word in NEUTER:
        if candidate.pronoun:
            return candidate.token.lower_ in NEUTER
        return candidate.type not in ("Person", "Place", "", THINGS)
    return candidate.rank == SUBJECT and (candidate.type in COLLECTIVE or candidate.type == THINGS)


def read_sentences(
    parsed: Sequence[Parsed], cast: Cast, nouns: Nouns, quotes: Mapping[int, Sequence[Quote]] | None = None
) -> list[Sentence]:
    """All sentences of the parsed segments, in order, each with what a pronoun may mean."""
    found = []
    for number, piece in enumerate(parsed):
        inside = quotes.get(number, ()) if quotes is not None else ()
        for span in piece.doc.sents:
            candidates = tuple(
                replace(c, quoted=True) if inside and _said(c.token, inside) else c
                for c in _candidates(number, span, cast, nouns)
            )
            words = frozenset(word for t in span for word in (t.lower_, t.lemma_.lower()))
            found.append(Sentence(number, span, candidates, inside, words))
    return found


def _said(token: Token, quotes: Sequence[Quote]) -> bool:
    """Whether a word stands in a quotation of whole sentences, not in one of a few words: a "friend of Berg's"."""
    quote = quoted(token, quotes)
    return quote is not None and not token.doc[quote.start + 1].text[:1].islower()


def _candidates(segment: int, span: Span, cast: Cast, nouns: Nouns) -> Iterator[Candidate]:
    done = -1
    for token in span:
        if token.i <= done:
            continue
        if token.lower_ in PRONOUNS and token.lower_ not in PLURAL and token.pos_ == "PRON":
            kind = "" if token.lower_ in NEUTER else "Person"
            gender = "m" if token.lower_ in MALE else "f" if token.lower_ in FEMALE else None
            yield Candidate(token, rank(token), None, kind, gender, True)
            continue
        spot = cast.spot_at.get((segment, token.i))
        if spot is not None:
            done = spot.end - 1
            figure = cast.at.get((segment, token.i))
            root = span.doc[spot.start : spot.end].root
            if figure is not None and not (
                spot.demonym and root.pos_ == "ADJ" and root.dep_ in ("amod", "compound")
            ):
                modifier = root.dep_ in ("compound", "nmod", "amod") and root.head.pos_ in ("NOUN", "PROPN")
                if not modifier:
                    yield Candidate(root, rank(root), figure, figure.type or "", figure.gender)
        elif (
            token.pos_ in ("NOUN", "PROPN")
            and nouns.kinds.get(token.lemma_.lower()) in DESCRIBED
            and token.dep_ not in ("appos", "attr", "compound", "amod", "nmod")
        ):
            kind = nouns.kinds[token.lemma_.lower()]
            if token.tag_ in ("NN", "NNP") and not _named_beside(token):
                yield Candidate(token, rank(token), None, kind, nouns.genders.get(token.lemma_.lower()))
        elif (
            token.pos_ == "NOUN"
            and token.dep_ in ("nsubj", "nsubjpass")
            and (token.tag_ == "NNS" or token.head.dep_ == "ROOT")
            and not (token.tag_ == "NN" and _named_beside(token))
        ):
            yield Candidate(token, SUBJECT, None, THING if token.tag_ == "NN" else THINGS, None)


def _named_beside(token: Token) -> bool:
    return any(c.dep_ in ("appos",) and c.pos_ == "PROPN" for c in token.children)


def rank(token: Token) -> int:
    """How near a word stands to the subject of its clause: SUBJECT, OBJECT or OTHER."""
    token = first_joined(token, ("conj", "appos"))
    if token.dep_ in ("nsubj", "nsubjpass"):
        return SUBJECT
    return OBJECT if token.dep_ in ("dobj", "attr", "dative") else OTHER


def best(candidates: Sequence[Candidate]) -> Figure | None:
    """The figure that stands nearest to the subject; None where two different ones do."""
    top = min(c.rank for c in candidates)
    return only_figure(c.figure for c in candidates if c.rank == top)
