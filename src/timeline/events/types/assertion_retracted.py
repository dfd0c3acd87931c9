"""A person retracted what an extractor had found."""

from __future__ import annotations

from uuid import UUID

from timeline.events import Event, event


@event("assertion_retracted", version=1)
class AssertionRetracted(Event):
    """
    The target leaves every current view and stays in every earlier one.

    Attributes:
        target: Id of the event that is wrong.
        reason: Why, in a sentence.
        by: Who says so.
    """

    target: UUID
    reason: str
    by: str | None = None

    @property
    def causation(self) -> UUID:
        """The target."""
        return self.target
