"""RSS and Atom: one text an entry, as much of it as the feed has."""

import io
import logging
from collections.abc import Iterator
from typing import Any, BinaryIO

from extract.readers.base import Left, Limits, Reader, Text, whole
from extract.readers.xml import html_text, parse_xml
from graph.model import InputError


def read(file: BinaryIO, name: str, limits: Limits) -> Iterator[Text | Left]:
    """The entries in order; the part is the entry's address or id, else its number."""
    import feedparser
    from lxml import etree

    content = whole(file, limits.document)
    root = parse_xml(content)
    logging.getLogger("feedparser").setLevel(logging.CRITICAL)
    found = feedparser.parse(
        io.BytesIO(etree.tostring(root)), sanitize_html=False, resolve_relative_uris=False
    )
    if not found.entries:
        raise InputError("a feed without entries")
    source = _words(found.feed.get("title"))
    taken: set[str] = set()
    for number, entry in enumerate(found.entries[: limits.members], 1):
        link = entry.get("link") or ""
        part = link if link and link not in taken else str(entry.get("id") or number)
        part = part if part not in taken else str(number)
        taken.add(part)
        title = _words(entry.get("title"))
        body = max((html_text(text) for text in _bodies(entry)), key=len, default="")
        text = body if not title or body.startswith(title) else f"{title}\n\n{body}".strip()
        if not text:
            yield Left(f"#{part}", "an entry without text")
            continue
        moments = (dict.get(entry, f"{name}_parsed") for name in ("published", "updated", "created"))
        moment = next(filter(None, moments), None)
        yield Text(
            text,
            part=f"#{part}",
            content="\x1f".join((link, text)).encode("utf-8", "replace"),
            title=title,
            date=f"{moment.tm_year:04}-{moment.tm_mon:02}-{moment.tm_mday:02}" if moment else None,
            source=_words((entry.get("source") or {}).get("title")) or source or None,
            author=_words(entry.get("author")) or None,
            url=link if link.startswith(("http://", "https://")) else None,
        )


def _bodies(entry: Any) -> Iterator[str]:
    for content in entry.get("content") or ():
        yield content.get("value") or ""
    yield entry.get("summary") or ""


def _words(text: Any) -> str:
    return " ".join(html_text(text).split()) if isinstance(text, str) else ""


def knows(head: bytes) -> bool:
    """Whether the first element of a file is that of a feed."""
    import re

    start = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    start = re.sub(rb"^(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>]*>|\s+)*", b"", start, flags=re.DOTALL)
    return re.match(rb"<(?:rss|feed|rdf:RDF|atom:feed|\w+:feed)[\s>]", start) is not None


READER = Reader("feeds (RSS, Atom)", (".rss", ".atom", ".xml"), read, knows)
