"""From a token that fills a role to the figure it stands for."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from extract.actors import Cast, Figure
from extract.arguments import Filler, modifiers, possessors, prepositional, subjects
from extract.assertion import read_lexicon
from extract.coreference import FIRST, PLURAL, PRONOUNS, Sentence, antecedent, described
from extract.nouns import Nouns
from extract.offices import office_holder
from graph.registry import Entry, Registry
from graph.resolve.names import fold

PARTITIVES = frozenset(
    (
        "one some group spectacle sight image number member part series list handful majority dozen pair "
        "most many all each several team consortium coalition delegation both hundred thousand lot range"
    ).split()
)
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
INDEFINITE = frozenset({"a", "an", "another", "one"})


@dataclass(frozen=True, slots=True)
class Bound:
    """A figure at one end of a reading: the token it was read from and its surface (tokens start to end)."""

    figure: Figure
    token: Token
    start: int
    end: int
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """What is needed to read the ends of one document."""

    cast: Cast
    sentences: Sequence[Sentence]
    place_of: dict[tuple[int, int], int]
    registry: Registry
    nouns: Nouns
    date: str | None
    described: dict[tuple[str, str], Figure] = field(default_factory=dict)


def bind(filler: Filler, segment: int, scene: Scene, types: frozenset[str]) -> list[Bound]:
    """The figures that a filler stands for, among those of the allowed types; [] where it names none."""
    token = filler.token
    found = _bind(token, segment, scene, types, 0)
    denied = filler.negated or any(c.dep_ == "det" and c.lower_ in ("no", "neither") for c in token.children)
    return [Bound(b.figure, b.token, b.start, b.end, denied) for b in found if b.figure.type in types]


def _bind(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    if depth > 3:
        return []
    at = scene.cast.at.get((segment, token.i))
    if at is not None:
        return [_named(at, token, segment, scene)]
    if token.lower_ in FIRST:
        return _quoted_speaker(token, segment, scene, types, depth)
    if token.lower_ in PRONOUNS:
        figure = antecedent(token, scene.place_of[segment, token.i], scene.sentences, types)
        return [Bound(figure, token, token.i, token.i + 1)] if figure is not None else []
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "PRON", "DET"):
        return []
    for read in (_apposition, _office, _described_actor, _body, _standin, _partitive, _definite, _unnamed):
        found = read(token, segment, scene, types, depth)
        if found:
            return found
    return []


def _named(figure: Figure, token: Token, segment: int, scene: Scene) -> Bound:
    spot = scene.cast.spot_at[segment, token.i]
    return Bound(figure, token, spot.start, spot.end)


def _apposition(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "the company, Rosneft", "a company called Novatek", and a noun that is itself in apposition to a name."""
    for child in token.children:
        if child.dep_ == "appos":
            at = scene.cast.at.get((segment, child.i))
            if at is not None and at.type in types:
                return [_named(at, child, segment, scene)]
        if child.dep_ == "acl" and child.lower_ in ("called", "named", "dubbed", "known"):
            for name in child.subtree:
                at = scene.cast.at.get((segment, name.i))
                if at is not None and at.type in types:
                    return [_named(at, name, segment, scene)]
    if token.dep_ == "appos" and token.head.pos_ in ("PROPN", "NOUN"):
        at = scene.cast.at.get((segment, token.head.i))
        if at is not None and at.type in types:
            return [_named(at, token.head, segment, scene)]
    if token.dep_ == "appos" and token.head.pos_ == "NOUN":
        return _apposition(token.head, segment, scene, types, depth + 1) if depth < 3 else []
    return []


def _quoted_speaker(
    token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int
) -> list[Bound]:
    """ "I" in a quotation is whoever is reported to say it."""
    if "Person" not in types:
        return []
    for verb in token.ancestors:
        if verb.dep_ in ("ccomp", "parataxis") and verb.head.lemma_ in read_lexicon().report:
            said = [
                b
                for t in subjects(verb.head)
                if t != token
                for b in _bind(t, segment, scene, frozenset({"Person"}), depth + 1)
            ]
            return [Bound(b.figure, token, token.i, token.i + 1) for b in said]
    return []


