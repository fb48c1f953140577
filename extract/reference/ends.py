"""From a token that fills a role to the figure it stands for."""

from dataclasses import replace
from functools import cache

from extract.grammar.clauses import ownerless, subjects
from extract.grammar.conjuncts import Filler
from extract.grammar.prepositions import prepositional
from extract.reference.bands import read_band
from extract.reference.candidates import PLURAL, PRONOUNS
from extract.reference.clients import read_client
from extract.reference.coreference import antecedent
from extract.reference.crowds import PARTITIVES, read_included
from extract.reference.definites import read_definite
from extract.reference.descriptions import read_described, read_office
from extract.reference.epithets import read_epithet
from extract.reference.groups import read_departments, read_group
from extract.reference.identity import named_at, read_apposition, read_predicate, read_sort, some_people
from extract.reference.kin import is_kin, owners, relative_of, same_name
from extract.reference.nameless import read_nameless
from extract.reference.officials import read_official
from extract.reference.scene import Bound, Scene, registry_figure
from extract.reference.standins import read_bloc, read_board, read_initial, read_standin
from extract.reference.tellers import Read, read_addressed, read_speaker, read_spoken_for, source_of
from extract.reference.them import read_them
from extract.reference.tied import read_tied
from extract.reference.units import read_unit
from extract.reference.unmeant import taken_back
from extract.reference.unnamed import read_body, read_unnamed
from extract.reference.voices import PLURAL as OURS
from extract.reference.voices import SINGULAR as MINE
from extract.reference.voices import YOURS
from extract.status.denial import NOTHING, denied_noun
from extract.syntax.parse import Token
from extract.vocabulary.words import read_words

SPEECH = MINE | YOURS | OURS


def bind(filler: Filler, segment: int, scene: Scene, types: frozenset[str]) -> list[Bound]:
    """The figures that a filler stands for, among those of the allowed types; [] where it names none."""
    token, key = filler.token, (segment, filler.token.i, types)
    if key not in scene.read:
        scene.read[key] = _read(token, segment, scene, types, 0)
    found = scene.read[key]
    if not found:
        return []
    found = [b for b in found if not taken_back(b.token.doc, b.end)]
    denied = filler.negated or token.lower_ in NOTHING
    no = denied_noun(token)
    if "Place" in types and "Organization" not in types:
        found = [_seat(b, scene) for b in found]
    return [
        Bound(b.figure, b.token, b.start, b.end, denied or (no and not _heard(token, b)))
        for b in found
        if b.figure.type in types
    ]


def _heard(noun: Token, bound: Bound) -> bool:
    """Whether "no" is heard at the verb: in "owns no part of Shell" Shell is the end, and the part its object."""
    return bound.token != noun and noun.dep_ in ("dobj", "dative") and not bound.token.is_ancestor(noun)


def _seat(bound: Bound, scene: Scene) -> Bound:
    """ "travelled to Brussels": where a city alone can be meant, it is no longer the body that sits there."""
    if bound.figure.type != "Organization" or bound.figure.registry is None:
        return bound
    surface = bound.token.doc[bound.start : bound.end].text
    for sense in scene.registry.senses.get(surface, ()):
        entry = scene.registry.entries[sense.id]
        if sense.kind != "name" and entry.type == "State":
            return Bound(registry_figure(scene, entry), bound.token, bound.start, bound.end, bound.negated)
    return bound


def told_by(token: Token, segment: int, scene: Scene, types: frozenset[str]) -> list[Bound]:
    """For whom the speaker speaks who leaves out whose it is: "There are no talks with X," a spokesman said."""
    if not ownerless(token):
        return []
    source = source_of(token, segment, scene) or token.head
    return [
        replace(b, token=source, start=source.i, end=source.i + 1)
        for b in read_spoken_for(token, segment, scene, types, 0, _read)
        if b.figure.type in types
    ]


def _read(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    if depth > 3:
        return []
    if (segment, token.i) in scene.cast.at:
        return _read_name(token, segment, scene, types, depth)
    if token.lower_ in PRONOUNS or (token.pos_ == "PRON" and token.lower_ in SPEECH):
        return _read_pronoun(token, segment, scene, types, depth)
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "PRON", "DET"):
        return []
    for read in _readers():
        found = read(token, segment, scene, types, depth)
        if found:
            return found
    return []


@cache
def _readers() -> tuple[Read, ...]:
    """What may be read from a common noun, in the order of preference."""
    return (
        read_apposition,
        read_departments,
        read_sort,
        read_unit,
        read_predicate,
        read_board,
        read_office,
        read_official,
        read_described,
        read_body,
        read_standin,
        _members,
        read_group,
        read_definite,
        read_initial,
        read_bloc,
        read_included,
        _client,
        _kin,
        read_epithet,
        read_unnamed,
        read_tied,
        read_band,
        read_nameless,
    )


