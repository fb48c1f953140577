"""PDF: the text page by page, running heads taken out, words that a line's end broke mended."""

import logging
import re
import time
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO

from extract.readers.base import Left, Limits, Reader, Text
from extract.texts.dating import iso_date
from graph.model import InputError

EDGE = 3  # lines at the top and at the foot of a page that may be running heads
# A part before the hyphen that keeps it when the word is joined again.
KEPT = frozenset(
    "all anti co counter cross ex far half high inter long low mid multi near non off oil pan post pre pro re"
    " second self semi short so state sub third trans two three four five six ultra under vice well".split()
)


def read(file: BinaryIO, name: str, limits: Limits) -> Iterator[Text | Left]:
    """One text with its pages as places; a damaged page is left out by name."""
    import pypdf
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    ends = time.monotonic() + limits.seconds
    file.seek(0)
    try:
        document = pypdf.PdfReader(file, strict=False)
        if document.is_encrypted and not document.decrypt(""):
            raise InputError("is locked with a password; save a copy without one")
        count = len(document.pages)
        if count > limits.pages:
            raise InputError(f"has {count:,} pages (at most {limits.pages:,}); split it")
        pages: list[list[str]] = []
        damaged: list[int] = []
        for number, page in enumerate(document.pages, 1):
            if time.monotonic() > ends:
                raise InputError(
                    f"takes longer than {limits.seconds:g} s to read; save it again, or split it"
                )
            try:
                pages.append(_lines(page))
            except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, zlib.error):
                pages.append([])
                damaged.append(number)
        facts: Any = document.metadata or {}
        facts = {key: str(facts.get(key) or "").strip() for key in ("/Title", "/Author", "/CreationDate")}
    except PyPdfError as error:
        raise InputError(f"a damaged PDF ({_one_line(error)}); save it again") from None
    text, places = join_pages(pages)
    if damaged and not text.strip():
        raise InputError("a damaged PDF (none of its pages can be read); save it again")
    if not text.strip():
        raise InputError("a PDF without text (pictures of pages?); run it through text recognition first")
    title = facts["/Title"]
    yield Text(
        text,
        title=title if _is_title(title, text) else "",
        made=iso_date(facts["/CreationDate"].removeprefix("D:")),
        author=facts["/Author"] or None,
        places=places,
    )
    for number in damaged:
        yield Left(f"#p.{number}", f"page {number} is damaged; save the PDF again")


def join_pages(pages: Sequence[Sequence[str]]) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The text of pages given as lines, and where each begins ("p. 1"); sentences run on over their ends."""
    heads = _running_heads(pages)
    words = Counter(
        re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(line for page in pages for line in page).lower())
    )
    parts: list[str] = []
    places: list[tuple[int, str]] = []
    length = 0
    last = ""
    for number, page in enumerate(pages, 1):
        kept = [line for line in _without(page, heads) if line.strip()]
        places.append((length, f"p. {number}"))
        for place, line in enumerate(kept):
            line = line.strip()
            if last:
                joined = _hyphen(last, line, words)
                if joined is not None:
                    length += len(joined) - len(last)
                    parts[-1] = last = joined
                    line = line.partition(" ")[2]
                    if not line:
                        continue
                gap = "\n\n" if place == 0 and re.search(r"[.!?:][\"'”’)]*$", last) else "\n"
                parts.append(gap)
                length += len(gap)
            if place == 0:
                places[-1] = (length, places[-1][1])
            parts.append(line)
            length += len(line)
            last = line
    return "".join(parts), tuple(places)


def _lines(page: Any) -> list[str]:
    text = page.extract_text() or ""
    return [
        " ".join(line.replace("\0", "").split())
        for line in text.encode("utf-8", "replace").decode().splitlines()
    ]


def _hyphen(last: str, line: str, words: Counter[str]) -> str | None:
    """The line before with the broken word made whole, or None where no word is broken."""
    before = re.search(r"([^\W\d_]+(?:-[^\W\d_]+)*)[-\u00ad\u2010]$", last)
    after = re.match(r"[^\W\d_]+", line)
    if before is None or after is None or not after[0].islower():
        return None
    rest = line.partition(" ")[0]
    plain, hyphened = (before[1] + after[0]).lower(), f"{before[1]}-{after[0]}".lower()
    keeps = words[hyphened] > words[plain] or (not words[plain] and before[1].lower() in KEPT)
    stem = last[: before.end(1)]
    return f"{stem}-{rest}" if keeps else stem + rest


def _running_heads(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Lines at the edges of pages that come back on a third of them at least, but for their numbers."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_shape(line) for line in _edges(page)})
    least = max(2, len(pages) // 3)
    return frozenset(shape for shape, count in counts.items() if count >= least and shape)


def _without(page: Sequence[str], heads: frozenset[str]) -> Iterator[str]:
    edges = len(page)
    for number, line in enumerate(page):
        at_edge = number < EDGE or number >= edges - EDGE
        if at_edge and (
            _shape(line) in heads
            or re.fullmatch(r"\W*(?:page )?\d{1,4}(?: of \d{1,4})?\W*", line, re.IGNORECASE)
        ):
            continue
        yield line


def _edges(page: Sequence[str]) -> Iterable[str]:
    return [*page[:EDGE], *page[-EDGE:]]


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", " ".join(line.split())).lower()


def _is_title(title: str, text: str) -> bool:
    """Whether the title that the file claims stands in its text: many keep that of a template."""
    plain = re.sub(r"\W+", " ", title).casefold().strip()
    return bool(plain) and plain in re.sub(r"\W+", " ", text[:3000]).casefold()


def _one_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]


def knows(head: bytes) -> bool:
    """Whether the mark of a PDF stands at the beginning, or after some rubbish without text around it."""
    return (
        head.lstrip(b"\xef\xbb\xbf \t\r\n\0").startswith(b"%PDF-")
        or re.search(rb"[\r\n]%PDF-\d\.\d\s", head[:1024]) is not None
    )


READER = Reader("PDF", (".pdf",), read, knows, packed=True)
