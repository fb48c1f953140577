"""Actors that the text describes rather than names: offices, stand-ins, what was called so before."""

from collections.abc import Sequence
from dataclasses import replace

from extract.called import taken_up
from extract.coreference import PRONOUNS, REACH, THING, THINGS, Candidate, Sentence, antecedent, described
from extract.denial import denied_noun
from extract.figures import Figure
from extract.nominals import modifiers, possessors
from extract.offices import office_holder
from extract.parse import Token
from extract.prepositions import prepositional
from extract.scene import Bound, Scene, country_of, led_state, phrase, registry_figure
from extract.unnamed import INDEFINITE

ANYONE = frozenset({"anyone", "anybody", "nobody", "somebody", "someone", "everyone", "everybody"})
MEANT = frozenset({"Person", THING, THINGS})
ACTING = frozenset({"State", "PublicBody", "Organization", "Company"})
INITIALS = {"R": "Republican", "D": "Democrat", "Democratic": "Democrat"}
POLITICIANS = frozenset(
    "candidate congressman congresswoman governor lawmaker lawmakers mayor nominee politician rep. representative "
    "sen. senator senators strategist".split()
)
HOMED = frozenset({"Company", "Organization", "Person"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
NAMING = frozenset({"called", "named", "dubbed", "known"})
# Nouns that may take up any actor of their type, whatever it was called.
ANY = frozenset(
    "company firm corporation enterprise business group concern organisation organization body regulator watchdog pipeline "
    "plant mine project refinery vessel ship tanker deal agreement accord treaty pact memorandum contract country "
    "nation".split()
)


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


def read_initial(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "Senator Tom Whitaker (R-Texas)": the party whose letter stands right behind a bracket, or "Democratic"."""
    after = token.doc[token.i + 1 : token.i + 2].text.lower()
    before = token.doc[token.i - 1].text if token.i else ""
    spelt = token.text == "Democratic" and after in POLITICIANS
    if token.text not in INITIALS or not (spelt or before == "(" or (before == "," and after == "-")):
        return []
    entries = [scene.registry.entries[s.id] for s in scene.registry.senses.get(INITIALS[token.text], ())]
    return [
        Bound(registry_figure(scene, e), token, token.i, token.i + 1) for e in entries if e.type in types
    ][:1]


def read_board(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "the Board" in a company's own text acts for the company."""
    own = scene.voices.own
    if (
        own is None
        or own.type not in types
        or token.text not in ("Board", "board", "Directors", "management")
    ):
        return []
    if not any(c.lower_ in ("the", "our", "its") for c in token.children):
        return []
    if any(c.dep_ in ("amod", "compound", "nmod") for c in token.children):
        return []
    if any(t.text not in ("Directors", "directors") for t in prepositional(token, "of")):
        return []
    return [Bound(own, token, token.i, token.i + 1)]


def read_standin(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "Russian troops", "officials from the EU", "the Trump administration": whom they act for."""
    anyone = token.lower_ in ANYONE or (token.lower_ == "one" and denied_noun(token))
    if not anyone and not {token.lemma_.lower(), token.lower_} & scene.nouns.states:
        return []
    none = any(c.lower_ in ("no", "any", "neither", "either", "single") for c in token.children)
    if token.tag_ == "NN" and not (none or anyone) and scene.nouns.kinds.get(token.lemma_) == "Person":
        return []
    sources = (
        *modifiers(token),
        *possessors(token),
        *prepositional(token, "of"),
        *prepositional(token, "from"),
        *prepositional(token, "in"),
        *(_right_behind(token) if anyone else ()),
    )
    for near in sources:
        figure = scene.cast.at.get((segment, near.i))
        if figure is None and near.lower_ in PRONOUNS:
            figure = antecedent(near, scene.place_of[segment, near.i], scene.sentences, types | {"Person"})
        if figure is None:
            continue
        if figure.type == "Person" and token.lemma_ in ("administration", "government", "regime"):
            figure = led_state(figure, scene)
        if figure is not None and figure.type == "Place":
            figure = _capital_of(figure, scene)
        if figure is not None and figure.type in types and figure.type not in ("Person", "Place"):
            start, end = phrase(token)
            return [Bound(figure, token, start, end)]
    return []


def _right_behind(token: Token) -> list[Token]:
    """ "nobody at Shell", "met anyone from Shell", whatever the parse hangs the preposition on."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    if after.dep_ != "prep" or after.lower_ not in ("at", "from", "in", "of"):
        return []
    return [c for c in after.children if c.dep_ == "pobj"]


def _capital_of(place: Figure, scene: Scene) -> Figure | None:
    """The State whose capital a place is: prosecutors in Buenos Aires act for Argentina."""
    for sense in scene.registry.senses.get(place.name, ()):
        if sense.kind == "capital":
            return registry_figure(scene, scene.registry.entries[sense.id])
    return None


def name_candidates(sentences: list[Sentence], scene: Scene) -> None:
    """Put in place of "the ambassador", "the chairman" among the antecedents whom the text means by them.

    Sentence by sentence, so that one description may rest on another before it.
    """
    for place, sentence in enumerate(sentences):
        if any(c.figure is None and c.type in MEANT and not c.pronoun for c in sentence.candidates):
            sentences[place] = replace(
                sentence, candidates=tuple(_meant(c, sentence.segment, scene) for c in sentence.candidates)
            )


def _meant(candidate: Candidate, segment: int, scene: Scene) -> Candidate:
    if candidate.figure is not None or candidate.pronoun or candidate.type not in MEANT:
        return candidate
    if candidate.type != "Person":
        for read in (read_board, read_standin, read_definite):
            acting = read(candidate.token, segment, scene, ACTING, 0)
            if acting:
                return replace(candidate, figure=acting[0].figure, type=acting[0].figure.type or "")
        return candidate
    types = frozenset({"Person"})
    for read in (read_office, read_definite):
        found = read(candidate.token, segment, scene, types, 0)
        if found:
            figure = found[0].figure
            return replace(candidate, figure=figure, gender=figure.gender or candidate.gender)
    return candidate


def read_definite(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "the company", "that fund", "the senator", said again of an actor that was called so before.

    The one called so; of several the nearest; else, for nouns that fit any, the nearest of the type.
    """
    if token.tag_ in ("NNS", "NNPS") or token.dep_ in ("compound", "nmod"):
        return []
    if not any(c.lower_ in DEFINITE for c in token.children):
        return []
    written = token.text[:1].isupper() and not token.is_sent_start  # "the Ambassador" needs no clause to tell
    clauses = ("relcl",) if written else ("relcl", "acl")
    if any(c.dep_ in ("poss", "prep", "appos", "nummod", *clauses) for c in token.children):
        return []
    kind = scene.nouns.kinds.get(token.lemma_.lower())
    place = scene.place_of[segment, token.i]
    where = _from_where(token, segment, scene) if kind in HOMED else []
    bare = not any(c.dep_ in ("amod", "compound", "nmod") and c not in where for c in token.children)
    if bare and kind is not None and token.lemma_ in ANY:
        figure = described(token, place, scene.sentences, kind)
        if figure is not None and _introduced(token, segment, scene, [figure]):
            return []
    else:
        called = taken_up(token, segment, scene.calls, scene.nouns.same, where)
        called = [f for f in called if f.type in types]
        if not called or _introduced(token, segment, scene, called):
            return []
        figure = called[0] if len(called) == 1 else described(token, place, scene.sentences, "", called)
    if figure is None or figure.type not in types or not _may_be_from(figure, where, segment, scene):
        return []
    start, end = phrase(token)
    return [Bound(figure, token, start, end)]


def _from_where(noun: Token, segment: int, scene: Scene) -> list[Token]:
    """ "Lyon-based", "Spanish", "Hong Kong" before a noun: what tells where it is from."""
    found = []
    for child in noun.children:
        at = scene.cast.at.get((segment, child.i))
        if child.i < noun.i and (
            child.lower_ == "based" or (at is not None and at.type in ("State", "Place"))
        ):
            found.append(child)
    return found


def _may_be_from(figure: Figure, where: Sequence[Token], segment: int, scene: Scene) -> bool:
    """Whether nothing speaks against it that an actor is from there: the registry may know its country."""
    for token in where:
        at = scene.cast.at.get((segment, token.i))
        home = None if at is None else at.registry if at.type == "State" else at.country
        if home is not None and figure.country is not None and home != figure.country:
            return False
    return True


def _introduced(noun: Token, segment: int, scene: Scene, called: Sequence[Figure]) -> bool:
    """Whether "a committee", not named, was brought in since, or beside, the last naming of one of `called`."""
    words = {noun.lemma_, *scene.nouns.same.get(noun.lemma_, ())}
    here = scene.place_of[segment, noun.i]
    for back in range(min(REACH + 1, here + 1)):
        sentence = scene.sentences[here - back]
        for token in sentence.span:
            if (
                token.lemma_ in words
                and (back or token.i < noun.i)
                and _unnamed(token, sentence.segment, scene)
            ):
                return True
        if any(c.figure is f for c in sentence.candidates for f in called):
            return False
    return False


def _unnamed(noun: Token, segment: int, scene: Scene) -> bool:
    """Whether "a company" brings in one of its own, and says nothing of a name beside it."""
    if (segment, noun.i) in scene.cast.at or noun.dep_ in (
        "appos",
        "attr",
        "compound",
        "nmod",
        "amod",
        "oprd",
    ):
        return False
    if not any(c.lower_ in INDEFINITE for c in noun.children):
        return False
    return not any(c.dep_ == "appos" or (c.dep_ == "acl" and c.lower_ in NAMING) for c in noun.children)
