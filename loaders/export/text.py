"""Text as the formats can hold it."""

import json
import re
from collections.abc import Iterable
from typing import Any

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
# What steers a terminal or ends a line for some readers; JSON may escape it.
_STEERS = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_MARKUP = re.compile('[&<>"\t\n\r]')


def xml(value: object) -> str:
    """A value as XML text or attribute; what XML 1.0 forbids becomes U+FFFD."""
    if isinstance(value, bool):
        return str(value).lower()
    clean = _NOT_XML.sub("\ufffd", joined(value))
    return _MARKUP.sub(lambda found: _ENTITIES.get(found[0], f"&#{ord(found[0])};"), clean)


def joined(value: object) -> str:
    """A value as one text; the items of a list are parted by "; "."""
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def unicode(text: str) -> str:
    """Text that UTF-8 can hold: half a surrogate pair becomes U+FFFD."""
    return _SURROGATES.sub("\ufffd", text)


def json_text(value: Any) -> str:
    """JSON on one line, every character kept, those that steer a terminal escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return _STEERS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def json_lines(rows: Iterable[Any]) -> Iterable[str]:
    """One line of JSON a row."""
    return (json_text(row) + "\n" for row in rows)


def first_day(date: str | None) -> str | None:
    """The first day of an ISO date of reduced precision."""
    return date + "0000-01-01"[len(date) :] if date is not None else None


def last_day(date: str | None) -> str | None:
    """The last day of an ISO date of reduced precision."""
    if date is None or len(date) == 10:
        return date
    if len(date) == 4:
        return f"{date}-12-31"
    year, month = int(date[:4]), int(date[5:7])
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = 29 if month == 2 and leap else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    return f"{date}-{days}"
