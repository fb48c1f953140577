"""Frames applied to a parse: trigger words give readings, readings give statements with both ends bound."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from extract.arguments import fill, follow
from extract.candidates import Sentence
from extract.coordination import Filler
from extract.elided import SHARES, left_out
from extract.ends import bind, told_by
from extract.figures import Figure
from extract.frame import ANYTHING, Frame, Index
from extract.notices import assumed, deputies, entry_of
from extract.nouns import read_nouns
from extract.parse import Token
from extract.posts import POSTS, unsaid
from extract.scene import Bound, Scene, country_of, led_state, registry_figure, state_of
from extract.units import is_unit
from extract.unmeant import others_country
from graph.ontology import Ontology

GOVERNING = frozenset({"State", "Organization"})
# Who works for a body of the State is not its head, nor yet its citizen.
DEALINGS = frozenset(
    {"AGREES_WITH", "AIDS", "ALLIED_WITH", "MEETS_WITH", "NEGOTIATES_WITH", "PARTNERS_WITH", "SUPPLIES"}
)
OWN = frozenset({"HEADS", "WORKS_FOR", "CITIZEN_OF", "MEMBER_OF", "EDUCATED_AT"})
# Of several named together, each leads or speaks for his own.
RESPECTIVE = frozenset({"HEADS", "REPRESENTS"})
OWNING = frozenset({"ACQUIRES", "DIVESTS_FROM", "OWNS", "SEEKS_STAKE_IN"})
BOTH = "each"
MANY = 5
TELLER = "teller"
LEADERS = frozenset({"boss", "chair", "chairman", "chairwoman", "chief", "commander", "head", "leader"})
PROSECUTING = frozenset(
    "police court directorate bureau tribunal prosecutor prosecutors prosecution crimes judiciary constabulary".split()
)


@dataclass(frozen=True, slots=True)
class Found:
    """A frame that fired: the trigger, and both ends. `authority` is the body that acted for the object."""

    frame: Frame
    trigger: Token
    subject: Bound
    object: Bound
    authority: str | None = None


def match(sentence: Sentence, index: Index, scene: Scene, ontology: Ontology) -> Iterator[Found]:
    """All frames that fire in a sentence, by trigger, each pair of ends once."""
    for trigger in sentence.span:
        for frame in index.get((trigger.lemma_.lower(), trigger.pos_), ()):
            if any(map(sentence.words.isdisjoint, frame.needs)) or not meets(trigger, frame, sentence.words):
                continue
            if not _misled(trigger, frame, sentence.segment, scene):
                yield from pairs(trigger, frame, sentence.segment, scene, ontology)


def _misled(trigger: Token, frame: Frame, segment: int, scene: Scene) -> bool:
    """Whether a firm is what is sold, or the trigger is part of a name ("the Hawaiian Division")."""
    if frame.predicate == "OWNS" and _the_rest(trigger):
        return True
    if "own_name" in frame.object:
        return not any(read_nouns().firm(t.text) for t in follow(trigger, "own_name")) and not any(
            figure is not None and figure.registry is not None
            for figure in (scene.cast.at.get((segment, t.i)) for t in follow(trigger, "own_name"))
        )
    if frame.predicate in ("OWNS", "ACQUIRES"):
        return trigger.pos_ == "PROPN" and (segment, trigger.i) in scene.cast.at
    return frame.predicate == "SUPPLIES" and "obj" not in frame.object and _firm(trigger, segment, scene)


def _the_rest(verb: Token) -> bool:
    """ "bid for the 40 percent that it does not own": the rest it does."""
    return (
        verb.dep_ == "relcl"
        and (verb.head.lemma_ in SHARES or verb.head.lower_ == "shares")
        and any(c.dep_ == "neg" for c in verb.children)
    )


def _firm(trigger: Token, segment: int, scene: Scene) -> bool:
    """Whether what is bought or sold is a firm, or part of one, or of a mine: that is no supply."""
    sold = [*follow(trigger, "obj"), *follow(trigger, "obj.of")]
    figures = [scene.cast.at.get((segment, t.i)) for t in sold]
    mine = any(scene.nouns.kinds.get(t.lemma_) == "Asset" for t in follow(trigger, "obj.of"))
    mine = mine or any(is_unit(t) for t in follow(trigger, "obj"))
    return mine or any(figure is not None and figure.type in ("Company", "Asset") for figure in figures)


def meets(trigger: Token, frame: Frame, words: frozenset[str] | None = None) -> bool:
    """Whether what a frame asks of the words around its trigger holds; `words` are those of its sentence, if known."""
    for path, lemmas in frame.when.items():
        if not _has(trigger, path, lemmas):
            return False
    for path, lemmas in frame.unless.items():
        if words is not None and words.isdisjoint(lemmas) and ANYTHING not in lemmas:
            continue
        if _has(trigger, path, lemmas, names=False):
            return False
    return True


def _has(trigger: Token, path: str, lemmas: frozenset[str], names: bool = True) -> bool:
    """Whether one of the lemmas (or forms) stands at the end of a path; "*" asks for anything there.

    Without `names` the last word of a longer name is not looked at.
    """
    found = _reach(trigger, path)
    if ANYTHING in lemmas:
        return bool(found)
    names = names or path == "pobj" or path.startswith("bearer")  # there "Liberal Party" is a party
    return any(
        t.lemma_.lower() in lemmas or t.lower_ in lemmas for t in found if names or not _named(t, trigger)
    )


def _named(word: Token, trigger: Token) -> bool:
    """Whether a word is the last of a longer name: "Ottawa Grain" is no grain."""
    return (
        word.pos_ == "PROPN"
        and word != trigger
        and any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in word.children)
    )


def _reach(trigger: Token, path: str) -> Sequence[Token]:
    if path == "child":
        return trigger.children
    if path == "head":
        return [trigger.head]
    if path == "subtree":
        return list(trigger.subtree)
    return follow(trigger, path)


def pairs(trigger: Token, frame: Frame, segment: int, scene: Scene, ontology: Ontology) -> Iterator[Found]:
    """The pairs of ends that a frame gives at a trigger."""
    if "goods" in frame.take and any(
        (segment, token.i) in scene.cast.at
        for path in (frame.take["goods"], frame.take["goods"] + ".of")
        for token in follow(trigger, path)
    ):
        return  # who sells a firm, or half of it, supplies nothing
    predicate = ontology.predicates[frame.predicate]
    allowed_subject = frozenset(frame.subject_types) or predicate.start
    allowed_object = frozenset(frame.object_types) or predicate.end
    if frame.object == (BOTH,):
        yield from _each(trigger, frame, segment, scene, allowed_subject, not predicate.symmetric)
        return
    subjects = _bound(fill(trigger, frame.subject), segment, scene, allowed_subject)
    if not subjects and len(frame.subject) > 1:
        subjects = _later(trigger, frame.subject, segment, scene, allowed_subject)
    if not subjects:
        subjects = [(b, None) for b in entry_of(trigger, segment, scene) if b.figure.type in allowed_subject]
    if not subjects and TELLER in frame.subject:
        subjects = [(b, None) for b in told_by(trigger, segment, scene, allowed_subject)]
    if not subjects and frame.predicate == "OWNS" and frame.subject_types == ("State",):
        subjects = [(b, None) for b in _state_holding(trigger, frame, segment, scene, allowed_object)]
    if not subjects:
        return
    if frame.elided:
        topic = left_out(frame, trigger, [subject.figure for subject, _ in subjects], segment, scene)
        yield from (Found(frame, trigger, subject, b) for subject, _ in subjects for b in topic)
        return
    acting = frame.predicate not in OWN
    objects = _bound(fill(trigger, frame.object), segment, scene, allowed_object, acting)
    if not objects and len(frame.object) > 1:
        objects = _later(trigger, frame.object, segment, scene, allowed_object, acting)
    if not objects and any(_reciprocal(f.token) for f in fill(trigger, frame.object)):
        yield from _each(trigger, frame, segment, scene, allowed_subject, not predicate.symmetric)
        return
    if not objects:
        objects = [(b, None) for b in assumed(frame, trigger, segment, scene)] or deputies(
            frame, trigger, segment, scene
        )
    if not objects and TELLER in frame.object:
        objects = [(b, None) for b in told_by(trigger, segment, scene, allowed_object)]
    if not objects and frame.predicate in POSTS:
        bearers = [subject for subject, _ in subjects]
        objects = [(b, None) for b in unsaid(frame, trigger, segment, bearers, scene)]
    if frame.predicate == "HEADS" and trigger.lemma_ in LEADERS and _leads_body(trigger, segment, scene):
        objects = [(b, body) for b, body in objects if b.figure.type != "State"]
    if frame.predicate == "SANCTIONED_BY":
        objects = [(b, body) for b, body in objects if not _prosecutes(body)]
        own = [(s, state_of(s.figure, scene)) for s, _ in subjects]  # no State lists its own ministry
        subjects = [(s, None) for s, state in own if not any(state is b.figure for b, _ in objects)]
    for subject, (obj, authority) in _matched(trigger, frame, [s for s, _ in subjects], objects):
        if subject.figure is obj.figure or _inside(subject, obj) or _leads(subject, obj, frame, scene):
            continue
        if _not_his(subject, frame, trigger, segment, scene):
            continue
        if not any(others_country(end, frame.predicate, segment, scene) for end in (subject, obj)):
            yield Found(frame, trigger, subject, obj, authority)


def _leads(subject: Bound, obj: Bound, frame: Frame, scene: Scene) -> bool:
    """Whether one end leads the other, which is a State: a president has no dealings with his own."""
    return frame.predicate in DEALINGS and any(
        one.figure.type == "Person" and led_state(one.figure, scene) is other.figure
        for one, other in ((subject, obj), (obj, subject))
    )


def _not_his(subject: Bound, frame: Frame, trigger: Token, segment: int, scene: Scene) -> bool:
    """Whether who seems to own or buy cannot: an authority that "its" or "it" was taken for; who buys "its" stake."""
    if frame.predicate not in OWNING or subject.token.tag_ not in ("PRP", "PRP$"):
        return False
    if subject.figure.type == "PublicBody":
        return True
    share = trigger.head if trigger.dep_ in ("nmod", "compound", "amod") else trigger
    verb = share.head
    bought = share.dep_ == "dobj" and verb.lemma_ in ("acquire", "buy", "purchase")
    return (frame.predicate == "OWNS" and bought) and any(
        b.figure is subject.figure
        for filler in fill(verb, ("subj",))
        for b in bind(filler, segment, scene, frozenset({subject.figure.type or ""}))
    )


def _leads_body(role: Token, segment: int, scene: Scene) -> bool:
    """Whether a body stands right before a role: "Chad's Labour Party leader" leads the party, not Chad."""
    before = [c for c in role.children if c.dep_ in ("compound", "nmod") and c.i < role.i]
    figures = [scene.cast.at.get((segment, c.i)) for c in before]
    return any(figure is not None and figure.type in ("Organization", "Company") for figure in figures)


def _prosecutes(body: str | None) -> bool:
    """Whether a body that froze assets or put a name on a list did so to prosecute: that is no sanction."""
    return body is not None and not PROSECUTING.isdisjoint(body.casefold().split())


def _matched(
    trigger: Token, frame: Frame, subjects: list[Bound], objects: list[tuple[Bound, str | None]]
) -> Iterator[tuple[Bound, tuple[Bound, str | None]]]:
    """Every subject with every object; "the presidents of A and B, X and Y" in their order."""
    several = trigger.tag_ in ("NNS", "NNPS") and len(subjects) > 1 and len(objects) > 1
    listed = "bearer.of" in frame.object and len(objects) == 1 and len(subjects) > 1
    if listed and trigger.tag_ in ("NNS", "NNPS") and subjects[0].token.i < objects[0][0].token.i:
        return  # "the ministers A of Norway and B of Chile": each of his own
    if several and frame.predicate in RESPECTIVE:
        if len(subjects) == len(objects):
            yield from zip(subjects, objects, strict=True)
        return
    if 1 < len(subjects) == len(objects) and any(t.lower_ == "respectively" for t in trigger.sent):
        left = sorted(subjects, key=lambda b: b.token.i)
        yield from zip(left, sorted(objects, key=lambda b: b[0].token.i), strict=True)
        return
    yield from product(subjects, objects)


def _state_holding(
    trigger: Token, frame: Frame, segment: int, scene: Scene, types: frozenset[str]
) -> list[Bound]:
    """ "state-owned Sonatrach": of which State only the registry tells."""
    if not any(
        t.lower_.split("-")[0] in ("state", "government") for t in trigger.subtree if t.i <= trigger.i
    ):
        return []
    held = [b for f in fill(trigger, frame.object) for b in bind(f, segment, scene, types)]
    homes = [(b, scene.registry.entries.get(b.figure.country or "")) for b in held]
    return [
        Bound(registry_figure(scene, home), trigger, trigger.i, trigger.i + 1)
        for b, home in homes
        if home is not None and home.type == "State"
    ]


def _reciprocal(token: Token) -> bool:
    """ "each other", "one another"."""
    return token.lower_ in ("other", "another") and any(c.lower_ in ("each", "one") for c in token.children)


def _each(
    trigger: Token, frame: Frame, segment: int, scene: Scene, types: frozenset[str], both: bool
) -> Iterator[Found]:
    """All pairs among the fillers of one path: "A, B and C met"; `both` for both directions of each."""
    fillers = fill(trigger, frame.subject)
    groups = _paired(fillers)
    for group in groups:
        bound = [b for filler in group for b in bind(filler, segment, scene, types)]
        if len(bound) > MANY:
            continue  # a declaration of many is no deal of each with each
        for place, left in enumerate(bound):
            for right in bound[place + 1 :]:
                if len(bound) > 2 and frame.predicate in DEALINGS and _compatriots(left.figure, right.figure):
                    continue
                if left.figure is not right.figure and not (left.negated or right.negated):
                    yield Found(frame, trigger, left, right)
                    if both:
                        yield Found(frame, trigger, right, left)


def _compatriots(left: Figure, right: Figure) -> bool:
    """ "the four ministers": two of one State sit on the same side of the table."""
    return (
        {left.type, right.type} == {"Person"} and left.country is not None and left.country == right.country
    )


def _paired(fillers: Sequence[Filler]) -> list[Sequence[Filler]]:
    """ "between A and B and C and D": four that parse flat are two pairs where only "and" joins them."""
    if len(fillers) == 4:
        doc = fillers[0].token.doc
        between = doc[fillers[0].token.i : fillers[3].token.i]
        ands = [t for t in between if t.lower_ == "and"]
        commas = [t for t in between if t.text == ","]
        if len(ands) == 3 or (len(ands) == 2 and not commas):
            return [fillers[:2], fillers[2:]]
        if len(ands) == 3 - len(commas) and len(ands) == 2 and len(commas) == 1 and commas[0].i > ands[0].i:
            return [fillers[:2], fillers[2:]]
    return [fillers]


def _bound(
    fillers: Sequence[Filler], segment: int, scene: Scene, types: frozenset[str], acting: bool = False
) -> list[tuple[Bound, str | None]]:
    found: list[tuple[Bound, str | None]] = []
    for filler in fillers:
        bound = bind(filler, segment, scene, types)
        if bound:
            found += [(b, None) for b in bound]
        elif types <= GOVERNING and acting:
            found += _acting_for(filler, segment, scene)
    return found


def _acting_for(filler: Filler, segment: int, scene: Scene) -> list[tuple[Bound, str | None]]:
    """A ministry or a president who acts for the State: the State, with the body kept as authority."""
    found: list[tuple[Bound, str | None]] = []
    for bound in bind(filler, segment, scene, frozenset({"PublicBody", "Person"})):
        state = state_of(bound.figure, scene)
        if state is None and bound.figure.type == "PublicBody":
            state = country_of(bound.token, segment, scene)  # "Pakistan's Foreign Ministry"
        if state is not None:
            swapped = Bound(state, bound.token, bound.start, bound.end, bound.negated)
            found.append((swapped, bound.figure.name))
    return found


def _later(
    trigger: Token,
    paths: tuple[str, ...],
    segment: int,
    scene: Scene,
    types: frozenset[str],
    acting: bool = False,
) -> list[tuple[Bound, str | None]]:
    """The first path led to nothing that is an actor: try the others one by one."""
    for path in paths:
        found = _bound(fill(trigger, (path,)), segment, scene, types, acting)
        if found:
            return found
    return []


def _inside(left: Bound, right: Bound) -> bool:
    """Whether both ends were read from the same words."""
    return left.token == right.token
