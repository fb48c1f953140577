"""Readings of a document with their status and conditions, before they become records."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from extract.frame import Frame
from extract.grammar.addressees import pressed
from extract.names.figures import Figure
from extract.readings.matching import Found
from extract.reference.scene import Bound
from extract.status.assertion import assess
from extract.status.denial import after_nor
from extract.status.given import given_noun, given_role, standing_already
from extract.status.tally import Status
from extract.syntax.parse import Token
from extract.syntax.tenses import sought
from extract.vocabulary.lexicon import Lexicon
from graph.model import (
    Modality,
    Polarity,
)
from graph.ontology import Ontology

BEARERS = frozenset({"holder", "bearer", "self"})


@dataclass(slots=True)
class Draft:
    """A statement while its document is read; ends are still figures.

    `answer` is the sentence that denies what this one asks or reports, and the word that does.
    """

    found: Found
    sentence: int
    predicate: str
    status: Status
    polarity: Polarity
    modality: Modality
    conditions: list[tuple[str, Token | None]] = field(default_factory=list)
    links: list["Draft"] = field(default_factory=list)
    extra: list["Draft"] = field(default_factory=list)
    id: str = ""
    given: bool = False
    answer: tuple[int, Token] | None = None


def read_drafts(
    found: Found, place: int, ontology: Ontology, lexicon: Lexicon, asked: bool = False
) -> Iterable[Draft]:
    """What a reading of sentence number `place` says, with its status, and what it implies.

    With `asked` also what it does not assert: what is only asked, or what somebody is accused of.
    """
    ends = frozenset({found.subject.token, found.object.token})
    given = _given(found.frame, found.trigger, ends)
    status = assess(found.trigger, lexicon, given, ends)
    if (status.unsaid and not asked) or (status.polarity == "negated" and _which(found.trigger)):
        return
    beside = (found.subject.negated or found.object.negated) and not (given and after_nor(found.trigger))
    negated = (status.polarity == "negated") != (found.frame.negated != beside)
    modality = found.frame.modality or status.modality
    sought_now = (
        modality == "actual" and found.frame.predicate == "SEEKS_STAKE_IN" and found.trigger.pos_ == "VERB"
    )
    if (modality == "intended" or sought_now) and status.modality in ("possible", "conditional"):
        modality = status.modality
    predicate = found.frame.predicate
    wanted = found.frame.planned if modality != "actual" else None
    if wanted is not None and sought(found.trigger) and not pressed(found.trigger):
        types = ontology.allows(wanted, found.subject.figure.type or "", found.object.figure.type or "")
        if types:
            predicate = wanted
            modality = "actual" if modality == "intended" else modality
    polarity: Polarity = "negated" if negated else "affirmed"
    conditions: list[tuple[str, Token | None]] = [(_clause_text(c), c) for c in status.conditions]
    made = Draft(found, place, predicate, status, polarity, modality, conditions, given=given)
    yield made
    implied = found.frame.implies
    if implied is not None and (modality != "actual" or negated):
        yield imply(made, implied)


def _which(role: Token) -> bool:
    """ "She does not want to be the premier who lost": premier she is."""
    the = any(c.dep_ == "det" and c.lower_ == "the" for c in role.children)
    return the and role.dep_ == "attr" and any(c.dep_ == "relcl" for c in role.children)


def _given(frame: Frame, trigger: Token, ends: frozenset[Token]) -> bool:
    """Whether what a frame reads is taken for granted where its trigger stands."""
    if standing_already(trigger):
        return True
    if frame.presupposed:
        return given_noun(trigger)
    role = BEARERS & {path.split(".")[0] for path in (*frame.subject, *frame.object)}
    return bool(role) and given_role(trigger, ends)


def _clause_text(clause: Token) -> str:
    tokens = list(clause.subtree)
    while tokens and tokens[-1].is_punct:
        tokens.pop()
    return tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text if tokens else ""


def imply(made: Draft, predicate: str) -> Draft:
    """What a draft takes for granted."""
    return Draft(made.found, made.sentence, predicate, made.status, "affirmed", "actual")


def used_figures(drafts: Iterable[Draft]) -> list[tuple[Figure, Bound, Draft]]:
    """All figures that stand at an end, with where."""
    return [(b.figure, b, d) for d in drafts for b in (d.found.subject, d.found.object)]
