"""Actors that nothing but what they are tells: "an empty depot", "the transport committee", "a defence pact".

They are read where nothing else is meant, and only beside an actor that is known (`known_beside`). Words in nameless.toml.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from extract.grammar.nominals import modifiers
from extract.grammar.picked import named_beside
from extract.grammar.sorts import one_of_sort
from extract.names.figures import Figure
from extract.names.neighbours import kind_told
from extract.reference.scene import Bound, Scene, figure_for, phrase
from extract.reference.tied import PARTS
from extract.reference.unnamed import INDEFINITE, UNNAMED
from extract.syntax.climb import first_joined
from extract.syntax.parse import Token
from extract.vocabulary.nouns import Nouns
from graph.resolve.names import fold

NAMELESS = f"{UNNAMED}~"
ONE = frozenset({"Asset", "Company", "Deal", "Organization", "PublicBody"})
SEVERAL = {"Company": "Companies", "Organization": "Organizations", "Person": "Persons"}
PLURAL = f"{NAMELESS}s:"


@dataclass(frozen=True, slots=True)
class Lists:
    """nameless.toml: lists of words, and predicates by side and type."""

    words: dict[str, frozenset[str]]
    sides: tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]


@cache
def _lists() -> Lists:
    data = tomllib.loads(
        resources.files("extract.reference").joinpath("nameless.toml").read_text(encoding="utf-8")
    )
    sets = {
        table: {name: frozenset(found) for name, found in data[table].items()}
        for table in ("words", "subject", "object")
    }
    return Lists(sets["words"], (sets["subject"], sets["object"]))


def read_nameless(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """A thing, a body or a deal that the text only describes; the same words with "the" mean the same one again."""
    kind = _kind(token, scene.nouns, types)
    if depth or kind not in types or not takes_part(token, segment, scene):
        return []
    if kind == "Organization" and any(c.dep_ in ("acl", "relcl") and c.tag_ == "VB" for c in token.children):
        return []  # "a movement to plant trees": what is done, nobody
    article = next((c.lower_ for c in token.children if c.dep_ == "det"), "")
    if (_owned(token) and kind != "PublicBody") or not _enough(token, kind, article):
        return []
    start, end = phrase(token)
    start = max([start, *(c.right_edge.i + 1 for c in token.children if c.dep_ == "poss")])
    name = token.doc[start : _place_end(token, segment, scene)].text
    if '"' in name:
        return []
    key = f"{PLURAL if token.tag_ == 'NNS' and kind in SEVERAL else NAMELESS}{fold(name)}"
    if article in INDEFINITE:
        key += f":{segment}:{token.i}"
    figure = _said_before(token, key, scene) if article not in INDEFINITE else None
    if figure is None:
        figure = figure_for(scene.cast, key, name, kind)
        figure.named = False
        figure.spellings.setdefault(token.doc[start:end].text, 1)
    return [Bound(figure, token, start, end)]


def known_beside(predicate: str, subject: Figure, other: Figure, certain: bool) -> bool:
    """Whether a statement with a nameless actor tells something.

    Its other end must be known, the predicate one that is told of such an actor on that side; and of a nameless deal
    nothing is told by a denial or a mere thought (not `certain`).
    """
    ends = (subject, other)
    nameless = [side for side in (0, 1) if ends[side].key.startswith(NAMELESS)]
    if not nameless:
        return True
    side = nameless[0]
    kind = ends[side].type or ""
    if ends[side].key.startswith(PLURAL):
        kind = SEVERAL[kind]
    if len(nameless) > 1 or predicate not in _lists().sides[side][kind]:
        return False
    return certain or kind != "Deal"


def _kind(token: Token, nouns: Nouns, types: frozenset[str]) -> str:
    """What a common noun of one thing or body is: "a depot", "a power line"; "eleven flats" only as what is owned."""
    if token.pos_ != "NOUN" or not token.text.islower() or token.lemma_ in _lists().words["no_actors"]:
        return ""
    if any(c.lower_ in _lists().words["unmaking"] for c in token.children):
        return ""
    kind = kind_told(token, nouns) or ""
    if token.tag_ == "NNS" and not one_of_sort(token):
        counted = any(c.dep_ == "nummod" for c in token.children)
        owned = kind == "Asset" and token.lemma_ != "project" and counted and "Person" not in types
        return kind if owned or (kind in SEVERAL and not _owned(token)) else ""
    if _owned(token) and token.lemma_ in _lists().words["parts"]:
        return "PublicBody"
    return kind if kind in ONE else ""


def _owned(token: Token) -> bool:
    return any(c.dep_ == "poss" for c in token.children)


def takes_part(token: Token, segment: int, scene: Scene) -> bool:
    """Whether a noun stands for somebody in its clause, and no name beside it tells who that is."""
    behind = token.doc[token.i + 1 : token.i + 4].text.lower().removeprefix(", ")
    if token.dep_ not in PARTS or named_beside(token) or (segment, token.i + 1) in scene.cast.at:
        return False
    first = first_joined(token)
    likened = first.dep_ == "pobj" and first.head.lower_ in _lists().words["likening"]
    return not likened and not behind.startswith(("such as", "including"))


def _enough(token: Token, kind: str, article: str) -> bool:
    """Whether enough is said to mean one: an article, and for most kinds a word that tells which."""
    words = _lists().words
    beside = [t for t in modifiers(token) if t.dep_ in ("amod", "compound", "nmod") and t.i < token.i]
    told = any(tells(t) for t in beside)
    if token.tag_ == "NNS" and not one_of_sort(token):
        counted = any(c.dep_ == "nummod" for c in token.children)
        return not article and (kind == "Asset" or told or (kind == "Person" and counted))
    if _owned(token):
        return told
    if article not in ("a", "an", "the"):
        return False
    if kind == "Deal":
        return (told and token.lemma_ not in words["loose"]) or (
            token.lemma_ in words["solemn"] and (article != "the" or _told_behind(token))
        )
    if kind == "Company":
        if token.lemma_ in words["joint"]:
            return True
        return article != "the" and (told or _place(token) is not None)
    if kind == "Asset":
        return article == "the" or bool(beside) or _place(token) is not None
    return told or (article != "the" and token.lemma_ in words["plain"])


def tells(word: Token) -> bool:
    """Whether a word before a noun tells which one is meant."""
    return word.lower_ not in _lists().words["untold"]


def _told_behind(token: Token) -> bool:
    """ "the treaty on fisheries", "the pact ceding the isles": what tells which stands right behind."""
    return any(c.i == token.i + 1 and (c.dep_ == "acl" or c.lower_ == "on") for c in token.children)


def _place_end(noun: Token, segment: int, scene: Scene) -> int:
    """The token behind a thing and the place that it is told by: "a mine near Lima", "a railway to Herat"."""
    place = _place(noun)
    if place is None:
        return noun.i + 1
    spot = scene.cast.spot_at.get((segment, place.i))
    return spot.end if spot is not None else place.i + 1


def _place(noun: Token) -> Token | None:
    words = _lists().words
    for near in noun.doc.words[noun.i + 1 : noun.i + 2]:
        if near.lower_ in words["where"] or (
            near.lower_ in words["whither"] and noun.lemma_ in words["ways"]
        ):
            for place in near.children:
                if place.dep_ == "pobj" and place.pos_ == "PROPN" and place.ent_type_ not in ("DATE", "TIME"):
                    return place
    return None


def _said_before(token: Token, key: str, scene: Scene) -> Figure | None:
    """The one thing that the text has called so before: "a winter road", then "the winter road", "the road"."""
    said = [f for f in scene.cast.figures if f.key == key or f.key.startswith(f"{key}:")]
    if said:
        return said[-1]
    plain = not any(c.dep_ in ("amod", "compound", "nmod", "nummod") for c in token.children)
    called = [
        f for f in scene.cast.figures if f.type == "Asset" and token.lemma_ in f.name.casefold().split()
    ]
    return called[0] if plain and len(called) == 1 else None
