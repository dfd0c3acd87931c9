"""An article was revised."""

from __future__ import annotations

from timeline.events import event
from timeline.events.article_text import ArticleText


@event("article_revised", version=1)
class ArticleRevised(ArticleText):
    """
    Another text under a known key; the current one is that captured latest.
    """
