"""What is said of persons and their money and cannot be: a gift to a bloc of States, schooling at a hospital."""

from extract.frame import Frame
from extract.reference.scene import Bound, Scene
from extract.syntax.parse import Token
from extract.vocabulary.words import read_words

LONG = 3  # letters of an acronym; longer words in capitals are those of a dateline
BLOC = (None, "EU")


def impersonal(frame: Frame, trigger: Token, subject: Bound, obj: Bound, scene: Scene) -> bool:
    """Whether the other end cannot be what the frame takes it for."""
    if frame.predicate == "DONOR_TO":
        return _no_party(obj, scene)
    if frame.predicate in ("EDUCATED_AT", "MEMBER_OF"):
        return trigger.lemma_ == "admit" and _last(obj) in read_words("nursing")
    if frame.predicate == "WORKS_FOR":
        peer = any(c.text in read_words("peers") for c in subject.token.children)
        return peer and trigger.lower_ == "of"  # "Lord Sainsbury of Preston Candover"
    if frame.predicate == "BASED_IN":
        return _of_dateline(obj) or (trigger.dep_ == "case" and _elsewhere(subject, obj))
    return False


def _no_party(recipient: Bound, scene: Scene) -> bool:
    """Whether money to a body is no political gift: "paid $3 million to the European Union"."""
    if recipient.figure.type != "Organization":
        return False
    entry = scene.registry.entries.get(recipient.figure.registry or "")
    if entry is not None and (entry.medium or entry.country in BLOC):
        return True
    return _last(recipient) in read_words("charitable")


def _of_dateline(place: Bound) -> bool:
    """ "HONG KONG/SINGAPORE May 23 Japan's Shinsei Bank": where a text was written."""
    surface = place.token.doc[place.start : place.end].text
    return surface.isupper() and len(surface) > LONG and "." not in surface


def _elsewhere(firm: Bound, state: Bound) -> bool:
    """ "China's EXIM Bank", which the registry knows as that of another State."""
    home = firm.figure.country
    return home is not None and state.figure.type == "State" and state.figure.registry not in (None, home)


def _last(bound: Bound) -> str:
    return (bound.figure.name.split() or [""])[-1].casefold()
