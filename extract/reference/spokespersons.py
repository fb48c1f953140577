"""For whom "a spokeswoman, Mary Miller," speaks: the one body named before, "the ministry"."""

from extract.grammar.nominals import modifiers
from extract.names.called import taken_up
from extract.names.figures import COLLECTIVE
from extract.reference.homeland import seat
from extract.reference.scene import Bound, Scene
from extract.reference.topics import topic
from extract.syntax.parse import Token
from extract.vocabulary.words import read_words


def _of_body(body: Token, trigger: Token, segment: int, scene: Scene) -> list[Bound]:
    """Which ministry or army "ministry spokesman" means: the one called so before, or the State's at home."""
    if body.lemma_ in ("government", "presidency"):
        state = seat(trigger, segment, scene, own=True)
        return [Bound(state, trigger, body.i, body.i + 1)] if state is not None else []
    called = taken_up(body, segment, scene.calls, scene.nouns.same)
    return [Bound(called[0], trigger, body.i, body.i + 1)] if len(called) == 1 else []


def spoken_for(trigger: Token, segment: int, scene: Scene) -> list[Bound]:
    """ "NATO was not told, a spokeswoman, Mary Miller, said": the one body named before, in this sentence or the last.

    "Ministry spokesman Jan Berg": the ministry named before, "government spokesman": the State at home.
    """
    tied = any(c.dep_ in ("poss", "prep") for c in trigger.children) or any(
        (segment, m.i) in scene.cast.at for m in modifiers(trigger)
    )
    for body in () if tied else trigger.children:
        if (
            body.dep_ in ("compound", "nmod")
            and body.lemma_ in read_words("state_bodies")
            and body.i == trigger.i - 1
        ):
            return _of_body(body, trigger, segment, scene)
    if (
        any(c.dep_ in ("poss", "prep", "compound", "nmod") for c in trigger.children)
        or trigger.dep_ == "compound"
    ):
        return []
    place = scene.place_of.get((segment, trigger.i))
    if place is None:
        return []
    for sentence in scene.sentences[place : place - 2 if place > 1 else None : -1]:
        found: dict[str, Bound] = {}
        for token in sentence.span:
            if sentence.segment == segment and token.i >= trigger.i:
                break
            at = scene.cast.at.get((sentence.segment, token.i))
            if at is not None and at.type in COLLECTIVE:
                spot = scene.cast.spot_at[sentence.segment, token.i]
                found.setdefault(at.key, Bound(at, trigger, trigger.i, trigger.i + 1))
                if spot.demonym:
                    found.pop(at.key)
        if found:
            return [*found.values()] if len(found) == 1 else []
    firm = topic(scene)
    return [Bound(firm, trigger, trigger.i, trigger.i + 1)] if firm is not None else []
