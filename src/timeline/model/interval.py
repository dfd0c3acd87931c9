"""A stretch of time that may be open, and how precisely it is known."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Literal

from attrs import frozen

Precision = Literal[
    "second", "minute", "hour", "part-of-day", "day", "weekend", "week", "month", "quarter", "season",
    "half-year", "year", "decade", "century", "vague", "by",
]  # fmt: skip
"""How finely a time is stated, from the finest to the coarsest; ``by``: at some time up to its end."""


@frozen
class Interval:
    """
    From *start* up to, not including, *end*; both naive UTC, None where it is open.

    Times are never finer than microseconds and lie in the years 1 to 9999.
    """

    start: datetime | None = None
    end: datetime | None = None
    precision: Precision | None = None

    @classmethod
    def of_day(cls, day: date) -> Interval:
        """The whole of a calendar day."""
        start = datetime(day.year, day.month, day.day)
        return cls(start, start + timedelta(days=1), "day")

    @property
    def is_open(self) -> bool:
        """At least one end is not known."""
        return self.start is None or self.end is None


UNDATED = Interval()
"""Undated."""
