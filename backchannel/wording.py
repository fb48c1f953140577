"""A question in plain words: what changes nothing is taken off, dates and actors stand as one word each."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from graph.resolve.names import fold

_SHORT = (
    (re.compile(r"[\u2018\u2019\u02bc\u0060]"), "'"),
    (re.compile(r"\b(who|what|how|where|when|there|that|it)'s\b", re.I), r"\1 is"),
    (re.compile(r"\b(who|what|how|they|you|we)'re\b", re.I), r"\1 are"),
    (re.compile(r"\b(who|what|they|you|we|i)'ve\b", re.I), r"\1 have"),
    (re.compile(r"\b(who|what|they|you|we|i)'d\b", re.I), r"\1 would"),
    (re.compile(r"\b(who|what|they|you|we|i)'ll\b", re.I), r"\1 will"),
    (re.compile(r"\bcan't\b", re.I), "can not"),
    (re.compile(r"\bwon't\b", re.I), "will not"),
    (re.compile(r"n't\b", re.I), " not"),
)
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" if len(name) > 3 else name for name in _MONTHS)
_DATES = re.compile(
    rf"\b(?:(?P<iso>(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?)|(?P<day>\d\d?)(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})\.?,? "
    rf"(?P<year>(?:19|20)\d\d)|(?P<month2>{_MONTH})\.?(?: (?P<day2>\d\d?)(?:st|nd|rd|th)?)?,? (?P<year2>(?:19|20)\d\d)"
    rf"|(?<=\btop )(?P<number>\d{{1,3}}))\b(?!-)",
    re.I,
)
# "between March and May 2022": the first month is of the same year.
_BARE_MONTH = re.compile(
    rf"\b(?P<month>{_MONTH})(?= (?:and|to|until|till) (?:{_MONTH})\.? (?P<year>(?:19|20)\d\d)\b)", re.I
)
# "If X, who …" asks "who … if X".
_FRONTED = re.compile(
    r"^\W*((?:if|when|once|should|after|as soon as|in case|assuming|provided|suppose|supposing|since|between|from|in"
    r"|during)\b.+?),"
    r"\s*((?:then )?(?:who|whom|what|which|how|whose|where)\b.+)$",
    re.I | re.S,
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a question: in small letters, and as it was written."""

    text: str
    written: str


@cache
def read_wording() -> tuple[
    re.Pattern[str], re.Pattern[str], re.Pattern[str], Sequence[tuple[re.Pattern[str], str]]
]:
    """What may stand before, after and within a question, and what stands for something else."""
    data = tomllib.loads(resources.files("backchannel").joinpath("wording.toml").read_text("utf-8"))
    one = {name: "|".join(data[name]) for name in ("before", "after", "within")}
    return (
        re.compile(rf"(?:{one['before']})(?: |$)"),
        re.compile(rf"(?: |^)(?:{one['after']})$"),
        re.compile(rf"\b(?:{one['within']})\b"),
        [(re.compile(rf"\b(?:{words})\b"), other) for words, other in data["instead"].items()],
    )


def split(text: str) -> list[Word]:
    """The words of a question; a date or a number to be counted by is one of the form #2025-03."""
    for pattern, other in _SHORT:
        text = pattern.sub(other, text)
    fronted = _FRONTED.match(text.strip())
    if fronted is not None:
        text = f"{fronted[2].rstrip(' ?!.')} {fronted[1]}"
    text = _BARE_MONTH.sub(lambda found: f"{found['month']} {found['year']}", text)
    text = _DATES.sub(lambda found: f" #{_date(found)} ", text)
    words = []
    for written in text.replace("/", " ").split():
        if re.fullmatch(r"#[0-9-]+[?!.,;:]*", written):
            words.append(Word(written.rstrip("?!.,;:"), written))
        else:
            words += [Word(word, written) for word in fold_word(written).split()]
    return words


def fold_word(written: str) -> str:
    """One word folded; "The" and "A" stay what they are."""
    return fold(written) or fold(f"x {written}").removeprefix("x").strip()


def plain(words: Iterable[str]) -> str:
    """What is asked, in its plainest words."""
    before, after, within, instead = read_wording()
    text = " ".join(words)
    for pattern, other in instead:
        text = pattern.sub(other, text)
    while True:
        shorter = after.sub("", text).strip()
        found = before.match(shorter)
        shorter = shorter[found.end() :].strip() if found is not None else shorter
        if shorter == text:
            break
        text = shorter
    return " ".join(within.sub(" ", text).split())


def _date(found: re.Match[str]) -> str:
    given: Mapping[str, str | None] = found.groupdict()
    if given["iso"] is not None or given["number"] is not None:
        return str(given["iso"] or given["number"])
    month, day = given["month"] or given["month2"] or "", given["day"] or given["day2"]
    number = next(place for place, name in enumerate(_MONTHS, 1) if name.startswith(month[:3].lower()))
    year = given["year"] or given["year2"]
    return f"{year}-{number:02d}" + (f"-{int(day):02d}" if day is not None else "")
