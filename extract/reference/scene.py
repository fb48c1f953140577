"""What is known while the ends of a document are read, and what an end is bound to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.grammar.nominals import modifiers, possessors
from extract.grammar.prepositions import prepositional
from extract.names.called import Calls
from extract.names.figures import Cast, Figure
from extract.reference.candidates import Sentence
from extract.reference.told import Told
from extract.reference.voices import Voices
from extract.syntax.parse import Token
from extract.vocabulary.nouns import Nouns
from graph.registry import Entry, Registry


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
    """What is needed to read the ends of one document.

    `seat` is the registry id of the State in whose capital it was written, as the dateline tells;
    `entries` are the actors of a notice's numbered segments, `authority` is the State or bloc whose list it is.
    `told` is what has been read so far with both ends.
    `times` is how often each firm is named, once asked for.
    `read` keeps what each token (segment, token, allowed types) was read as; a scene made of another starts anew.
    """

    cast: Cast
    sentences: Sequence[Sentence]
    place_of: dict[tuple[int, int], int]
    registry: Registry
    nouns: Nouns
    date: str | None
    entries: dict[int, Bound] = field(default_factory=dict)
    authority: Figure | None = None
    voices: Voices = field(default_factory=Voices)
    calls: Calls = field(default_factory=dict)
    seat: str | None = None
    told: list[Told] = field(default_factory=list)
    read: dict[tuple[int, int, frozenset[str]], list[Bound]] = field(default_factory=dict, init=False)
    times: dict[int, int] = field(default_factory=dict, init=False)


def figure_for(cast: Cast, key: str, name: str, kind: str) -> Figure:
    """The figure with this key, added to the cast where there is none."""
    for figure in cast.figures:
        if figure.key == key:
            return figure
    figure = Figure(key, name, kind)
    cast.figures.append(figure)
    return figure


def registry_figure(scene: Scene, entry: Entry) -> Figure:
    """The figure of a registry actor, added to the cast where the text has not named it."""
    return join_cast(entry, scene.cast, scene.registry)


def join_cast(entry: Entry, cast: Cast, registry: Registry) -> Figure:
    """The figure of a registry actor in a cast, added where it is not yet there."""
    state = registry.state(entry.country) if entry.country is not None else None
    figure = figure_for(cast, entry.id, entry.name, entry.type)
    figure.registry, figure.country = entry.id, state.id if state is not None else None
    return figure


def led_state(person: Figure, scene: Scene) -> Figure | None:
    """The State that a person leads on the document's date, as far as the registry tells."""
    if person.registry is None:
        return None
    for office in scene.registry.in_office(person.registry, scene.date):
        if office.kind.startswith("head of") and office.of in scene.registry.entries:
            return registry_figure(scene, scene.registry.entries[office.of])
    return None


def state_of(figure: Figure, scene: Scene) -> Figure | None:
    """The State that a ministry belongs to or an office-holder leads, as far as the registry tells."""
    if figure.type == "Person":
        return led_state(figure, scene)
    if figure.country is None or figure.type != "PublicBody":
        return None
    entry = scene.registry.entries.get(figure.country)
    return registry_figure(scene, entry) if entry is not None else None


def country_of(token: Token, segment: int, scene: Scene) -> Figure | None:
    """The State that a noun is tied to by an adjective, a possessive or "of"."""
    for near in (*modifiers(token), *possessors(token), *prepositional(token, "of")):
        figure = scene.cast.at.get((segment, near.i))
        if figure is not None and figure.type == "State":
            return figure
    return None


def heads(figure: Figure, scene: Scene) -> Iterator[tuple[int, Token]]:
    """The segment and the head word of each place where the text names a figure."""
    docs = {sentence.segment: sentence.span.doc for sentence in scene.sentences}
    for spot in figure.spots:
        doc = docs.get(spot.segment)
        if doc is not None:
            yield spot.segment, doc[spot.start : spot.end].root


def ahead(name: Token) -> list[Token]:
    """What stands before a name, and before that: "German" and "chancellor" in "German chancellor Jan Berg"."""
    lefts = [child for child in name.children if child.i < name.i]
    return [*lefts, *(m for child in lefts for m in child.children if m.i < child.i)]


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
