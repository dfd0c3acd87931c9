"""Read and write days and moments; nothing that takes long is imported, as every command reads some."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

BETWEEN = re.compile("^[0-9W-]{8,10}[T ]", re.ASCII)
"""What follows a day where a time of day does."""

Moment = date | datetime
"""A day, or a moment; an aware moment keeps the offset it was given with, a naive one is UTC."""


def parse_moment(value: str | Moment) -> Moment:
    """
    Read ``YYYY-MM-DD`` or an ISO 8601 date and time, whose letters may be small as RFC 3339 has it.

    Raises:
        ValueError: It is neither.
    """
    if isinstance(value, date):
        return value
    text = value.strip().upper()
    if len(text) > 10 and not BETWEEN.search(text):
        raise ValueError(f"{value!r} has neither T nor a blank between day and time")
    return date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text)


def naive_utc(value: Moment) -> datetime:
    """Naive UTC; a day is its first moment."""
    if not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)
    return value.astimezone(UTC).replace(tzinfo=None) if value.tzinfo else value


def iso_text(value: datetime | None) -> str | None:
    """``YYYY-MM-DD`` for a midnight, else ``YYYY-MM-DDTHH:MM:SS`` (and microseconds where there are any)."""
    if value is None:
        return None
    is_midnight = value == datetime(value.year, value.month, value.day)
    return value.date().isoformat() if is_midnight else value.isoformat()
