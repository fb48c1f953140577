"""Whose sanctions a text is about."""

from collections.abc import Sequence
from dataclasses import replace

from extract.frame import Index
from extract.readings.matching import match
from extract.readings.notices import LISTING, find_authority
from extract.reference.candidates import Sentence
from extract.reference.scene import Scene
from graph.ontology import Ontology

EARLY = 3  # of the sentences that speak of a list, those that may tell whose it is


def with_authority(sentences: Sequence[Sentence], listing: Index, scene: Scene, ontology: Ontology) -> Scene:
    """The scene with the State or bloc whose sanctions the text is about, where that is plain."""
    speaking = [s for s in sentences if any(token.lemma_.lower() in LISTING for token in s.span)]
    if not speaking or not listing:
        return scene
    told = [
        (place, found.object.figure)
        for place, sentence in enumerate(speaking)
        for found in match(sentence, listing, scene, ontology)
    ]
    if len(told) == 1 and told[0][0] >= EARLY:
        told = []  # one list mentioned late is not what the text is about
    figures = [figure for _, figure in told]
    return replace(scene, authority=find_authority(sentences, scene, figures))
