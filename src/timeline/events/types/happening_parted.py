"""Somebody decided that a report does not tell of that happening."""

from __future__ import annotations

from uuid import UUID

from timeline.events import Event, event


@event("happening_parted", version=1)
class HappeningParted(Event):
    """
    A reported occurrence was taken out of a happening; no later link by a machine brings it back.

    Attributes:
        occurrence: Id of the event.
        happening: Id of the earliest event that reports the happening it was taken for.
        reason: Why, in a sentence.
        by: Who says so.
    """

    occurrence: UUID
    happening: UUID
    reason: str
    by: str | None = None
