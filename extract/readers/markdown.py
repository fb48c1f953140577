"""Markdown: headings and paragraphs as text; a front matter's title, date and author are kept."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from extract.readers.base import Limits, Reader, Text, whole
from extract.readers.decode import decode

if TYPE_CHECKING:
    from markdown_it.token import Token

LONGEST = 50_000  # a paragraph of more characters is read without looking for links and emphasis


def read(file: BinaryIO, name: str, limits: Limits) -> Iterator[Text]:
    """One text; code and HTML are left out, a table's cells are parted by a bar."""
    from markdown_it import MarkdownIt

    from extract.texts.dating import iso_date

    source = decode(whole(file, limits.document)).removeprefix("\ufeff")
    front = re.match(r"---[ \t]*\r?\n(.{0,10000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", source, re.DOTALL)
    told = dict(re.findall(r"(?m)^(\w+):[ \t]*[\"']?(.*?)[\"']?[ \t\r]*$", front[1])) if front else {}
    parser = MarkdownIt("commonmark", {"maxNesting": 50}).enable("table")
    if max(map(len, re.split(r"\n\s*\n", source))) > LONGEST:
        parser.disable(["link", "image", "emphasis", "autolink", "html_inline", "backticks", "entity"])
    blocks = list(_blocks(parser.parse(source[front.end() if front else 0 :])))
    title = told.get("title") or next((text for tag, text in blocks if tag == "h1"), "")
    paragraphs = [text for _, text in blocks]
    if title and title not in paragraphs[:1]:
        paragraphs.insert(0, title)
    yield Text(
        "\n\n".join(paragraphs),
        title=title,
        date=iso_date(told.get("date", "")),
        author=told.get("author") or None,
        source=told.get("source") or told.get("publisher") or None,
        url=told.get("url") or None,
    )


def _blocks(tokens: "Iterable[Token]") -> Iterator[tuple[str, str]]:
    tag, prefix = "", ""
    cells: list[str] = []
    for token in tokens:
        if token.type in ("heading_open", "paragraph_open"):
            tag = token.tag
        elif token.type == "list_item_open":
            prefix = "- "
        elif token.type == "tr_open":
            cells = []
            tag = "td"
        elif token.type == "tr_close":
            yield "tr", " | ".join(cells)
        elif token.type == "inline":
            text = "".join(map(_inline, token.children or ())).strip()
            if tag == "td":
                cells.append(text)
            elif text:
                yield tag, prefix + text
                prefix = ""
        elif token.type == "tbody_close":
            tag = ""


def _inline(token: "Token") -> str:
    if token.type in ("text", "code_inline"):
        return token.content
    return {"softbreak": "\n", "hardbreak": "\n"}.get(token.type, "")


READER = Reader("Markdown", (".md", ".markdown"), read)
