"""Whose somebody is, told right before what he is: "Company chairman Lena Ortiz", "a ministry spokesman"."""

from extract.names.called import VAGUE, taken_up
from extract.names.figures import COLLECTIVE, Figure
from extract.reference.nearest import described
from extract.reference.scene import Bound, Scene
from extract.reference.standins import spoken_of
from extract.reference.unnamed import INDEFINITE, unnamed_before
from extract.syntax.parse import Token
from extract.vocabulary.words import read_words


def read_employer(token: Token, segment: int, scene: Scene, types: frozenset[str]) -> list[Bound]:
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
        figure = unnamed_before(lemma, types, scene)
    if figure is None or figure.type not in types:
        return []
    return [Bound(figure, token, token.i, token.i + 1)]
