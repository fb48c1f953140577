"""Whom words stand for: those who act for a state or a body, a board for its company, a letter for a party."""

from collections.abc import Iterable

from extract.grammar.conjuncts import coordinated
from extract.grammar.nominals import modifiers, possessors
from extract.grammar.prepositions import prepositional
from extract.names.figures import Figure
from extract.reference.candidates import PRONOUNS
from extract.reference.coreference import antecedent
from extract.reference.scene import Bound, Scene, figure_for, led_state, phrase, registry_figure
from extract.status.denial import denied_noun
from extract.syntax.parse import Token
from extract.vocabulary.words import read_words

LEADS = 2
LANDS = frozenset({"country", "nation", "power"})
WEST, WESTERN = "the West", "Western"
ARMED = frozenset("bomber fighter gunman insurgent militant militiaman rebel separatist".split())
ANYONE = frozenset({"anyone", "anybody", "nobody", "somebody", "someone", "everyone", "everybody"})


def read_standin(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "Russian troops", "officials from the EU and NATO", "the Trump administration": whom they act for."""
    anyone = (
        token.lower_ in ANYONE or (token.lower_ == "one" and denied_noun(token)) or _none_of(token, scene)
    )
    if not anyone and (_thinking(token) or not {token.lemma_.lower(), token.lower_} & scene.nouns.states):
        band = _band(token, segment, scene) if "Organization" in types else None
        if band is not None:
            return [Bound(band, token, token.i, token.i + 1)]
        western = [t for t in token.children if _bloc(t, scene)] if token.lemma_ in LANDS else []
        return read_bloc(western[0], segment, scene, types, depth) if western else []
    none = any(c.lower_ in ("no", "any", "neither", "either", "single") for c in token.children)
    one = scene.nouns.kinds.get(token.lemma_.lower()) == "Person" or token.lower_ == "counterpart"
    if token.tag_ in ("NN", "NNP") and one and not (none or anyone):
        return []
    sources = (
        *prepositional(token, "from"),  # "EU ministers from Spain and Malta"
        *modifiers(token),
        *possessors(token),
        *prepositional(token, "of"),
        *prepositional(token, "in"),
        *(_right_behind(token) if anyone else ()),
    )
    if anyone:
        sources = (*sources, *prepositional(token, "at"), *_of_whose(sources, scene))
    found: list[Bound] = []
    for near in dict.fromkeys(filler.token for source in sources for filler in coordinated(source)):
        if near.dep_ == "conj" and not (found and _alike(near, found, segment, scene)):
            continue
        figure = scene.cast.at.get((segment, near.i)) or _bloc(near, scene)
        if figure is None and near.lower_ in PRONOUNS:
            figure = antecedent(near, scene.place_of[segment, near.i], scene.sentences, types | {"Person"})
        if figure is None:
            continue
        if figure.type == "Person" and token.lemma_ in ("administration", "government", "regime"):
            figure = led_state(figure, scene)
        if figure is not None and figure.type == "Place":
            figure = _capital_of(figure, scene)
        if figure is None or figure.type not in types or figure.type in ("Person", "Place"):
            continue
        unofficial = _unofficial(token) or _people(token, scene)
        if figure.type == "State" and (token.lemma_.lower() in ARMED or unofficial):
            continue  # "Syrian rebels" are not Syria, nor is "no lawyer in Norway"
        if not found:
            found.append(Bound(figure, token, *phrase(token)))
        elif near.dep_ == "conj":
            found.append(Bound(figure, near, near.i, near.i + 1))
    band = _band(token, segment, scene) if not found and "Organization" in types else None
    if band is not None:
        return [Bound(band, token, token.i, token.i + 1)]
    return found or (_at_home(token, segment, scene) if "State" in types else [])


def _unofficial(token: Token) -> bool:
    """ "Chilean union leaders", "opposition representatives from Chile"."""
    return any(
        c.lower_ in read_words("unofficial") and c.i < token.i
        for c in token.children
        if c.dep_ in ("amod", "compound", "nmod")
    )


def _none_of(token: Token, scene: Scene) -> bool:
    """ "no director of Marlow Tin", "none of its directors": nobody of the body."""
    if token.lower_ == "none":
        return True
    return denied_noun(token) and scene.nouns.kinds.get(token.lemma_.lower()) == "Person"


def _people(token: Token, scene: Scene) -> bool:
    """Whether a noun for persons tells of no office of a State."""
    one = scene.nouns.kinds.get(token.lemma_.lower()) == "Person"
    return one and not {token.lemma_.lower(), token.lower_} & scene.nouns.states


def _of_whose(sources: Iterable[Token], scene: Scene) -> list[Token]:
    """ "nobody from the Norwegian government", "none of its directors": whose they are."""
    return [
        near
        for t in sources
        if t.pos_ == "NOUN"
        for near in (*modifiers(t), *possessors(t), *prepositional(t, "of"))
        if t.lemma_ in scene.nouns.states or scene.nouns.kinds.get(t.lemma_) == "Person"
    ]


def _thinking(token: Token) -> bool:
    """ "a think-tank in Vienna" is no tank of Austria's."""
    return token.lemma_ == "tank" and "think" in [
        t.lower_ for t in token.doc.words[max(0, token.i - 2) : token.i]
    ]


def _band(token: Token, segment: int, scene: Scene) -> Figure | None:
    """ "the rebels", "the militants": the one organization that the last three sentences name."""
    if token.tag_ != "NNS" or token.lemma_.lower() not in read_words("bands"):
        return None
    if [c.lower_ for c in token.children if c.dep_ not in ("punct", "relcl")] != ["the"]:
        return None
    return _only("Organization", token, segment, scene, 2)


def _only(type_: str, token: Token, segment: int, scene: Scene, back: int) -> Figure | None:
    """The one actor of a type that this sentence, up to a word, and the `back` sentences before it name."""
    place = scene.place_of[segment, token.i]
    found: dict[int, Figure] = {}
    for sentence in scene.sentences[max(0, place - back) : place + 1]:
        for word in sentence.span:
            figure = scene.cast.at.get((sentence.segment, word.i))
            before = (sentence.segment, word.i) < (segment, token.i)
            if figure is not None and figure.type == type_ and before:
                found[id(figure)] = figure
    return next(iter(found.values())) if len(found) == 1 else None


def _alike(near: Token, found: list[Bound], segment: int, scene: Scene) -> bool:
    """Whether a name is coordinated with others of its kind: "US and Russian officials"."""
    figure = scene.cast.at.get((segment, near.i))
    if figure is not None and figure.type == "Place":
        figure = _capital_of(figure, scene)  # "nobody in Oslo or Berlin"
    if figure is None or any(bound.figure is figure for bound in found):
        return False
    return figure.type == found[0].figure.type or near.head.dep_ != "pobj"


def read_bloc(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "Western sanctions": those of the West."""
    figure = _bloc(token, scene) if "Organization" in types else None
    return [Bound(figure, token, token.i, token.i + 1)] if figure is not None else []


def _bloc(token: Token, scene: Scene) -> Figure | None:
    """The West behind "Western" where that is no part of a name."""
    if token.text != WESTERN or token.dep_ not in ("amod", "conj") or token.head.pos_ == "PROPN":
        return None
    known = [f for f in scene.cast.figures if f.name.casefold() == WEST.casefold()]
    return known[0] if known else figure_for(scene.cast, "bloc:west", WEST, "Organization")


def _at_home(token: Token, segment: int, scene: Scene) -> list[Bound]:
    """ "the government", "the army" with nothing beside it: that of the State the text is about."""
    lemma = token.lemma_.lower()
    written = lemma if token.tag_ == "NN" else token.lower_
    told = ("amod", "compound", "nmod", "poss", "relcl", "acl", "appos")
    if written not in scene.nouns.governing or any(
        c.dep_ in told and not (lemma == "government" and c.lower_ in read_words("whole_state"))
        for c in token.children
    ):
        return []
    if not any(c.lower_ == "the" for c in token.children):
        return []
    nearest = _only("State", token, segment, scene, 1)
    whole = any(c.lower_ in read_words("whole_state") for c in token.children)
    state = (nearest if whole else None) or spoken_of(scene) or nearest
    seat = scene.registry.entries.get(scene.seat or "")
    if (
        state is not None
        and seat is not None
        and seat.id != state.registry
        and scene.cast.countries[seat.country or ""]
    ):
        return []  # "MIAMI — A Honduran … The government has agreed …": that of the one or of the other
    return [Bound(state, token, token.i, token.i + 1)] if state is not None else []


def spoken_of(scene: Scene) -> Figure | None:
    """The State that a text is about: the one spoken of far more than any other."""
    ranked = scene.cast.countries.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < LEADS * ranked[1][1]):
        return None
    state = scene.registry.state(ranked[0][0])
    return registry_figure(scene, state) if state is not None else None


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


def read_board(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "the Board" in a company's own text acts for the company, as "the board of Shell" does anywhere."""
    named = _board_of(token, segment, scene)
    if named is not None and named.type in types:
        return [Bound(named, token, token.i, token.i + 1)]
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


def _board_of(token: Token, segment: int, scene: Scene) -> Figure | None:
    """The company whose board or management does something: "Shell's board rejected it"."""
    acting = token.dep_ == "nsubj" or (token.dep_ == "pobj" and token.head.dep_ == "agent")
    if not acting or token.lemma_.lower() not in ("board", "management"):
        return None
    near = [*prepositional(token, "of"), *possessors(token), *modifiers(token)]
    near += [t for body in near if body.lemma_.lower() == "director" for t in prepositional(body, "of")]
    for owner in near:
        figure = scene.cast.at.get((segment, owner.i))
        if figure is not None and figure.type == "Company":
            return figure
    return None


def read_initial(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "Senator Tom Whitaker (R-Texas)": the party whose letter stands right behind a bracket, or "Democratic"."""
    party = scene.nouns.letters.get(token.text)
    after = token.doc[token.i + 1 : token.i + 2].text.lower()
    before = token.doc[token.i - 1].text if token.i else ""
    spelt = token.text == "Democratic" and after in scene.nouns.politicians
    if party is None or not (spelt or before == "(" or (before == "," and after == "-")):
        return []
    entries = [scene.registry.entries[s.id] for s in scene.registry.senses.get(party, ())]
    return [
        Bound(registry_figure(scene, e), token, token.i, token.i + 1) for e in entries if e.type in types
    ][:1]
