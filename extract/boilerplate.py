"""Which sentences are not the story: sponsor messages, credits, housekeeping, navigation.

They are told by what they say (boilerplate.toml), never by who says it. A sponsor
message lasts from its opening to where the sum of signs, for and against, is highest.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from graph.model import SegmentKind

REACH = 30  # sentences that a sponsor message may last beyond its last sign
NEUTRAL = -0.75
LENIENT = 0.35  # between an opening and the first call, law or code
WEIGHTS = {
    "sponsor.open": 4.0,
    "sponsor.close": 4.0,
    "sponsor.sure": 3.0,
    "sponsor.offer": 1.5,
    "sponsor.style": 1.0,
    "story": -1.5,
}
ANCHORS = frozenset({"sponsor.open", "sponsor.close", "sponsor.sure"})
CREDITS = frozenset({"credits.programme", "credits.trailer", "credits.page"})
MARKS = (*sorted(ANCHORS), "resume", "handover", *sorted(CREDITS), "credits.weak")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, normalised. `line`: it is a line by itself; `title`: and does not end like a sentence."""

    text: str
    block: int
    line: bool = False
    title: bool = False
    bullet: bool = False


Cues = dict[str, list[re.Pattern[str]]]


def classify(sentences: Sequence[Sentence]) -> list[SegmentKind]:
    """The kind of each sentence: body, sponsor or credits."""
    reader = _Reader(sentences)
    kinds: list[SegmentKind] = ["body"] * len(sentences)
    for index in _page_lines(sentences):
        kinds[index] = "credits"
    for index, marks in enumerate(reader.marks):
        if marks & CREDITS:
            kinds[index] = "credits"
    _fill_credits(reader, kinds)
    for first, last, kind in reader.runs():
        kinds[first : last + 1] = [kind] * (last + 1 - first)
    for index, sentence in enumerate(sentences):
        if index and not re.search(r"\w", sentence.text):
            kinds[index] = kinds[index - 1]
    for index in range(len(sentences) - 1, -1, -1):
        if "handover" in reader.marks[index] and kinds[index] != "sponsor" and len(sentences[index].text) < 160:
            kinds[index] = "sponsor" if kinds[index + 1 : index + 2] == ["sponsor"] else "credits"
    return kinds


def dateline(text: str) -> int:
    """The length of what a news agency sets before the first sentence ("KYIV, May 3 (X) - "), or 0."""
    return max((found.end() for cue in _flat("dateline", "lead") if (found := cue.match(text))), default=0)


