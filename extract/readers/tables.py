"""JSON lines and CSV: one text a row; its column and those of its metadata are told by their names."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from extract.readers.base import Left, Limits, Reader, Text, lines
from extract.readers.decode import decode
from extract.readers.xml import html_text
from extract.texts.dating import iso_date
from graph.model import InputError

# What a column may be called, in the order of choice.
_COLUMNS = {
    "text": "text body content article fulltext full_text maintext article_body articlebody transcript"
    " plain_text story description html",
    "title": "title headline subject name",
    "date": "date published published_at publication_date date_published datepublished pubdate publish_date"
    " created_at created timestamp time",
    "source": "source publisher site site_name sitename outlet newspaper domain publication",
    "author": "author authors byline creator",
    "url": "url link canonical address source_url",
}
COLUMNS: Mapping[str, tuple[str, ...]] = {field: tuple(names.split()) for field, names in _COLUMNS.items()}


def read_json_lines(file: BinaryIO, name: str, limits: Limits) -> Iterator[Text | Left]:
    """One text a line that is a JSON object, numbered from 1 as the lines are."""
    for number, line in enumerate(lines(file, limits.document), 1):
        if not line.strip():
            continue
        part = f"#{number}"
        try:
            row = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
        except (ValueError, RecursionError) as error:
            yield Left(part, f"line {number} is not JSON ({str(error)[:80]})")
            continue
        if not isinstance(row, dict):
            yield Left(part, f"line {number} is no JSON object")
            continue
        yield _text(row, part, line.strip())


def read_csv(file: BinaryIO, name: str, limits: Limits) -> Iterator[Text | Left]:
    """One text a row below the names, numbered from 1. InputError where no column is that of the text."""
    first = next(lines(file, limits.line), b"")
    encoding = _encoding(first, file)
    file.seek(0)
    text = io.TextIOWrapper(_kept_open(file), encoding, errors="replace", newline="")
    header = decode(first, encoding).removeprefix("\ufeff")
    delimiter = max("\t;,|", key=header.count)
    csv.field_size_limit(limits.document)
    try:
        rows = csv.DictReader(_bounded(text, limits), delimiter=delimiter, strict=False)
        names = [str(key).strip().lstrip("\ufeff").lower() for key in rows.fieldnames or ()]
        if not set(names) & set(COLUMNS["text"]):
            raise InputError(f"no column holds the text; call one of them {', '.join(COLUMNS['text'][:4])} …")
        for number, row in enumerate(rows, 1):
            values = [str(value) for value in row.values() if isinstance(value, str)]
            known = {
                str(key).strip().lstrip("\ufeff"): value
                for key, value in row.items()
                if isinstance(value, str)
            }
            yield _text(known, f"#{number}", "\x1f".join(values).encode("utf-8", "replace"))
    except csv.Error as error:
        raise InputError(f"a damaged table ({error}); save it again") from None


def _text(row: Mapping[str, Any], part: str, content: bytes) -> Text | Left:
    known = {str(key).lower(): value for key, value in row.items()}
    found = {field: _first(known, names) for field, names in COLUMNS.items()}
    text = found["text"]
    if re.match(r"\s*<(?:[a-zA-Z!][^>]*)>", text) and re.search(r"</\w+>", text):
        text = html_text(text)
    if not text.strip():
        return Left(part, f"row {part[1:]} has no text")
    title = " ".join(found["title"].split())[:500]
    if title and not text.lstrip().startswith(title):
        text = f"{title}\n\n{text}"
    return Text(
        text,
        part=part,
        content=content,
        title=title,
        date=iso_date(found["date"]),
        source=found["source"] or None,
        author=found["author"] or None,
        url=found["url"] if re.match(r"https?://\S+$", found["url"]) else None,
    )


def _first(row: Mapping[str, Any], names: tuple[str, ...]) -> str:
    for name in names:
        value = row.get(name)
        if isinstance(value, list):
            value = ", ".join(str(item) for item in value if isinstance(item, str))
        elif isinstance(value, dict):
            value = value.get("name") or value.get("title")
        if isinstance(value, str) and value.strip():
            return value.strip("\ufeff") if name in COLUMNS["text"] else value.strip()
    return ""


def _encoding(first: bytes, file: BinaryIO) -> str:
    if first.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if b"\0" in first:
        raise InputError("not a table in plain text; save it as CSV in UTF-8")
    file.seek(0)
    sample = file.read(1_000_000)
    try:
        sample.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return "utf-8-sig" if error.start >= len(sample) - 4 else "cp1252"
    return "utf-8-sig"


def _kept_open(file: BinaryIO) -> Any:
    """A file that the wrapper around it does not close."""

    class Kept(io.BufferedReader):
        def close(self) -> None:
            return

    class Raw(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            data = file.read(len(buffer))
            buffer[: len(data)] = data
            return len(data)

    return Kept(Raw())


def _bounded(text: io.TextIOWrapper, limits: Limits) -> Iterator[str]:
    while line := text.readline(limits.document + 1):
        if len(line) > limits.document:
            raise InputError(f"one line has more than {limits.document:,} characters; is it a table?")
        yield line.replace("\0", "")


def knows_json_lines(head: bytes) -> bool:
    """Whether the first line is a JSON object, or one that goes on beyond the head."""
    line = head.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)
    if not re.match(rb'\{\s*"', line[0]):
        return False
    if len(line) == 1 and len(head) >= 4096:
        return True
    try:
        return isinstance(json.loads(line[0]), dict)
    except (ValueError, RecursionError):
        return False


JSON_LINES = Reader("JSON lines", (".jsonl", ".ndjson"), read_json_lines, knows_json_lines, many=True)
CSV = Reader("tables (CSV, TSV)", (".csv", ".tsv"), read_csv, many=True)
