"""A person chose which version of an extractor is shown for an article."""

from __future__ import annotations

from timeline.events import Event, event


@event("extraction_pinned", version=1)
class ExtractionPinned(Event):
    """
    Views show what that version found in the article's texts; where it completed none, what the latest version found.

    Attributes:
        extractor: Name of the extractor.
        pinned: The version of it that is shown.
        reason: Why, in a sentence.
        by: Who says so.
    """

    extractor: str
    pinned: int
    reason: str | None = None
    by: str | None = None
