"""Web pages: the story without what stands around it, and what the page says of itself."""

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from extract.readers.base import Limits, Reader, Text, whole
from extract.readers.page import read_page_facts
from extract.readers.xml import decode_html, paragraphs, parse_html
from graph.model import InputError

SHORT = 200


def read(file: BinaryIO, name: str, limits: Limits) -> Iterator[Text]:
    """One text: the headline, then the story, a paragraph each."""
    yield read_page(decode_html(whole(file, limits.document)), name)


def read_page(page: str, name: str = "") -> Text:
    """The text of one page; `name` is its address where it has one. InputError for one without text."""
    root = parse_html(page)
    if root is None:
        raise InputError("a page without text; save it again, complete")
    facts = read_page_facts(root, name)
    blocks = _story(root)
    title = facts.title
    if title and _plain(title) not in map(_plain, blocks[:3]):
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
    import logging

    import trafilatura
    from lxml import etree

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    text = ""
    try:
        found = trafilatura.bare_extraction(
            root, fast=True, include_comments=False, include_tables=True, deduplicate=False
        )
        text = getattr(found, "text", None) or ""
    except (etree.LxmlError, ValueError, AttributeError, TypeError, RecursionError, AssertionError):
        text = ""
    blocks = [line.strip() for line in text.split("\n") if line.strip()]
    if sum(map(len, blocks)) >= SHORT:
        return blocks
    every = list(paragraphs(root))
    return every if sum(map(len, every)) < 5 * SHORT or not blocks else blocks


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def knows(head: bytes) -> bool:
    """Whether the first mark-up of a file is that of a page."""
    start = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    start = re.sub(rb"^(?:<\?xml[^>]*>|<!--.*?-->|\s+)*", b"", start, flags=re.DOTALL)
    return re.match(rb"<(?:!doctype html|html|head|body|article|main|meta\s|title>)", start) is not None


READER = Reader("web pages (HTML)", (".html", ".htm", ".xhtml"), read, knows)
