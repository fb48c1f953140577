"""The date of a document itself: its header, dateline, what the speaker says, or its file name.

Dates of events that the text speaks of are another matter. A date told without a year is
completed from other clues or given up, never guessed.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HEADER_LINES = 15


@dataclass(frozen=True, slots=True)
class FoundDate:
    """An ISO date, the words it was read from, and where they begin in the text (None: in the path).

    `given` tells that a line of the header gives it, whole, as the date of the text; else it is inferred.
    """

    date: str
    words: str
    start: int | None
    given: bool = False


@dataclass(frozen=True, slots=True)
class _Partial:
    """A date as written, the year perhaps left out; `late` marks that of an update, `given` a header's."""

    words: str
    start: int | None
    month: int
    day: int
    year: int | None = None
    weekday: int | None = None
    late: bool = False
    given: bool = False


def document_date(text: str, path: Path | str = "", *, today: datetime.date | None = None) -> str | None:
    """The ISO date of a document, or None where neither text nor path tells it."""
    found = find_date(text, path, today=today)
    return found.date if found else None


def find_date(text: str, path: Path | str = "", *, today: datetime.date | None = None) -> FoundDate | None:
    """The date of a document with the words it was read from, or None.

    First comes a date with its year in the header, a dateline or a spoken opening or farewell, then
    one in the path, then one in an address, then the header's date of the last update, then a date
    without year. There the year is one of the copyright notices or the path; or, when the weekday is told,
    one that fits it: close after the last year that the text mentions, else the latest before `today`.
    """
    path = Path(path)
    told = [*_header(text), *_datelines(text), *_spoken(text)]
    prompt = [date for date in told if date.year and not date.late]
    candidates = [*prompt, *_in_path(path), *_in_address(text), *(date for date in told if date.year)]
    for date in candidates:
        iso = _iso(date, date.year or 0)
        if iso:
            return FoundDate(iso.isoformat(), date.words, date.start, date.given and not date.late)
    for date in told:
        year = None if date.year else _year(date, text, path, today or datetime.date.today())
        iso = _iso(date, year or 0)
        if iso:
            return FoundDate(iso.isoformat(), date.words, date.start)
    return None


def iso_date(words: str) -> str | None:
    """The ISO date that machine-made or written words are, or begin with; None without a year or a day."""
    words = " ".join(words[:100].split())
    packed = re.match(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:\D|\d{4,6}\b|$)", words)
    dates = [_Partial(words, None, int(packed[2]), int(packed[3]), int(packed[1]))] if packed else []
    for pattern in _dates():
        found = pattern.search(words)
        made = _partial(found, 0) if found and found["year"] else None
        if made is not None:
            dates.append(made)
    return next((iso.isoformat() for date in dates if (iso := _iso(date, date.year or 0))), None)


def _iso(date: _Partial, year: int) -> datetime.date | None:
    try:
        return datetime.date(year, date.month, date.day)
    except ValueError:
        return None


def _year(date: _Partial, text: str, path: Path, today: datetime.date) -> int | None:
    def fits(year: int) -> bool:
        made = _iso(date, year)
        return made is not None and made <= today and date.weekday in (None, made.weekday())

    notices = [int(found[1]) for found in _copyright().finditer(text)]
    notices += [int(year) for year in re.findall(r"(?<!\d)((?:19|20)\d\d)(?!\d)", "/".join(path.parts[-3:]))]
    for year in sorted(notices, reverse=True):
        if fits(year):
            return year
    if date.weekday is None:
        return None
    mentioned = max(
        (int(year[1]) for year in _past_year().finditer(text) if int(year[1]) <= today.year), default=0
    )
    close = [year for year in range(mentioned, mentioned + 3) if mentioned and fits(year)]
    latest = [year for year in range(today.year, today.year - 12, -1) if fits(year)]
    return next(iter(close or latest), None)


