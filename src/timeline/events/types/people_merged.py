"""Somebody decided that two people are one."""

from __future__ import annotations

from timeline.events import Event, event


@event("people_merged", version=1)
class PeopleMerged(Event):
    """
    The names of one person became another's; no later link by a machine changes that.

    Attributes:
        person: Who remains.
        other: Who turned out to be the same.
        names: The names that the other had.
        reason: Why, in a sentence.
        by: Who says so.
    """

    person: str
    other: str
    names: tuple[str, ...]
    reason: str
    by: str | None = None
