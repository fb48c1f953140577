"""Word and OpenDocument: paragraphs, headings and tables in order, and the file's own metadata."""

import datetime
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from extract.readers.base import Limits, Reader, Text, whole
from extract.readers.packed import members, open_zip, read_member
from extract.readers.xml import parse_xml
from extract.texts.dating import iso_date
from graph.model import InputError

TEMPLATE = datetime.datetime(2013, 12, 23, 23, 15, tzinfo=datetime.UTC)  # in files that python-docx makes
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_word(file: BinaryIO, name: str, limits: Limits) -> Iterator[Text]:
    """One text of a .docx file."""
    import docx
    from docx.opc.exceptions import OpcError
    from lxml import etree

    with open_zip(file, limits) as archive:
        for member in members(archive, limits.binary):
            if member.filename.endswith((".xml", ".rels")):
                parse_xml(read_member(archive, member, limits.binary))
    file.seek(0)
    try:
        document = docx.Document(file)
        facts = document.core_properties
        paragraphs = list(_word_blocks(document.element.body))
        made = facts.created if facts.created != TEMPLATE else None
        title, author = facts.title or "", facts.author or ""
    except (OpcError, KeyError, ValueError, AttributeError, etree.LxmlError, zipfile.BadZipFile) as error:
        raise InputError(f"a damaged Word file ({type(error).__name__}); save it again") from None
    yield Text(
        _joined(paragraphs),
        title=title if title in paragraphs else "",
        made=made.date().isoformat() if made is not None else None,
        author=author if author != "python-docx" and author else None,
    )


def _word_blocks(body: Any) -> Iterator[str]:
    """Paragraphs of a body or a cell in order, rows of tables on a line each."""
    for element in body.iterchildren():
        if element.tag == f"{_WORD}p":
            yield _word_text(element)
        elif element.tag == f"{_WORD}tbl":
            for row in element.iter(f"{_WORD}tr"):
                cells = [" ".join(map(_word_text, cell.iter(f"{_WORD}p"))) for cell in row.iter(f"{_WORD}tc")]
                yield " | ".join(" ".join(cell.split()) for cell in cells)
        elif element.tag in (f"{_WORD}sdt", f"{_WORD}sdtContent"):
            yield from _word_blocks(element)


def _word_text(paragraph: Any) -> str:
    """The text of a paragraph: what was deleted is not in it, what was inserted is."""
    marks = {f"{_WORD}tab": " ", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}
    parts = [
        (element.text or "") if element.tag == f"{_WORD}t" else marks[element.tag]
        for element in paragraph.iter(f"{_WORD}t", *marks)
    ]
    return "".join(parts)


def read_open(file: BinaryIO, name: str, limits: Limits) -> Iterator[Text]:
    """One text of an .odt file, or of a flat .fodt."""
    file.seek(0)
    if file.read(2) == b"PK":
        with open_zip(file, limits) as archive:
            found = {member.filename: member for member in members(archive, limits.binary)}
            if "content.xml" not in found:
                raise InputError("a damaged OpenDocument file (no content.xml in it); save it again")
            if b"encryption-data" in read_member(
                archive, found.get("META-INF/manifest.xml"), limits.document
            ):
                raise InputError("is locked with a password; save a copy without one")
            root = parse_xml(read_member(archive, found["content.xml"], limits.binary))
            meta_file = found.get("meta.xml")
            meta = parse_xml(read_member(archive, meta_file, limits.document)) if meta_file else root
    else:
        root = meta = parse_xml(whole(file, limits.document))
    body = root.find(f".//{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise InputError("an OpenDocument file that is no text; export its words as text first")
    paragraphs = list(_open_blocks(body))
    facts = {
        key: (meta.findtext(f".//{path}") or "").strip()
        for key, path in (
            ("title", f"{_DC}title"),
            ("author", f"{_META}initial-creator"),
            ("editor", f"{_DC}creator"),
            ("made", f"{_META}creation-date"),
            ("saved", f"{_DC}date"),
        )
    }
    yield Text(
        _joined(paragraphs),
        title=facts["title"] if facts["title"] in paragraphs else "",
        made=iso_date(facts["made"] or facts["saved"]),
        author=facts["author"] or facts["editor"] or None,
    )


def _open_blocks(body: Any) -> Iterator[str]:
    waiting = list(reversed(body))
    while waiting:
        element = waiting.pop()
        if element.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            yield _open_text(element)
        elif element.tag == f"{_TABLE}table-row":
            cells = element.iter(f"{_TABLE}table-cell")
            yield " | ".join(" ".join(map(_open_text, cell.iter(f"{_TEXT}p"))) for cell in cells)
        elif element.tag not in (f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}sequence-decls"):
            waiting.extend(reversed(element))


def _open_text(paragraph: Any) -> str:
    marks = {f"{_TEXT}s": " ", f"{_TEXT}tab": " ", f"{_TEXT}line-break": "\n"}
    parts: list[str] = []
    stack: list[tuple[Any, bool]] = [(paragraph, True)]
    while stack:
        element, opens = stack.pop()
        if opens:
            stack.append((element, False))
            if element.tag not in (f"{_OFFICE}annotation", f"{_TEXT}note"):
                parts.append(marks.get(element.tag, "") + (element.text or ""))
                stack.extend((child, True) for child in reversed(element))
        elif element is not paragraph:
            parts.append(element.tail or "")
    return "".join(parts)


def _joined(paragraphs: list[str]) -> str:
    return "\n\n".join(made for text in paragraphs if (made := text.strip()))


def knows_flat(head: bytes) -> bool:
    """Whether this is OpenDocument as one XML file."""
    return b"<office:document" in head


WORD = Reader("Word", (".docx", ".docm"), read_word, packed=True)
OPEN = Reader("OpenDocument", (".odt", ".fodt", ".ott"), read_open, knows_flat, packed=True)
