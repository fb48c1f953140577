"""What properties a store can hold."""

from collections.abc import Iterable, Mapping
from typing import Any

_INTEGERS = range(-(2**63), 2**63)


def check_values(rows: Iterable[Mapping[str, Any]]) -> None:
    """Raise ValueError for what no store can hold, before anything is written."""
    for row in rows:
        for value in row.values():
            for item in value if isinstance(value, list) else (value,):
                if isinstance(item, str):
                    if not item.isascii():
                        _check_text(item)
                elif isinstance(item, int) and item not in _INTEGERS:
                    raise ValueError(f"the number {item} is too large")


def _check_text(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"holds text that is not valid Unicode ({error.reason})") from error
