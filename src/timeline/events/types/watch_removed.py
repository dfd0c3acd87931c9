"""A person no longer wanted to be told what is new about something."""

from __future__ import annotations

from timeline.events import Event, event


@event("watch_removed", version=1)
class WatchRemoved(Event):
    """
    The watch tells nothing more; one of the same name that is added later begins anew.

    Attributes:
        name: Which watch.
        by: Who says so.
    """

    name: str
    by: str | None = None
