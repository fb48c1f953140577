"""EPUB: the chapters in reading order, each a place by its heading."""

import posixpath
from collections.abc import Iterator
from typing import BinaryIO
from urllib.parse import unquote

from extract.readers.base import Limits, Reader, Text
from extract.readers.packed import members, open_zip, read_member
from extract.readers.xml import paragraphs, parse_html, parse_xml
from extract.texts.dating import iso_date
from graph.model import InputError

_DC = "{http://purl.org/dc/elements/1.1/}"


def read(file: BinaryIO, name: str, limits: Limits) -> Iterator[Text]:
    """One text with its chapters as places."""
    with open_zip(file, limits) as archive:
        found = {member.filename: member for member in members(archive, limits.binary)}
        container = parse_xml(
            read_member(archive, found.get("META-INF/container.xml"), limits.document) or b"<x/>"
        )
        package = next((node.get("full-path") for node in container.iter("{*}rootfile")), None)
        if package not in found or package is None:
            raise InputError("a damaged EPUB (its table of contents is not there); save it again")
        root = parse_xml(read_member(archive, found[package], limits.document))
        files = {item.get("id"): item.get("href") or "" for item in root.iter("{*}item")}
        text, places = "", []
        chapters = [files.get(item.get("idref"), "") for item in root.iter("{*}itemref")]
        for number, href in enumerate(chapters[: limits.pages], 1):
            path = posixpath.normpath(
                posixpath.join(posixpath.dirname(package), unquote(href.partition("#")[0]))
            )
            page = parse_html(read_member(archive, found.get(path), limits.document) or b" ")
            blocks = (
                list(paragraphs(page.find("body")))
                if page is not None and page.find("body") is not None
                else []
            )
            if blocks:
                heading = next((" ".join(h.itertext()) for h in page.iter("h1", "h2", "h3")), "")
                text += "\n\n" if text else ""
                places.append((len(text), " ".join(heading.split())[:80] or f"part {number}"))
                text += "\n\n".join(blocks)
    if not text:
        raise InputError("an EPUB without text; is it locked?")

    def told(field: str) -> str:
        return " ".join((root.findtext(f".//{_DC}{field}") or "").split())

    yield Text(
        text,
        title=told("title"),
        date=iso_date(told("date")),
        source=told("publisher") or None,
        author=told("creator") or None,
        places=tuple(places),
    )


READER = Reader("EPUB", (".epub",), read, packed=True)
