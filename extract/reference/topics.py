"""Whose "the chairman" or "his finance minister" is: the company a text is about, the State somebody leads."""

from collections.abc import Iterable

from extract.grammar.prepositions import prepositional
from extract.names.figures import Figure
from extract.reference.coreference import antecedent
from extract.reference.scene import Bound, Scene, led_state
from extract.syntax.parse import Token
from extract.vocabulary.words import read_words

OFFICES = {
    "chairman": frozenset[str](),
    "chairwoman": frozenset[str](),
    "chairperson": frozenset[str](),
    "ceo": frozenset[str](),
    "executive": frozenset({"chief"}),
    "officer": frozenset({"chief"}),
    "director": frozenset({"managing", "finance", "financial", "commercial"}),
    "president": frozenset[str](),
    "chief": frozenset({"finance", "financial", "operating", "marketing", "technology"}),
}
PARTS = frozenset("finance financial operating commercial technology marketing".split())
BESIDE = PARTS | frozenset(
    (
        "a an the new then now former late longtime long - time outgoing incoming acting interim current chief "
        "managing executive group board non veteran"
    ).split()
)
CABINET = frozenset({"minister", "premier"})
PRONOUNS = frozenset({"his", "her"})
OFTEN, TWICE = 3, 2
BODY = frozenset({"Person"})


def topic(scene: Scene) -> Figure | None:
    """The company that a text names three times and twice as often as any other; None where there is none."""
    firms = [f for f in scene.cast.figures if f.type == "Company" and f.named]
    return foremost([(f, len(f.spots)) for f in firms])


def foremost(times: Iterable[tuple[Figure, int]]) -> Figure | None:
    """Who is named three times and twice as often as any other, of figures and how often each is named."""
    ranked = sorted(times, key=lambda pair: -pair[1])
    if not ranked or ranked[0][1] < OFTEN:
        return None
    rival = ranked[1][1] if len(ranked) > 1 else 0
    return ranked[0][0] if ranked[0][1] >= TWICE * rival else None


def of_topic(trigger: Token, segment: int, bearer: Bound, scene: Scene, first: bool) -> list[Bound]:
    """ "the chief executive, Lena Ortiz", "Chairman Ravi Menon", of no firm named: of that which the text is about."""
    if not bare_office(trigger, bearer, first) or _of_committee(trigger, scene):
        return []
    figure = topic(scene)
    if figure is None or _of_nearer(figure, trigger, segment, scene):
        return []
    return [Bound(figure, trigger, trigger.i, trigger.i + 1)]


def _of_nearer(firm: Figure, title: Token, segment: int, scene: Scene) -> bool:
    """ "At Marlow Tin, profit fell. CEO Anna Berg …": whether others are spoken of right before, and the firm is not."""
    place = scene.place_of.get((segment, title.i))
    if place is None:
        return False
    near = [
        figure
        for sentence in scene.sentences[max(0, place - 1) : place + 1]
        if sentence.segment == segment
        for token in sentence.span
        if token.i < title.i or sentence is not scene.sentences[place]
        if (figure := scene.cast.at.get((segment, token.i))) is not None and figure.type == "Company"
    ]
    first = firm.name.split()[0]
    return bool(near) and not any(figure is firm or figure.name.split()[0] == first for figure in near)


def _of_committee(trigger: Token, scene: Scene) -> bool:
    """Whether "the chairman" may be that of a committee, of which the text speaks as well."""
    chair = trigger.lemma_.lower() not in ("ceo", "executive", "officer", "director", "chief")
    return chair and any(not read_words("chaired").isdisjoint(sentence.words) for sentence in scene.sentences)


def bare_office(trigger: Token, bearer: Bound, first: bool) -> bool:
    """Whether a title is that of an office of a firm and nothing around it tells of which.

    `first` asks for whoever heads it, not for the heads of its departments.
    """
    needed = OFFICES.get(trigger.lemma_.lower())
    if needed is None or trigger.tag_ in ("NNS", "NNPS") or trigger.dep_ == "oprd":
        return False
    if trigger.dep_ == "pobj" and trigger.head.lower_ == "as":
        return False
    if trigger.lemma_.lower() == "president" and (trigger.dep_ != "appos" or trigger.lower_ != trigger.text):
        return False
    if trigger.i + 1 < len(trigger.doc) and trigger.nbor(1).lower_ in ("of", "at", "for"):
        return False  # the parse may hang that on another role: "former chairman and CEO of Shell"
    words = _before(trigger)
    if (needed and not needed & words) or words - BESIDE or (first and words & PARTS):
        return False
    tied = [c for t in (trigger, bearer.token) for c in t.children if c.dep_ in ("poss", "prep")]
    return (
        not tied and not any(c.dep_ == "relcl" for c in trigger.children) and bearer.figure.registry is None
    )


def of_vice(trigger: Token, bearer: Bound, scene: Scene) -> list[Bound]:
    """ "Lena Ortiz, vice president of sales, said", of no firm named: of that which the text is about."""
    if trigger.lower_ != "president" or trigger.dep_ != "appos" or bearer.figure.registry is not None:
        return []
    if any(c.dep_ in ("poss", "relcl") or c.lower_ in ("a", "an", "former") for c in trigger.children):
        return []
    fields = [t for c in trigger.children if c.dep_ == "prep" for t in c.children if t.dep_ == "pobj"]
    figure = topic(scene) if all(t.pos_ == "NOUN" for t in fields) else None
    return [Bound(figure, trigger, trigger.i, trigger.i + 1)] if figure is not None else []


def departmental(title: Token) -> bool:
    """Whether a title is that of the head of a department: "finance director", "chief operating officer"."""
    return not PARTS.isdisjoint(_before(title))


def _before(title: Token) -> set[str]:
    """The words before a title; before a name they may hang on that ("finance director Anna Berg")."""
    before = [c for c in title.children if c.i < title.i]
    if title.dep_ in ("compound", "nmod"):
        before += [c for c in title.head.children if c.i < title.i]
    return {c.lower_ for c in before if c.dep_ != "punct"}


def of_leader(trigger: Token, segment: int, scene: Scene) -> list[Bound]:
    """ "his prime minister", "Merkel's finance minister": of the State that this person leads."""
    if trigger.lemma_.lower() not in CABINET:
        return []
    for owner in (c for c in trigger.children if c.dep_ == "poss"):
        figure = scene.cast.at.get((segment, owner.i))
        if figure is None and owner.lower_ in PRONOUNS:
            figure = antecedent(owner, scene.place_of[segment, owner.i], scene.sentences, BODY)
        state = _led_here(figure, scene) if figure is not None and figure.type == "Person" else None
        if state is not None:
            return [Bound(state, trigger, trigger.i, trigger.i + 1)]
    return []


def _led_here(person: Figure, scene: Scene) -> Figure | None:
    """The State that a person leads, by the registry or by a title of a ruler that the text gives him."""
    known = led_state(person, scene)
    if known is not None or person.registry is not None:
        return known
    docs = {sentence.segment: sentence.span.doc for sentence in scene.sentences}
    for spot in person.spots:
        doc = docs.get(spot.segment)
        root = doc[spot.start : spot.end].root if doc is not None else None
        title = root.head if root is not None and root.dep_ == "appos" else None
        if title is None or title.lemma_ not in ("king", "queen", "president", "emir", "premier", "minister"):
            continue
        for near in (*(c for c in title.children if c.dep_ in ("poss", "amod")), *prepositional(title, "of")):
            at = scene.cast.at.get((spot.segment, near.i))
            if at is not None and at.type == "State":
                return at
    return None
