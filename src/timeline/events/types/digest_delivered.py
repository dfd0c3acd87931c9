"""A digest was delivered to its reader."""

from __future__ import annotations

from timeline.events import Event, event


@event("digest_delivered", version=1)
class DigestDelivered(Event):
    """
    What the log held up to a position was told; the next digest of that name goes on after it.

    Attributes:
        name: Which digest; one name, one reader.
        after: Last position that had been told before; null where it was the first digest of that name.
        position: Last position that is told now.
        period: Length of its sections: day, week or month.
    """

    name: str
    after: int | None
    position: int
    period: str
