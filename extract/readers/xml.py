"""XML and HTML parsed without anything from outside, and the text of their blocks."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from extract.readers.decode import decode
from graph.model import InputError

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot"
    " th thead title tr ul".split()
)
UNSEEN = frozenset("script style head noscript template iframe svg math object select button".split())


def parse_xml(content: bytes) -> Any:
    """The root of an XML document. Raises InputError for one that is damaged or declares entities."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"damaged XML ({_line(error)}); save it again") from None
    if root is None:
        raise InputError("holds no XML; save it again")
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise InputError("declares entities, which are not read; save it without")
    return root


def parse_html(content: bytes | str) -> Any:
    """The root of an HTML page, whatever its faults; None where there is none. InputError where too deep."""
    from lxml import etree, html

    text = content if isinstance(content, str) else decode_html(content)
    text = re.sub(r"^\s*<\?xml[^>]*>", "", text.replace("\0", ""))
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=False, no_network=True)
    try:
        root = html.document_fromstring(text, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    if any("xcessive depth" in entry.message for entry in parser.error_log):
        raise InputError("mark-up more than 250 deep; save the page as plain text")
    return root


def decode_html(content: bytes) -> str:
    """The text of a page in the encoding that it tells."""
    told = _charset().search(content[:4096])
    return decode(content, told[1].decode("ascii") if told else None)


def html_text(content: bytes | str) -> str:
    """The visible text of HTML, a block a paragraph."""
    root = parse_html(content) if content and content.strip() else None
    return "" if root is None else "\n\n".join(paragraphs(root))


def paragraphs(root: Any) -> Iterator[str]:
    """The text of each block of an HTML tree, in order; white space is one space."""
    parts: list[str] = []
    for text, block in _pieces(root):
        if block and parts:
            yield from _told(parts)
            parts = []
        parts.append(text)
    yield from _told(parts)


def _told(parts: Iterable[str]) -> Iterator[str]:
    for line in "".join(parts).split("\v"):
        if made := " ".join(line.split()):
            yield made


def _pieces(root: Any) -> Iterator[tuple[str, bool]]:
    """Texts of a tree in order, each with whether a block begins or ends before it."""
    stack: list[tuple[Any, bool]] = [(root, True)]
    while stack:
        element, opens = stack.pop()
        tag = element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
        block = tag in BLOCKS
        if opens and tag and tag not in UNSEEN:
            stack.append((element, False))
            text = element.text or ""
            yield ("\v" if tag == "br" else "- " + text if tag == "li" and text.strip() else text), block
            if len(stack) < 100_000:
                stack.extend((child, True) for child in reversed(element))
        else:
            if not opens or tag in UNSEEN or not tag:
                yield (element.tail or "") if element is not root else "", block


@cache
def _charset() -> re.Pattern[bytes]:
    return re.compile(
        rb"""(?i)(?:<meta[^>]{0,200}charset\s*=\s*["']?|<\?xml[^>]{0,80}encoding\s*=\s*["'])([\w.:-]{2,30})"""
    )


def _line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:160]
