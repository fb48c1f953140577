"""Where somebody is from, as told before what he is: "the Lyon-based firm", "the Spanish bank"."""

from collections.abc import Sequence

from extract.names.figures import Figure
from extract.reference.officials import homes
from extract.reference.scene import Scene
from extract.syntax.parse import Token


def from_where(noun: Token, segment: int, scene: Scene) -> list[Token]:
    """ "Lyon-based", "Spanish", "Hong Kong" before a noun: what tells where it is from."""
    found = []
    for child in noun.children:
        at = scene.cast.at.get((segment, child.i))
        if child.i < noun.i and (
            child.lower_ == "based" or (at is not None and at.type in ("State", "Place"))
        ):
            found.append(child)
    return found


def may_be_from(figure: Figure, where: Sequence[Token], segment: int, scene: Scene) -> bool:
    """Whether nothing speaks against it that an actor is from there: the registry may know its country."""
    for token in where:
        at = scene.cast.at.get((segment, token.i))
        home = None if at is None else at.registry if at.type == "State" else at.country
        if home is not None and figure.country is not None and home != figure.country:
            return False
        if (
            home is not None
            and figure.type == "Person"
            and (told := homes(figure, scene))
            and home not in told
        ):
            return False
    return True
