"""A document in, its mentions and statements out."""

import gc
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from itertools import islice
from pathlib import Path

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.util import filter_spans

from extract.frame import Index, index_frames, only, read_frames
from extract.names.actors import make_cast
from extract.names.called import read_calls
from extract.names.convener import convener, join_common
from extract.names.figures import Cast, Figure
from extract.names.overlong import cut_overlong
from extract.names.recurrences import find_again
from extract.names.spots import Spot, find_spots
from extract.nlp import BATCH, MODEL, Parsed, make_matcher, make_nlp, parse
from extract.readings.drafting import draft
from extract.readings.drafts import Draft
from extract.readings.mentions import mentions_of
from extract.readings.notices import RULE, find_entries
from extract.readings.statements import settle
from extract.readings.validity import over
from extract.reference.candidates import Sentence, read_sentences
from extract.reference.genders import learn_genders
from extract.reference.kin import idle, retold
from extract.reference.meant import name_candidates
from extract.reference.nameless import known_beside
from extract.reference.scene import Scene, join_cast
from extract.reference.voices import (
    TIES,
    Voices,
    askers,
    bodies,
    first_person,
    namesakes,
    read_quotes,
    says_there_is,
    speakers,
)
from extract.repairs.repairs import repair
from extract.texts.parts import with_parts
from extract.texts.segments import segment
from extract.vocabulary.lexicon import Lexicon, read_lexicon
from extract.vocabulary.nouns import Nouns, read_nouns
from graph.model import Document, Extraction, Segment
from graph.ontology import Ontology, read_ontology
from graph.registry import Registry, read_registry

READ = ("headline", "body")
SHORT = 60


