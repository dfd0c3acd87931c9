"""An article was withdrawn."""

from __future__ import annotations

from timeline.events import Event, event


@event("article_withdrawn", version=1)
class ArticleWithdrawn(Event):
    """
    The publisher no longer stands by the article: it leaves every current view and stays in every earlier one.

    Attributes:
        reason: Why, in a sentence.
        by: Who says so.
    """

    reason: str
    by: str | None = None
