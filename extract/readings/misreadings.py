"""What the words of a frame allow and what they are about does not: a firm that is supplied, a state that lists its own."""

from extract.frame import Frame
from extract.grammar.arguments import fill, follow
from extract.readings.bindings import Acting
from extract.readings.elided import SHARES
from extract.readings.personal import impersonal
from extract.reference.ends import bind
from extract.reference.scene import Bound, Scene, led_state, state_of
from extract.reference.units import is_unit
from extract.reference.unmeant import MUTUAL, others_country
from extract.syntax.parse import Token
from extract.vocabulary.nouns import read_nouns
from extract.vocabulary.words import read_words

STANCES = frozenset({"OPPOSES", "SUPPORTS"})
ORIGINS = frozenset({"BASED_IN", "CITIZEN_OF"})
OWNING = frozenset({"ACQUIRES", "DIVESTS_FROM", "OWNS", "SEEKS_STAKE_IN"})


def sells_firm(trigger: Token, frame: Frame, segment: int, scene: Scene) -> bool:
    """Whether the goods of a frame are a firm: who sells it, or half of it, supplies nothing."""
    return "goods" in frame.take and any(
        (segment, token.i) in scene.cast.at or _body(token, segment, scene)
        for path in (frame.take["goods"], frame.take["goods"] + ".of")
        for token in follow(trigger, path)
    )


def _body(sold: Token, segment: int, scene: Scene) -> bool:
    """Whether a noun tells of a firm: "the retailer", "60 percent of the business", "the operator Marlow Tin"."""
    behind = sold.doc.words[sold.i + 1 : sold.i + 2]
    firms = [c for c in sold.children if c.dep_ == "appos" and c.left_edge in behind and c.left_edge.is_alpha]
    named = (scene.cast.at.get((segment, c.i)) for c in firms)
    firm = (
        sold.pos_ == "NOUN"
        and sold.lower_ != "arms"
        and (sold.lemma_ == "business" or read_nouns().kinds.get(sold.lemma_.lower()) == "Company")
    )
    return firm or any(figure is not None and figure.type == "Company" for figure in named)


def misled(trigger: Token, frame: Frame, segment: int, scene: Scene) -> bool:
    """Whether a firm is what is sold, or the trigger is part of a name ("the Hawaiian Division")."""
    if (frame.predicate == "OWNS" and _the_rest(trigger)) or (frame.predicate == "HEADS" and _part(trigger)):
        return True
    if trigger.lemma_ == "counterpart":
        return _of_no_leader(trigger)
    if "own_name" in frame.object:
        return not any(read_nouns().firm(t.text) for t in follow(trigger, "own_name")) and not any(
            figure is not None and figure.registry is not None
            for figure in (scene.cast.at.get((segment, t.i)) for t in follow(trigger, "own_name"))
        )
    if frame.predicate in ("OWNS", "ACQUIRES"):
        return trigger.pos_ == "PROPN" and (segment, trigger.i) in scene.cast.at
    if frame.predicate == "DIVESTS_FROM" and (segment, trigger.i) in scene.cast.at:
        return True  # "India to Buy Jets", where "Buy Jets" is taken for a name
    return frame.predicate == "SUPPLIES" and "obj" not in frame.object and _firm(trigger, segment, scene)


def _part(office: Token) -> bool:
    """ "Chief Accounting Officer", "Executive Vice President": no head of the whole."""
    behind = [t.lower_ for t in office.doc[office.i + 1 : office.i + 3]]
    if office.lower_ == "chief":
        return behind[1:] == ["officer"] and behind[0] != "executive"
    return office.lower_ == "executive" and behind[:1] == ["vice"]


def _of_no_leader(counterpart: Token) -> bool:
    """ "an envoy met his Norwegian counterpart": an envoy like himself, who leads nothing."""
    before = {t.lemma_.lower() for t in counterpart.doc[counterpart.sent.start : counterpart.i]}
    return not before.isdisjoint(read_words("served")) and before.isdisjoint(read_words("leaders"))


def _the_rest(verb: Token) -> bool:
    """ "bid for the 40 percent that it does not own": the rest it does."""
    return (
        verb.dep_ == "relcl"
        and (verb.head.lemma_ in SHARES or verb.head.lower_ == "shares")
        and any(c.dep_ == "neg" for c in verb.children)
    )


def _firm(trigger: Token, segment: int, scene: Scene) -> bool:
    """Whether what is bought or sold is a firm, or part of one, or of a mine: that is no supply."""
    sold = follow(trigger, "obj")
    crop = any(t.lemma_ in read_words("yields") for t in sold)  # "bought all of the output of Marlow Tin"
    whose = [] if crop else follow(trigger, "obj.of")
    figures = [scene.cast.at.get((segment, t.i)) for t in (*sold, *whose)]
    mine = any(scene.nouns.kinds.get(t.lemma_) == "Asset" for t in whose)
    mine = mine or any(is_unit(t) for t in sold)
    return mine or any(figure is not None and figure.type in ("Company", "Asset") for figure in figures)