def _header(text: str) -> Iterator[_Partial]:
    """Lines of the header that are a date, or name one after "Published", a byline or a place."""
    for start, line in _first_lines(text, HEADER_LINES):
        if len(line) > 140:
            continue
        for pattern in _dates():
            found = pattern.search(line)
            if found is None:
                continue
            before, after = line[: found.start()], line[found.end() :]
            label = _label().fullmatch(before)
            if label and (label["named"] or _rest().fullmatch(after)) and (made := _partial(found, start)):
                yield replace(made, late=bool(label["update"]), given=True)
                break


def _datelines(text: str) -> Iterator[_Partial]:
    for start, line in _first_lines(text, 40):
        if not line[:2].isupper():
            continue
        for pattern in _dates():
            found = pattern.search(line, 0, 100)
            if found and _place().fullmatch(line, 0, found.start()) and _dash().match(line, found.end()):
                made = _partial(found, start)
                if made:
                    yield made


def _spoken(text: str) -> Iterator[_Partial]:
    """ "It's Friday, December 5th", near the start or the end."""
    ends = [(0, text[:6000])] + ([(len(text) - 2500, text[-2500:])] if len(text) > 6000 else [])
    for offset, part in ends:
        for cue in _spoken_cue().finditer(part):
            for pattern in _dates():
                found = pattern.match(part, cue.end())
                if found and (made := _partial(found, offset)) and (made.weekday is not None or made.year):
                    yield made


def _in_path(path: Path) -> Iterator[_Partial]:
    """A full date in the name of the file, or in its folders (2025/03/14)."""
    folders = re.finditer(r"(?<=/)((?:19|20)\d\d)(/)(\d\d)/(\d\d)(?=/)", "/" + path.as_posix())
    names = re.finditer(r"(?<![^\W_])((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)", path.name)
    worded = re.finditer(
        rf"(?<=/)((?:19|20)\d\d)(/)({'|'.join(MONTHS)})[a-z]{{0,6}}/(\d\d?)(?=/)",
        "/" + path.as_posix().lower(),
    )
    for found in (*names, *folders, *worded):
        month = MONTHS.index(found[3]) + 1 if found[3] in MONTHS else int(found[3])
        made = _Partial(found[0], None, month, int(found[4]), int(found[1]))
        if _iso(made, made.year or 0):
            yield made


def _in_address(text: str) -> Iterator[_Partial]:
    for start, line in _first_lines(text, HEADER_LINES):
        found = re.search(r"https?://\S{1,200}?/((?:19|20)\d\d)/(\d\d?)/(\d\d?)(?!\d)", line)
        if found:
            yield _Partial(found[0], start + found.start(), int(found[2]), int(found[3]), int(found[1]))


def _first_lines(text: str, count: int) -> Iterator[tuple[int, str]]:
    """Start and content of the first lines that are not blank."""
    place = 0
    for line in text[:20_000].splitlines(keepends=True):
        if line.strip():
            yield place, line.rstrip()
            count -= 1
            if not count:
                return
        place += len(line)


def _partial(found: re.Match[str], offset: int) -> _Partial | None:
    """What a match of one of the date patterns says, or None where it is no date."""
    group = found.groupdict()
    month, day = group["month"], int(group["day"])
    if not month.isdigit():
        number = MONTHS.index(month[:3].lower()) + 1
    else:
        number = int(month)
        if group.get("slashed") and number > 12:
            number, day = day, number
        elif group.get("slashed") and day <= 12 and day != number:
            return None  # 03/04/2025: nobody can tell
    weekday = group.get("weekday") or group.get("weekday_after")
    told = WEEKDAYS.index(weekday[:3].lower()) if weekday else None
    year = int(group["year"]) if group.get("year") else None
    made = _Partial(found[0].strip(" ,"), offset + found.start(), number, day, year, told)
    return made if _iso(made, year or 2024) else None


_MONTH = (
    r"(?P<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may\.?|june?\.?|july?\.?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)(?![a-z])"
)
_WEEKDAY = (
    r"(?:(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?)\b\.?,?\s+)?(?:the\s+)?"
)
_YEAR = r"(?:,?\s+(?P<year>(?:19|20)\d\d)(?!\d))?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d|:\d)"


