"""Sitemaps: the pages that they name are fetched with ``--follow``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

from timeline.readers._xml import read_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.errors import InputError
    from timeline.model.article import Article
    from timeline.readers import InputContext

SUFFIXES = (".xml",)

ROOT = re.compile(rb"<(?:\w+:)?(?:urlset|sitemapindex)\b")


def looks_like(beginning: bytes) -> bool:
    """Its first element is that of a sitemap or of a list of sitemaps."""
    return ROOT.search(beginning) is not None


def read_articles(stream: BinaryIO, context: InputContext) -> Iterator[Article | InputError]:  # noqa: ARG001
    """
    A sitemap holds no articles.

    Raises:
        InputError: Always; it says how the pages are fetched.
    """
    raise context.error("is a sitemap, which names pages and holds none: give --allow-network --follow to fetch them.")


def links(stream: BinaryIO, context: InputContext) -> Iterator[tuple[str, None]]:
    """
    The addresses of a sitemap, or of the sitemaps that a list names, in order.

    Raises:
        InputError: It is not well formed, or declares entities.
    """
    found = _Locations()
    read_xml(stream, found, context)
    for address in found.addresses:
        yield address, None


class _Locations:
    """Keeps what stands in ``loc`` of a page or sitemap; those of pictures and films are named within theirs."""

    def __init__(self) -> None:
        self.addresses: list[str] = []
        self._path: list[str] = []
        self._text = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 - what an element states is not asked
        self._path.append(name)
        self._text = ""

    def data(self, text: str) -> None:
        self._text += text

    def end(self, name: str) -> None:  # noqa: ARG002 - the path tells it
        if self._path[-2:] in (["url", "loc"], ["sitemap", "loc"]) and self._text.strip():
            self.addresses.append(self._text.strip())
        self._path.pop()
        self._text = ""
