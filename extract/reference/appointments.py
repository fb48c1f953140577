"""Of what an office is that the sentence tells somebody gives: "President Mahama named her finance minister"."""

from extract.grammar.clauses import subjects
from extract.grammar.prepositions import prepositional
from extract.reference.scene import Bound, Scene, country_of, led_state
from extract.syntax.parse import Token
from extract.syntax.relatives import passive
from extract.vocabulary.words import read_words


def appointed(trigger: Token, segment: int, scene: Scene) -> list[Bound]:
    """ "President Mahama of Ghana named her finance minister": of the State, or firm, of whoever appoints.

    "Shell announced that Lena Ortiz was appointed chief executive": of whoever announces it.
    """
    verb = naming_verb(trigger)
    if verb is None or any(c.dep_ in ("poss", "relcl") for c in trigger.children):
        return []
    if passive(verb):
        by_another = any(t.lower_ == "by" for t in verb.subtree)
        verb = verb.head if verb.dep_ == "ccomp" and not by_another else verb
        if verb.lemma_ not in ("announce", "confirm"):
            return []
    if any((segment, t.i) in scene.cast.at for t in prepositional(trigger, "of")):
        return []
    for token in subjects(verb):
        at = scene.cast.at.get((segment, token.i))
        if at is not None and at.type == "Company" and trigger.lemma_.lower() in read_words("executives"):
            return [Bound(at, trigger, trigger.i, trigger.i + 1)]
        state = at if at is not None and at.type == "State" else country_of(token, segment, scene)
        if state is None and at is not None and at.type == "Person":
            state = led_state(at, scene)
        if state is not None and trigger.lemma_.lower() in read_words("rulers"):
            return [Bound(state, trigger, trigger.i, trigger.i + 1)]
    return []


def naming_verb(title: Token) -> Token | None:
    """The verb that gives somebody a title: "named her minister", "appointed as head", "became president"."""
    verb = title.head
    if title.dep_ == "pobj" and verb.lower_ == "as":
        verb = verb.head
    elif title.dep_ not in ("oprd", "attr", "xcomp"):
        return None
    return verb if verb.pos_ == "VERB" and verb.lemma_ in read_words("naming") else None
