"""Blocking keys: mentions that share one are one actor. They follow from the mention alone."""

import re
from collections.abc import Iterator

from graph.model import Mention
from graph.resolve.names import fold, strip_forms

Key = tuple[str, str]

# What may name one actor in one text and another in the next; mixed types that a reader exchanges.
_GROUPS = {"Company": "organization", "PublicBody": "organization", "Organization": "organization"}
_HONORIFICS = re.compile(
    "mr|mrs|ms|miss|dr|sir|dame|lord|lady|president|premier|prime|minister|chancellor|secretary|"
    "senator|governor|general|king|queen|prince|princess|sheikh|crown|ambassador|foreign|finance|defence"
)
_GENERATIONS = re.compile("jr|sr|junior|senior|ii|iii|iv")
_GENERIC = re.compile(
    "foreign|finance|defen[cs]e|energy|interior|justice|economic|economy|trade|oil|gas|petroleum|state|national|"
    "federal|supreme|central|sovereign|wealth|investment|development|and|of|for|affairs|external|the|office|"
    "ministry|department|treasury|bank|fund|court|government|parliament|congress|senate|cabinet|army|navy|"
    "police|council|committee|commission|agency|authority|service|administration|company|group|firm|party|"
    "board|university|embassy|regulator|prosecutor|general|intelligence|security"
)


def keys(mention: Mention) -> frozenset[Key]:
    """The keys of a mention: its registry id, or its names where they are strong enough to stand alone.

    None for a person by surname only, for what is described and not named, and for generic
    names ("Foreign Ministry") that no country tells apart.
    """
    if mention.registry is not None:
        return frozenset({("id", mention.registry)})
    if not mention.named:
        return frozenset()
    group = _GROUPS.get(mention.type, mention.type.lower())
    return frozenset((group, name) for name in _names(mention))


def _names(mention: Mention) -> Iterator[str]:
    for spelling in (mention.name, *mention.aliases):
        folded = fold(spelling)
        if not folded or spelling == spelling.lower() != spelling.upper():
            continue
        if mention.type == "Person":
            yield from _person(folded)
            continue
        name = strip_forms(folded)
        tokens = name.split()
        if all(_GENERIC.fullmatch(token) is not None for token in tokens):
            if mention.country is not None:
                yield f"{name}\x1f{mention.country}"
        elif len(tokens) > 1 or len(name) >= 4:
            yield name


def _person(folded: str) -> Iterator[str]:
    tokens = folded.split()
    while tokens and _HONORIFICS.fullmatch(tokens[0]) is not None:
        del tokens[0]
    if sum(len(token) > 1 and _GENERATIONS.fullmatch(token) is None for token in tokens) > 1:
        yield " ".join(tokens)