@dataclass(frozen=True, slots=True)
class Extractor:
    """All that reading needs, loaded once: pipeline, registry, ontology and frames."""

    nlp: Language
    matcher: PhraseMatcher
    registry: Registry
    ontology: Ontology
    frames: Index
    listing: Index
    ties: Index
    nouns: Nouns
    lexicon: Lexicon
    confidence: dict[str, float]

    def documents(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        """Extract documents one after another, in order; the parsing is batched over several."""
        batch: list[tuple[Document, list[Segment]]] = []
        waiting = 0
        for document in documents:
            batch.append((document, segment(document)))
            waiting += len(batch[-1][1])
            if waiting >= BATCH:
                yield from self._batch(batch)
                batch, waiting = [], 0
        yield from self._batch(batch)

    def _batch(self, batch: Sequence[tuple[Document, list[Segment]]]) -> list[Extraction]:
        """Parse and read a few documents; what spaCy interns for them is let go at the end."""
        with self.nlp.memory_zone():
            work = [part for _, parts in batch for part in parts if readable(part)]
            parsed = parse(work, self.nlp, self.matcher)
            found = []
            for document, parts in batch:
                own = list(islice(parsed, sum(readable(part) for part in parts)))
                found.append(self.read(document, own, [p for p in parts if p.kind not in READ]))
            return found

    def read(self, document: Document, parsed: Sequence[Parsed], aside: Sequence[Segment] = ()) -> Extraction:
        """Read one document from its parsed segments; `aside` are the segments that are not read."""
        return self.extraction(document, parsed, self.scene(document, parsed, aside))

    def extraction(self, document: Document, parsed: Sequence[Parsed], scene: Scene) -> Extraction:
        """The statements of a document whose scene is known."""
        drafts = draft(scene.sentences, self.frames, scene, self.ontology, self.lexicon, self.listing)
        drafts = [
            d for d in drafts if not retold(d.predicate, d.found.trigger, (d.found.subject, d.found.object))
        ]
        drafts = [d for d in drafts if known_beside(d.predicate, *_ends(d), certain=_certain(d))]
        alone = idle((d.found.subject.figure, d.predicate, d.found.object.figure) for d in drafts)
        drafts = [d for d in drafts if not {id(d.found.subject.figure), id(d.found.object.figure)} & alone]
        mentions, mention_of = mentions_of(document, parsed, scene.cast, drafts, self.registry)
        statements = settle(
            drafts,
            scene.sentences,
            parsed,
            scene,
            document,
            self.ontology,
            self.lexicon,
            mention_of,
            self.confidence,
        )
        return Extraction(document, mentions, tuple(with_parts(statements, document)))

    def scene(self, document: Document, parsed: Sequence[Parsed], aside: Sequence[Segment] = ()) -> Scene:
        """Who is in a document, and its sentences; the parses are repaired in place."""
        for piece in parsed:
            repair(piece.doc, self.lexicon)
        spots: list[Spot] = []
        for number, piece in enumerate(parsed):
            spots += find_spots(number, piece.doc, piece.spelt, self.registry, self.nouns)
        spots = cut_overlong(parsed, spots, self.registry, self.nouns)
        spots = find_again([piece.doc for piece in parsed], spots, self.nouns)
        publisher = self._publisher(aside)
        cast = make_cast(parsed, spots, self.registry, self.nouns, document.date, publisher, document.text)
        quotes = {n: read_quotes(piece.doc, self.lexicon) for n, piece in enumerate(parsed)}
        own = convener(parsed, cast, lambda text: self._looked_up(text, cast))
        state = self.registry.entries.get(own.country or "") if own is not None else None
        if state is not None:
            cast.home = state.country
        join_common(cast, parsed, own, self.nouns)
        sentences = read_sentences(parsed, cast, self.nouns, quotes)
        place_of = {
            (s.segment, token): place
            for place, s in enumerate(sentences)
            for token in range(s.span.start, s.span.end)
        }
        turns = speakers(parsed, cast)
        voices = Voices(turns, quotes, own, askers(parsed, turns))
        scene = Scene(
            cast, sentences, place_of, self.registry, self.nouns, document.date, voices=voices, seat=cast.seat
        )
        scene = replace(
            scene,
            calls=read_calls(parsed, cast, self.nouns, self.registry),
            entries=find_entries([piece.doc for piece in parsed], scene),
        )
        name_candidates(sentences, scene)
        learn_genders(sentences)
        ours = [s for s in sentences if first_person(s.span)]
        voiced = ours or any(
            s.segment in quotes and says_there_is(s.span) for s in sentences if quotes[s.segment]
        )
        return self._voiced(scene, ours) if voiced else scene

    def _voiced(self, scene: Scene, ours: Sequence[Sentence]) -> Scene:
        """The scene with whom each person speaks for, read from offices, employment and representation.

        Sentences that say "we" (`ours`) are read last, when it is known for whom their speakers speak.
        """
        told = self._ties([s for s in scene.sentences if not first_person(s.span)], scene)
        told += namesakes(scene.voices.turns, scene.cast)
        scene = _speaking(scene, told)
        return _speaking(scene, [*told, *self._ties(ours, scene)])

    def _ties(self, sentences: Sequence[Sentence], scene: Scene) -> list[tuple[str, Figure, Figure]]:
        """The ties that some sentences tell as facts: (predicate, person, body)."""
        return [
            (made.predicate, made.found.subject.figure, made.found.object.figure)
            for made in draft(sentences, self.ties, scene, self.ontology, self.lexicon, {})
            if made.polarity == "affirmed"
            and made.modality == "actual"
            and (made.predicate == "FOUNDED" or not over(made))
        ]

    def _looked_up(self, text: str, cast: Cast) -> Iterator[Figure]:
        """The registry's actors that a text names, as figures of the cast; ambiguous spellings left out."""
        doc = self.nlp.make_doc(text)
        found = filter_spans([doc[start:end] for _, start, end in self.matcher(doc)])
        for span in found:
            ids = {sense.id for sense in self.registry.senses[span.text]}
            if len(ids) == 1:
                yield join_cast(self.registry.entries[ids.pop()], cast, self.registry)

    def _publisher(self, aside: Sequence[Segment]) -> str | None:
        """The country of the one medium that the parts around the story name most."""
        found: dict[str, int] = {}
        for part in aside:
            doc = self.nlp.make_doc(part.text)
            for _, start, end in self.matcher(doc):
                for sense in self.registry.senses.get(doc[start:end].text, ()):
                    entry = self.registry.entries[sense.id]
                    if entry.medium and entry.country is not None:
                        found[entry.country] = found.get(entry.country, 0) + 1
        return max(found, key=lambda c: (found[c], c)) if found else None


def _ends(draft: Draft) -> tuple[Figure, Figure]:
    return draft.found.subject.figure, draft.found.object.figure


def _certain(draft: Draft) -> bool:
    return draft.polarity == "affirmed" and draft.modality in ("actual", "intended")


def _speaking(scene: Scene, ties: Iterable[tuple[str, Figure, Figure]]) -> Scene:
    return replace(scene, voices=replace(scene.voices, bodies=bodies(ties)))


def readable(part: Segment) -> bool:
    """Whether a segment is prose to parse: part of the story, and a fifth of it letters at least."""
    if part.kind not in READ:
        return False
    return len(part.text) < SHORT or sum(map(str.isalpha, part.text)) * 5 > len(part.text)


def make_extractor(
    registry: Registry | None = None,
    ontology: Ontology | None = None,
    model: str = MODEL,
    frames: Path | None = None,
) -> Extractor:
    """Load everything that reading needs; what is left out is the shipped one. Raises InputError.

    What the process holds by then is frozen for the garbage collector (`gc.freeze`).
    """
    registry = registry if registry is not None else read_registry()
    ontology = ontology if ontology is not None else read_ontology()
    folder = frames if frames is not None else Path(str(resources.files("extract").joinpath("frames")))
    nlp = make_nlp(model)
    index = index_frames(read_frames(folder, ontology))
    gc.freeze()  # what is loaded stays: to walk it again and again costs a tenth of the time
    measured = json.loads(resources.files("extract").joinpath("confidence.json").read_text(encoding="utf-8"))
    return Extractor(
        nlp,
        make_matcher(nlp, registry),
        registry,
        ontology,
        index,
        only(index, RULE),
        only(index, TIES),
        read_nouns(),
        read_lexicon(),
        measured,
    )
