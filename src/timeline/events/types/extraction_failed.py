"""An extractor raised while reading an article."""

from __future__ import annotations

from timeline.events import Event, event


@event("extraction_failed", version=1)
class ExtractionFailed(Event):
    """
    Nothing of this extraction was kept; the article was, and other extractors' events.

    Attributes:
        error: Class and message of what was raised.
    """

    error: str
