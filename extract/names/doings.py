"""What the clause of a name tells of its type: who acts, who is traded with."""

from extract.names.spots import Spot
from extract.syntax.parse import Token
from extract.vocabulary.nouns import Nouns
from extract.vocabulary.words import read_words


def traded_with(root: Token, spot: Spot, nouns: Nouns) -> bool:
    """ "in a venture with Mowi", "shipped to Skretting": one word that is no given name, where firms stand."""
    if (
        " " in spot.text
        or len(spot.text) < 3
        or spot.text in nouns.given
        or root.dep_ not in ("pobj", "pcomp")
    ):
        return False
    governor = root.head.head
    return root.head.lower_ in ("with", "to", "from") and governor.lemma_ in read_words("trading")


def acts(root: Token) -> bool:
    """A name that does something is no place: places that act are states, and those the registry knows."""
    verb = root.head
    if verb.pos_ == "AUX" and any(
        c.dep_ == "acomp" and c.lower_ in read_words("likely") for c in verb.children
    ):
        return root.dep_ == "nsubj"
    return root.dep_ in ("nsubj", "agent") and verb.pos_ == "VERB" and verb.lemma_ not in read_words("static")
