"""By whom somebody "was charged", "has been fined" where the sentence leaves it out: who was told to look into it before."""

from collections.abc import Sequence

from extract.frame import Frame
from extract.grammar.arguments import fill
from extract.names.figures import Figure, only_figure
from extract.reference.candidates import REACH, SUBJECT
from extract.reference.scene import Bound, Scene
from extract.reference.told import Told, before
from extract.syntax.parse import Token
from extract.vocabulary.words import read_words

TWICE = 2
RULE = frozenset({"INVESTIGATED_BY"})
AUTHORITIES = frozenset({"Organization", "PublicBody", "State"})
TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL"})


def investigator(
    frame: Frame, trigger: Token, subjects: Sequence[Bound], segment: int, scene: Scene
) -> list[Bound]:
    """The authority told of before: in his own case, else the last one, where no other was named since."""
    if frame.predicate not in RULE or not _left_out(frame, trigger):
        return []
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


def _left_out(frame: Frame, trigger: Token) -> bool:
    """Whether a passive says neither by whom nor where."""
    passive = trigger.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in trigger.children)
    if (
        trigger.lemma_ not in read_words("inquiring")
        or not passive
        or any(c.dep_ == "agent" for c in trigger.children)
    ):
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
