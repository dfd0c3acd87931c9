"""Up to which moment the clock is to be believed: one that is wrong once would stand in a log for ever."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from timeline.store.lock import LOCK

if TYPE_CHECKING:
    from pathlib import Path

DAY = timedelta(days=1)
LONGEST_PAUSE = timedelta(days=366)
"""A log to which nothing was appended for longer was forgotten, or the clock is wrong."""

NOTICEABLE = timedelta(minutes=1)
"""By so much the clocks of two machines may differ without a word."""

BEYOND_BELIEF = (
    "the clock says {0:%Y-%m-%d %H:%M}, too long after the log's last event and the times of its file:"
    " set the clock, or record it with --accept-clock if it is right."
)
AHEAD = (
    "the log is ahead of the clock: its last event is recorded on {0:%Y-%m-%d}, and so will be what comes before then."
)
NO_LATER = "the log's last event is recorded at the last microsecond there is: nothing can be recorded after it."


def now() -> datetime:
    """The clock, naive UTC."""
    return datetime.now(UTC).replace(tzinfo=None)


def latest(path: Path, recorded_at: datetime) -> datetime:
    """
    The last moment that can be now, naive UTC, for who has just locked a log to write to it.

    That is a day after the time that the file system gave the lock file at that, and in any case a year and a day after
    the log was last written to.

    Args:
        path: The log's file.
        recorded_at: When its last event was recorded.
    """
    written = max(recorded_at, _modified(path))
    locked = max(written, _modified(path.with_name(path.name + LOCK)))
    return min(_after(written, LONGEST_PAUSE), _after(locked, DAY))


def is_ahead(recorded_at: datetime) -> bool:
    """An event is recorded at a time that has not come yet."""
    return recorded_at - now() > NOTICEABLE


def _modified(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).replace(tzinfo=None)
    except OSError:
        return datetime.min  # noqa: DTZ901 - naive UTC


def _after(moment: datetime, pause: timedelta) -> datetime:
    """That much later, or the end of time."""
    end = datetime.max  # noqa: DTZ901 - naive UTC
    return moment + pause if end - moment > pause else end
