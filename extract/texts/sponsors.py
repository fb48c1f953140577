"""Sponsor messages: where they begin and where the programme goes on.

A message lasts from its opening to where the sum of signs, for and against, is highest.
Signs are the cues of boilerplate.toml, the sponsor's name as the opening gives it and,
against it, names that the rest of the text speaks of.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.texts.cues import ANCHORS, WEIGHTS, Marked
from graph.model import SegmentKind

REACH = 30  # sentences that a message may last
NEUTRAL = -0.75
LENIENT = 0.35  # between an opening and the first call, law or code
NOT_IN_ONE = frozenset({"sponsor.open", "resume", "handover"})
NOT_IN_COPY = frozenset({"credits.programme", "credits.trailer"})


@dataclass(frozen=True, slots=True)
class _Topic:
    """The words that stand for the sponsor, and the names that stand for the story."""

    brand: frozenset[str]
    story: frozenset[str]


def sponsor_messages(marked: Marked) -> Iterator[tuple[int, int, SegmentKind]]:
    """First and last sentence of each message, in order; a lone call to a website is of kind credits."""
    anchors = [index for index, marks in enumerate(marked.marks) if marks & ANCHORS]
    if not anchors:
        return
    names, subjects = _story(marked, anchors)
    done = -1
    for anchor in anchors:
        if anchor <= done:
            continue
        opened = "sponsor.open" in marked.marks[anchor]
        brand = _brand(marked.sentences[anchor].text) if opened else _addressed(marked, anchor)
        topic = _Topic(brand - subjects, names - brand)
        first = anchor if opened else anchor - _extent(marked, anchor, -1, topic, done)
        last = anchor + _extent(marked, anchor, 1, topic, done)
        last += _slogan(marked, last, topic)
        inside = range(first, last + 1)
        total = sum(_score(marked, index, topic) for index in inside)
        if not opened and not any(marked.count("sponsor.style", index, 1) for index in inside):
            total = 0.0  # copy without "you", a call or a claim may be a report on an offer
        if opened or total >= 4 or "sponsor.close" in marked.marks[anchor]:
            yield first, last, "sponsor"
        elif total >= 3:
            yield first, last, "credits"
        else:
            continue
        done = last


def _extent(marked: Marked, anchor: int, step: int, topic: _Topic, done: int) -> int:
    """How many sentences after (`step` 1) or before (-1) the anchor belong to its message."""
    total = best = 0.0
    extent = 0
    opened = "sponsor.open" in marked.marks[anchor]
    closed = step > 0 and "sponsor.sure" in marked.marks[anchor]
    for distance in range(1, REACH + 1):
        index = anchor + step * distance
        if not done < index < len(marked.sentences):
            break
        marks = marked.marks[index]
        if marks & NOT_IN_ONE or (marks & NOT_IN_COPY and not marked.count("sponsor.offer", index, 1)):
            break
        score = _score(marked, index, topic) - (0.3 if step < 0 else 0.0)
        if marked.sentences[index].block != marked.sentences[index - step].block:
            score -= 1.0 if closed else 0.25
        if closed and "sponsor.sure" not in marks:
            score = min(score, 0.5 * score) - 0.5
        elif opened and not closed:
            score += LENIENT
        total += score
        if total > best:
            best, extent = total, distance
        elif total < best - 4:
            break
        closed = step > 0 and (closed or "sponsor.sure" in marks)
    return extent


def _score(marked: Marked, index: int, topic: _Topic) -> float:
    """How much a sentence speaks for an advertisement (above 0) or for the story (below)."""
    score = NEUTRAL
    for name, weight in WEIGHTS.items():
        score += weight * marked.count(name, index, 1 if name in ANCHORS else 2)
    words = set(_capitalised().findall(marked.sentences[index].text))
    return score + 1.5 * bool(words & topic.brand) - min(2, len(words & topic.story))


def _slogan(marked: Marked, index: int, topic: _Topic) -> bool:
    """Whether a sentence that is the sponsor's name alone is followed by a motto."""
    name = [word for word in _words().findall(marked.sentences[index].text) if word[0].isupper()]
    length = len(marked.sentences[index].text.split())
    if not name or length > 4 or not topic.brand.issuperset(name) or index + 1 >= len(marked.sentences):
        return False
    motto = marked.sentences[index + 1]
    plain = len(motto.text) < 50 and not motto.title and not _capitalised().search(motto.text, 1)
    return plain and not marked.marks[index + 1]


def _story(marked: Marked, anchors: list[int]) -> tuple[frozenset[str], frozenset[str]]:
    """Names that stand in several sentences away from any message, and all capitalised words that do."""
    near: set[int] = set()
    opening = -REACH
    for anchor in anchors:
        opening = anchor if "sponsor.open" in marked.marks[anchor] else opening
        near.update(range(opening if anchor - opening < REACH else anchor - 8, anchor + 9))
    names: Counter[str] = Counter()
    subjects: Counter[str] = Counter()
    for index, sentence in enumerate(marked.sentences):
        if index not in near:
            names.update(set(_inner_capitalised().findall(sentence.text)))
            subjects.update(set(_capitalised().findall(sentence.text)))
    return _repeated(names), _repeated(subjects)


def _repeated(counts: Counter[str]) -> frozenset[str]:
    return frozenset(name for name, count in counts.items() if count > 1)


def _brand(opening: str) -> frozenset[str]:
    """The capitalised words after "by" or "from" in the opening: who pays, in the text's own words."""
    found = _payer().search(opening)
    return frozenset(_capitalised().findall(found[1])) if found else frozenset()


def _addressed(marked: Marked, anchor: int) -> frozenset[str]:
    """The capitalised words near a call that its address is made of ("Ledgerly" of ledgerly.com)."""
    stem = _domain().search(marked.lower[anchor])
    if stem is None:
        return frozenset()
    around = " ".join(sentence.text for sentence in marked.sentences[max(0, anchor - 10) : anchor + 5])
    return frozenset(
        word for word in _capitalised().findall(around) if len(word) > 3 and word.lower() in stem[1]
    )


@cache
def _payer() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:by|from|[Tt]hanks? to|sponsor,?|sponsors?:|podcast,|with|about|is)\s+(?=[\w ]{0,30}[A-Z])(.*)"
    )


@cache
def _domain() -> re.Pattern[str]:
    return re.compile(r"\b([a-z0-9][a-z0-9-]{3,40})(?:\.| dot )[a-z]{2,6}\b")


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"\w[\w&-]*")


@cache
def _capitalised() -> re.Pattern[str]:
    return re.compile(r"\b[A-Z][\w&-]*[\w&]")


@cache
def _inner_capitalised() -> re.Pattern[str]:
    return re.compile(r"(?<=[a-z,;] )[A-Z][\w&-]*[\w&]")
