"""For whom speakers work, as their labels tell: "Helga Berg, Halberg Bank:", "QUESTION (Ann Ott, Reuters):"."""

from collections.abc import Iterator, Sequence

from extract.frame import Frame
from extract.names.figures import BODIES
from extract.readings.matching import Found
from extract.reference.candidates import Sentence
from extract.reference.scene import Bound, Scene

WORKS = Frame("WORKS_FOR", (), (), name="labels.works_for")
LONGEST = 14


def labelled(scene: Scene, sentences: Sequence[Sentence]) -> Iterator[tuple[int, Found]]:
    """Place and reading of each label that has nothing but a name and, behind a comma, a body."""
    if not scene.voices.turns:
        return
    for place, sentence in enumerate(sentences):
        span, segment = sentence.span, sentence.segment
        speaker = scene.voices.turns.get(segment + 1)
        if speaker is None or segment in scene.voices.turns or len(span) > LONGEST:
            continue
        comma = next((t.i for t in span if t.text == ","), None)
        if comma is None or comma + 1 >= span.end or scene.cast.at.get((segment, comma - 1)) is not speaker:
            continue
        spot = scene.cast.spot_at.get((segment, comma + 1))
        body = scene.cast.at.get((segment, comma + 1))
        if spot is None or body is None or body.type not in BODIES or spot.end != span.end:
            continue
        doc = span.doc
        person = Bound(speaker, doc[comma - 1], span.start, comma)
        yield place, Found(WORKS, doc[comma], person, Bound(body, doc[spot.end - 1], spot.start, spot.end))
