"""Actors that the text describes rather than names: by an office, by what they are or were called before."""

from collections.abc import Sequence
from dataclasses import replace

from extract.called import VAGUE, taken_up
from extract.candidates import REACH, THING, THINGS, Candidate, Sentence
from extract.figures import COLLECTIVE, Figure
from extract.ministries import common_body, own_state
from extract.nearest import described
from extract.offices import office_holder
from extract.officials import homes, read_official
from extract.parse import Token
from extract.picked import named_beside
from extract.scene import Bound, Scene, country_of, led_state, phrase, registry_figure
from extract.standins import read_board, read_standin, spoken_of
from extract.unnamed import INDEFINITE, UNNAMED, WHERE
from extract.varied import varied
from extract.words import read_words

MEANT = frozenset({"Person", THING, THINGS})
HOMED = frozenset({"Company", "Organization", "Person"})


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
            acting = read(candidate.token, segment, scene, COLLECTIVE, 0)
            if len(acting) == 1:
                return replace(candidate, figure=acting[0].figure, type=acting[0].figure.type or "")
        return candidate
    types = frozenset({"Person"})
    if candidate.token.lemma_ in scene.nouns.either:
        firm = read_definite(candidate.token, segment, scene, frozenset({"Company"}), 0)
        if firm:
            return replace(candidate, figure=firm[0].figure, type="Company", gender=None)
    for read in (read_office, read_official, read_definite):
        found = read(candidate.token, segment, scene, types, 0)
        if found:
            figure = found[0].figure
            return replace(candidate, figure=figure, gender=figure.gender or candidate.gender)
    return candidate


def read_definite(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "the company", "that fund", "the senator", said again of an actor that was called so before.

    The one called so; of several the nearest; else, for nouns that fit any, the nearest of the type.
    """
    if token.tag_ in ("NNS", "NNPS") and token.lower_ != "police":
        return []
    if token.dep_ in ("compound", "nmod"):
        return _before_role(token, segment, scene, types)
    if not any(c.lower_ in read_words("definite") for c in token.children):
        return []
    written = token.text[:1].isupper() and not token.is_sent_start  # "the Ambassador" needs no clause to tell
    clauses = ("relcl",) if written else ("relcl", "acl")
    telling = ("poss", "prep", "appos", "nummod", *clauses)
    if any(c.dep_ in telling and not (c.dep_ == "relcl" and _set_off(c)) for c in token.children):
        return []
    kind = scene.nouns.kinds.get(token.lemma_.lower())
    place = scene.place_of[segment, token.i]
    where = _from_where(token, segment, scene) if kind in HOMED else []
    bare = not any(c.dep_ in ("amod", "compound", "nmod") and c not in where for c in token.children)
    figure = None
    if where and "Company" in types and not taken_up(token, segment, scene.calls, scene.nouns.same, where):
        figure = varied(token, segment, scene, where)
    if figure is not None:
        if _introduced(token, segment, scene, [figure]):
            return []
    elif bare and kind is not None and token.lemma_ in read_words("general"):
        own = scene.voices.own
        figure = own if _own_firm(token, own) else described(token, place, scene.sentences, kind)
        if figure is None or _introduced(token, segment, scene, [figure]):
            figure = _said_before(token.lemma_.lower(), types, scene)
    else:
        called = taken_up(token, segment, scene.calls, scene.nouns.same, where)
        called = [f for f in called if f.type in types]
        if not called or _introduced(token, segment, scene, called):
            called = _unnamed_so(token, types, where, scene)
        if not called and kind == "State":
            country = _by_region(token, place, scene)
            called = [country] if country is not None else []
        if not called and "Company" in types:
            firm = varied(token, segment, scene, where)
            called = [firm] if firm is not None and not _introduced(token, segment, scene, [firm]) else []
        if not called:
            return []
        figure = called[0] if len(called) == 1 else described(token, place, scene.sentences, "", called)
    if figure is None or figure.type not in types or not _may_be_from(figure, where, segment, scene):
        return []
    start, end = phrase(token)
    return [Bound(figure, token, start, end)]


def _own_firm(token: Token, own: Figure | None) -> bool:
    """ "the company", "the Group" in a text that is a company's own: itself."""
    if own is None or own.type != "Company" or token.lemma_ not in ("company", "group", "corporation"):
        return False
    return any(c.lower_ == "the" for c in token.children)


def _by_region(token: Token, place: int, scene: Scene) -> Figure | None:
    """ "the West African nation", "the oil-rich kingdom": the State last spoken of."""
    told = {c.lower_ for c in token.children if c.dep_ in ("amod", "compound", "nmod")}
    if token.lemma_ not in read_words("lands") or not told or told & read_words("elsewhere"):
        return None
    return described(token, place, scene.sentences, "State")


def _before_role(token: Token, segment: int, scene: Scene, types: frozenset[str]) -> list[Bound]:
    """ "Company chairman Lena Ortiz", "a ministry spokesman", "the bank's board": the one last spoken of."""
    lemma = token.lemma_.lower()
    kind = "State" if lemma in scene.nouns.governing else scene.nouns.kinds.get(lemma)
    role = token.nbor(1) if token.i + 1 < len(token.doc) else token
    if kind not in COLLECTIVE or lemma in VAGUE or scene.nouns.kinds.get(role.lemma_.lower()) != "Person":
        return []
    before = token.doc[token.i - 1] if token.i > token.sent.start else None
    if before is not None and (
        before.head in (token, role, token.head) and before.dep_ not in ("det", "punct")
    ):
        return []  # "a Chilean energy company director" is of one not named
    if role.lemma_.lower() not in read_words("speakers") and (
        before is not None and before.lower_ in INDEFINITE
    ):
        return []
    place = scene.place_of[segment, token.i]
    figure: Figure | None = None
    called = [f for f in taken_up(token, segment, scene.calls, scene.nouns.same) if f.type in types]
    if kind == "State":
        figure = spoken_of(scene)
    elif lemma in read_words("general"):
        figure = described(token, place, scene.sentences, kind, subject_first=True)
    elif called:
        figure = described(token, place, scene.sentences, "", called, True) or called[0]
    if figure is None:
        figure = _said_before(lemma, types, scene)
    if figure is None or figure.type not in types:
        return []
    return [Bound(figure, token, token.i, token.i + 1)]


def _unnamed_so(token: Token, types: frozenset[str], where: Sequence[Token], scene: Scene) -> list[Figure]:
    told = [c for c in token.children if c.dep_ in ("amod", "compound", "nmod") and c not in where]
    figure = _said_before(token.lemma_.lower(), types, scene) if not told else None
    return [figure] if figure is not None else []


def _said_before(lemma: str, types: frozenset[str], scene: Scene) -> Figure | None:
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


def _set_off(clause: Token) -> bool:
    """ "the company, which employs forty": a clause behind a comma does not tell which company."""
    first = clause.left_edge
    return first.i > 0 and first.nbor(-1).text == ","


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
        if (
            home is not None
            and figure.type == "Person"
            and (told := homes(figure, scene))
            and home not in told
        ):
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
    return not named_beside(noun)
