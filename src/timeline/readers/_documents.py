"""What PDF, DOCX and ODT have in common: no date of publication, and libraries that talk."""

from __future__ import annotations

import logging
import re
import warnings
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from timeline.errors import UndatedArticle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model.article import Article
    from timeline.readers._origin import InputContext


FILE_NAME = re.compile(r"\.\w{2,5}$|^(?:untitled|microsoft word|document\d*|slide \d)", re.IGNORECASE)
"""Titles that programs make up."""


def is_title(stated: str) -> bool:
    """The title in a document's metadata is one that somebody gave it."""
    return bool(stated) and FILE_NAME.search(stated) is None


def article(title: str, text: str, made: str, context: InputContext) -> Article:
    """
    The article of a document.

    Args:
        title: As the document has it, or empty.
        text: Its paragraphs.
        made: When the document was made, as it says: a date of publication is nothing that it states.
        context: What is known of the input.

    Raises:
        UndatedArticle: The caller gives no date; the sentence offers the day on which the document was made.
        InputError: The text is empty or too long.
    """
    if len(text.encode("utf-8", "replace")) > context.max_bytes:
        raise context.too_long()
    if context.published is None and text.strip() and (day := _day(made)):
        raise UndatedArticle(
            f"states no publication date; its metadata says {day}: give --date {day} if it is.", path=context.path
        )
    return context.article({"title": title} if title else {}, text)


def _day(made: str) -> str:
    """The day of an ISO 8601 date or time; empty where it is none."""
    try:
        return date.fromisoformat(made.strip()[:10]).isoformat()
    except ValueError:
        return ""


@contextmanager
def quiet(library: str) -> Iterator[None]:
    """While this lasts, a library neither logs nor warns: what its user has to know is said in our own words."""
    logger = logging.getLogger(library)
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)
