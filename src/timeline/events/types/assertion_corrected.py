"""A person corrected what an extractor had found."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from timeline.events import Event, event
from timeline.model.interval import Interval, Precision

Changes = dict[str, Any]


@event("assertion_corrected", version=2)
class AssertionCorrected(Event):
    """
    Views show the target with these changes; earlier ones show it as it was.

    Attributes:
        target: Id of the event that is wrong in part.
        target_version: Schema version of the target's payload that the changes are written for.
        changes: The fields of the target's payload that change, as a JSON Merge Patch (RFC 7396).
        redated: The time of the target is among them.
        start, end, precision: When it happened or was said, as corrected; null when that is open, or no change.
        reason: Why, in a sentence.
        by: Who says so.
    """

    target: UUID
    target_version: int
    changes: Changes
    redated: bool = False
    start: datetime | None = None
    end: datetime | None = None
    precision: Precision | None = None
    reason: str
    by: str | None = None

    @property
    def causation(self) -> UUID:
        """The target."""
        return self.target

    @property
    def occurred(self) -> Interval:
        """When it happened, as corrected."""
        return Interval(self.start, self.end, self.precision)
