"""What can happen to a log in a test; any other function of a `Timeline` will do as well."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from timeline.api.timeline import Timeline
from timeline.errors import NotFound
from timeline.events.extraction import Extraction
from timeline.log.append import ExtractedArticle, append_articles, append_extractions
from timeline.model.article import Article
from timeline.testing.events import Placed, placed

if TYPE_CHECKING:
    from datetime import date

Step = Callable[[Timeline], object]
"""Something that happens to a log."""


def published(
    key: str,
    text: str,
    *events: Placed,
    published: str | date = "2026-01-01",
    extractor: str = "test",
    version: int = 1,
    **fields: Any,
) -> Step:
    """An article, or the next revision of it, and what one extractor read in it; *fields* are those of `Article`."""
    article = Article(key=key, text=text, published=published, **fields)
    extraction = Extraction(extractor, version, placed(events, text))
    return lambda log: append_articles(log.event_log, [ExtractedArticle(article, (extraction,))])


def reextracted(key: str, *events: Placed, extractor: str = "test", version: int = 2) -> Step:
    """What another version of an extractor read in the newest text of an article."""

    def step(log: Timeline) -> object:
        article, origin = log.event_log.text(key)
        extraction = Extraction(extractor, version, placed(events, article.text))
        return append_extractions(log.event_log, [(key, origin.revision or 1, (extraction,))])

    return step


def withdrawn(key: str, *, reason: str = "withdrawn") -> Step:
    """The publisher takes an article back."""
    return lambda log: log.withdraw(key, reason=reason)


def retracted(words: str, *, reason: str = "wrong") -> Step:
    """Somebody says that the newest event with these words (a quote, a clause, an expression) is wrong."""

    def step(log: Timeline) -> object:
        quoted = "coalesce(data ->> '$.quote', data ->> '$.text') = $words and extraction is not null"
        events = log.event_log.read(quoted, words=words)
        if not events:
            raise NotFound(f"no event of an extractor has the words {words!r}.")
        return log.retract(events[-1].event_id, reason=reason)

    return step
