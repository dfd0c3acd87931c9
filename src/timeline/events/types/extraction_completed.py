"""An extractor completed an article."""

from __future__ import annotations

from timeline.events import Event, event


@event("extraction_completed", version=1)
class ExtractionCompleted(Event):
    """
    Everything that this version of the extractor found in this revision is in the log.

    Attributes:
        events: How many events it yielded, itself not counted.
    """

    events: int
