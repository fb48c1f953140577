"""One office, one statement: who heads a body does not also work for it because of the same word."""

from collections.abc import Sequence

from extract.names.figures import Figure
from extract.readings.matching import Found
from extract.syntax.parse import Token
from extract.vocabulary.nouns import read_nouns

CITIZEN = "CITIZEN_OF"
POSTS = ("HEADS", "REPRESENTS", "MEMBER_OF", "WORKS_FOR")
MANY = frozenset({"commander", "director", "executive", "manager", "officer", "secretary"})
NOMINAL = ("NOUN", "PROPN")
LANDS = frozenset({"Place", "State"})
HELD = frozenset({"secretary"})
ELECTED = frozenset({"governor", "mayor", "minister", "premier"})  # of a place, for a party
RULERS = ELECTED | {"president", "chancellor"}
ANY = frozenset({"a", "an", "another"})
Said = tuple[str, Found]


def said_better(one: Said, others: Sequence[Said]) -> bool:
    """Whether one of `others` tells the same office of the same person, and tells it better.

    The ministry rather than the State for "US Secretary of State", the body headed rather than worked for; of
    "a commander of the PKK" it is told only that he belongs to it.
    """
    predicate, found = one
    if predicate == "HEADS" and _of_a_party(found):
        return True
    if predicate not in POSTS or found.trigger.pos_ not in NOMINAL or found.subject.figure.type != "Person":
        return False
    rivals = [
        (p, f)
        for p, f in others
        if f is not found
        and f.trigger is found.trigger
        and p in POSTS
        and f.subject.figure is found.subject.figure
    ]
    return any(_better(rival, one) for rival in rivals)


def _of_a_party(found: Found) -> bool:
    """ "The Republican president", "Socialist chancellor Jan Berg": he heads a State, and is of the party."""
    party = found.object
    told = party.token.pos_ == "ADJ" or party.token.text in read_nouns().partisans
    rules = found.trigger.lemma_.lower() in RULERS
    return rules and told and party.figure.type == "Organization" and party.end - party.start == 1


def said_before(one: Said, earlier: Sequence[Said]) -> bool:
    """Whether a description of somebody named tells only what the text has told of him: "the Norwegian diplomat"."""
    predicate, found = one
    person = found.subject.figure
    if predicate not in (*POSTS, CITIZEN) or found.subject.token is not found.trigger or not person.spots:
        return False
    return any(
        (p == predicate or (predicate in (CITIZEN, "REPRESENTS") and p in POSTS))
        and f is not found
        and f.subject.figure is person
        and f.object.figure is found.object.figure
        for p, f in earlier
    )


def _better(rival: Said, one: Said) -> bool:
    other, mine = rival[1].object.figure, one[1].object.figure
    if other is mine:
        order = _ranked(one[1].trigger, mine)
        return order.index(rival[0]) < order.index(one[0])
    if rival[0] != "HEADS" or mine.type == other.type:
        return False
    rules = one[1].trigger.lemma_.lower() in RULERS
    if one[0] == "HEADS" and mine.type in LANDS and other.type in ("Company", "Organization") and not rules:
        return True  # "France's National Front leader"
    if one[0] == "HEADS" and _of_state(other, mine):
        return one[1].trigger.lemma_.lower() in HELD
    if one[0] == "HEADS" and _of_state(mine, other):
        return one[1].trigger.lemma_.lower() not in HELD
    return one[0] == "WORKS_FOR" and (_of_state(other, mine) or _of_state(mine, other))


def _of_state(body: Figure, state: Figure) -> bool:
    """Whether a body may be one of a State."""
    if body.type != "PublicBody" or state.type != "State":
        return False
    return body.country in (None, state.registry)


def _ranked(role: Token, body: Figure) -> tuple[str, ...]:
    first = role.head if role.dep_ == "conj" and role.head.pos_ == "NOUN" else role
    if role.lemma_.lower() in MANY and any(c.lower_ in ANY for r in (role, first) for c in r.children):
        own = ("MEMBER_OF", "WORKS_FOR") if body.type == "Organization" else ("WORKS_FOR", "MEMBER_OF")
        return (*own, "HEADS", "REPRESENTS")
    if role.lemma_.lower() in ELECTED and body.type == "Organization":
        return ("MEMBER_OF", "REPRESENTS", "HEADS", "WORKS_FOR")
    return POSTS
