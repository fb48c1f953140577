"""The cues of boilerplate.toml, and which of them each sentence of a document has."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

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

Cues = dict[str, list[re.Pattern[str]]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, normalised. `line`: it is a line by itself; `title`: and does not end like a sentence."""

    text: str
    block: int
    line: bool = False
    title: bool = False
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """Sentences, the same in lower case, the cues that occur at all, and the marks of each sentence."""

    sentences: Sequence[Sentence]
    lower: list[str]
    present: dict[str, Cues]
    marks: list[set[str]]

    def count(self, name: str, index: int, most: int) -> int:
        """How many cues of a kind the sentence has, `most` at most."""
        lower, found = self.lower[index], 0
        for key, patterns in self.present[name].items():
            if key in lower and any(pattern.search(self.sentences[index].text) for pattern in patterns):
                found += 1
                if found == most:
                    break
        return found


def mark(sentences: Sequence[Sentence]) -> Marked:
    """Look for the cues in all sentences; a weak one counts beside a sure one of its kind only."""
    lower = [sentence.text.lower() for sentence in sentences]
    whole = "\n".join(lower)
    present = {
        name: {key: patterns for key, patterns in cues(name).items() if key in whole}
        for name in (*MARKS, "sponsor.offer", "sponsor.style", "story")
    }
    marked = Marked(sentences, lower, present, [set() for _ in sentences])
    for index, marks in enumerate(marked.marks):
        marks.update(name for name in MARKS if present[name] and marked.count(name, index, 1))
        if marks and _reports().search(sentences[index].text):
            marks &= ANCHORS - {"sponsor.open", "sponsor.close"}
    crew = [index for index, marks in enumerate(marked.marks) if "credits.programme" in marks]
    near = {index for place in crew for index in range(place - 3, place + 4)}
    for index in near.intersection(range(len(sentences))):
        if "credits.weak" in marked.marks[index]:
            marked.marks[index].add("credits.programme")
    return marked


@cache
def _reports() -> re.Pattern[str]:
    """A sentence that tells what somebody says is part of the story whatever is said."""
    return re.compile(r"\b(?:said|told|says|tells|according to|announced|wrote|claims|claimed)\b")


@cache
def _tables() -> dict[str, dict[str, object]]:
    return tomllib.loads(resources.files("extract.texts").joinpath("boilerplate.toml").read_text("utf-8"))


@cache
def cues(name: str) -> Cues:
    """The cues of one table ("sponsor.open"), compiled."""
    table: object = _tables()
    for part in name.split("."):
        table = table[part]  # type: ignore[index]
    assert isinstance(table, dict)
    return {key: [_compiled(pattern) for pattern in patterns] for key, patterns in table.items()}


def _compiled(pattern: str) -> re.Pattern[str]:
    for name, words in _tables()["words"].items():
        pattern = pattern.replace(f"{{{name}}}", str(words))
    return re.compile(pattern, re.IGNORECASE)
