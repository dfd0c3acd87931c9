"""An extractor read an article to its end."""

from __future__ import annotations

from timeline.events import Event, event


@event("extraction_completed", version=1)
class ExtractionCompleted(Event):
    """
    All that this version of this extractor reads in this revision now stands in the log.

    Attributes:
        events: How many events it yielded, itself not counted.
    """

    events: int
