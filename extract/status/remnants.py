"""What is left of a clause that is not said in full: "we are not", "nor did Shell"."""

from extract.syntax.parse import Token
from extract.syntax.relatives import SUBJECTS

ECHOING = frozenset("be can could do have may might must shall should will would".split())
COMPLEMENTS = frozenset("acomp attr ccomp oprd xcomp expl".split())


def elliptical(verb: Token) -> bool:
    """Whether a verb is an auxiliary with nothing behind it: "we are not", "nor did Shell"."""
    if verb.lemma_.lower() not in ECHOING or verb.dep_ in ("aux", "auxpass"):
        return False
    for child in verb.children:
        if child.dep_ in COMPLEMENTS and child.i > verb.i:
            return False
        if child.dep_ == "dobj" and not (behind_nor(verb) and not remaining_subjects(verb, ("nsubj",))):
            return False
        if child.dep_ == "prep" and verb.lemma_ == "be" and child.lower_ not in ("according", "since"):
            return False
    return bool(remaining_subjects(verb))


def remaining_subjects(verb: Token, deps: tuple[str, ...] = ()) -> list[Token]:
    """The subjects of such a verb, also where "nor" comes before it; `deps` are the relations allowed."""
    found = [c for c in verb.children if c.dep_ in (deps or SUBJECTS) and c.lower_ != "neither"]
    if found or deps or not behind_nor(verb):
        return found
    return [c for c in verb.children if c.dep_ == "dobj"]  # the parse of "nor has Shell"


def behind_nor(verb: Token) -> bool:
    """Whether a verb comes behind "nor" or "neither"."""
    near = {c.lower_ for c in verb.children if c.i < verb.i}
    before = verb.doc[verb.left_edge.i - 1].lower_ if verb.left_edge.i > 0 else ""
    return bool({"nor", "neither"} & near) or (verb.dep_ == "conj" and before == "nor")
