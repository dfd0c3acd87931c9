"""A watch told its reader what was new."""

from __future__ import annotations

from timeline.events import Event, event


@event("watch_delivered", version=1)
class WatchDelivered(Event):
    """
    The reader knows what the log tells up to a position; what is recorded after it is new.

    Attributes:
        name: Which watch.
        after: Last position that was known before.
        position: Last position that is known now.
    """

    name: str
    after: int
    position: int
