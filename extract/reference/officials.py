"""Officials told of by their State alone: "the Russian diplomat", "Norway's ambassador", whom the text has named."""

from collections.abc import Iterator

from extract.grammar.nominals import modifiers, possessors
from extract.grammar.prepositions import prepositional
from extract.names.called import Call
from extract.names.figures import Figure
from extract.reference.scene import Bound, Scene, ahead, country_of, heads, phrase
from extract.syntax.parse import Token

DIPLOMATS = ("diplomat", "ambassador", "envoy", "representative", "emissary", "consul")
# What each may have been called when he was named.
CALLED = {
    "ambassador": ("ambassador", "envoy", "representative"),
    "diplomat": (*DIPLOMATS, "minister"),
    "envoy": DIPLOMATS,
    "lawmaker": ("lawmaker", "deputy", "legislator", "parliamentarian", "senator", "mp"),
    "leader": ("leader", "president", "premier", "chancellor", "ruler", "king", "emir"),
    "minister": ("minister", "counterpart"),
    "official": ("official", "minister", "secretary", "spokesman", "spokeswoman", *DIPLOMATS),
    "politician": (
        "politician",
        "lawmaker",
        "deputy",
        "legislator",
        "parliamentarian",
        "senator",
        "leader",
        "chairman",
    ),
    "premier": ("premier", "minister"),
    "president": ("president",),
    "representative": DIPLOMATS,
    "senator": ("senator", "lawmaker"),
    "spokesman": ("spokesman",),
    "spokeswoman": ("spokeswoman",),
}
TOP = frozenset({"top", "chief"})
FOREIGN = frozenset({"foreign", "state"})
RANKS = frozenset({"top", "senior", "chief", "high", "ranking", "veteran", "leading", "same"})
UNSURE = frozenset("a an another any every former ex late next no one other some then new".split())
BESIDE = ("amod", "compound", "nmod")


def read_official(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """The one person named before whom the text calls so, and ties to that State."""
    called = CALLED.get(token.lemma_.lower())
    if called is None or "Person" not in types or token.tag_ not in ("NN", "NNP"):
        return []
    state = country_of(token, segment, scene)
    words = {c.lower_ for c in token.children if c.i < token.i}
    if state is None or words & UNSURE or any(c.dep_ in ("appos", "relcl", "acl") for c in token.children):
        return []
    if any(c.dep_ == "prep" and c.lower_ != "of" for c in token.children) or _named_behind(
        token, segment, scene
    ):
        return []
    told = _told(token, segment, scene)
    if called[0] == "diplomat" and words & TOP:
        called, told = ("minister", "secretary", "diplomat"), set()
    found: dict[int, Figure] = {}
    for call in _calls(called, token, segment, scene):
        fields = told if "counterpart" not in call.words else set()
        if call.figure.type != "Person" or not fields <= call.words | {"minister"}:
            continue
        foreign = call.words & FOREIGN or "diplomat" in call.words
        if ("minister" in call.words and token.lemma_ == "diplomat" and not foreign) or (
            words & TOP and not foreign
        ):
            continue
        if state.registry in homes(call.figure, scene):
            found[id(call.figure)] = call.figure
    if len(found) != 1:
        return []
    start, end = phrase(token)
    return [Bound(found.popitem()[1], token, start, end)]


def _calls(called: tuple[str, ...], token: Token, segment: int, scene: Scene) -> Iterator[Call]:
    for noun in called:
        for call in scene.calls.get(noun, ()):
            if (call.segment, call.token) < (segment, token.i) and not _one_of_several(call, scene):
                yield call


def _one_of_several(call: Call, scene: Scene) -> bool:
    """ "Norway's envoys A and B": which of them "the Norwegian envoy" is, nobody knows."""
    place = scene.place_of.get((call.segment, call.token))
    doc = scene.sentences[place].span.doc if place is not None else None
    return doc is not None and call.token > 0 and doc[call.token - 1].tag_ in ("NNS", "NNPS")


def _told(token: Token, segment: int, scene: Scene) -> set[str]:
    """What is said of the office beside its State and its rank: "foreign" of a minister."""
    return {
        c.lower_
        for c in token.children
        if c.dep_ in BESIDE
        and c.i < token.i
        and c.lower_ not in RANKS
        and (segment, c.i) not in scene.cast.at
    }


def _named_behind(token: Token, segment: int, scene: Scene) -> bool:
    """ "Russian diplomat Ivan Berg": he has his name beside him."""
    if token.dep_ in ("compound", "nmod", "appos"):
        return True
    spot = scene.cast.spot_at.get((segment, token.i + 1))
    return spot is not None and spot.start == token.i + 1 and not spot.demonym


def homes(person: Figure, scene: Scene) -> set[str]:
    """The registry ids of the States that a person is known, or told at his name, to be of."""
    found = {person.country} if person.country is not None else set()
    if person.registry is not None:
        return {c for c in found if c is not None}
    for segment, root in heads(person, scene):
        near = ahead(root)
        roles = [c for c in (root.head, *root.children) if c.dep_ == "appos" or root.dep_ == "appos"]
        for role in roles:
            if role.pos_ == "NOUN":
                near += [*modifiers(role), *possessors(role), *prepositional(role, "of")]
        for token in near:
            at = scene.cast.at.get((segment, token.i))
            if at is not None and at.type == "State" and at.registry is not None:
                found.add(at.registry)
    return {c for c in found if c is not None}
