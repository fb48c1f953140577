"""Whom "the company", "that fund", "the senator" take up, said again of an actor that was called so before."""

from collections.abc import Sequence

from extract.names.called import taken_up
from extract.names.figures import Figure
from extract.reference.employers import read_employer
from extract.reference.nearest import described
from extract.reference.newcomers import introduced
from extract.reference.provenance import from_where, may_be_from
from extract.reference.scene import Bound, Scene, phrase
from extract.reference.unnamed import unnamed_before
from extract.reference.varied import varied
from extract.syntax.parse import Token
from extract.vocabulary.words import read_words

HOMED = frozenset({"Company", "Organization", "Person"})


def read_definite(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """ "the company", "that fund", "the senator", said again of an actor that was called so before.

    The one called so; of several the nearest; else, for nouns that fit any, the nearest of the type.
    """
    if token.tag_ in ("NNS", "NNPS") and token.lower_ != "police":
        return []
    if token.dep_ in ("compound", "nmod"):
        return read_employer(token, segment, scene, types)
    if not _definite(token):
        return []
    kind = scene.nouns.kinds.get(token.lemma_.lower())
    where = from_where(token, segment, scene) if kind in HOMED else []
    figure = _taken_up(token, segment, scene, types, where)
    if figure is None or figure.type not in types or not may_be_from(figure, where, segment, scene):
        return []
    start, end = phrase(token)
    return [Bound(figure, token, start, end)]


def _definite(noun: Token) -> bool:
    """ "the company", and nothing behind it that tells which."""
    if not any(c.lower_ in read_words("definite") for c in noun.children):
        return False
    written = noun.text[:1].isupper() and not noun.is_sent_start  # "the Ambassador" needs no clause to tell
    clauses = ("relcl",) if written else ("relcl", "acl")
    telling = ("poss", "prep", "appos", "nummod", *clauses)
    return not any(
        c.dep_ in telling and not (c.dep_ == "relcl" and _set_off(c)) and not _of_the_verb(c)
        for c in noun.children
    )


def _of_the_verb(preposition: Token) -> bool:
    """ "accused the firm of bribery", "stripped the company of its licence": of what, is not which firm."""
    noun = preposition.head
    return (
        preposition.lower_ == "of"
        and noun.dep_ in ("dobj", "nsubjpass", "conj")
        and noun.head.lemma_ in read_words("of_what")
    )


def _taken_up(
    token: Token, segment: int, scene: Scene, types: frozenset[str], where: Sequence[Token]
) -> Figure | None:
    if where and "Company" in types and not taken_up(token, segment, scene.calls, scene.nouns.same, where):
        firm = varied(token, segment, scene, where)
        if firm is not None:
            return None if introduced(token, segment, scene, [firm]) else firm
    kind = scene.nouns.kinds.get(token.lemma_.lower())
    bare = not any(c.dep_ in ("amod", "compound", "nmod") and c not in where for c in token.children)
    if bare and kind is not None and token.lemma_ in read_words("general"):
        return _last_of(kind, token, segment, scene, types)
    called = _called_so(token, segment, scene, types, where)
    if len(called) > 1:
        return described(token, scene.place_of[segment, token.i], scene.sentences, "", called)
    return called[0] if called else None


def _last_of(kind: str, token: Token, segment: int, scene: Scene, types: frozenset[str]) -> Figure | None:
    """ "the company": the own one, the last of its type, or one without a name that was called so."""
    voices = scene.voices
    teller = voices.turns.get(segment)
    own = voices.bodies.get(id(teller)) if teller is not None and id(teller) not in voices.askers else None
    own = own or voices.own
    place = scene.place_of[segment, token.i]
    figure = own if _own_firm(token, own) else described(token, place, scene.sentences, kind)
    if figure is None or introduced(token, segment, scene, [figure]):
        return unnamed_before(token.lemma_.lower(), types, scene)
    return figure


def _called_so(
    token: Token, segment: int, scene: Scene, types: frozenset[str], where: Sequence[Token]
) -> list[Figure]:
    """All that the text has called so; a State may be told by its region, a firm by what it deals in."""
    called = taken_up(token, segment, scene.calls, scene.nouns.same, where)
    called = [f for f in called if f.type in types]
    if not called or introduced(token, segment, scene, called):
        called = _unnamed_so(token, types, where, scene)
    if not called and scene.nouns.kinds.get(token.lemma_.lower()) == "State":
        country = _by_region(token, scene.place_of[segment, token.i], scene)
        called = [country] if country is not None else []
    if not called and "Company" in types:
        firm = varied(token, segment, scene, where)
        called = [firm] if firm is not None and not introduced(token, segment, scene, [firm]) else []
    return called


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


def _unnamed_so(token: Token, types: frozenset[str], where: Sequence[Token], scene: Scene) -> list[Figure]:
    told = [c for c in token.children if c.dep_ in ("amod", "compound", "nmod") and c not in where]
    figure = unnamed_before(token.lemma_.lower(), types, scene) if not told else None
    return [figure] if figure is not None else []


def _set_off(clause: Token) -> bool:
    """ "the company, which employs forty": a clause behind a comma does not tell which company."""
    first = clause.left_edge
    return first.i > 0 and first.nbor(-1).text == ","