@dataclass(slots=True)
class _Reader:
    """The marks of all sentences, and what the story is about."""

    sentences: Sequence[Sentence]
    marks: list[set[str]]
    lower: list[str]
    present: dict[str, Cues]

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self.lower = [sentence.text.lower() for sentence in sentences]
        whole = "\n".join(self.lower)
        self.present = {
            name: {key: patterns for key, patterns in _cues(name).items() if key in whole}
            for name in {*MARKS, *WEIGHTS}
        }
        self.marks = [
            {name for name in MARKS if self.count(name, index, 1)} for index in range(len(sentences))
        ]
        for index, marks in enumerate(self.marks):
            if _reports().search(sentences[index].text):
                marks &= ANCHORS - {"sponsor.open", "sponsor.close"}
        crew = [index for index, marks in enumerate(self.marks) if "credits.programme" in marks]
        near = {index for place in crew for index in range(place - 3, place + 4)}
        for index in near.intersection(range(len(sentences))):
            if "credits.weak" in self.marks[index]:
                self.marks[index].add("credits.programme")

    def count(self, name: str, index: int, most: int) -> int:
        """How many cues of a kind the sentence has, `most` at most."""
        lower, found = self.lower[index], 0
        for key, patterns in self.present[name].items():
            if key in lower and any(pattern.search(self.sentences[index].text) for pattern in patterns):
                found += 1
                if found == most:
                    break
        return found

    def runs(self) -> Iterable[tuple[int, int, SegmentKind]]:
        """First and last sentence of each sponsor message, in order."""
        anchors = [index for index, marks in enumerate(self.marks) if marks & ANCHORS]
        if not anchors:
            return
        names, subjects = self.story_names(anchors)
        done = -1
        for anchor in anchors:
            if anchor <= done:
                continue
            opened = "sponsor.open" in self.marks[anchor]
            brand = _brand(self.sentences[anchor].text) if opened else self.addressed(anchor)
            about, brand = names - brand, brand - subjects
            first = anchor if opened else anchor - self.extent(anchor, -1, brand, about, done)
            last = anchor + self.extent(anchor, 1, brand, about, done)
            inside = range(first, last + 1)
            total = sum(self.score(index, brand, about) for index in inside)
            if not opened and not any(self.count("sponsor.style", index, 1) for index in inside):
                total = 0.0  # copy without "you", a call or a claim may be a report on an offer
            if opened or total >= 4 or "sponsor.close" in self.marks[anchor]:
                yield first, last, "sponsor"
            elif total >= 3:
                yield first, last, "credits"
            else:
                continue
            done = last

    def addressed(self, anchor: int) -> frozenset[str]:
        """The capitalised words near a call that its address is made of ("Ledgerly" of ledgerly.com)."""
        stem = _domain().search(self.lower[anchor])
        around = " ".join(sentence.text for sentence in self.sentences[max(0, anchor - 10) : anchor + 5])
        return frozenset(
            word for word in _capitalised().findall(around) if stem and len(word) > 3 and word.lower() in stem[1]
        )

    def extent(self, anchor: int, step: int, brand: frozenset[str], names: frozenset[str], done: int) -> int:
        """How many sentences after (or before) the anchor belong to its message."""
        total = best = 0.0
        extent = 0
        opened = "sponsor.open" in self.marks[anchor]
        closed = step > 0 and "sponsor.sure" in self.marks[anchor]
        for distance in range(1, REACH + 1):
            index = anchor + step * distance
            if not done < index < len(self.sentences):
                break
            marks = self.marks[index]
            if marks & {"sponsor.open", "resume", "handover"} or (
                marks & {"credits.programme", "credits.trailer"} and not self.count("sponsor.offer", index, 1)
            ):
                break
            score = self.score(index, brand, names)
            if self.sentences[index].block != self.sentences[index - step].block:
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
        return extent + (step > 0 and self.slogan(anchor + extent, brand))

    def slogan(self, index: int, brand: frozenset[str]) -> bool:
        """Whether a sentence that is the sponsor's name alone is followed by a motto."""
        name = self.sentences[index].text.replace(",", " ").strip(".! ").split()
        if not brand.issuperset(word for word in name if word[0].isupper()) or not 0 < len(name) <= 4:
            return False
        motto = self.sentences[index + 1 : index + 2]
        return bool(motto) and len(motto[0].text) < 50 and not self.marks[index + 1] and not motto[0].title

    def score(self, index: int, brand: frozenset[str], names: frozenset[str]) -> float:
        """How much a sentence speaks for an advertisement (above 0) or for the story (below)."""
        score = sum(
            weight * self.count(name, index, 1 if name in ANCHORS else 2) for name, weight in WEIGHTS.items()
        )
        words = set(_capitalised().findall(self.sentences[index].text))
        score += 1.5 * bool(words & brand) - min(2, len(words & names))
        return score + NEUTRAL

    def story_names(self, anchors: list[int]) -> tuple[frozenset[str], frozenset[str]]:
        """Names that stand in several sentences away from any sponsor message, and all words that do."""
        near: set[int] = set()
        opening = -REACH
        for anchor in anchors:
            opening = anchor if "sponsor.open" in self.marks[anchor] else opening
            near.update(range(opening if anchor - opening < REACH else anchor - 8, anchor + 9))
        names: Counter[str] = Counter()
        subjects: Counter[str] = Counter()
        for index, sentence in enumerate(self.sentences):
            if index not in near:
                names.update(set(_inner_capitalised().findall(sentence.text)))
                subjects.update(set(_capitalised().findall(sentence.text)))
        return _repeated(names), _repeated(subjects)


