"""By whom somebody "was charged", "has been fined" where the clause leaves it out: the police who say so, or who was told
to look into it before."""

from collections.abc import Sequence

from extract.frame import Frame
from extract.grammar.arguments import fill
from extract.grammar.conjuncts import Filler
from extract.grammar.prepositions import prepositional
from extract.names.figures import Figure, only_figure
from extract.reference.candidates import REACH, SUBJECT
from extract.reference.ends import bind
from extract.reference.scene import Bound, Scene
from extract.reference.told import Told, before
from extract.status.denial import denials
from extract.syntax.climb import first_joined
from extract.syntax.parse import Token
from extract.syntax.relatives import own_subject
from extract.vocabulary.words import read_words

TWICE = 2
RULE = frozenset({"INVESTIGATED_BY"})
AUTHORITIES = frozenset({"Organization", "PublicBody", "State"})
TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL"})


def investigator(
    frame: Frame, trigger: Token, subjects: Sequence[Bound], segment: int, scene: Scene
) -> list[Bound]:
    """The authority that says so; else the one told of before: in his own case, or the last, where none was named since."""
    if frame.predicate not in RULE:
        return []
    saying = _saying(trigger, segment, scene)
    if saying or not _left_out(frame, trigger):
        return saying
    place = scene.place_of[segment, trigger.i]
    people = [s.figure for s in subjects]
    rows = [
        t
        for t in before(scene.told, place, trigger.i, RULE)
        if t.object.type in AUTHORITIES and not _court(t.object) and all(t.object is not p for p in people)
    ]
    own = [t.object for t in rows if any(t.subject is p for p in people)]
    figure = only_figure(own) if own else _last(rows, place, trigger, segment, scene)
    return [Bound(figure, trigger, trigger.i, trigger.i + 1)] if figure is not None else []


def _court(figure: Figure) -> bool:
    return any(word in ("court", "tribunal") for word in figure.name.casefold().split())


def _saying(trigger: Token, segment: int, scene: Scene) -> list[Bound]:
    """ "Berg was arrested, police said", "was charged, according to prosecutors": those who know are those who did it."""
    if not _bare_passive(trigger) or trigger.lemma_ not in read_words("inquiring") | read_words("catching"):
        return []
    clause = first_joined(trigger)
    verb = clause.head
    told = own_subject(verb) if clause.dep_ == "ccomp" and verb.lemma_ in read_words("announcing") else []
    told = [] if denials(verb) else told
    told = told or [t for c in clause.children if c.lower_ == "according" for t in prepositional(c, "to")]
    found = [b for t in told for b in bind(Filler(t), segment, scene, AUTHORITIES)]
    return [b for b in found if _lawful(b.token) or _lawful_name(b.figure)]


def _lawful(noun: Token) -> bool:
    """Whether a noun names those who arrest, charge or try: "police", "prosecutors"."""
    return noun.lemma_.lower() in read_words("lawmen") and noun.tag_ in ("NN", "NNS")


def _lawful_name(figure: Figure) -> bool:
    """Whether a name is that of such a body, not of a foreign ministry that speaks of its citizens."""
    words = {word.removesuffix("'s") for word in figure.name.casefold().split()}
    return bool(words & read_words("lawmen")) and not words & read_words("unlawful")


def _bare_passive(trigger: Token) -> bool:
    """Whether a passive does not say by whom."""
    passive = trigger.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in trigger.children)
    return passive and not any(c.dep_ == "agent" for c in trigger.children)


def _left_out(frame: Frame, trigger: Token) -> bool:
    """Whether a passive says neither by whom nor where."""
    if trigger.lemma_ not in read_words("inquiring") or not _bare_passive(trigger):
        return False
    return all(f.token.ent_type_ in TIMES for f in fill(trigger, frame.object))


def _last(rows: Sequence[Told], place: int, trigger: Token, segment: int, scene: Scene) -> Figure | None:
    """The last authority, told of a sentence or two before; or the only one that the text tells of, and that twice."""
    figure = only_figure(t.object for t in rows if t.place == rows[0].place)
    often = len({t.place for t in rows}) >= TWICE and all(t.object is figure for t in rows)
    if figure is None or not (place - rows[0].place < REACH or often):
        return None
    since = scene.sentences[max(0, place - REACH + 1) : place + 1]
    named = [
        c.figure
        for sentence in since
        for c in sentence.candidates
        if c.figure is not None
        and c.type in AUTHORITIES
        and (c.type == "PublicBody" or c.rank == SUBJECT or sentence is scene.sentences[place])
    ]
    return (
        figure if all(f is figure or _of_it(f, figure) or f.type == "Organization" for f in named) else None
    )


def _of_it(one: Figure, authority: Figure) -> bool:
    """Whether a State is that of the authority, or the authority is the State itself."""
    return one.registry is not None and one.registry in (authority.country, authority.registry)
