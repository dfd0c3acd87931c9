"""Make an article of a web page, wherever it comes from: a file, an archive, a mail, a feed, the network."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from attrs import evolve

from timeline.errors import InputError
from timeline.extras import need
from timeline.model.moments import Moment, naive_utc
from timeline.readers._page_encoding import decode
from timeline.readers._page_facts import Facts, facts
from timeline.readers._page_text import EXTRA, TASK, paragraphs

if TYPE_CHECKING:
    from timeline.model.article import Article
    from timeline.readers._origin import InputContext

MAX_TAGS = 40_000
"""Angle brackets in a page: news has some 6,000 at most, and what more would take is time, by its square."""

SHORTEST = 25
"""Characters of a paragraph; where none is longer, there are only menus."""

BEGINNING = 4096
"""Characters in which a browser notes where it saved a page from."""

PARTS = re.compile(r"\n\s*\n|\r\n\s*\r\n")


class NoArticle(InputError):
    """A page on which no article can be found: a front page, a form, an error."""


def article_of_page(
    data: bytes,
    context: InputContext,
    *,
    url: str | None = None,
    charset: str | None = None,
    seen: datetime | None = None,
) -> Article:
    """
    The article of a page; its key is the address that the page gives itself.

    Args:
        data: The page as it was sent or saved.
        context: What is known about the input.
        url: Where it was fetched from, where that is known.
        charset: The encoding as the server or the mail states it.
        seen: When it was fetched, UTC, where that is known. Else the text is taken to have been captured when the
            caller says so, when the page says that it was changed, or when the file was written.

    Raises:
        InputError: It holds no article, is too long, or nothing dates it.
        MissingExtra: The libraries that read pages are not installed.
    """
    tree, beginning = _tree(data, context, charset)
    stated = facts(tree, beginning, url)
    published = stated.published or (None if context.published else _guessed(tree, context, stated.url))
    found = _paragraphs(tree, stated, context)
    if max(map(len, found), default=0) < SHORTEST:
        raise NoArticle("holds no article that could be told from the rest of the page.", path=context.path)
    known = {
        "title": stated.titles[0] if stated.titles else "",
        "published": published.isoformat() if published else "",
        "source": stated.source or "",
        "url": stated.url or "",
        "language": stated.language or "",
    }
    captured = _captured(stated.modified, published, context, seen)
    return evolve(context, captured=captured).article(known, "\n\n".join(found), stated.authors)


def _tree(data: bytes, context: InputContext, charset: str | None) -> tuple[Any, str]:
    """
    What lxml makes of a page, and how its markup begins.

    Raises:
        InputError: It is too long, or no page.
    """
    html = need("lxml.html", extra=EXTRA, task=TASK)
    if len(data) > context.max_bytes:
        raise context.too_long()
    markup = decode(data, charset)
    if markup.count("<") > MAX_TAGS:
        raise context.error(f"has more than {MAX_TAGS:,} elements: no article has.")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (ValueError, AssertionError, LookupError) as error:
        raise context.error(f"is no web page that can be read ({error}).") from None
    except Exception as error:
        if type(error).__module__.startswith("lxml"):
            raise context.error("is no web page: there is nothing in it.") from None
        raise
    return tree, markup[:BEGINNING]


def _guessed(tree: Any, context: InputContext, url: str | None) -> Moment | None:
    """The day that stands in the address or the text of a page which states none."""
    htmldate = need("htmldate", extra=EXTRA, task=TASK)
    try:
        found = htmldate.find_date(tree, original_date=True, extensive_search=False, url=url)
    except Exception:  # noqa: BLE001 - whatever it stumbles over, it has found no date
        return None
    if not found:
        return None
    context.warn(str(context.error(f"states no date outright: {found} stands in its text or address.")))
    return date.fromisoformat(found)


def _paragraphs(tree: Any, stated: Facts, context: InputContext) -> list[str]:
    """
    The paragraphs of the article, from JSON-LD where the page shows next to none.

    Raises:
        InputError: The page cannot be read.
    """
    try:
        found = paragraphs(tree, stated.titles)
    except RecursionError:
        raise context.error("is nested too deeply to be read.") from None
    if sum(map(len, found)) * 4 < len(stated.body):
        return [" ".join(part.split()) for part in PARTS.split(stated.body) if part.strip()]
    return found


def _captured(
    modified: Moment | None, published: Moment | None, context: InputContext, seen: datetime | None
) -> Moment | None:
    """When the text was seen; never before it was published."""
    if seen is not None or context.captured is not None:
        return seen or context.captured
    known = modified or context.modified
    return max(known, published, key=naive_utc) if known and published else known
