"""What the words of a name tell of its type, whatever stands beside it."""

from extract.names.figures import BODIES
from extract.names.spots import Spot
from extract.names.weights import FAIR, NOTHING
from extract.syntax.parse import Doc
from extract.vocabulary.nouns import Nouns
from extract.vocabulary.words import read_words

STATED = frozenset({"Organization", "PublicBody"})


def coined(name: str, nouns: Nouns) -> bool:
    """ "Zenbank", "Uralchem": a word made as firms make their names."""
    return (
        name.casefold().endswith(nouns.endings)
        and name.isalpha()
        and len(name) > 6
        and name not in nouns.given
    )


def by_form(text: str, label: str, nouns: Nouns) -> str | None:
    """The type that the words of a name tell alone: a legal form, its head, its first word."""
    words = text.replace(",", " ").split()
    if len(words) < 2:
        return "PublicBody" if words and nouns.last.get(words[0].casefold()) == "PublicBody" else None
    if text.casefold() in read_words("blocs") or words[-1] in nouns.clans | read_words("party_plurals"):
        return "Organization"
    if nouns.legal_form(words[-1]):
        return "Company"
    if (words[0] == "Office" and words[1] == "of") or (
        words[-1] == "Office" and words[-2].endswith(("'", "'s"))
    ):
        return "PublicBody"
    first = nouns.first.get(words[0].casefold())
    if first is not None:
        ends = nouns.last.get(words[-1].casefold())
        return ends if first == "Place" and ends in BODIES else first  # "Lake Resources"
    cut = next(
        (place for place, word in enumerate(words) if place and word in read_words("head_joints")), len(words)
    )
    if (
        cut == len(words)
        and words[-1] in read_words("regions")
        and words[0].casefold().split("-")[0] not in read_words("directions")
    ):
        return "Company"
    last = words[cut - 1].casefold()
    kind = nouns.last.get(last)
    if last == "bank" and cut > 1 and words[cut - 2] in ("Central", "Reserve"):
        return "PublicBody"
    if kind in STATED and words[cut - 1].islower() and nouns.kinds.get(last) == kind:
        return kind  # "the Kulanu party", "the Rural Roads ministry"
    if kind is None or not words[cut - 1][:1].isupper():
        return None
    doubtful = label == "PERSON" or kind == "Place"
    if last in nouns.surnames and (doubtful or nouns.given.person(words) > FAIR):
        return None
    return kind


def kind_of(doc: Doc, spot: Spot, nouns: Nouns) -> str | None:
    """ "the Battle of Ulm", "the Duchy of Milan", cut before "of": what kind of thing, no name."""
    if spot.end - spot.start > 1 or spot.end >= len(doc) or doc[spot.end].lower_ != "of":
        return None
    kind = nouns.last.get(spot.text.casefold())
    return kind if kind in ("Place", NOTHING) else None
