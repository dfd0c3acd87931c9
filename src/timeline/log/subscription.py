"""Events as they are recorded, for a consumer that follows the log."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from timeline.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.events.envelope import RecordedEvent
    from timeline.log.event_log import EventLog

POLL_SECONDS = 0.5
BATCH_EVENTS = 1_000


def subscribe(log: EventLog, *, after: int = 0, poll: float = POLL_SECONDS) -> Iterator[RecordedEvent]:
    """
    Every event behind a position, once and in order, for ever.

    A consumer that stores the position of the last event it has dealt with, and subscribes after it again, is given
    each event exactly once: positions have no holes and are never given twice. The file is closed between two looks, so
    writers are not held up.

    Args:
        log: Where to look; it need not exist yet.
        after: Position of the last event that is known.
        poll: Seconds between two looks when there is nothing new.
    """
    while True:
        try:
            events = log.read("position > $after", after=after, limit=BATCH_EVENTS)
        except NotFound:
            events = []
        for event in events:
            after = event.position
            yield event
        if not events:
            time.sleep(poll)