@cache
def _dates() -> tuple[re.Pattern[str], ...]:
    after = r"(?:,?\s+\(?(?P<weekday_after>(?:mon|tues|wednes|thurs|fri|satur|sun)day))?"
    forms = (
        rf"\b{_WEEKDAY}\b{_MONTH}\s+(?:the\s+)?{_DAY}{_YEAR}",
        rf"\b{_WEEKDAY}\b{_DAY}[\s-]+(?:of\s+)?{_MONTH}(?:-(?=\d{{4}}))?{_YEAR.replace('+', '*', 1)}",
        rf"(?<![\d/.-])(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)(?!\d){after}",
        r"(?<![\d/.-])(?P<day>\d\d?)\.\s?(?P<month>\d\d?)\.\s?(?P<year>(?:19|20)\d\d)(?!\d)",
        r"(?<![\d/.-])(?P<month>\d\d?)(?P<slashed>[/-])(?P<day>\d\d?)(?P=slashed)(?P<year>(?:19|20)\d\d)(?!\d)",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


@cache
def _label() -> re.Pattern[str]:
    """What may stand before the date of a header line."""
    return re.compile(
        r"(?:(?P<update>(?:last\s+)?(?:updated|modified|revised|edited))|(?P<named>(?:first\s+)?(?:published|posted|aired"
        r"|released|broadcast|issued|recorded)|(?:(?:episode|release|publication|air|issue)\s+)?date|created|heard\s+on)"
        r"|for\s+(?:immediate\s+)?release|[^\w\n]{0,4}transcript|press\s+release|by\s[^|\n]{3,60}[|•·,–—-]"
        r"|(?-i:[A-Z][A-Z.'’ -]+(?:,\s[A-Z][a-z]+)?),|(?:[A-Z][\w.'’-]+\s){1,4}[|•·])?"
        r"[\s:|•·,(–—*#>_-]*(?:on\s+|at\s+)?(?:\d{1,2}:\d\d\s*(?:[ap]\.?m\.?)?,?\s*(?:[A-Z]{2,4},?\s+)?(?:on\s+)?)?[^\w\n]{0,4}",
        re.IGNORECASE,
    )


@cache
def _rest() -> re.Pattern[str]:
    """What may follow the date of a header line: a time, a place, a reading time; no sentence."""
    return re.compile(
        r"\W*(?:(?:at|t[\d:.]+z?|gmt|utc|e[sd]?t|p[sd]t|b?st|cet|updated?|last|first|published|\d+|[ap]\.?m\.?|min(?:ute)?s?|read"
        r"|h|hours?|z|\+|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b\W*){0,10}(?:[|•·–—-].{0,60})?\W*",
        re.IGNORECASE,
    )


@cache
def _place() -> re.Pattern[str]:
    return re.compile(
        r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}(?:[,/] ?[A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+){0,2}){0,2},? +"
    )


@cache
def _dash() -> re.Pattern[str]:
    return re.compile(r"[.,]?\s*[(/–—-]|[.,]?\s*$")


@cache
def _spoken_cue() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:it[’']?s|it is|today is|today[’']s date is|that[’']s (?:all|it) for today,|today,|this is"
        r"|(?:show|news|journal|briefing|edition|episode|headlines|podcast|program(?:me)?) (?:for|of|on)"
        r"|(?:recording|recorded|taping|taped)(?: this)? on) (?:today,? )?",
        re.IGNORECASE,
    )


@cache
def _copyright() -> re.Pattern[str]:
    return re.compile(
        r"(?:copyright|©|\(c\))[^\w\n]{0,6}(?:(?:19|20)\d\d\s?[-–]\s?)?((?:19|20)\d\d)(?!\d)", re.IGNORECASE
    )


@cache
def _past_year() -> re.Pattern[str]:
    """A year that the text looks back on, not one that it looks forward to."""
    forward = "".join(rf"(?<!\b{word} )" for word in ("by", "until", "through", "before", "to"))
    return re.compile(rf"{forward}(?<![\d,.$€£-])\b((?:19|20)\d\d)\b(?![,.]?\d)")
