"""An article was published."""

from __future__ import annotations

from timeline.events import event
from timeline.events.article_text import ArticleText


@event("article_published", version=1)
class ArticlePublished(ArticleText):
    """
    The first text that was submitted under this key.
    """
