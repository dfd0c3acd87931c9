"""E-mail: a newsletter a message, in a file of its own (.eml) or many in one (.mbox)."""

from __future__ import annotations

import codecs
import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from typing import TYPE_CHECKING, BinaryIO, cast

from attrs import evolve

from timeline.errors import InputError
from timeline.readers._page_furniture import is_furniture
from timeline.readers._paragraphs import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

    from timeline.model.article import Article
    from timeline.readers import InputContext

SUFFIXES = (".eml", ".mbox")

HEAD_END = re.compile(rb"\r?\n\r?\n")
FIELD = re.compile(rb"[!-9;-~]+:")
OF_MAIL = re.compile(
    rb"^(?:message-id|mime-version|received|return-path|delivered-to|dkim-signature):", re.IGNORECASE | re.MULTILINE
)
"""Fields that nothing but e-mail has."""

OF_PAGE = re.compile(rb"^(?:snapshot-content-location:|from:\s*<saved by )", re.IGNORECASE | re.MULTILINE)
"""Fields of a page that a browser saved as if it were e-mail."""

SEPARATOR = re.compile(rb">*From \S.*\d\d:\d\d.*\d{4}")
"""What stands before each message of an mbox; with ``>``, a line of a message that looks so."""

MAX_FIELD = 4000
"""Characters of a field that are read."""

MAX_HEAD_BYTES = 1_000_000
"""The longest head of a message, far above what servers on its way let through."""

MAX_PARTS = 500
"""The most parts of a message."""

NO_CHARSETS = ("idna", "punycode")
"""Codecs of names of hosts, which take time with the square of the length."""

