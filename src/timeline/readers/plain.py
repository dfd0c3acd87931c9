"""Plain text: an article a file, with what is known about it on top."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

from timeline.readers._header import header

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.errors import InputError
    from timeline.model.article import Article
    from timeline.readers import InputContext

SUFFIXES = (".txt", ".text", ".md", ".markdown")

WEB_PAGE = re.compile(
    r"\s*(?:<!--.{0,4096}?-->\s*|<\?xml[^>]{0,400}>\s*){0,9}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
"""How a web page begins."""


def read_articles(stream: BinaryIO, context: InputContext) -> Iterator[Article | InputError]:
    """
    The article of a file: all of it, header included, is its text, but nothing is extracted from the header.

    The header is one of these, or nothing at all when the caller gives the date::

        date 2024-08-13 The headline            on the first line

        Title: The headline                     lines that a blank line ends; also Source, URL, Author,
        Date: 2024-08-13                        Language, Captured, Id

        ---                                     the same names, in YAML
        title: The headline
        date: 2024-08-13
        ---

    Raises:
        InputError: The file is empty, too long, a web page, or no article.
    """
    data = stream.read(context.max_bytes + 1)
    if not data:
        raise context.error("is empty.")
    if len(data) > context.max_bytes:
        raise context.too_long()
    text = context.decode(data)
    if WEB_PAGE.match(text):
        raise context.error("is a web page: name it .html or give --reader html.")
    stated = header(text, context)
    if not text[stated.end :].strip() and stated.end:
        raise context.error("has no text below its header.")
    yield context.article(stated.fields, text, stated.authors, stated.line)
