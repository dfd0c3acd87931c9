"""A person let the latest version of an extractor be shown for an article again."""

from __future__ import annotations

from timeline.events import Event, event


@event("extraction_unpinned", version=1)
class ExtractionUnpinned(Event):
    """
    Views show what the extractor's latest version found in the article's texts.

    Attributes:
        extractor: Name of the extractor.
        reason: Why, in a sentence.
        by: Who says so.
    """

    extractor: str
    reason: str | None = None
    by: str | None = None
