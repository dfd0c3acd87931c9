"""Somebody decided that articles report another story."""

from __future__ import annotations

from timeline.events import Event, event


@event("story_split", version=1)
class StorySplit(Event):
    """
    Some articles of a story became those of another one; no later placing by a machine brings them back.

    Attributes:
        story: The one they were taken for.
        into: The one that they report: its key, that of the earliest of them where it is new.
        articles: Their keys.
        reason: Why, in a sentence.
        by: Who says so.
    """

    story: str
    into: str
    articles: tuple[str, ...]
    reason: str
    by: str | None = None
