"""Where a key stands in a TOML file, so that a mistake is named with its line."""

import re
from collections.abc import Iterator, Sequence

_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.\"'-]+)\s*\]")
_KEY = re.compile(r"\s*([\w\"'-]+)\s*=\s*(.*)")
_WORD = re.compile(r"\$\w+|\{\w+\}")


def line_of(text: str, key: Sequence[int | str], problem: str = "") -> int:
    """The line of a key as pydantic names it ("tiers", 0, "cypher"), or of the table it should be in.

    Where `problem` names a $parameter or {field} that stands in the value, the line of that word.
    """
    lines = text.splitlines()
    best, depth = 1, 0
    for number, path in _keys(lines):
        same = _shared(path, key)
        if same > depth:
            best, depth = number, same
    word = _WORD.search(problem)
    if word is not None:
        end = next((number for number, _ in _keys(lines) if number > best), len(lines) + 1)
        found = re.compile(re.escape(word[0]) + r"(?!\w)")
        best = next((n for n in range(best, end) if found.search(lines[n - 1])), best)
    return best


def _keys(lines: Sequence[str]) -> Iterator[tuple[int, tuple[int | str, ...]]]:
    """Every table and key with its line; what stands in strings of several lines is passed over."""
    table: tuple[int | str, ...] = ()
    counts: dict[str, int] = {}
    quote = ""
    for number, line in enumerate(lines, 1):
        if quote:
            quote = "" if quote in line else quote
            continue
        header, key = _HEADER.match(line), _KEY.match(line)
        if header is not None:
            names = [name.strip("\"'") for name in header[2].split(".")]
            if header[1] == "[[":
                counts[header[2]] = counts.get(header[2], -1) + 1
            first = (names[0], counts[names[0]]) if names[0] in counts else (names[0],)
            table = (*first, *names[1:])
            yield number, table
        elif key is not None:
            yield number, (*table, key[1].strip("\"'"))
            quote = next(
                (mark for mark in ('"""', "'''") if key[2].startswith(mark) and mark not in key[2][3:]), ""
            )


def _shared(path: Sequence[int | str], key: Sequence[int | str]) -> int:
    """How many parts of the key the path gives; 0 where it leads elsewhere."""
    return len(path) if tuple(key[: len(path)]) == tuple(path) else 0
