"""The name that stands for a noun, because the sentence says that both are one: "the company, Rosneft"."""

from extract.grammar.clauses import subjects
from extract.grammar.conjuncts import coordinated
from extract.grammar.picked import named_behind, namings, one_of
from extract.grammar.prepositions import prepositional
from extract.names.figures import BODIES, Figure
from extract.reference.crowds import PARTITIVES
from extract.reference.scene import Bound, Scene
from extract.syntax.parse import Token
from extract.vocabulary.words import read_words


def named_at(figure: Figure, token: Token, segment: int, scene: Scene) -> Bound:
    """The figure that a word names, with the whole name as its surface."""
    spot = scene.cast.spot_at[segment, token.i]
    return Bound(figure, token, spot.start, spot.end)


def some_people(token: Token, segment: int, scene: Scene) -> bool:
    """ "an Albanian", "two wealthy Russians", "hundreds of Russians": some of its people, not the State."""
    if any(c.lower_ in ("a", "an") for c in token.children):
        return True
    behind = scene.cast.at.get((segment, token.i + 1)) if token.tag_ == "NNPS" else None
    if behind is not None and behind.type == "Person":
        return True  # "the Australians John Loney and Steven Reid"
    if not scene.cast.spot_at[segment, token.i].demonym or not token.text.endswith("s"):
        return False
    some = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ in PARTITIVES
    return some or any(c.dep_ in ("amod", "nummod") for c in token.children)


def read_apposition(
    token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int
) -> list[Bound]:
    """ "the company, Rosneft", "a company called Novatek", and a noun in apposition to a name."""
    apposed = _apposed(token, segment, scene, types)
    if apposed:
        return apposed
    for naming in namings(token):
        for name in naming.subtree:
            at = scene.cast.at.get((segment, name.i))
            if at is not None and at.type in types:
                return [named_at(at, name, segment, scene)]
    behind = _called_before(token, segment, scene)
    if behind is not None and behind.figure.type in types:
        return [behind]
    if token.dep_ == "appos" and token.head.pos_ in ("PROPN", "NOUN"):
        at = scene.cast.at.get((segment, token.head.i))
        if at is not None and at.type in types:
            return [named_at(at, token.head, segment, scene)]
    if token.dep_ == "appos" and token.head.pos_ == "NOUN":
        return read_apposition(token.head, segment, scene, types, depth + 1) if depth < 3 else []
    return []


def _apposed(token: Token, segment: int, scene: Scene, types: frozenset[str]) -> list[Bound]:
    """The names in apposition to a noun: all of them to a plural, "two Democrats, A and B"."""
    plural = token.tag_ in ("NNS", "NNPS")
    apposed = [c for c in token.children if c.dep_ == "appos"]
    if plural and len(apposed) > 1:
        found = [
            named_at(at, f.token, segment, scene)
            for appos in apposed
            for f in coordinated(appos)
            if (at := scene.cast.at.get((segment, f.token.i))) is not None and at.type in types
        ]
        if found:
            return found
    for child in apposed:
        named = [filler.token for filler in coordinated(child)] if plural else [child]
        found = [
            named_at(at, t, segment, scene)
            for t in named
            if (at := scene.cast.at.get((segment, t.i))) and not some_people(t, segment, scene)
        ]
        if found and found[0].figure.type in types:
            return found
    return []


def _called_before(token: Token, segment: int, scene: Scene) -> Bound | None:
    """ "the lawyer Lena Ortiz", "oil giant Shell": the name right behind a noun that says what it is."""
    kind = scene.nouns.kinds.get(token.lemma_.lower())
    behind = (segment, token.i + 1)
    if kind is None or token.tag_ != "NN" or behind not in scene.cast.at:
        return None
    spot, figure = scene.cast.spot_at[behind], scene.cast.at[behind]
    if (
        spot.start != token.i + 1
        or spot.demonym
        or not (figure.type == kind or {figure.type, kind} <= BODIES)
    ):
        return None
    return Bound(figure, token.doc[spot.start : spot.end].root, spot.start, spot.end)


def read_sort(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "the M23 rebel group", "the Kayes region", "the region of Kayes": the name beside what it is."""
    if token.lemma_ in read_words("areas") and token.tag_ == "NN" and "Place" in types:
        before = [c for c in token.children if c.dep_ == "compound"]
        near = [(c, scene.cast.at.get((segment, c.i))) for c in before or prepositional(token, "of")]
        return [named_at(at, c, segment, scene) for c, at in near if at is not None and at.type == "Place"][
            :1
        ]
    if token.lemma_ not in read_words("sorts") or token.tag_ != "NN":
        return []
    for child in token.children:
        at = scene.cast.at.get((segment, child.i)) if child.dep_ in ("compound", "nmod") else None
        if at is not None and at.type in ("Organization", "Company") and at.type in types:
            return [named_at(at, child, segment, scene)]
    return []


def read_predicate(
    token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int
) -> list[Bound]:
    """ "Novatek is a company which …": what a name is said to be stands for the name."""
    while token.dep_ == "conj" and token.head.pos_ == "NOUN":
        token = token.head
    verb = token.head
    if token.dep_ == "nsubj" and verb.lemma_ == "be" and any(c.dep_ == "relcl" for c in token.children):
        return _turned(token, verb, segment, scene, types)
    if token.dep_ == "pobj" and token.tag_ == "NNS":
        behind = [(t, scene.cast.at.get((segment, t.i))) for t in named_behind(token)]
        named = [named_at(at, t, segment, scene) for t, at in behind if at is not None and at.type in types]
        if named:
            return named
        if any(c.dep_ == "relcl" for c in token.children):
            token, verb = one_of(token)
    if token.dep_ not in ("attr", "pobj") or verb.lemma_ not in read_words("being"):
        return []
    if any(c.dep_ == "neg" for c in verb.children):
        return []
    found = [scene.cast.at.get((segment, t.i)) for t in subjects(verb)]
    figures = [figure for figure in found if figure is not None]
    if len(figures) != 1 or figures[0].type not in types:
        return []
    return [named_at(figures[0], t, segment, scene) for t in subjects(verb)[:1]]


def _turned(token: Token, verb: Token, segment: int, scene: Scene, types: frozenset[str]) -> list[Bound]:
    """ "The company that owns it is Novatek": who is told of first and named behind."""
    definite = any(c.lower_ == "the" for c in token.children) and token.tag_ == "NN"
    if not definite or any(c.dep_ == "neg" for c in verb.children):
        return []
    for name in (c for c in verb.children if c.dep_ == "attr"):
        at = scene.cast.at.get((segment, name.i))
        if at is not None and at.type in types:
            return [named_at(at, name, segment, scene)]
    return []
