"""Web pages: an article a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

from timeline.readers._page import article_of_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.errors import InputError
    from timeline.model.article import Article
    from timeline.readers import InputContext

SUFFIXES = (".html", ".htm", ".xhtml")

BEGINNING = re.compile(
    rb"(?:<\?xml[^>]{0,200}>|<!--(?s:.){0,2000}?-->|\s)*+<(?:!doctype\s+html|(?:html|head|body|article|title)\b)",
    re.IGNORECASE,
)


def looks_like(beginning: bytes) -> bool:
    """It begins with a document type or an element of HTML."""
    return BEGINNING.match(beginning) is not None


def read_articles(stream: BinaryIO, context: InputContext) -> Iterator[Article | InputError]:
    """
    The article of a page: its paragraphs parted by empty lines, without captions, credits and invitations.

    Raises:
        InputError: The file is empty, too long, or holds no article.
        MissingExtra: The libraries that read pages are not installed.
    """
    data = stream.read(context.max_bytes + 1)
    if not data.strip():
        raise context.error("is empty.")
    fetched = context.fetched
    if fetched is None:
        yield article_of_page(data, context)
    else:
        yield article_of_page(data, context, url=fetched.url, charset=fetched.charset, seen=fetched.at)
