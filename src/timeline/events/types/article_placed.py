"""An article was found to report a story."""

from __future__ import annotations

from timeline.events import Assertion, event


@event("article_placed", version=1)
class ArticlePlaced(Assertion):
    """
    By the rules of this version of the linker, an article reports a story; its last placing holds.

    Attributes:
        article: Its key.
        story: Key of the earliest article of the story.
    """

    article: str
    story: str