def led(trigger: Token, frame: Frame, objects: list[Acting], segment: int, scene: Scene) -> list[Acting]:
    """What may be led of what seems to be: a body named right before its leader, not the State before both."""
    leads = frame.predicate == "HEADS" and trigger.lemma_ in read_words("leaders")
    if not leads or not _leads_body(trigger, segment, scene):
        return objects
    return [(b, body) for b, body in objects if b.figure.type != "State"]


def sanctioned(
    trigger: Token, subjects: list[Bound], objects: list[Acting], segment: int, scene: Scene
) -> tuple[list[Bound], list[Acting]]:
    """Who may be sanctioned, and by whom: no State lists its own ministry, and no court sanctions.

    "Discussed US sanctions on Russia": who discusses them does not impose them.
    """
    if trigger.pos_ == "VERB" and trigger.lemma_ in read_words("weighing"):
        before = [t for s in _sanctions(trigger) for t in s.children if t.i < s.i]
        told = [scene.cast.at.get((segment, t.i)) for t in before]
        if any(f is not None and f.type in ("State", "Organization") for f in told):
            objects = [(b, body) for b, body in objects if b.token in before]
    objects = [(b, body) for b, body in objects if not _prosecutes(body)]
    own = [(s, state_of(s.figure, scene)) for s in subjects]
    return [s for s, state in own if not any(state is b.figure for b, _ in objects)], objects


def _sanctions(verb: Token) -> list[Token]:
    return [t for t in follow(verb, "obj") if t.lemma_ in ("embargo", "sanction")]


def excluded(frame: Frame, trigger: Token, subject: Bound, obj: Bound, segment: int, scene: Scene) -> bool:
    """Whether two actors cannot be the ends of a frame: both are one, or one is not meant."""
    return (
        subject.figure is obj.figure
        or subject.token == obj.token
        or _leads(subject, obj, frame, scene)
        or _not_his(subject, frame, trigger, segment, scene)
        or (frame.predicate in STANCES and _told_to(subject.token, trigger))
        or impersonal(frame, trigger, subject, obj, scene)
        or any(others_country(end, frame.predicate, segment, scene) for end in (subject, obj))
        or (frame.predicate in ORIGINS and _seat(obj, segment, scene))
        or (trigger.lemma_ == "join" and obj.token.lower_ in ("me", "us") and _on_air(trigger))
    )


def _on_air(joining: Token) -> bool:
    """ "Our chief executive is joining us this morning": who takes part in a programme enters nobody's service."""
    behind = {t.lower_ for t in joining.doc[joining.i : joining.sent.end]}
    return joining.tag_ != "VBD" or not behind.isdisjoint(read_words("on_air"))


def _seat(obj: Bound, segment: int, scene: Scene) -> bool:
    """Whether a State is told by where its government sits: a White House correspondent need not be of it."""
    spot = scene.cast.spot_at.get((segment, obj.token.i))
    if spot is None:
        return False
    senses = scene.registry.senses.get(obj.token.doc[spot.start : spot.end].text, ())
    return bool(senses) and all(sense.kind == "seat" for sense in senses)


def _told_to(subject: Token, verb: Token) -> bool:
    """ "Poland demanded that Germany scrap the deal": who is told to oppose something has no such mind of his own."""
    asking = verb.head
    if verb.dep_ not in ("ccomp", "xcomp") or asking.lemma_ not in read_words("asking_of"):
        return False
    if verb.dep_ == "ccomp" and verb.lower_ != verb.lemma_:
        return False
    return subject.head == verb or (
        subject.head == asking and subject.dep_ in ("dobj", "nsubjpass", "dative")
    )


def _leads(subject: Bound, obj: Bound, frame: Frame, scene: Scene) -> bool:
    """Whether one end leads the other, which is a State: a president has no dealings with his own."""
    return frame.predicate in MUTUAL and any(
        one.figure.type == "Person" and led_state(one.figure, scene) is other.figure
        for one, other in ((subject, obj), (obj, subject))
    )


def _not_his(subject: Bound, frame: Frame, trigger: Token, segment: int, scene: Scene) -> bool:
    """Whether who seems to own or buy cannot: an authority that "its" or "it" was taken for; who buys "its" stake."""
    if frame.predicate not in OWNING or subject.token.tag_ not in ("PRP", "PRP$"):
        return False
    if subject.figure.type == "PublicBody":
        doing = trigger if trigger.pos_ == "VERB" else trigger.head
        named = [scene.cast.at.get((segment, f.token.i)) for f in fill(doing, ("subj",))]
        return subject.figure not in named  # "the Treasury sold its stake" is told of the Treasury
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
    return body is not None and not read_words("prosecuting").isdisjoint(body.casefold().split())
