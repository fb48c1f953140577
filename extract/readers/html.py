"""Web pages: the story without what stands around it, and what the page says of itself."""

import logging
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, BinaryIO

from extract.readers.base import Limits, Reader, Text, whole
from extract.readers.page import read_page_facts
from extract.readers.xml import decode_html, paragraphs, parse_html
from graph.model import InputError

SHORT = 200
LEAST = 80
LONGEST_ROW = 300
# Calls to subscribe that stand within the story.
_CALLS = " or ".join(
    f"contains(@class, '{word}')"
    for word in ("paywall", "newsletter", "subscribe", "signup", "sign-up", "advert")
)
_WORDLESS = "aside button footer iframe nav script style svg template".split()
_UNSEEN = " | ".join(f"//{tag}" for tag in _WORDLESS)
# What is never part of a story: mark-up for programs and menus, short calls to subscribe.
ASIDES = f"{_UNSEEN} | //*[@class and ({_CALLS}) and string-length(normalize-space(.)) < 200]"


def read(file: BinaryIO, name: str, limits: Limits) -> Iterator[Text]:
    """One text: the headline, then the story, a paragraph each."""
    yield read_page(decode_html(whole(file, limits.document)), name)


def read_page(page: str, name: str = "") -> Text:
    """The text of one page; `name` is its address where it has one. InputError for one without text."""
    root = parse_html(page)
    if root is None:
        raise InputError("a page without text; save it again, complete")
    facts = read_page_facts(root, name)
    title = facts.title
    blocks = _story(root)
    starts = (place for place, block in enumerate(blocks[:15]) if _plain(block) == _plain(title))
    start = next(starts, None)
    if start is not None:
        blocks = blocks[start:]
    elif title:
        blocks.insert(0, title)
    return Text(
        "\n\n".join(blocks),
        title=title,
        date=facts.date,
        source=facts.source,
        author=facts.author,
        url=facts.url,
    )


def _story(root: Any) -> list[str]:
    """The paragraphs that trafilatura takes for the story; all blocks of the page where it finds none."""
    blocks = _extracted(root, fast=True)
    if sum(map(len, blocks)) < SHORT:
        blocks = _extracted(root, fast=False)
    if sum(map(len, blocks)) < LEAST or _is_layout(blocks):
        return list(paragraphs(root))
    return blocks


def _extracted(root: Any, fast: bool) -> list[str]:
    import trafilatura
    from lxml import etree

    try:
        found = trafilatura.bare_extraction(root, options=_options(fast), prune_xpath=ASIDES)
    except (etree.LxmlError, ValueError, AttributeError, TypeError, RecursionError, AssertionError):
        return []
    text = getattr(found, "text", None) or ""
    return [line.strip() for line in text.split("\n") if line.strip()]


@cache
def _options(fast: bool) -> Any:
    from trafilatura.settings import Extractor

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return Extractor(output_format="python", fast=fast, comments=False)


def _is_layout(blocks: Iterable[str]) -> bool:
    """Whether the story stands in a table, as it does on old pages."""
    return any(block.startswith("|") and len(block) > LONGEST_ROW for block in blocks)


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def knows(head: bytes) -> bool:
    """Whether the first mark-up of a file is that of a page."""
    start = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    start = re.sub(rb"^(?:<\?xml[^>]*>|<!--.*?-->|\s+)*", b"", start, flags=re.DOTALL)
    return re.match(rb"<(?:!doctype html|html|head|body|article|main|meta\s|title>)", start) is not None


READER = Reader("web pages (HTML)", (".html", ".htm", ".xhtml"), read, knows)
