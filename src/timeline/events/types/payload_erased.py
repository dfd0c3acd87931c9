"""Somebody had the payloads of an article erased."""

from __future__ import annotations

from timeline.events import Event, event


@event("payload_erased", version=1)
class PayloadErased(Event):
    """
    The payloads of earlier events are gone for good; their places, times and hashes stay, and the tree over them.

    Attributes:
        article: Key of the article.
        positions: First and last positions, both inclusive, of the events that lost their payload and its salt.
        reason: Why, in a sentence.
        by: Who ordered it.
    """

    article: str
    positions: tuple[tuple[int, int], ...]
    reason: str
    by: str | None = None

    @property
    def payloads(self) -> int:
        """How many there were."""
        return sum(last - first + 1 for first, last in self.positions)
