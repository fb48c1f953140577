"""Mail: a message of an .eml file, and each of an mbox; what is attached is read in its turn."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import BinaryIO

from extract.readers.base import Found, Left, Limits, Member, Reader, Text, as_file, lines, whole
from extract.readers.xml import html_text
from graph.model import InputError

MOST_PARTS = 200  # that hold others: a letter has a few
_KNOWN = rb"(?im)^(?:received|return-path|message-id|mime-version|delivered-to|dkim-signature|x-[\w-]+):"


def read_message(file: BinaryIO, name: str, limits: Limits) -> Iterator[Found]:
    """The message and what is attached to it."""
    yield from _message(whole(file, limits.binary), "")


def read_box(file: BinaryIO, name: str, limits: Limits) -> Iterator[Found]:
    """The messages of an mbox in order, numbered from 1."""
    for number, content in enumerate(_split(file, limits), 1):
        if content is None:
            yield Left(f"#{number}", f"larger than {limits.document / 1e6:g} MB; save it by itself")
        else:
            yield from _message(content, f"#{number}")


def _split(file: BinaryIO, limits: Limits) -> Iterator[bytes | None]:
    """Messages parted by lines "From …" after an empty one; None for one that is too large."""
    message: list[bytes] = []
    size, blank, begun = 0, True, False
    for line in lines(file, limits.line):
        if blank and re.match(rb"From \S+.*\d{4}", line):
            if begun:
                yield b"".join(message) if size <= limits.document else None
            message, size, begun = [], 0, True
        elif begun:
            size += len(line)
            if size <= limits.document:
                message.append(line[1:] if re.match(rb">+From ", line) else line)
        blank = not line.strip()
    if not begun:
        raise InputError("no mailbox: no line begins with From")
    yield b"".join(message) if size <= limits.document else None


def _message(content: bytes, part: str) -> Iterator[Found]:
    try:
        if len(re.findall(rb"(?i)content-type:\s*(?:multipart|message)/", content)) > MOST_PARTS:
            raise ValueError("too many parts")
        message = message_from_bytes(content, policy=policy.default)
        if not isinstance(message, EmailMessage):
            raise ValueError("no message")
        subject, author = _header(message, "subject"), _header(message, "from")
        body = _body(message)
        attached = list(_attached(message))
        date = _date(message)
    except (ValueError, TypeError, LookupError, AttributeError, IndexError, RecursionError) as error:
        reason = f"a damaged message ({type(error).__name__}); save it again"
        if not part:
            raise InputError(reason) from None
        yield Left(part, reason)
        return
    text = f"{subject}\n\n{body}".strip() if subject and not body.startswith(subject) else body
    if text.strip():
        name = re.sub(r"\s*<[^<>]*>\s*$", "", author).strip("\"' ") or author
        yield Text(text, part=part, content=content, title=subject, date=date, author=name or None)
    elif not attached:
        yield Left(part, "a message without text")
    for number, (filename, data) in enumerate(attached, 1):
        yield Member(f"{part}/{filename or f'part-{number}'}", as_file(data))


def _header(message: EmailMessage, name: str) -> str:
    return " ".join(str(message.get(name) or "").split())[:500]


def _date(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(str(message["date"])).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _body(message: EmailMessage) -> str:
    """The text of the body: the plain part, else that of HTML."""
    found = message.get_body(preferencelist=("plain", "html"))
    if found is None:
        return ""
    payload = found.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        text = data.decode(found.get_content_charset() or "utf-8", "replace")
    except LookupError:
        text = data.decode("utf-8", "replace")
    if found.get_content_type() == "text/html":
        return html_text(text)
    return text.replace("\r\n", "\n").strip()


def _attached(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    for part in message.iter_attachments():
        payload = part.get_payload(decode=True)
        name = part.get_filename() or ""
        if isinstance(payload, bytes) and payload and name:
            yield name, payload


def knows_message(head: bytes) -> bool:
    """Whether a file begins with the header of a message: sender, and what no letter by hand has."""
    header = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    fields = re.match(rb"(?:[\w-]+:.*(?:\r?\n[ \t].*)*(?:\r?\n|$))+", header)
    return (
        fields is not None
        and re.search(rb"(?im)^from:", header) is not None
        and re.search(_KNOWN, header) is not None
    )


def knows_box(head: bytes) -> bool:
    """Whether a file begins as an mbox does: a line "From …" and then a header."""
    return re.match(rb"From \S+.*\d{4}.*\r?\n>?[\w-]+:? ?", head) is not None and b": " in head


MESSAGE = Reader("mail (.eml)", (".eml",), read_message, knows_message)
BOX = Reader("mailboxes (mbox)", (".mbox", ".mbx"), read_box, knows_box, many=True)