def _country(token: Token, segment: int, scene: Scene) -> Figure | None:
    """The State that a noun is tied to by an adjective, a possessive or "of"."""
    for near in (*modifiers(token), *possessors(token), *prepositional(token, "of")):
        figure = scene.cast.at.get((segment, near.i))
        if figure is not None and figure.type == "State":
            return figure
    return None


def _office(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "the Polish prime minister", "the president": who held the office on the document's date."""
    if (
        "Person" not in types
        or scene.nouns.kinds.get(token.lemma_) != "Person"
        or token.tag_ in ("NNS", "NNPS")
    ):
        return []
    country = _country(token, segment, scene)
    person = office_holder(
        token,
        country,
        scene.cast,
        scene.registry,
        scene.date,
        scene.place_of.get((segment, token.i), 0),
        scene.sentences,
    )
    if person is None:
        return []
    start, end = phrase(token)
    return [Bound(person, token, start, end)]


def _described_actor(
    token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int
) -> list[Bound]:
    """ "Russia's sovereign wealth fund": the registry knows which one that is."""
    country = _country(token, segment, scene)
    code = None
    if country is not None and country.registry is not None:
        code = scene.registry.entries[country.registry].country
    elif any(c.lower_ in DEFINITE for c in token.children) or token.pos_ == "PROPN":
        code = scene.cast.home
    if code is None:
        return []
    words = [
        c.lower_
        for c in token.subtree
        if (c.i <= token.i and c.dep_ in ("amod", "compound", "nmod")) or c == token
    ]
    for start in range(len(words)):
        entry = scene.registry.described(code, " ".join(words[start:]))
        if entry is not None and entry.type in types:
            begin, end = phrase(token)
            return [Bound(registry_figure(scene, entry), token, begin, end)]
    return []


def _body(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "the Austrian finance ministry", "Peru's port authority": a public body of a state, known or not."""
    if scene.nouns.kinds.get(token.lemma_) != "PublicBody" or _country(token, segment, scene) is None:
        return []
    return _unnamed(token, segment, scene, types, depth)


def _figure(scene: Scene, key: str, name: str, kind: str) -> Figure:
    for figure in scene.cast.figures:
        if figure.key == key:
            return figure
    figure = Figure(key, name, kind)
    scene.cast.figures.append(figure)
    return figure


def _standin(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "Russian troops", "officials from the EU", "the Trump administration": whom they act for."""
    if token.lemma_.lower() not in scene.nouns.states:
        return []
    if token.tag_ == "NN" and scene.nouns.kinds.get(token.lemma_) == "Person":
        return []
    sources = (
        *modifiers(token),
        *possessors(token),
        *prepositional(token, "of"),
        *prepositional(token, "from"),
        *prepositional(token, "in"),
    )
    for near in sources:
        figure = scene.cast.at.get((segment, near.i))
        if figure is None and near.lower_ in PRONOUNS:
            figure = antecedent(near, scene.place_of[segment, near.i], scene.sentences, types | {"Person"})
        if figure is None:
            continue
        if figure.type == "Person" and token.lemma_ in ("administration", "government", "regime"):
            figure = _state_of(figure, scene)
        if figure is not None and figure.type in types and figure.type not in ("Person", "Place"):
            start, end = phrase(token)
            return [Bound(figure, token, start, end)]
    return []


def registry_figure(scene: Scene, entry: Entry) -> Figure:
    """The figure of a registry actor, added to the cast where the text has not named it."""
    state = scene.registry.state(entry.country) if entry.country is not None else None
    figure = _figure(scene, entry.id, entry.name, entry.type)
    figure.registry, figure.country = entry.id, state.id if state is not None else None
    return figure


def _state_of(person: Figure, scene: Scene) -> Figure | None:
    if person.registry is None:
        return None
    for office in scene.registry.in_office(person.registry, scene.date):
        if office.kind.startswith("head of") and office.of in scene.registry.entries:
            return registry_figure(scene, scene.registry.entries[office.of])
    return None


def state_of(figure: Figure, scene: Scene) -> Figure | None:
    """The State that a ministry belongs to or an office-holder leads; None where the registry does not tell."""
    if figure.type == "Person":
        return _state_of(figure, scene)
    if figure.country is None or figure.type != "PublicBody":
        return None
    entry = scene.registry.entries.get(figure.country)
    return registry_figure(scene, entry) if entry is not None else None


def _partitive(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    if token.lemma_.lower() not in PARTITIVES:
        return []
    members = [t for t in prepositional(token, "of") if t.lower_ not in PLURAL]
    return [b for t in members for b in _bind(t, segment, scene, types, depth + 1)]


def _definite(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "the company", "that fund", said again of an actor named before."""
    kind = scene.nouns.kinds.get(token.lemma_)
    if kind is None or token.tag_ in ("NNS", "NNPS") or kind == "Person":
        return []
    if not any(c.lower_ in DEFINITE for c in token.children):
        return []
    if any(c.dep_ in ("amod", "compound", "nmod", "poss", "prep", "relcl", "acl") for c in token.children):
        return []
    figure = described(token, scene.place_of[segment, token.i], scene.sentences, kind)
    if figure is None or figure.type not in types:
        return []
    start, end = phrase(token)
    return [Bound(figure, token, start, end)]


def _unnamed(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "a Russian billionaire": an actor of its own, singled out by a country or a name beside it."""
    kind = scene.nouns.kinds.get(token.lemma_)
    if (
        kind not in ("Person", "Company", "Asset", "Deal", "PublicBody")
        or kind not in types
        or token.tag_ != "NN"
    ):
        return []
    article = next((c.lower_ for c in token.children if c.dep_ == "det"), "")
    numbered = any(c.like_num or "-" in c.text for c in modifiers(token))
    country = _country(token, segment, scene)
    singled = country is not None or any(
        t.pos_ == "PROPN" for t in modifiers(token) if t.dep_ in ("compound", "nmod", "amod")
    )
    if kind == "Deal" and not (numbered or (singled and article in ("", "the"))):
        return []
    singled_before = singled
    if kind == "Asset" and article == "the" and _located(token) is not None:
        singled = True
    if kind != "Deal" and not singled:
        return []
    start, end = phrase(token)
    place = _located(token) if kind == "Asset" and not singled_before else None
    end = place.i + 1 if place is not None else end
    name = token.doc[start:end].text
    key = f"unnamed:{fold(name)}"
    if article in INDEFINITE:
        key += f":{segment}:{token.i}"
    known = [f for f in scene.cast.figures if f.key.startswith(key)]
    if known:
        return [Bound(known[-1], token, start, end)]
    proper = any(t.pos_ == "PROPN" and t.ent_type_ not in ("NORP",) for t in token.doc[start:end])
    named = proper and article not in INDEFINITE and kind in ("Asset", "Company", "Deal", "PublicBody")
    figure = Figure(key, name, kind, country=country.registry if country is not None else None, named=named)
    figure.gender = scene.nouns.genders.get(token.lemma_)
    scene.cast.figures.append(figure)
    return [Bound(figure, token, start, end)]


def _located(noun: Token) -> Token | None:
    """The name of the place of "the refinery at Pancevo"."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("at", "in", "of", "near") and child.i == noun.i + 1:
            for place in child.children:
                if place.dep_ == "pobj" and place.pos_ == "PROPN":
                    return place
    return None


def phrase(noun: Token) -> tuple[int, int]:
    """The tokens of a noun with what stands before it, its article left out."""
    start = noun.i
    for child in noun.children:
        if child.i < noun.i and child.dep_ in ("compound", "amod", "nmod", "nummod", "advmod"):
            start = min(start, child.left_edge.i)
        elif child.i < noun.i and child.dep_ == "poss":
            own = [c.i for c in child.children if c.dep_ == "compound" and c.ent_type_ == child.ent_type_]
            start = min([start, child.i, *own])
    while start < noun.i and (
        noun.doc[start].pos_ in ("DET", "PUNCT", "CCONJ") or noun.doc[start].tag_ in ("PRP$",)
    ):
        start += 1
    return start, noun.i + 1
