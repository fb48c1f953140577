"""Which sentences are not the story: sponsor messages, credits, housekeeping, navigation.

They are told by what they say (boilerplate.toml), never by who says it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.texts.cues import CREDITS, Marked, Sentence, cues, mark
from extract.texts.sponsors import sponsor_messages
from graph.model import SegmentKind

LISTED = 12  # titles that a heading such as "Related" may have below it


def classify(sentences: Sequence[Sentence]) -> list[SegmentKind]:
    """The kind of each sentence: body, sponsor or credits."""
    marked = mark(sentences)
    kinds: list[SegmentKind] = ["credits" if marks & CREDITS else "body" for marks in marked.marks]
    for index in _page_lines(sentences):
        kinds[index] = "credits"
    _fill_credits(marked, kinds)
    for first, last, kind in sponsor_messages(marked):
        kinds[first : last + 1] = [kind] * (last + 1 - first)
    for index, sentence in enumerate(sentences):
        if index and not _word().search(sentence.text):
            kinds[index] = kinds[index - 1]
    for index in range(len(sentences) - 1, -1, -1):
        handover = "handover" in marked.marks[index] and len(sentences[index].text) < 160
        if handover and kinds[index] != "sponsor":
            kinds[index] = "sponsor" if kinds[index + 1 : index + 2] == ["sponsor"] else "credits"
    return kinds


def dateline(text: str) -> int:
    """The length of what a news agency sets before the first sentence ("KYIV, May 3 (X) - "), or 0."""
    return max((found.end() for cue in cues("dateline")["lead"] if (found := cue.match(text))), default=0)


def _page_lines(sentences: Sequence[Sentence]) -> Iterator[int]:
    """Lines of navigation and metadata, and the titles listed under "Related" and the like."""
    patterns = cues("line")
    listing, bullets = 0, False
    for index, sentence in enumerate(sentences):
        text = _ornament().sub("", sentence.text) if sentence.line else ""
        short = 0 < len(text) <= 200 and (sentence.title or len(text) <= 40)
        item = sentence.bullet if bullets else sentence.title
        if short and any(cue.fullmatch(text) for cue in patterns["list"]):
            listing, bullets = LISTED, index + 1 < len(sentences) and sentences[index + 1].bullet
            yield index
        elif short and any(cue.fullmatch(text) for key in ("page", "inline") for cue in patterns[key]):
            yield index
        elif listing and 0 < len(text) <= 160 and item:
            listing -= 1
            yield index
        else:
            listing = 0


def _fill_credits(marked: Marked, kinds: list[SegmentKind]) -> None:
    """At the end of a programme the sentences between two credits are credits as well."""
    crew = [index for index, marks in enumerate(marked.marks) if "credits.programme" in marks]
    told = len(kinds)  # how much of the rest is counted
    found = 0
    for left, right in zip(reversed(crew[:-1]), reversed(crew[1:]), strict=True):
        found += kinds[left:told].count("credits")
        told = left
        if right - left > 4 or found < 0.5 * (len(kinds) - left):
            break
        if not any(marked.count("story", index, 1) for index in range(left + 1, right)):
            kinds[left:right] = ["credits"] * (right - left)


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\w")


@cache
def _ornament() -> re.Pattern[str]:
    """What may stand before the words of a line of navigation: pictures, bullets."""
    return re.compile(r"^[^\w<\[(©#@♪*=_.~–—-]+|^[•*-]\s+")
