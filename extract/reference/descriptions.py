"""Actors that the text describes rather than names: by an office, by what they are or were called before."""

from extract.names.figures import Figure
from extract.names.ministries import common_body, own_state
from extract.reference.offices import office_holder
from extract.reference.scene import Bound, Scene, country_of, led_state, phrase, registry_figure
from extract.reference.unnamed import UNNAMED
from extract.syntax.parse import Token
from extract.vocabulary.words import read_words


def read_office(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "the Polish prime minister", "the president": who held the office on the document's date."""
    if (
        "Person" not in types
        or scene.nouns.kinds.get(token.lemma_.lower()) != "Person"
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
    if (
        person is None
        and token.lemma_ in read_words("leading")
        and any(c.lower_ in read_words("definite") for c in token.children)
    ):
        led = [f for f in scene.cast.figures if f.type == "Person" and led_state(f, scene) is country]
        person = led[0] if country is not None and len(led) == 1 else None
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
    elif any(c.lower_ in read_words("definite") for c in token.children) or token.pos_ == "PROPN":
        code = scene.cast.home
    if code is None:
        return []
    words = [
        c.lower_
        for c in token.subtree
        if (c.i <= token.i and c.dep_ in ("amod", "compound", "nmod")) or c == token
    ]
    for start in range(len(words)):
        told = " ".join(words[start:])
        if country is None and common_body(told, scene.nouns):
            figure = _one_so_called(told, scene)
        else:
            entry = scene.registry.described(code, told)
            figure = registry_figure(scene, entry) if entry is not None and entry.type in types else None
        if figure is not None and figure.type in types:
            begin, end = phrase(token)
            return [Bound(figure, token, begin, end)]
    return []


def _one_so_called(told: str, scene: Scene) -> Figure | None:
    """ "the foreign ministry" of no State named beside it: the only one that the text has, else that at home."""
    having = [f for f in scene.cast.figures if f.type == "PublicBody" and _so_called(f, told, scene)]
    if having:
        return having[0] if len(having) == 1 else None
    code = own_state(told, scene.cast.home, scene.seat, scene.cast.countries, scene.registry)
    entry = scene.registry.described(code, told) if code is not None else None
    return registry_figure(scene, entry) if entry is not None else None


def _so_called(figure: Figure, told: str, scene: Scene) -> bool:
    if figure.registry is not None:
        return told in scene.registry.entries[figure.registry].descriptions
    return figure.country is not None and (
        figure.key.endswith(f":{told}")
        or (figure.key.startswith(UNNAMED) and figure.key.endswith(f" {told}"))
    )
