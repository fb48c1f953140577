"""Why a sentence gave the statements it gave: mentions, triggers, frames that fired, and why others did not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.extractor import Extractor, readable
from extract.frame import Frame
from extract.grammar.arguments import fill, follow
from extract.nlp import parse
from extract.readings.authority import with_authority
from extract.readings.demands import meets
from extract.readings.matching import pairs
from extract.reference.candidates import Sentence
from extract.reference.ends import bind
from extract.reference.scene import Scene
from extract.syntax.parse import Token
from extract.syntax.tenses import asked
from extract.texts.segments import segment
from graph.model import Document, Statement


@dataclass(frozen=True, slots=True)
class Named:
    """A mention in a sentence: its words, the actor it was read as and that actor's type."""

    surface: str
    actor: str
    type: str


@dataclass(frozen=True, slots=True)
class Tried:
    """A frame at a trigger: the statement ends it gave, or the reason why it gave none.

    `near` tells that it gave none, though its conditions hold and one of its ends was found.
    """

    trigger: str
    frame: str
    predicate: str
    ends: tuple[str, str] | None
    reason: str = ""
    near: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """One sentence; `aside` says why it was not read at all, where it was not."""

    quote: str
    mentions: tuple[Named, ...] = ()
    tried: tuple[Tried, ...] = ()
    statements: tuple[Statement, ...] = ()
    aside: str = ""


def explain(extractor: Extractor, document: Document) -> Iterator[Explanation]:
    """Read a document and tell, sentence by sentence, what was seen, what fired and what was refused."""
    parts = segment(document)
    read = [part for part in parts if readable(part)]
    aside = [part for part in parts if not readable(part)]
    for part in aside:
        yield Explanation(" ".join(part.text.split())[:200], aside=f"{part.kind}: not part of the story")
    parsed = list(parse(read, extractor.nlp, extractor.matcher))
    scene = extractor.scene(document, parsed, aside)
    statements = extractor.extraction(document, parsed, scene).statements
    scene = with_authority(scene.sentences, extractor.listing, scene, extractor.ontology)
    for sentence in scene.sentences:
        piece = parsed[sentence.segment].segment
        begin, _ = piece.original(sentence.span.start_char, sentence.span.end_char)
        own = tuple(s for s in statements if any(e.start <= begin + 3 and begin < e.end for e in s.evidence))
        question = "a question asserts nothing" if asked(sentence.span[-1]) else ""
        yield Explanation(
            " ".join(sentence.span.text.split()),
            tuple(_mentions(sentence, scene)),
            () if question else tuple(_tried(sentence, scene, extractor)),
            own,
            question,
        )


def _mentions(sentence: Sentence, scene: Scene) -> Iterator[Named]:
    done = -1
    for token in sentence.span:
        figure = scene.cast.at.get((sentence.segment, token.i))
        if figure is not None and token.i > done:
            spot = scene.cast.spot_at[sentence.segment, token.i]
            done = spot.end - 1
            yield Named(spot.text, figure.name, figure.type or "no type")


def _tried(sentence: Sentence, scene: Scene, extractor: Extractor) -> Iterator[Tried]:
    for trigger in sentence.span:
        for frame in extractor.frames.get((trigger.lemma_.lower(), trigger.pos_), ()):
            yield from _frame(trigger, frame, sentence.segment, scene, extractor)


def _frame(
    trigger: Token, frame: Frame, segment_number: int, scene: Scene, extractor: Extractor
) -> Iterator[Tried]:
    name, predicate = frame.name, frame.predicate
    if not meets(trigger, frame):
        yield Tried(trigger.text, name, predicate, None, _unmet(trigger, frame))
        return
    found = list(pairs(trigger, frame, segment_number, scene, extractor.ontology))
    for one in found:
        yield Tried(trigger.text, name, predicate, (one.subject.figure.name, one.object.figure.name))
    if not found:
        rule = extractor.ontology.predicates[predicate]
        sides = (
            ("subject", frame.subject, frozenset(frame.subject_types) or rule.start),
            ("object", frame.object, frozenset(frame.object_types) or rule.end),
        )
        every = frozenset(extractor.ontology.types)
        reasons = [
            reason
            for side, paths, types in sides
            if (reason := _unbound(trigger, side, paths, types, every, segment_number, scene))
        ]
        reason = "; ".join(reasons) or "both ends are the same actor"
        yield Tried(trigger.text, name, predicate, None, reason, len(reasons) < len(sides))


def _unmet(trigger: Token, frame: Frame) -> str:
    for path, lemmas in frame.when.items():
        if not meets(trigger, Frame(frame.predicate, (), (), when={path: lemmas})):
            return f"when: {path} is none of {', '.join(lemmas)}"
    for path, lemmas in frame.unless.items():
        if not meets(trigger, Frame(frame.predicate, (), (), unless={path: lemmas})):
            there = ", ".join(token.text for token in _there(trigger, path)) or path
            return f"unless: {path} is {there}"
    return "its conditions do not hold"


def _there(trigger: Token, path: str) -> Sequence[Token]:
    return [] if path in ("child", "head", "subtree") else follow(trigger, path)


def _unbound(
    trigger: Token,
    side: str,
    paths: tuple[str, ...],
    types: frozenset[str],
    every: frozenset[str],
    number: int,
    scene: Scene,
) -> str:
    """Why an end was not found; "" where it was. `types` are those allowed, `every` all there are."""
    if paths == ("each",):
        return ""
    fillers = fill(trigger, paths)
    if not fillers:
        return f"no {side}: nothing stands at {' or '.join(paths)}"
    if any(bind(filler, number, scene, types) for filler in fillers):
        return ""
    words = ", ".join(filler.token.text for filler in fillers)
    kinds = {b.figure.type for filler in fillers for b in bind(filler, number, scene, every)}
    if kinds:
        return f"no {side}: {words} is {', '.join(sorted(map(str, kinds)))}, not {' or '.join(sorted(types))}"
    return f"no {side}: {words} names no actor"
