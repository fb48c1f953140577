"""What is recorded, and the view computed from it.

Document, Mention, Statement and Judgement are records: each follows from one
document (or one analyst) alone and never changes when another is added. Actor
and Edge are a view of them. Offsets are characters into the text of the
document, half open: ``text[start:end]``.
"""

import hashlib
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Polarity = Literal["affirmed", "negated"]
Modality = Literal["actual", "intended", "possible", "conditional"]
Current = Literal["yes", "no", "unknown"]
EvidenceKind = Literal["text", "list", "registry", "analyst"]
SegmentKind = Literal["headline", "body", "sponsor", "credits", "foreign"]
Verdict = Literal["same", "different", "unsure", "rejected", "corrected", "confirmed", "added"]


class InputError(Exception):
    """Bad input: the message is one line that names the file and the way out."""


@dataclass(frozen=True, slots=True)
class Document:
    """One text as it was read. `date` is ISO 8601 or None; `sources` are paths or URLs.

    `date_inferred` tells that the date was not given as the document's, but read off its address, a
    dateline, words spoken or the file. `source` is the publisher or site by name, `language` an ISO 639-1
    code. `parts[i]` is the page, cue or chapter ("p. 14", "00:12:07") that begins at `part_starts[i]`.
    """

    id: str
    sources: tuple[str, ...]
    text: str
    title: str = ""
    date: str | None = None
    words: int = 0
    date_inferred: bool = False
    source: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    parts: tuple[str, ...] = ()
    part_starts: tuple[int, ...] = ()

    def part(self, offset: int) -> str | None:
        """The page, cue or chapter that an offset into the text lies in."""
        found = bisect_right(self.part_starts, offset)
        return self.parts[found - 1] if found else None


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a document that is read as one: the unit of parsing.

    `text` is normalised for parsing (broken lines joined); `offsets[i]` is the
    place in the document of `text[i]`, and `offsets[len(text)]` its end.
    """

    kind: SegmentKind
    text: str
    offsets: Sequence[int]
    speaker: str | None = None
    timestamp: str | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the document of the characters `start` to `end` of this segment."""
        return (self.offsets[start], self.offsets[end - 1] + 1) if end > start else (self.offsets[start],) * 2


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor as one document names it.

    `name` is the fullest spelling, `aliases` every other one in that document.
    `registry` is the id of the registry actor it was read as. `named` is False
    for one singled out by a description only ("a Russian billionaire"); `country`
    is the registry id of the State it is tied to, where the text tells.
    """

    id: str
    document: str
    start: int
    end: int
    name: str
    type: str
    aliases: tuple[str, ...] = ()
    registry: str | None = None
    named: bool = True
    country: str | None = None


@dataclass(frozen=True, slots=True)
class End:
    """Where one end of a statement stands in the text, as it is written there."""

    start: int
    end: int
    surface: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence behind a statement. `document` is a document id; `quote` is text[start:end].

    `timestamp` is when it is said, `part` the page or chapter that it stands in ("p. 14").
    """

    document: str
    start: int
    end: int
    quote: str
    subject: End
    object: End
    kind: EvidenceKind = "text"
    segment: SegmentKind = "body"
    speaker: str | None = None
    timestamp: str | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """What a conditional statement hangs on: its words, and a statement or mention id where it is one."""

    text: str
    statement: str | None = None
    mention: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so, in the words of the text; `mention` is the id where it is an actor."""

    text: str
    mention: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """`subject predicate object`, ends given as mention ids of one document.

    `start` and `end` are ISO dates of reduced precision ("2022", "2025-02"),
    `date_words` what they were read from. `attribution` is outermost first.
    """

    id: str
    document: str
    subject: str
    predicate: str
    object: str
    evidence: tuple[Evidence, ...]
    polarity: Polarity = "affirmed"
    modality: Modality = "actual"
    conditions: tuple[Condition, ...] = ()
    attribution: tuple[Attribution, ...] = ()
    start: str | None = None
    end: str | None = None
    date_words: str | None = None
    current: Current = "unknown"
    qualifiers: Mapping[str, str] = field(default_factory=dict, hash=False)
    confidence: float = 0.5
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """An end as an analyst names it, so that it binds again after a new extraction."""

    source: str
    spelling: str
    type: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """An analyst's decision on two mentions (same, different, unsure) or on a statement."""

    id: str
    verdict: Verdict
    left: Reference
    right: Reference
    predicate: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All records of one document: what `extract` gives and a store takes."""

    document: Document
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """A view: the mentions (ids) that are one actor. `id` is the registry's where it has one."""

    id: str
    type: str
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[str, ...]
    registry: str | None = None
    named: bool = True
    country: str | None = None
    former_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """A view: all affirmed, actual statements with one subject, predicate and object.

    `sources` counts independent stories (a document and its copies are one); the `event_*` dates are
    what the texts say, the `reported_*` dates those of the documents.
    """

    subject: str
    predicate: str
    object: str
    statements: tuple[str, ...]
    sources: int
    confidence: float
    current: Current = "unknown"
    event_from: str | None = None
    event_to: str | None = None
    reported_from: str | None = None
    reported_to: str | None = None
    disputed: bool = False


def make_id(prefix: str, *fields: str) -> str:
    """`prefix-` and 20 hex digits of SHA-256 over the NFC fields joined by U+001F."""
    joined = "\x1f".join(unicodedata.normalize("NFC", text) for text in fields)
    return f"{prefix}-{hashlib.sha256(joined.encode()).hexdigest()[:20]}"


def document_id(content: bytes) -> str:
    """The id of a document: its bytes decide, not where it lies."""
    return f"doc-{hashlib.sha256(content).hexdigest()[:20]}"


def mention_id(document: str, start: int) -> str:
    """The id of a mention: its document and first offset."""
    return make_id("men", document, str(start))


def statement_id(
    document: str, trigger: tuple[int, int], predicate: str, ends: tuple[int, int], symmetric: bool
) -> str:
    """The id of a statement: trigger span, predicate and head-token offsets of both ends in the original."""
    left, right = sorted(ends) if symmetric else ends
    return make_id("st", document, f"{trigger[0]}:{trigger[1]}", predicate, str(left), str(right))
