"""A digest was delivered to its reader."""

from __future__ import annotations

from timeline.events import Event, event


@event("digest_delivered", version=1)
class DigestDelivered(Event):
    """
    The digest covers the log up to a position; the next digest of that name begins after it.

    Attributes:
        name: Which digest; one name, one reader.
        after: Last position that the digest before covered; null for the first digest of that name.
        position: Last position that this digest covers.
        period: Length of its sections: day, week or month.
    """

    name: str
    after: int | None
    position: int
    period: str
