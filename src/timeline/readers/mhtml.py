"""Web pages with all that they show in one file, as browsers save them (MHTML)."""

from __future__ import annotations

import re
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, BinaryIO

from timeline.errors import InputError
from timeline.readers._page import article_of_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from email.message import Message

    from timeline.model.article import Article
    from timeline.readers import InputContext

SUFFIXES = (".mhtml", ".mht")

OF_PAGE = re.compile(rb"^(?:snapshot-content-location:|from:\s*<saved by )", re.IGNORECASE | re.MULTILINE)
"""Fields that browsers begin with, and e-mail does not have."""

PAGES = ("text/html", "application/xhtml+xml")
MAX_NESTED = 50
"""The most parts that have parts themselves; browsers make one."""


def looks_like(beginning: bytes) -> bool:
    """It has a field that only browsers write."""
    return bool(OF_PAGE.search(re.split(rb"\r?\n\r?\n", beginning, maxsplit=1)[0]))


def read_articles(stream: BinaryIO, context: InputContext) -> Iterator[Article | InputError]:
    """
    The article of the page that was saved, captured when it was; frames, scripts and pictures are passed over.

    Raises:
        InputError: The file is empty, too long, not whole, or holds no article.
        MissingExtra: The libraries that read pages are not installed.
    """
    data = stream.read(context.max_bytes + 1)
    if len(data) > context.max_bytes:
        raise context.too_long()
    if not data.strip():
        raise context.error("is empty.")
    if data.count(b"boundary=") > MAX_NESTED:
        raise context.error(f"has more than {MAX_NESTED} parts within parts: no page does, so it is not read.")
    try:
        message = BytesParser().parsebytes(data.lstrip())
        found = _page(message)
        page = found.get_payload(decode=True) if found else None
        seen, url, charset = (
            _seen(message),
            _address(found or message, message),
            (found or message).get_content_charset(),
        )
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError) as error:
        if isinstance(error, InputError):
            raise
        raise context.error(f"is not a whole saved page ({type(error).__name__}): save it anew.") from None
    if not isinstance(page, bytes) or not page.strip():
        raise context.error("has no page among its parts: save it anew as a web page in a single file.")
    yield article_of_page(page, context, url=url, charset=charset, seen=seen)


def _page(message: Message) -> Message | None:
    """The part that is the page: the one that is named, else the first page."""
    pages = [part for part in message.walk() if part.get_content_type() in PAGES]
    start, saved = message.get_param("start"), str(message.get("Snapshot-Content-Location", "")).strip()
    named = (
        part
        for part in pages
        if (start and str(part.get("Content-ID", "")).strip() == start)
        or (saved and str(part.get("Content-Location", "")).strip() == saved)
    )
    return next(named, pages[0] if pages else None)


def _address(part: Message, message: Message) -> str | None:
    """Where the page was when it was saved."""
    stated = (part.get("Content-Location"), message.get("Snapshot-Content-Location"), message.get("Content-Location"))
    found = ("".join(str(each).split()) for each in stated if each)
    return next((each for each in found if each.startswith(("http://", "https://"))), None)


def _seen(message: Message) -> datetime | None:
    """When it was saved."""
    try:
        return parsedate_to_datetime(str(message["Date"])) if message["Date"] else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