def _repeated(counts: Counter[str]) -> frozenset[str]:
    return frozenset(name for name, count in counts.items() if count > 1)


def _page_lines(sentences: Sequence[Sentence]) -> Iterable[int]:
    """Lines of navigation and metadata, and the titles listed under "Related" and the like."""
    listing, bullets = 0, False
    for index, sentence in enumerate(sentences):
        text = re.sub(r"^[^\w<\[(©#@♪*=_.~–—-]+", "", sentence.text)
        text = re.sub(r"^[•*-]\s+", "", text)
        short = sentence.line and len(text) <= 200 and (sentence.title or len(text) <= 40)
        if short and any(cue.fullmatch(text) for cue in _flat("line", "list")):
            listing, bullets = 12, index + 1 < len(sentences) and sentences[index + 1].bullet
            yield index
        elif short and any(cue.fullmatch(text) for cue in (*_flat("line", "page"), *_flat("line", "inline"))):
            yield index
        elif listing and sentence.line and len(text) <= 160 and (sentence.bullet if bullets else sentence.title):
            listing -= 1
            yield index
        else:
            listing = 0


def _fill_credits(reader: _Reader, kinds: list[SegmentKind]) -> None:
    """At the end of a programme the sentences between two credits are credits as well."""
    crew = [index for index, marks in enumerate(reader.marks) if "credits.programme" in marks]
    for left, right in zip(reversed(crew[:-1]), reversed(crew[1:]), strict=True):
        rest = kinds[left:]
        if right - left > 4 or rest.count("credits") < 0.5 * len(rest):
            break
        if not any(reader.count("story", index, 1) for index in range(left + 1, right)):
            kinds[left:right] = ["credits"] * (right - left)


def _brand(opening: str) -> frozenset[str]:
    """The capitalised words after "by" or "from" in the opening: who pays, in the text's own words."""
    found = re.search(r"\b(?:by|from|sponsor,?|sponsors?:|podcast,|with|about)\s+(?=[\w ]{0,30}[A-Z])(.*)", opening)
    return frozenset(_capitalised().findall(found[1])) if found else frozenset()


@cache
def _reports() -> re.Pattern[str]:
    """A sentence that tells what somebody says is part of the story whatever is said."""
    return re.compile(r"\b(?:said|told|says|tells|according to|announced|wrote|claims|claimed)\b")


@cache
def _domain() -> re.Pattern[str]:
    return re.compile(r"\b([a-z0-9][a-z0-9-]{3,40})(?:\.| dot )[a-z]{2,6}\b")


@cache
def _capitalised() -> re.Pattern[str]:
    return re.compile(r"\b[A-Z][\w&-]*[\w&]")


@cache
def _inner_capitalised() -> re.Pattern[str]:
    return re.compile(r"(?<=[a-z,;] )[A-Z][\w&-]*[\w&]")


@cache
def _tables() -> dict[str, dict[str, object]]:
    return tomllib.loads(resources.files("extract").joinpath("boilerplate.toml").read_text("utf-8"))


@cache
def _cues(name: str) -> Cues:
    """The cues of one table ("sponsor.open"), compiled."""
    table: object = _tables()
    for part in name.split("."):
        table = table[part]  # type: ignore[index]
    assert isinstance(table, dict)
    return {key: [_compiled(pattern) for pattern in patterns] for key, patterns in table.items()}


@cache
def _flat(table: str, key: str) -> list[re.Pattern[str]]:
    return _cues(table)[key]


def _compiled(pattern: str) -> re.Pattern[str]:
    for name, words in _tables()["words"].items():
        pattern = pattern.replace(f"{{{name}}}", str(words))
    return re.compile(pattern, re.IGNORECASE)
