"""Actors that the text describes rather than names: offices, bodies, stand-ins, the unnamed."""

from collections.abc import Sequence

from spacy.tokens import Token

from extract.called import taken_up
from extract.coreference import PRONOUNS, REACH, antecedent, described
from extract.figures import Figure
from extract.nominals import modifiers, possessors
from extract.offices import office_holder
from extract.prepositions import prepositional
from extract.scene import Bound, Scene, country_of, led_state, phrase, registry_figure
from graph.resolve.names import fold

DEFINITE = frozenset({"the", "this", "that", "these", "those"})


# Nouns that may take up any actor of their type, whatever it was called.
ANY = frozenset(
    "company firm corporation enterprise business group concern organisation organization body regulator watchdog pipeline "
    "plant mine project refinery vessel ship tanker deal agreement accord treaty pact memorandum contract".split()
)
INDEFINITE = frozenset({"a", "an", "another", "one"})


def read_office(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "the Polish prime minister", "the president": who held the office on the document's date."""
    if (
        "Person" not in types
        or scene.nouns.kinds.get(token.lemma_) != "Person"
        or token.tag_ in ("NNS", "NNPS")
    ):
        return []
    country = country_of(token, segment, scene)
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


def read_described(
    token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int
) -> list[Bound]:
    """ "Russia's sovereign wealth fund": the registry knows which one that is."""
    country = country_of(token, segment, scene)
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


def read_body(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "the Austrian finance ministry", "Peru's port authority": a public body of a state, known or not."""
    if scene.nouns.kinds.get(token.lemma_) != "PublicBody" or country_of(token, segment, scene) is None:
        return []
    return read_unnamed(token, segment, scene, types, depth)


def read_standin(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "Russian troops", "officials from the EU", "the Trump administration": whom they act for."""
    if token.lemma_.lower() not in scene.nouns.states:
        return []
    none = any(c.lower_ == "no" for c in token.children)
    if token.tag_ == "NN" and not none and scene.nouns.kinds.get(token.lemma_) == "Person":
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
            figure = led_state(figure, scene)
        if figure is not None and figure.type in types and figure.type not in ("Person", "Place"):
            start, end = phrase(token)
            return [Bound(figure, token, start, end)]
    return []


def read_definite(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "the company", "that fund", "the senator", said again of an actor that was called so before.

    The one called so; of several the nearest; else, for nouns that fit any, the nearest of the type.
    """
    if token.tag_ in ("NNS", "NNPS") or not any(c.lower_ in DEFINITE for c in token.children):
        return []
    if any(c.dep_ in ("poss", "prep", "relcl", "acl", "appos", "nummod") for c in token.children):
        return []
    kind = scene.nouns.kinds.get(token.lemma_)
    place = scene.place_of[segment, token.i]
    bare = not any(c.dep_ in ("amod", "compound", "nmod") for c in token.children)
    if bare and kind is not None and token.lemma_ in ANY:
        figure = described(token, place, scene.sentences, kind)
    else:
        called = [f for f in taken_up(token, segment, scene.calls, scene.nouns.same) if f.type in types]
        if not called or _introduced(token, place, scene, called):
            return []
        figure = called[0] if len(called) == 1 else described(token, place, scene.sentences, "", called)
    if figure is None or figure.type not in types:
        return []
    start, end = phrase(token)
    return [Bound(figure, token, start, end)]


def _introduced(noun: Token, place: int, scene: Scene, called: Sequence[Figure]) -> bool:
    """Whether "a committee", not named, was brought in after the last sentence that names one of `called`."""
    for back in range(min(REACH + 1, place + 1)):
        sentence = scene.sentences[place - back]
        if any(c.figure is f for c in sentence.candidates for f in called):
            return False
        if any(
            t.lemma_ == noun.lemma_
            and t != noun
            and t.dep_ not in ("appos", "attr", "compound", "nmod")
            and any(c.lower_ in INDEFINITE for c in t.children)
            for t in sentence.span
        ):
            return True
    return False


def read_unnamed(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
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
    country = country_of(token, segment, scene)
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
