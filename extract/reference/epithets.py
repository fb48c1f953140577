"""Persons taken up by what they are, said for the first time: "the 63-year-old", "the former general", "the tycoon"."""

from dataclasses import replace

from extract.names.figures import Figure, only_figure
from extract.reference.candidates import SUBJECT, Candidate, rank
from extract.reference.coarguments import coargument
from extract.reference.coreference import antecedent
from extract.reference.officials import CALLED
from extract.reference.prominence import says, source
from extract.reference.scene import Bound, Scene, phrase
from extract.syntax.parse import Token
from extract.vocabulary.words import read_words

NEAR, FAR = 3, 6
MANY = 3  # kinds of office, so that the noun is no office itself
PERSON = frozenset({"Person"})
TELLING = ("poss", "prep", "appos", "relcl", "acl", "nummod", "conj")


def read_epithet(token: Token, segment: int, scene: Scene, types: frozenset[str], depth: int) -> list[Bound]:
    """The one person told of before who may be called so; [] where there are several, or nothing says he is meant."""
    if "Person" not in types:
        return []
    spoken = _who_spoke(token, segment, scene)
    if spoken is not None:
        start, end = phrase(token)
        return [Bound(spoken, token, start, end)]
    if not _is_epithet(token, segment, scene):
        return []
    place = scene.place_of[segment, token.i]
    for back in range(min(NEAR, place + 1)):
        sentence = scene.sentences[place - back]
        if sentence.segment != segment:
            return []
        people = [_known(c, place - back, scene) for c in sentence.candidates if _may_be(c, token, back)]
        if people:
            figure = _alone(people, token.lemma_ in read_words("epithets") or _aged(token))
            if figure is None:
                return []
            start, end = phrase(token)
            return [Bound(figure, token, start, end)]
    return []


def _who_spoke(token: Token, segment: int, scene: Scene) -> Figure | None:
    """ "…, the diplomat said": of the ambassadors and envoys of the text, the one who spoke last."""
    called = CALLED.get(token.lemma_.lower(), ())
    alone = [c.lower_ for c in token.children if c.dep_ != "punct"] == ["the"]
    if not alone or len(called) < MANY or not says(token) or token.tag_ != "NN":
        return None
    among = {
        id(call.figure): call.figure
        for noun in called
        for call in scene.calls.get(noun, ())
        if call.figure.type == "Person" and (call.segment, call.token) < (segment, token.i)
    }
    place = scene.place_of[segment, token.i]
    for sentence in reversed(scene.sentences[max(0, place - FAR) : place]):
        speaking = [
            c for c in sentence.candidates if c.type == "Person" and source(c.token) and not c.pronoun
        ]
        if speaking:
            figure = speaking[-1].figure
            return figure if figure is not None and id(figure) in among and len(speaking) == 1 else None
    return None


def _is_epithet(token: Token, segment: int, scene: Scene) -> bool:
    """ "The" with a noun for a person, an age or "former" before it, or a noun that tells no office: "the tycoon"."""
    if token.tag_ not in ("NN", "JJ") or rank(token) != SUBJECT or token.dep_ == "appos":
        return False
    before = [c for c in token.children if c.i < token.i]
    telling = [c for c in token.children if c.dep_ in TELLING and not (c.dep_ == "relcl" and _set_off(c))]
    if telling or not any(c.lower_ == "the" for c in before):
        return False
    aged = _aged(token)
    if not aged and scene.nouns.kinds.get(token.lemma_.lower()) != "Person":
        return False
    if aged and token.tag_ == "JJ" and token.lower_ not in ("old", "year-old"):
        return False
    named = [
        c for c in before if (at := scene.cast.at.get((segment, c.i))) is not None and at.type != "State"
    ]
    if named or (segment, token.i + 1) in scene.cast.at:
        return False
    said = {c.lower_ for c in before}
    return aged or bool(said & read_words("onetime")) or token.lemma_ in read_words("epithets")


def _set_off(clause: Token) -> bool:
    """ "the tycoon, who …": a clause behind a comma does not tell which one."""
    first = clause.left_edge
    return first.i > 0 and first.nbor(-1).text == ","


def _aged(token: Token) -> bool:
    return any(t.lower_ in ("old", "year-old") for t in token.doc[token.left_edge.i : token.i + 1])


def _may_be(candidate: Candidate, token: Token, back: int) -> bool:
    if candidate.type != "Person" or candidate.quoted:
        return False
    return back > 0 or (candidate.token.i < token.i and not coargument(candidate.token, token))


def _known(candidate: Candidate, place: int, scene: Scene) -> Candidate:
    """A pronoun as whom it means."""
    if not candidate.pronoun:
        return candidate
    return replace(candidate, figure=antecedent(candidate.token, place, scene.sentences, PERSON))


def _alone(people: list[Candidate], anyone: bool) -> Figure | None:
    """The only person of a sentence; for what says no office (`anyone`) also the only one who is its subject."""
    top = min(c.rank for c in people)
    return only_figure(c.figure for c in people if c.rank == top or not anyone)