OF_SENDING = re.compile(
    r"""\W*(?:
        unsubscribe.{0,80} | (?:privacy|cookie)[ ]policy | forward[ ](?:this[ ])?to[ ]a[ ]friend | view[ ]online
      | (?:view|read|open|see)\b.{0,60}\bbrowser.{0,10} | (?:manage|update|change)\b.{0,40}\bpreferences
      | (?:you[ ]are|you['’]re|you)[ ](?:receiving|received)[ ]this[ ].{0,300}
    )\W*""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
"""What services that send letters put above and below one, as a whole paragraph."""

LINK = re.compile(r"https?://\S+")
FULLER = 2
"""A plain part with so many times fewer letters than the HTML only says that there is HTML."""


def looks_like(beginning: bytes) -> bool:
    """It begins with a field, and has one that nothing but e-mail has; or as an mbox does."""
    head = HEAD_END.split(beginning, maxsplit=1)[0]
    is_message = FIELD.match(head) and OF_MAIL.search(head) and not OF_PAGE.search(head)
    return bool(SEPARATOR.match(beginning) or is_message)


def read_articles(stream: BinaryIO, context: InputContext) -> Iterator[Article | InputError]:
    """
    The message of a file, or those of an mbox one by one, numbered.

    The subject is the title, the sender the source, ``Date:`` the time of publication, ``Message-ID:`` the key.
    """
    first = stream.readline(context.max_bytes + 1)
    if not SEPARATOR.match(first):
        data = first + stream.read(max(0, context.max_bytes + 1 - len(first)))
        if len(data) > context.max_bytes:
            raise context.too_long()
        yield _article(data, context)
        return
    for number, message in enumerate(_messages(stream, context.max_bytes), 1):
        here = evolve(context, path=f"{context.path}, message {number:,}")
        try:
            yield here.too_long() if message is None else _article(message, here)
        except InputError as error:
            yield error


def _messages(stream: BinaryIO, max_bytes: int) -> Iterator[bytes | None]:
    """The messages of an mbox behind its first separator; None stands for one that is too long."""
    lines: list[bytes] = []
    size, is_blank = 0, True
    while line := stream.readline(max_bytes + 1):
        if is_blank and SEPARATOR.match(line):
            if not line.startswith(b">"):
                yield b"".join(lines) if size <= max_bytes else None
                lines, size = [], 0
                continue
            line = line[1:]
        is_blank = not line.strip()
        size += len(line)
        if size <= max_bytes:
            lines.append(line)
    yield b"".join(lines) if size <= max_bytes else None


def _article(data: bytes, context: InputContext) -> Article:
    """
    The article of a message.

    Raises:
        InputError: It is none, or has no text.
    """
    if data.count(b"boundary=") > MAX_PARTS:
        raise context.error(f"has more than {MAX_PARTS:,} parts: no newsletter does, so it is not read.")
    if len(data) > MAX_HEAD_BYTES and not HEAD_END.search(data, 0, MAX_HEAD_BYTES):
        raise context.error("has a head of more than a megabyte: no message does, so it is not read.")
    try:
        message = BytesParser().parsebytes(data)
        text = _text(message)
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise context.error(f"is not a whole message ({type(error).__name__}): save it anew.") from None
    name, address = parseaddr(_raw(message, "From"))
    sender, of_list = _decoded(name) or address, _decoded(parseaddr(_raw(message, "List-Id"))[0])
    if not (sender or _raw(message, "Date") or _raw(message, "Subject")):
        raise context.error("is not an e-mail message: it has neither sender, date nor subject.")
    stated = {
        "id": _raw(message, "Message-ID").strip().strip("<>"),
        "title": _decoded(_raw(message, "Subject")),
        "published": _date(_raw(message, "Date")),
        "source": of_list or sender,
        "url": _raw(message, "Archived-At").strip().strip("<>"),
        "language": _raw(message, "Content-Language").strip().partition(",")[0],
    }
    authors = (sender,) if of_list and of_list != sender else ()
    return context.article({field: value for field, value in stated.items() if value}, text, authors)


def _raw(message: Message, name: str) -> str:
    """A field as it is written, on one line; bytes that are not ASCII are UTF-8 or Windows-1252."""
    found = next((value for field, value in message.raw_items() if field.lower() == name.lower()), "")
    given = str(found)[:MAX_FIELD].replace("\0", "").encode("ascii", "surrogateescape")
    return " ".join(_unmarked(given).split())


def _decoded(value: str) -> str:
    """A field with its encoded words read; one that cannot be stays as it is."""
    try:
        parts = [
            part if isinstance(part, str) else _in_charset(part, charset or "utf-8")
            for part, charset in decode_header(value)
        ]
    except (HeaderParseError, ValueError):
        return value
    return " ".join("".join(parts).replace("\0", "").split())


def _date(value: str) -> str:
    """A date as ISO 8601 writes it; what is none stays as it is."""
    try:
        return parsedate_to_datetime(value).isoformat() if value else ""
    except (ValueError, TypeError, IndexError, OverflowError):
        return value


def _text(part: Message) -> str:
    """The text of a message or a part: of alternatives the plain one, unless it says much less than the HTML."""
    if part.get_content_disposition() == "attachment":
        return ""
    kind = part.get_content_type()
    if part.is_multipart() and kind.startswith("multipart/"):
        texts = [(each.get_content_type(), _text(each)) for each in cast("list[Message]", part.get_payload())]
        if kind != "multipart/alternative":
            return "\n\n".join(text.strip("\r\n") for _, text in texts if text.strip())
        plain = next((text for kind, text in texts if kind == "text/plain"), "")
        html = next((text for kind, text in reversed(texts) if kind != "text/plain" and text.strip()), "")
        return plain if FULLER * _letters(plain) >= _letters(html) else html
    if kind not in ("text/plain", "text/html"):
        return ""
    data = part.get_payload(decode=True)
    text = _in_charset(data if isinstance(data, bytes) else b"", part.get_content_charset("utf-8"))
    text = text.replace("\r\n", "\n").replace("\0", "")
    if kind == "text/html":
        return "\n\n".join(filter(_is_letter, paragraphs(text).split("\n\n")))
    flowed = str(part.get_param("format", "")).lower() == "flowed"
    return _unflowed(text, delete=str(part.get_param("delsp", "")).lower() == "yes") if flowed else text


def _is_letter(paragraph: str) -> bool:
    return not (is_furniture(paragraph) or OF_SENDING.fullmatch(paragraph))


def _unflowed(text: str, *, delete: bool) -> str:
    """Lines of which each but the last of a paragraph ends with a blank, joined (RFC 3676)."""
    lines = [line.removeprefix(" ") for line in text.splitlines()]
    return "".join(
        (line[:-1] if delete else line) if line.endswith(" ") and line != "-- " else line + "\n" for line in lines
    )


def _letters(text: str) -> int:
    """How many letters a text has, those of links left out."""
    return sum(map(str.isalpha, LINK.sub("", text)))


def _in_charset(data: bytes, charset: str) -> str:
    """Text of bytes in the charset that is stated, if it is one and theirs."""
    try:
        return _unmarked(data) if codecs.lookup(charset).name in NO_CHARSETS else data.decode(charset)
    except (LookupError, ValueError):
        return _unmarked(data)


def _unmarked(data: bytes) -> str:
    """Bytes whose charset is not known, or is not theirs."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
