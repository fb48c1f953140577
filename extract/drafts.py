"""Readings of a document with their status and conditions, before they become records."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from extract.assertion import assess
from extract.candidates import Sentence
from extract.conditions import Dependence, apart, covers, dealings_of, dependences, points_back, words
from extract.denial import after_nor
from extract.ellipsis import done_again, echoed, echoes, proverbs
from extract.figures import Figure
from extract.frame import Frame, Index
from extract.given import given_noun, given_role
from extract.labels import labelled
from extract.lexicon import Lexicon
from extract.matching import Found, match
from extract.notices import LISTING, find_authority, listings
from extract.parse import Token
from extract.sameoffice import said_before, said_better
from extract.scene import Bound, Scene
from extract.tally import Status
from extract.tenses import asked, sought
from graph.model import (
    Modality,
    Polarity,
)
from graph.ontology import Ontology

BACK = 3
EARLY = 3  # of the sentences that speak of a list, those that may tell whose it is
CLAUSES = frozenset({"ROOT", "advcl", "ccomp", "conj", "parataxis", "relcl"})
AWAITED = frozenset(
    {"ACQUIRES", "DIVESTS_FROM", "FINANCES", "INVESTS_IN", "SANCTIONS_LIFTED_BY", "SUPPLIES", "VISITS"}
)
# What is said by one word and is more than another reading of it: who backs a firm with money, a campaign.
MORE = {"SUPPORTS": frozenset({"INVESTS_IN"}), "FINANCES": frozenset({"DONOR_TO", "INVESTS_IN"})}
BEARERS = frozenset({"holder", "bearer", "self"})


@dataclass(slots=True)
class Draft:
    """A statement while its document is read; ends are still figures."""

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


def draft(
    sentences: Sequence[Sentence],
    index: Index,
    scene: Scene,
    ontology: Ontology,
    lexicon: Lexicon,
    listing: Index,
) -> list[Draft]:
    """All readings of a document as drafts, in order, each relation of a sentence once.

    `listing` are the frames of sanctions, which tell whose list the text speaks of; none, and nobody's is assumed.
    """
    drafts: list[Draft] = []
    scene = with_authority(sentences, listing, scene, ontology)
    for place, frame, subject, authority in listings(scene, sentences):
        listed = Found(frame, subject.token, subject, authority)
        drafts.append(Draft(listed, place, frame.predicate, Status(), "affirmed", "actual"))
    for place, found in labelled(scene, sentences):
        drafts.append(Draft(found, place, found.frame.predicate, Status(), "affirmed", "actual"))
    for place, sentence in enumerate(sentences):
        if asked(sentence.span[-1]):
            continue
        seen: dict[tuple[str, int, int], list[Draft]] = {}
        near = place > 0 and sentences[place - 1].segment == sentence.segment
        before = [d for d in drafts if d.sentence == place - 1] if near else []
        made = [
            one
            for found in match(sentence, index, scene, ontology)
            for one in _drafts(found, place, ontology, lexicon)
        ]
        said = [(one.predicate, one.found) for one in made]
        made = [
            one for one in made if not (_less(one, made) or said_better((one.predicate, one.found), said))
        ]
        told = [(one.predicate, one.found) for one in (*drafts, *made)]
        made = [one for one in made if not said_before((one.predicate, one.found), told)]
        again = (
            *_echoes(made, before, sentence, place, scene, ontology),
            *_done_again(made, before, sentence, place, scene, ontology, lexicon),
        )
        for one in (*made, *again):
            ends = (id(one.found.subject.figure), id(one.found.object.figure))
            if ontology.predicates[one.predicate].symmetric:
                ends = (min(ends), max(ends))
            alike = seen.setdefault((one.predicate, *ends), [])
            if not alike or _otherwise(one, alike):
                alike.append(one)
                drafts.append(one)
    drafts += _depend(drafts, dependences(sentences, lexicon))
    _link(drafts)
    return drafts


def with_authority(sentences: Sequence[Sentence], listing: Index, scene: Scene, ontology: Ontology) -> Scene:
    """The scene with the State or bloc whose sanctions the text is about, where that is plain."""
    speaking = [s for s in sentences if any(token.lemma_.lower() in LISTING for token in s.span)]
    if not speaking or not listing:
        return scene
    told = [
        (place, found.object.figure)
        for place, sentence in enumerate(speaking)
        for found in match(sentence, listing, scene, ontology)
    ]
    if len(told) == 1 and told[0][0] >= EARLY:
        told = []  # one list mentioned late is not what the text is about
    figures = [figure for _, figure in told]
    return replace(scene, authority=find_authority(sentences, scene, figures))


def _drafts(found: Found, place: int, ontology: Ontology, lexicon: Lexicon) -> Iterable[Draft]:
    ends = frozenset({found.subject.token, found.object.token})
    given = _given(found.frame, found.trigger, ends)
    status = assess(found.trigger, lexicon, given, ends)
    if status.unsaid:
        return
    beside = (found.subject.negated or found.object.negated) and not (given and after_nor(found.trigger))
    negated = (status.polarity == "negated") != (found.frame.negated != beside)
    modality = found.frame.modality or status.modality
    predicate = found.frame.predicate
    if found.frame.planned is not None and modality != "actual" and sought(found.trigger):
        types = ontology.allows(
            found.frame.planned, found.subject.figure.type or "", found.object.figure.type or ""
        )
        if types:
            predicate = found.frame.planned
            modality = "actual" if modality == "intended" else modality
    polarity: Polarity = "negated" if negated else "affirmed"
    conditions: list[tuple[str, Token | None]] = [(_clause_text(c), c) for c in status.conditions]
    made = Draft(found, place, predicate, status, polarity, modality, conditions, given=given)
    yield made
    implied = found.frame.implies
    if implied is not None and (modality != "actual" or negated):
        yield _implied(made, implied)


def _echoes(
    made: Iterable[Draft],
    before: Iterable[Draft],
    sentence: Sentence,
    place: int,
    scene: Scene,
    ontology: Ontology,
) -> Iterable[Draft]:
    """What a sentence says again by an auxiliary alone, of its own readings and of those before it."""
    for one, told in (*((d, echoes) for d in made), *((d, echoed) for d in before)):
        frame, predicate = one.found.frame, ontology.predicates[one.predicate]
        if one.predicate != frame.predicate or one.given:
            continue
        first = frozenset(frame.subject_types) or predicate.start
        second = frozenset(frame.object_types) or predicate.end
        again = (
            echoes(one.found, sentence.segment, scene, first | second)
            if told is echoes
            else echoed(one.found, sentence.span, sentence.segment, scene, first | second)
        )
        for echo in again:
            polarity: Polarity = "negated" if echo.denied else "affirmed"
            yield Draft(echo.found, place, one.predicate, one.status, polarity, one.modality)


def _done_again(
    made: Sequence[Draft],
    before: Sequence[Draft],
    sentence: Sentence,
    place: int,
    scene: Scene,
    ontology: Ontology,
    lexicon: Lexicon,
) -> Iterable[Draft]:
    """What "do so" says again: of the nearest verb before it, in its sentence or the one before."""
    for verb in proverbs(sentence.span):
        earlier = [d for d in made if d.found.trigger.i < verb.i and d.found.trigger.pos_ == "VERB"]
        told = earlier or [d for d in before if d.found.trigger.pos_ == "VERB"]
        nearest = max((d.found.trigger for d in told), key=lambda t: t.i, default=None)
        for one in (d for d in told if d.found.trigger == nearest and d.predicate == d.found.frame.predicate):
            frame, predicate = one.found.frame, ontology.predicates[one.predicate]
            first = frozenset(frame.subject_types) or predicate.start
            second = frozenset(frame.object_types) or predicate.end
            for found in done_again(one.found, verb, sentence.segment, scene, first | second):
                yield from _drafts(found, place, ontology, lexicon)


def _less(one: Draft, made: Sequence[Draft]) -> bool:
    """Whether the same word says more of the same two: "backed by Gazprom" of a firm is an investment."""
    more = MORE.get(one.predicate, ())
    return bool(more) and any(
        other.predicate in more
        and other.found.trigger == one.found.trigger
        and other.found.subject.figure is one.found.subject.figure
        and other.found.object.figure is one.found.object.figure
        for other in made
    )


def _otherwise(one: Draft, said: Sequence[Draft]) -> bool:
    """Whether another clause of the sentence says the opposite: "hoped to see B; B did not receive him"."""
    return all(one.polarity != d.polarity and _clause(one) != _clause(d) for d in said)


def _clause(made: Draft) -> Token:
    token = made.found.trigger
    while token.head != token and not (token.pos_ in ("VERB", "AUX") and token.dep_ in CLAUSES):
        token = token.head
    return token


def _given(frame: Frame, trigger: Token, ends: frozenset[Token]) -> bool:
    """Whether what a frame reads is taken for granted where its trigger stands."""
    if frame.presupposed:
        return given_noun(trigger)
    role = BEARERS & {path.split(".")[0] for path in (*frame.subject, *frame.object)}
    return bool(role) and given_role(trigger, ends)


def _clause_text(clause: Token) -> str:
    tokens = list(clause.subtree)
    while tokens and tokens[-1].is_punct:
        tokens.pop()
    return tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text if tokens else ""


def _depend(drafts: list[Draft], found: list[Dependence]) -> list[Draft]:
    """Hang conditions on the dealings that a "deal" or "this" means: in its sentence, else right before.

    Gives the statements that the conditions take for granted: what is to be lifted is in force.
    """
    implied: list[Draft] = []
    for dependence in found:
        start, end = words(dependence.condition, dependence.trigger)
        text = dependence.trigger.doc[start:end].text
        inside = [
            d
            for d in drafts
            if d.sentence == dependence.sentence
            and covers(dependence.condition, d.found.trigger, dependence.trigger)
            and not (d.given or apart(d.found.trigger, dependence.condition))
        ]
        for inner in inside:
            if inner.found.frame.implies is None or inner.predicate != inner.found.frame.implies:
                if inner.modality == "actual" and inner.found.frame.implies is not None:
                    implied.append(_implied(inner, inner.found.frame.implies))
                inner.modality = "conditional"
                inner.predicate = inner.found.frame.predicate
        dealings = dealings_of(dependence.subject)
        for back in range(BACK + 1 if points_back(dependence.subject) else 1):
            place = dependence.sentence - back
            near = [
                d
                for d in drafts
                if d.sentence == place
                and d.predicate in dealings
                and d not in inside
                and d.polarity == "affirmed"
                and (d.predicate != "MEETS_WITH" or _business(d))
                and (d.predicate != "OWNS" or d.modality != "actual")
            ]
            if near:
                for dealing in near:
                    awaited = dealing.found.trigger == dependence.subject and dealing.predicate in AWAITED
                    if awaited and dealing.modality == "actual":
                        dealing.modality = "conditional"
                    dealing.conditions.append((text, None))
                    dealing.links += [d for d in inside if d.modality == "conditional"]
                break
    return implied


def _implied(made: Draft, predicate: str) -> Draft:
    return Draft(made.found, made.sentence, predicate, made.status, "affirmed", "actual")


def _business(made: Draft) -> bool:
    types = {made.found.subject.figure.type, made.found.object.figure.type}
    return bool(types & {"Company", "Asset"})


def _link(drafts: list[Draft]) -> None:
    """Link an "if" clause to the statements made inside it."""
    for made in drafts:
        for _, clause in made.conditions:
            if clause is not None:
                made.links += [
                    d
                    for d in drafts
                    if d is not made
                    and d.sentence == made.sentence
                    and d.modality == "conditional"
                    and (d.found.trigger == clause or clause.is_ancestor(d.found.trigger))
                ]


def used_figures(drafts: Iterable[Draft]) -> list[tuple[Figure, Bound, Draft]]:
    """All figures that stand at an end, with where."""
    return [(b.figure, b, d) for d in drafts for b in (d.found.subject, d.found.object)]
