"""Somebody decided that a report tells of a happening that was reported before."""

from __future__ import annotations

from uuid import UUID

from timeline.events import Event, event


@event("happening_joined", version=1)
class HappeningJoined(Event):
    """
    A reported occurrence became one with a happening; no later link by a machine parts them.

    Attributes:
        occurrence: Id of the event.
        happening: Id of the earliest event that reports it.
        reason: Why, in a sentence.
        by: Who says so.
    """

    occurrence: UUID
    happening: UUID
    reason: str
    by: str | None = None
