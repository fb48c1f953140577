"""spaCy's recognition of names in less time: outside of a name a word's score hangs on that word, so all are scored at once.

The model of an EntityRecognizer is a transition system (Lample et al. 2016, arXiv:1603.01360): word after word it begins a
name, ends one, or goes on. Its state is the word, and the first and last word of a name that is open. So what it does
where none is open is known for every word beforehand; from each word that would begin a name, that name is followed to
its end, all of a batch together; then the words are gone through once.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import numpy
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.symbols import IS_SPACE, SENT_START
from spacy.tokens import Doc, Span

NAME = "batch_ner"
FEATURES = 3  # of a state: the word, the first and the last of an open name


def suits(recognizer: object) -> bool:
    """Whether a component is a recognizer whose model can be read so, with words of its own and all classes known."""
    if not isinstance(recognizer, EntityRecognizer):
        return False
    model: Any = recognizer.model
    return (
        len(model.layers) == 3
        and model.layers[1].name == "precomputable_affine"
        and model.layers[1].get_dim("nF") == FEATURES
        and model.layers[1].get_dim("nP") > 1
        and not model.attrs.get("unseen_classes")
        and not any(layer.name == "tok2vec-listener" for layer in model.walk())
        and recognizer.cfg.get("beam_width", 1) == 1
    )


@Language.factory(NAME)
class BatchRecognizer:
    """A component that finds the names that the EntityRecognizer it was told of finds."""

    def __init__(self, nlp: Language, name: str = NAME) -> None:
        self.name = name

    def read(self, recognizer: EntityRecognizer) -> None:
        """Take over a trained recognizer, one that `suits`."""
        model: Any = recognizer.model
        self._own = recognizer
        self._encoder, lower, upper = model.layers
        weights, pad = lower.get_param("W"), lower.get_param("pad")[0]
        self._pieces = lower.get_dim("nP")
        self._word, self._first, self._last = (w.reshape(-1, w.shape[-1]).T for w in weights)
        self._bias = lower.get_param("b").reshape(-1)
        self._closed = (pad[1] + pad[2]).reshape(-1)
        self._scores, self._score_bias = upper.get_param("W"), upper.get_param("b")
        transitions: Any = recognizer.moves
        moves = [transitions.get_class_name(move) for move in range(len(self._score_bias))]
        self._labels = [move[2:] for move in moves]
        self._begins = numpy.array([move.startswith("B-") for move in moves])
        self._units = numpy.array([move.startswith("U-") and move != "U-" for move in moves])
        self._never = ~(self._begins | self._units | numpy.array([move == "O" for move in moves]))
        places = {move: place for place, move in enumerate(moves)}
        self._inside = numpy.array([places.get(f"I-{label}", 0) for label in self._labels])
        self._ending = numpy.array([places.get(f"L-{label}", 0) for label in self._labels])

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of a document."""
        self._find([doc])
        return doc

    def pipe(self, docs: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Set the entities of documents, a batch at a time."""
        coming = iter(docs)
        while batch := list(islice(coming, batch_size)):
            self._find(batch)
            yield from batch

    def _find(self, docs: Sequence[Doc]) -> None:
        filled = [doc for doc in docs if len(doc)]
        if any(doc.has_annotation("ENT_IOB") for doc in filled):  # spaCy's own respects what is set already
            self._own.set_annotations(filled, self._own.predict(filled))
            return
        if not filled:
            return
        coming = deque(self._decode(filled))
        offset = 0
        for doc in filled:
            mine = []
            while coming and coming[0][0] < offset + len(doc):
                start, stop, name = coming.popleft()
                mine.append(Span(doc, start - offset, stop - offset, name))
            doc.set_ents(mine, default="outside")
            offset += len(doc)

    def _decode(self, docs: Sequence[Doc]) -> list[tuple[int, int, str]]:
        """Names as (start, end, label), words counted through all documents."""
        words = self._encoder.predict(docs)
        space, last = _bounds(docs)
        word = words @ self._word
        scores = self._score(word + self._closed)
        scores[:, self._never] = -numpy.inf
        scores[numpy.ix_(space | last, self._begins)] = -numpy.inf
        scores[numpy.ix_(space, self._units)] = -numpy.inf
        best = scores.argmax(axis=1)
        begun = numpy.flatnonzero(self._begins[best])
        ends = dict(
            zip(begun.tolist(), self._follow(begun, best[begun], words, word, last).tolist(), strict=True)
        )
        found: list[tuple[int, int, str]] = []
        free = 0
        for place in numpy.flatnonzero(self._begins[best] | self._units[best]).tolist():
            if place >= free:
                free = ends.get(place, place + 1)
                found.append((place, free, self._labels[best[place]]))
        return found

    def _follow(self, begun: Any, moves: Any, words: Any, word: Any, last: Any) -> Any:
        """Where the names end that begin at these words with these moves."""
        ends = numpy.zeros(len(begun), dtype=int)
        first = words[begun] @ self._first
        open_ = numpy.arange(len(begun))
        at = begun + 1
        while len(open_):
            hidden = self._hide(word[at] + first[open_] + words[at - 1] @ self._last)
            inside, ending = (
                numpy.einsum("ij,ij->i", hidden, self._scores[which]) + self._score_bias[which]
                for which in (self._inside[moves[open_]], self._ending[moves[open_]])
            )
            goes_on = (inside >= ending) & ~last[at]
            ends[open_[~goes_on]] = at[~goes_on] + 1
            open_, at = open_[goes_on], at[goes_on] + 1
        return ends

    def _score(self, features: Any) -> Any:
        return self._hide(features) @ self._scores.T + self._score_bias

    def _hide(self, features: Any) -> Any:
        return (features + self._bias).reshape(len(features), -1, self._pieces).max(axis=2)


def _bounds(docs: Sequence[Doc]) -> tuple[Any, Any]:
    """For each word of all documents whether it is white space, and whether no name goes on behind it."""
    spaces, lasts = [], []
    for doc in docs:
        rows = doc.to_array([IS_SPACE, SENT_START])
        spaces.append(rows[:, 0] == 1)
        lasts.append(numpy.append(rows[1:, 1] == 1, True))
    return numpy.concatenate(spaces), numpy.concatenate(lasts)
