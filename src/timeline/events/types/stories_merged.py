"""Somebody decided that two stories are one."""

from __future__ import annotations

from timeline.events import Event, event


@event("stories_merged", version=1)
class StoriesMerged(Event):
    """
    The articles of one story became another's; no later placing by a machine parts them.

    Attributes:
        story: The one that remains.
        other: The one that turned out to be the same.
        reason: Why, in a sentence.
        by: Who says so.
    """

    story: str
    other: str
    reason: str
    by: str | None = None
