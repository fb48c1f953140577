"""Who speaks turns without a name ("Speaker 2", "Guest"): those who introduce themselves or are introduced."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from extract.names.figures import Cast, Figure, only_figure
from extract.nlp import Parsed
from extract.syntax.parse import Doc
from extract.vocabulary.words import read_words

WELCOME = frozenset({"welcome", "welcoming"})
CUES = frozenset("guest guests introduce introducing joined joining speak speaking talk talking".split())
OURS = frozenset("i i'm me my our today tonight us we 'm 're 's".split())
WITH = frozenset({"me", "us"})
BEHIND = frozenset({"joins", "joined"})
NEAR = 8
MARK = '"'


def introduced(parsed: Sequence[Parsed], cast: Cast, labels: Iterable[str]) -> dict[str, Figure]:
    """The person behind each of some labels that name nobody, as far as the text tells it without doubt."""
    nameless = set(labels)
    own: dict[str, dict[int, Figure]] = {}
    for number, piece in enumerate(parsed):
        label = piece.segment.speaker
        if label in nameless and label is not None:
            own.setdefault(label, {}).update({id(f): f for f in introduces_himself(number, piece.doc, cast)})
    known = {label: next(iter(found.values())) for label, found in own.items() if len(found) == 1}
    answering = next((label for label in nameless if label.casefold() in read_words("answering")), None)
    interviewed = _interviewed(parsed, cast) if answering is not None and answering not in known else None
    if answering is not None and interviewed is not None:
        known[answering] = interviewed
    waiting: dict[int, Figure] = {}
    before: str | None = None
    for number, piece in enumerate(parsed):
        label = piece.segment.speaker
        if label != before and label in nameless and label is not None and label not in known:
            fresh = [f for f in waiting.values() if all(f is not k for k in known.values())]
            if len(fresh) == 1:
                known[label] = fresh[0]
        if label != before:
            waiting = {}
        waiting.update({id(f): f for f in _presented(number, piece.doc, cast)})
        before = label
    return known


def _interviewed(parsed: Sequence[Parsed], cast: Cast) -> Figure | None:
    """Who answers: the one person whom the title names, else the only one named before the first question."""
    first = next((n for n, piece in enumerate(parsed) if piece.segment.speaker), 0)
    title = [n for n in range(first) if parsed[n].segment.kind == "headline"]
    for numbers in (title, range(first)):
        people = [
            figure
            for number in numbers
            for token in parsed[number].doc
            if (figure := cast.at.get((number, token.i))) is not None and figure.type == "Person"
        ]
        if people:
            return only_figure(people)
    return None


def introduces_himself(segment: int, doc: Doc, cast: Cast) -> Iterator[Figure]:
    """ "I'm Lena Ortiz", "my name is …": who tells his own name outside quotation marks."""
    marks = 0
    for token in doc:
        marks += token.text == MARK
        own = token.lower_ == "i" or (token.lower_ == "name" and token.i and doc[token.i - 1].lower_ == "my")
        if not own or marks % 2 or token.i + 2 >= len(doc):
            continue
        if doc[token.i + 1].lower_ not in ("'m", "am", "is"):
            continue
        figure = cast.at.get((segment, token.i + 2))
        if figure is not None and figure.type == "Person":
            yield figure


def _presented(segment: int, doc: Doc, cast: Cast) -> Iterator[Figure]:
    """ "my guest is X", "we are joined by X", "with me is X", "X joins us": who is about to speak."""
    for sentence in doc.sents:
        people = [
            (token, figure)
            for token in sentence
            if (figure := cast.at.get((segment, token.i))) is not None and figure.type == "Person"
        ]
        for place, (token, figure) in enumerate(people):
            first = cast.spot_at[segment, token.i].start
            before = [t.lower_ for t in doc[max(sentence.start, first - NEAR) : first]]
            after = [t.lower_ for t in doc[token.i + 1 : token.i + 3]]
            if _cued(before) or (len(after) == 2 and after[0] in BEHIND and after[1] in WITH):
                yield figure
                yield from (f for t, f in people[place + 1 :] if doc[t.left_edge.i - 1].lower_ == "and")
                break


def _cued(before: Sequence[str]) -> bool:
    here = bool(OURS & {*before})
    return any(
        (word in WELCOME) or (word in CUES and here) or (word == "with" and after in WITH)
        for word, after in pairwise([*before, ""])
    )
