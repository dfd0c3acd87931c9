"""The result of one extractor on one text."""

from __future__ import annotations

from attrs import frozen

from timeline.events import Event


@frozen
class Extraction:
    """
    What one version of one extractor found in one text.

    Attributes:
        extractor, version: Which extractor.
        events: What it found, in its order.
        error: What it raised, class and message; there are no events then.
    """

    extractor: str
    version: int
    events: tuple[Event, ...] = ()
    error: str | None = None
