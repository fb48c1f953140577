"""Whom descriptions among the antecedents mean: "the ambassador", "the chairman"."""

from dataclasses import replace

from extract.names.figures import COLLECTIVE
from extract.reference.candidates import THING, THINGS, Candidate, Sentence
from extract.reference.definites import read_definite
from extract.reference.descriptions import read_office
from extract.reference.epithets import read_epithet
from extract.reference.officials import read_official
from extract.reference.scene import Scene
from extract.reference.standins import read_board, read_standin

MEANT = frozenset({"Person", THING, THINGS})


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
    for read in (read_office, read_official, read_definite, read_epithet):
        found = read(candidate.token, segment, scene, types, 0)
        if found:
            figure = found[0].figure
            return replace(candidate, figure=figure, gender=figure.gender or candidate.gender)
    return candidate
