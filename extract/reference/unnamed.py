"""Actors that no text names: "a Russian billionaire", "prosecutors in Lima", "the anti-corruption agency"."""

from extract.grammar.nominals import modifiers
from extract.grammar.sorts import sort_of
from extract.names.figures import Figure
from extract.reference.scene import Bound, Scene, country_of, phrase
from extract.reference.varied import varied
from extract.syntax.parse import Token
from graph.resolve.names import fold

INDEFINITE = frozenset({"a", "an", "another", "one"})
BELONGING = frozenset("associate belong connect control form found head lead link own run tie".split())
UNNAMED = "unnamed:"
KINDS = ("Person", "Company", "Asset", "Deal", "PublicBody", "Organization")
# Those who act as one body though the noun is a plural of persons.
TOGETHER = frozenset({"prosecutor", "investigator", "court", "regulator"})
WHERE = frozenset({"at", "in", "of", "near"})
DEALT_OUT = frozenset({"any", "each", "every", "no", "what", "which"})
# "A US-sanctioned entity": of these nobody is singled out by what is told before them.
ANYBODY = frozenset({"entity", "individual", "person"})
OTHERS = frozenset(
    {"other", "same", "new", "first", "last", "second", "own", "former", "main", "whole", "local"}
)


def read_body(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "the Austrian finance ministry", "Peru's port authority": a public body of a state, known or not."""
    if _kind(token, scene) != "PublicBody" or country_of(token, segment, scene) is None:
        return []
    return read_unnamed(token, segment, scene, types, depth)


def read_unnamed(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """An actor of its own, singled out by a country, a place or a name beside it.

    A deal may be singled out by having been spoken of, a public body by its task in the home state.
    """
    kind = _kind(token, scene)
    if kind not in KINDS or kind not in types or _beside_name(token, segment, scene):
        return []
    if token.lemma_ in ANYBODY and not any(c.dep_ == "acl" for c in token.children):
        return []
    article = next((c.lower_ for c in token.children if c.dep_ == "det"), "")
    country = country_of(token, segment, scene)
    if kind == "Person" and article == "the" and token.lemma_ in scene.nouns.either:
        where = [t for t in modifiers(token) if (segment, t.i) in scene.cast.at]
        if where and varied(token, segment, scene, where) is not None:
            return []  # "the Swiss trader" is Glencore
    singled = country is not None or any(t.pos_ == "PROPN" for t in _beside(token))
    place = _located(token) if kind in ("Asset", "PublicBody") and not singled else None
    if kind == "Person" and (article in DEALT_OUT or not singled):
        return []
    whose = _belonging(token, segment, scene) if kind == "Company" and article in ("", *INDEFINITE) else None
    home = country.registry if country is not None else None
    if whose is not None:
        return [own(token, kind, article, home, whose, segment, scene)]
    if kind == "Deal":
        if not _settled(token, segment, scene, article, singled):
            return []
    elif place is not None:
        at = country or _country_at(place, segment, scene)
        home = at.registry if at is not None else None
    elif not singled:
        state = scene.registry.state(scene.cast.home) if scene.cast.home is not None else None
        home = state.id if state is not None else None
        known = _at_home(token, kind, article, home)
        return [own(token, kind, article, home, None, segment, scene)] if known else []
    return [own(token, kind, article, home, place, segment, scene)]


def _at_home(token: Token, kind: str, article: str, home: str | None) -> bool:
    """Whether a body told without a State is that of the home State: "prosecutors", "the anti-corruption agency"."""
    if _prosecuting(token) and article in ("", "the"):
        return True
    if article != "the" or home is None:
        return False
    if token.lower_ == "opposition" and not _against(token):
        return True
    told = [t for t in _beside(token) if t.lower_ not in OTHERS and t.i < token.i]
    return kind == "PublicBody" and bool(told) and token.tag_ == "NN"


def _beside(token: Token) -> list[Token]:
    return [t for t in modifiers(token) if t.dep_ in ("compound", "nmod", "amod")]


def _belonging(token: Token, segment: int, scene: Scene) -> Token | None:
    """The last word of the name in "a company owned by X", "an entity linked to X"."""
    for clause in token.children:
        if clause.dep_ != "acl" or clause.lemma_ not in BELONGING or clause.i - token.i > 3:
            continue
        for near in clause.children:
            if near.dep_ not in ("agent", "prep") or near.lower_ not in ("by", "to", "with"):
                continue
            for name in near.children:
                spot = scene.cast.spot_at.get((segment, name.i)) if name.dep_ == "pobj" else None
                if spot is not None and (segment, name.i) in scene.cast.at and not spot.demonym:
                    return token.doc[spot.end - 1]
    return None


def _against(token: Token) -> bool:
    """ "the opposition to the plan": no party, but what is held against something."""
    return any(c.lower_ in ("to", "of", "from") for c in token.children)


def _prosecuting(token: Token) -> bool:
    """ "Prosecutors charged him", "police arrested her": bodies though nobody tells which."""
    return token.lower_ == "police" or (
        token.tag_ == "NNS" and token.lemma_ in ("prosecutor", "investigator")
    )


def _beside_name(token: Token, segment: int, scene: Scene) -> bool:
    """Whether a noun only says what a name beside it is, or what kind of thing another noun is."""
    if token.dep_ in ("compound", "amod", "nmod") and token.head.pos_ == "NOUN":
        return True
    near = [c.i for c in token.children if c.dep_ == "appos"]
    joined = token.doc[token.i + 1 : token.i + 4]  # "Peruvian singer and actress Lena Ortiz"
    if len(joined) == 3 and joined[0].lower_ == "and" and joined[1].pos_ == "NOUN":
        near.append(joined[2].i)
    near += [token.head.i] if token.dep_ == "appos" else []
    behind = scene.cast.spot_at.get((segment, token.i + 1))
    if behind is not None and behind.start == token.i + 1 and not behind.demonym:
        near.append(token.i + 1)
    return any((segment, i) in scene.cast.at for i in near)


def _kind(token: Token, scene: Scene) -> str | None:
    if token.tag_ == "NNS" and token.lemma_ in TOGETHER:
        return "PublicBody"
    if token.lower_ == "police" and token.pos_ in ("NOUN", "PROPN"):
        return "PublicBody"
    kind = scene.nouns.kinds.get(token.lemma_) or sort_of(token) or None
    one = token.tag_ == "NN" or (token.tag_ == "NNP" and token.text.islower())
    dealt = kind == "Deal" and any(t.pos_ == "PROPN" for t in modifiers(token))  # "the Minsk agreements"
    return kind if one or dealt or (kind == "PublicBody" and token.lower_ == "police") else None


def _settled(token: Token, segment: int, scene: Scene, article: str, singled: bool) -> bool:
    """Whether a deal is a certain one: numbered, of somebody, or spoken of before."""
    if any(c.like_num or "-" in c.text for c in modifiers(token)) or (singled and article in ("", "the")):
        return True
    if article not in ("the", "this", "that"):
        return False
    if article == "the" and any(c.dep_ == "compound" and c.tag_ in ("NN", "NNS") for c in token.children):
        return True  # "the plea agreement", "the policing pact"
    here = scene.place_of[segment, token.i]
    return any(
        t.lemma_ == token.lemma_ and t.pos_ == "NOUN" and t != token
        for sentence in scene.sentences[: here + 1]
        for t in sentence.span
        if (sentence.segment, t.i) < (segment, token.i)
    )


def _country_at(place: Token, segment: int, scene: Scene) -> Figure | None:
    """The State of a place, as far as the registry knows it."""
    figure = scene.cast.at.get((segment, place.i))
    if figure is None or figure.type == "State":
        return figure
    state = scene.registry.entries.get(figure.country) if figure.country is not None else None
    return Figure(state.id, state.name, "State", state.id) if state is not None else None


def own(
    token: Token,
    kind: str,
    article: str,
    country: str | None,
    place: Token | None,
    segment: int,
    scene: Scene,
) -> Bound:
    """The figure of a description, a new one unless the text has used the same words before."""
    start, end = phrase(token)
    spot = scene.cast.spot_at.get((segment, start))
    start = spot.start if spot is not None else start  # "Halvorsen Metals' plant" in full
    start = _behind_owner(token, start, segment, scene)
    end = place.i + 1 if place is not None else end
    name = token.doc[start:end].text
    key = f"{UNNAMED}{fold(name)}"
    if article in INDEFINITE:
        key += f":{segment}:{token.i}"
    known = [f for f in scene.cast.figures if f.key == key or f.key.startswith(f"{key}:")]
    if known:
        return Bound(known[-1], token, start, end)
    proper = any(t.pos_ == "PROPN" and t.ent_type_ not in ("NORP",) for t in token.doc[start:end])
    named = proper and article not in INDEFINITE and kind in ("Asset", "Company", "Deal", "PublicBody")
    figure = Figure(key, name, kind, country=country, named=named)
    figure.gender = scene.nouns.genders.get(token.lemma_)
    if place is not None and not named:
        figure.spellings[token.doc[start : token.i + 1].text] += 1
    scene.cast.figures.append(figure)
    return Bound(figure, token, start, end)


def _behind_owner(token: Token, start: int, segment: int, scene: Scene) -> int:
    """Where the name begins in "Mark Rutte's VVD party", "the company's Pine Bend refinery"."""
    owner = next((c for c in token.children if c.dep_ == "poss" and c.i < token.i), None)
    if owner is None or not any(c.pos_ == "PROPN" and c.i > owner.i for c in modifiers(token)):
        return start
    at = scene.cast.at.get((segment, owner.i))
    if at is not None and at.type in ("State", "Place"):
        return start
    behind = token.doc[owner.i + 1]
    return max(start, owner.i + 1 + (behind.tag_ == "POS"))


def _located(noun: Token) -> Token | None:
    """The name of the place of "the refinery at Pancevo"."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in WHERE and child.i == noun.i + 1:
            for place in child.children:
                between = noun.doc[child.i + 1 : place.i]
                if place.dep_ == "pobj" and place.pos_ == "PROPN" and all(t.tag_ != "VBG" for t in between):
                    return place
    return None


def unnamed_before(lemma: str, types: frozenset[str], scene: Scene) -> Figure | None:
    """The one actor without a name that the text has called so: "Peru's energy ministry", then "the ministry"."""
    found = [
        f
        for f in scene.cast.figures
        if f.key.startswith(UNNAMED) and f.type in types and _head(f.name) == lemma
    ]
    return found[0] if len(found) == 1 else None


def _head(name: str) -> str:
    """The noun of a description: "refinery" of "refinery at Pancevo"."""
    words = name.split()
    cut = next((place for place, word in enumerate(words) if place and word in WHERE), len(words))
    return words[cut - 1].lower()
