"""Plain text: an article a file, with what is known about it on top."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from timeline.readers._header import header

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.errors import InputError
    from timeline.model.article import Article
    from timeline.readers import Origin

SUFFIXES = (".txt", ".text", ".md", ".markdown")


def read(stream: BinaryIO, origin: Origin) -> Iterator[Article | InputError]:
    """
    The article of a file: all of it, header included, is its text.

    The header is one of these, or nothing at all when the caller gives the date::

        date 2024-08-13 The headline            on the first line

        Title: The headline                     lines that a blank line ends; also Source, URL, Author,
        Date: 2024-08-13                        Language, Captured, Id

        ---                                     the same names, in YAML
        title: The headline
        date: 2024-08-13
        ---

    Raises:
        InputError: The file cannot be taken in.
    """
    data = stream.read(origin.max_bytes + 1)
    if not data:
        raise origin.error("is empty.")
    if len(data) > origin.max_bytes:
        raise origin.too_long()
    text = origin.decode(data)
    stated = header(text, origin)
    if not text[stated.end :].strip() and stated.end:
        raise origin.error("has no text below its header.")
    yield origin.article(stated.fields, text, stated.authors, stated.line)
