"""Date expressions read against the document's date, as ISO dates of reduced precision."""

import re
from datetime import date, timedelta
from functools import cache

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
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


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
            r"(?:from|between) (?P<a>.{3,20}?) (?:to|until|till|and|through) (?P<b>.{3,20}?\d{4}|\d{4})\b"
            r"|(?P<c>\d{4})\s*[-–]\s*(?P<d>\d{4})"
        ),
        "year": re.compile(r"\b(?P<year>(?:19|20)\d{2})\b"),
        "weekend": re.compile(r"\b(?:(?P<which>last|this|next|the) )?weekend\b"),
        "season": re.compile(r"\b(?P<which>last|this|next) (?P<season>spring|summer|autumn|fall)\b"),
        "ago": re.compile(
            r"(?P<n>\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|a few|several)"
            r" (?P<unit>day|week|month|year|decade)s? ago"
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
    found = _read(words, today, past)
    return found if found is not None and _exists(found) else None


def read_span(words: str, today: str | None, past: bool = True) -> tuple[str | None, str | None]:
    """The first and last day, month or year of an expression that lasts: a week, a decade, "from … to …"."""
    text = " ".join(words.lower().split())
    found = _patterns()["range"].search(text)
    if found:
        end = read_date(found["b"] or found["d"], today, past)
        start = found["a"] or found["c"]
        if end is not None and not re.search(r"\d{4}", start):
            start = f"{start} {end[:4]}"
        return read_date(start, today, past), end
    decade = re.search(r"\b(?P<year>(?:19|20)\d)0s\b", text)
    if decade:
        return f"{decade['year']}0", f"{decade['year']}9"
    first = read_date(words, today, past)
    if first is not None and re.search(r"\bweekend\b", text):
        return first, (date.fromisoformat(first) + timedelta(days=1)).isoformat()
    if first is not None and re.search(r"\b(?:last|this|next|previous) week\b", text):
        return first, (date.fromisoformat(first) + timedelta(days=6)).isoformat()
    return first, None


def _exists(iso: str) -> bool:
    """Whether a day, month or year is on the calendar."""
    try:
        date.fromisoformat(f"{iso}-01-01"[:10] if len(iso) == 4 else f"{iso}-01"[:10])
    except ValueError:
        return False
    return True


def _read(words: str, today: str | None, past: bool) -> str | None:
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
    if "yesterday" in text or "last night" in text:
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
    found = _patterns()["weekend"].search(text)
    if found:
        return _weekend(found["which"], base, past)
    found = _patterns()["season"].search(text)
    if found:
        return _season(found["which"], found["season"], base)
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
        return (base + timedelta(days=7 * step - base.weekday())).isoformat()
    number = WEEKDAYS.index(unit)
    if step > 0:
        return (base + timedelta(days=(number - base.weekday()) % 7 or 7)).isoformat()
    return (base - timedelta(days=(base.weekday() - number) % 7 or 7 * -step)).isoformat()


def _weekend(which: str | None, base: date, past: bool) -> str:
    """The Saturday of a weekend: the one before, or the one to come."""
    if past and which != "next":
        return (base - timedelta(days=(base.weekday() - 5) % 7 or 7)).isoformat()
    return (base + timedelta(days=(5 - base.weekday()) % 7)).isoformat()


def _season(which: str, season: str, base: date) -> str:
    """The year of "last summer", "next spring"; a winter has two and is left out."""
    begun = base.month >= SEASONS[season]
    if which == "last":
        ended = base.month > SEASONS[season] + 2
        return str(base.year - (not ended))
    return str(base.year + (begun if which == "next" else 0))


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
