"""When: date expressions read against the document's date, as ISO dates of reduced precision."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from spacy.tokens import Span, Token

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class When:
    """What a text says of a time: ISO dates (or None) and the words they were read from."""

    start: str | None
    end: str | None
    words: str


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    month = (
        "(?P<month>"
        + "|".join(m[:3] + f"(?:{m[3:]})?\\.?" if m != "may" else "may" for m in MONTHS)
        + "|sept\\.?)"
    )
    return {
        "iso": re.compile(r"(?P<year>\d{4})-(?P<m>\d{2})-(?P<day>\d{2})"),
        "dmy": re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {month}(?:,? (?P<year>\d{{4}}))?"),
        "mdy": re.compile(rf"{month} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)(?:,? (?P<year>\d{{4}}))?"),
        "my": re.compile(rf"{month}(?: of)?,? (?P<year>\d{{4}})"),
        "m": re.compile(rf"(?:(?P<which>last|this|next|late|early|mid|since|in|until|by)[ -]+)?{month}$"),
        "range": re.compile(
            r"(?:from|between) (?P<a>\d{4}) (?:to|until|and) (?P<b>\d{4})|(?P<c>\d{4})\s*[-–]\s*(?P<d>\d{4})"
        ),
        "year": re.compile(r"\b(?P<year>(?:19|20)\d{2})\b"),
        "ago": re.compile(
            r"(?P<n>\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|a few|several)"
            r" (?P<unit>day|week|month|year|decade)s? (?:ago|earlier)"
        ),
        "relative": re.compile(
            r"\b(?P<which>last|this|next|earlier this|later this|the previous|the past)"
            r" (?P<unit>week|month|year|" + "|".join(WEEKDAYS) + r")\b"
        ),
    }


NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}


def read_date(words: str, today: str | None, past: bool = True) -> str | None:
    """One expression as an ISO date, month or year; None where it tells none.

    `today` is the document's date (ISO) or None: relative expressions then stay words.
    `past` says that the verb is in the past, so that a bare month or weekday lies before `today`.
    """
    text = " ".join(words.lower().replace(",", ", ").split()).replace(" ,", ",")
    pattern = _patterns()
    found = pattern["iso"].search(text)
    if found:
        return f"{found['year']}-{found['m']}-{found['day']}"
    base = _day(today)
    for name in ("dmy", "mdy"):
        found = pattern[name].search(text)
        if found:
            month = _month(found["month"])
            year = int(found["year"]) if found["year"] else _year_of(month, int(found["day"]), base, past)
            return (
                f"{year}-{month:02d}-{int(found['day']):02d}"
                if year is not None and 0 < int(found["day"]) < 32
                else None
            )
    found = pattern["my"].search(text)
    if found:
        return f"{found['year']}-{_month(found['month']):02d}"
    found = pattern["m"].search(text)
    if found and base is not None:
        month = _month(found["month"])
        year = _year_of(month, None, base, past and found["which"] != "next")
        return f"{year}-{month:02d}" if year is not None else None
    found = pattern["year"].search(text)
    if found:
        return found["year"]
    return _relative(text, base, past) if base is not None else None


def _relative(text: str, base: date, past: bool) -> str | None:
    if "yesterday" in text:
        return (base - timedelta(days=1)).isoformat()
    if "tomorrow" in text:
        return (base + timedelta(days=1)).isoformat()
    if re.search(r"\b(today|tonight|this (morning|afternoon|evening))\b", text):
        return base.isoformat()
    found = _patterns()["ago"].search(text)
    if found:
        return _ago(found["n"], found["unit"], base)
    found = _patterns()["relative"].search(text)
    if found:
        return _shift(found["which"], found["unit"], base)
    for number, name in enumerate(WEEKDAYS):
        if re.search(rf"\b{name}\b", text):
            back = (base.weekday() - number) % 7
            day = (
                base - timedelta(days=back) if past else base + timedelta(days=(number - base.weekday()) % 7)
            )
            return day.isoformat()
    return None


def _ago(count: str, unit: str, base: date) -> str | None:
    number = int(count) if count.isdigit() else NUMBERS.get(count)
    if number is None or number > 500:
        return None
    if unit in ("day", "week"):
        day = base - timedelta(days=number * (7 if unit == "week" else 1))
        return day.isoformat() if unit == "day" else day.isoformat()[:7]
    if unit == "month":
        months = base.year * 12 + base.month - 1 - number
        return f"{months // 12}-{months % 12 + 1:02d}"
    return str(base.year - number * (10 if unit == "decade" else 1))


def _shift(which: str, unit: str, base: date) -> str | None:
    step = {"last": -1, "the previous": -1, "next": 1}.get(which, 0)
    if unit == "year":
        return str(base.year + step)
    if unit == "month":
        months = base.year * 12 + base.month - 1 + step
        return f"{months // 12}-{months % 12 + 1:02d}"
    if unit == "week":
        return (base + timedelta(days=7 * step)).isoformat()[:7]
    number = WEEKDAYS.index(unit)
    if step > 0:
        return (base + timedelta(days=(number - base.weekday()) % 7 or 7)).isoformat()
    return (base - timedelta(days=(base.weekday() - number) % 7 or 7 * -step)).isoformat()


def _month(name: str) -> int:
    return next(i for i, m in enumerate(MONTHS, 1) if m.startswith(name[:3]))


def _day(iso: str | None) -> date | None:
    if iso is None:
        return None
    parts = [int(p) for p in iso.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def _year_of(month: int, day: int | None, base: date | None, past: bool) -> int | None:
    if base is None:
        return None
    if past:
        return base.year if (month, day or 1) <= (base.month, base.day) else base.year - 1
    return base.year if (month, day or 31) >= (base.month, base.day) else base.year + 1


def when(trigger: Token, sentence: Span, today: str | None, past: bool, narrow: bool = False) -> When | None:
    """The date expression that belongs to a trigger: the nearest one that hangs on it or on its governors.

    `narrow` takes only those that hang on the trigger itself (a title's holder, an apposition).
    """
    spans = [e for e in sentence.ents if e.label_ == "DATE"]
    spans += [
        sentence.doc[t.i : t.i + 1]
        for t in sentence
        if t.lower_ in MONTHS and t.pos_ == "PROPN" and not t.ent_type_
    ]
    ranked = sorted(
        (s for s in spans if _belongs(s, trigger, narrow)),
        key=lambda s: (not trigger.is_ancestor(s.root), abs(s.root.i - trigger.i)),
    )
    for span in ranked:
        before = span.doc[span.start - 1].lower_ if span.start > 0 else ""
        stretch = span.doc[span.start : span.end + 2]  # "from 2014 to 2018" may be two entities
        found = _patterns()["range"].search(f"{before} {stretch.text}".lower())
        if found:
            words = span.text if found.end() <= len(f"{before} {span.text}") else stretch.text
            return When(found["a"] or found["c"], found["b"] or found["d"], words)
        day = read_date(span.text, today, past)
        if day is None and span.text.lower() in ("decades", "years", "a decade"):
            continue
        if day is not None or before in ("since", "until", "in", "on"):
            words = (
                f"{before} {span.text}"
                if before in ("since", "until", "by", "from", "before", "after")
                else span.text
            )
            if before in ("until", "before", "by"):
                return When(None, day, words)
            return When(day, None, words)
    return None


def _belongs(span: Span, trigger: Token, narrow: bool) -> bool:
    """Whether the date hangs on the trigger, on a noun beside it, or on a verb that governs it closely."""
    governors = [trigger]
    token = trigger
    while (
        not narrow
        and token.dep_
        in (
            "dobj",
            "pobj",
            "prep",
            "attr",
            "nsubj",
            "nsubjpass",
            "xcomp",
            "appos",
            "acomp",
            "conj",
            "compound",
        )
        and len(governors) < 5
    ):
        token = token.head
        governors.append(token)
    token = span.root
    for _ in range(6):
        if token in governors:
            return True
        if token.dep_ in ("relcl", "ccomp", "advcl", "ROOT") or token.head == token:
            return False
        token = token.head
    return False