def _read_name(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """The figure that is named there, unless the name of a State or a party stands for one of its people."""
    at = scene.cast.at[segment, token.i]
    if _tells_next(token, segment, scene):
        return []
    if "Person" in types and at.type == "State" and some_people(token, segment, scene):
        return read_apposition(token, segment, scene, types, depth)  # "Sarac, an Albanian", who is no State
    if "Person" in types and at.type == "Organization":
        if token.pos_ != "ADJ" and any(
            c.lower_ in ("a", "an") for c in token.children
        ):  # "A, a Republican, who …"
            return read_apposition(token, segment, scene, types - {"Organization"}, depth)
        people = frozenset({"Person"})
        named = read_apposition(token, segment, scene, people, depth) if token.tag_ == "NNPS" else []
        if named:
            return named  # "two Democrats, A and B, …"
    return [named_at(at, token, segment, scene)]


def _tells_next(token: Token, segment: int, scene: Scene) -> bool:
    """ "Shell and Japanese companies", where the parse takes the people for what is joined, not the companies."""
    if token.dep_ != "conj" or not scene.cast.spot_at[segment, token.i].demonym or token.head.dep_ == "amod":
        return False
    behind = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    joined = scene.cast.at.get((segment, token.head.i))
    return behind.tag_ == "NNS" and (joined is None or joined.type != "State")


def _read_pronoun(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """Whom a pronoun means: who speaks or is spoken to, else whoever was named before."""
    if token.pos_ == "PRON" and token.lower_ in MINE:
        return read_speaker(token, segment, scene, types, depth, _read)
    if token.pos_ == "PRON" and token.lower_ in YOURS:
        return read_addressed(token, segment, scene, types)
    if token.pos_ == "PRON" and token.lower_ in OURS:
        return read_spoken_for(token, segment, scene, types, depth, _read)
    tellers = _many_saying(token)
    if tellers:  # "prosecutors said they had": whoever is called so, and nobody else
        return [b for t in tellers for b in _read(t, segment, scene, types, depth + 1)]
    several = read_them(token, segment, scene, types) if token.lower_ in PLURAL else []
    if several:
        return several
    figure = same_name(token, segment, scene) if "Person" in types else None
    figure = figure or antecedent(token, scene.place_of[segment, token.i], scene.sentences, types)
    return [Bound(figure, token, token.i, token.i + 1)] if figure is not None else []


def _many_saying(token: Token) -> list[Token]:
    """Who say what "they" did, where a noun without a name tells: "Swiss prosecutors said they had sued"."""
    clause = token.head
    said = clause.head
    if token.lower_ != "they" or clause.dep_ != "ccomp" or said.lemma_ not in read_words("announcing"):
        return []
    tellers = [c for c in said.children if c.dep_ == "nsubj" and c.tag_ == "NNS" and c.i < token.i]
    named = any(g.pos_ == "PROPN" for c in tellers for g in c.children)
    return [] if named else [c for c in tellers if c.lemma_ in read_words("lawmen")]


def _client(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "Her client", whom the sentence does not name."""
    if depth > 2:
        return []
    found = read_client(token, segment, scene, lambda t, n: _read(t, n, scene, types | {"Person"}, depth + 1))
    return [bound for bound in found if bound.figure.type in types]


def _kin(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "Her brother", "a niece of X", whom the sentence does not name."""
    if (
        "Person" not in types
        or depth > 2
        or not is_kin(token)
        or any(c.dep_ == "appos" for c in token.children)
    ):
        return []
    people = frozenset({"Person"})
    person = [b for t in owners(token) for b in _read(t, segment, scene, people, depth + 1)]
    if len(person) != 1 or person[0].figure.type != "Person":
        return []
    found = relative_of(token, person[0].figure, scene, lambda t, n: _read(t, n, scene, people, depth + 1))
    return [found] if found is not None else []


def _members(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "one of the banks", "a group of firms", "a consortium led by X": those of whom it consists, or who lead it."""
    if token.lemma_.lower() not in PARTITIVES:
        return _leaders([token], segment, scene, types, depth) if token.tag_ == "NNS" else []
    members = [t for t in prepositional(token, "of") if t.lower_ not in PLURAL]
    if not members or not any((segment, t.i) in scene.cast.at for t in members):  # "a consortium led by X"
        led = _leaders([token, *members], segment, scene, types, depth)
        if led:
            return led
    return [b for t in members for b in _read(t, segment, scene, types, depth + 1)]


def _leaders(
    nouns: list[Token], segment: int, scene: Scene, types: frozenset[str], depth: int
) -> list[Bound]:
    """ "creditors led by X": who leads them."""
    leading = [c for t in nouns for c in t.children if c.dep_ in ("acl", "amod")]
    led = [t for c in leading if c.lower_ in ("led", "headed") for t in subjects(c)]
    return [b for t in led for b in _read(t, segment, scene, types, depth + 1)]
