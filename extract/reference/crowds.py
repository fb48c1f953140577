"""Crowds: of the many that a text speaks of, those that it names."""

from itertools import pairwise

from extract.grammar.conjuncts import coordinated
from extract.grammar.prepositions import prepositional
from extract.reference.scene import Bound, Scene
from extract.syntax.parse import Token
from extract.syntax.relatives import SUBJECTS

PARTITIVES = frozenset(
    (
        "one some group spectacle sight image number member part series list handful majority dozen pair "
        "most many all each several team consortium coalition delegation both hundred thousand lot range "
        "none any either neither half quarter third fifth tenth rest remainder bulk part portion cent percent %"
    ).split()
)
THOSE = frozenset({"those", "people"})
SINGLING = frozenset({"acl", "relcl", "prep", "amod"})
IDENTIFYING = frozenset({"call", "identify", "know", "name"})


def read_included(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "a handful of tycoons, including Igor Sechin", "those arrested were Ann Ott and Ben Roe": of a crowd, those named."""
    crowd = token.tag_ == "NNS" or token.lemma_.lower() in PARTITIVES
    named = [*prepositional(token, "including"), *_such_as(token), *_among_them(token)] if crowd else []
    if crowd or token.lower_ in THOSE:
        named += _told_as(token)
    members = [f.token for t in named for f in coordinated(t)]
    return [
        Bound(at, t, scene.cast.spot_at[segment, t.i].start, scene.cast.spot_at[segment, t.i].end)
        for t in members
        if (at := scene.cast.at.get((segment, t.i))) is not None and at.type in types
    ]


def _such_as(crowd: Token) -> list[Token]:
    """Behind "such as" or "like", wherever the parse hangs it."""
    found = []
    for word in crowd.doc[crowd.i + 1 : min(crowd.i + 12, crowd.sent.end)]:
        if word.dep_ != "prep" or word.head not in (crowd, crowd.head):
            continue
        if (word.lower_ == "as" and word.nbor(-1).lower_ == "such") or (
            word.lower_ == "like" and word.head == crowd
        ):
            found += [c for c in word.children if c.dep_ == "pobj"]
    return found


def _among_them(crowd: Token) -> list[Token]:
    """ "investors in Klarna, among them Sequoia": the name right behind, whatever the parse hangs it on."""
    near = crowd.doc[crowd.i + 1 : min(crowd.i + 12, crowd.sent.end)]
    for word, them in pairwise(near):
        if word.lower_ != "among" or them.lower_ not in ("them", "whom") or them.i + 1 >= crowd.sent.end:
            continue
        name = them.nbor(1)
        while name.head.i > name.i and name.dep_ in ("det", "compound", "amod", "nmod", "poss", "nummod"):
            name = name.head
        return [name] if word.head in (crowd, crowd.head) or name.pos_ == "PROPN" else []
    return []


def _told_as(crowd: Token) -> list[Token]:
    """Who is told to be in it: "the men are A and B", "those named include A", "among them was A", "known as A"."""
    verb = crowd.head
    if not any(c.dep_ in SINGLING for c in crowd.children):
        return []
    if crowd.dep_ in SUBJECTS and verb.lemma_ in ("be", "include") and _plain(verb):
        return [n for c in verb.children if c.dep_ in ("attr", "dobj") and c.i > verb.i for n in _names(c)]
    among = crowd.dep_ == "pobj" and verb.lower_ in ("among", "amongst") and verb.head.lemma_ == "be"
    if among and verb.i < verb.head.i and _plain(verb.head):
        return [
            n
            for c in verb.head.children
            if c.i > verb.head.i
            for n in _names(c)
            if c.dep_ in (*SUBJECTS, "attr")
        ]
    naming = [c for c in crowd.children if c.dep_ == "acl" and c.lemma_ in IDENTIFYING]
    return [n for c in naming for t in prepositional(c, "as") for n in _names(t)]


def _plain(verb: Token) -> bool:
    """Whether a verb tells what is so: neither denied nor "could be"."""
    return not any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children)


def _names(told: Token) -> list[Token]:
    """A name, or the names behind what they are: "the businessmen A and B"."""
    if told.pos_ == "PROPN":
        return [told]
    return [
        c for c in told.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.left_edge.i == told.i + 1
    ]
