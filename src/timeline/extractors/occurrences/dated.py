"""When something happened, and what that was read from."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from attrs import frozen

from timeline.events.types.occurrence_reported import Basis
from timeline.extractors.occurrences.attributes import DAY_OR_FINER
from timeline.model.interval import Interval
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from timeline.language.timexes import Timex


@frozen
class Dating:
    """
    When something happened, and what that was read from.

    An upper bound alone is as precise as the day it ends with.
    """

    interval: Interval
    basis: Basis
    dated_by: tuple[Span, ...] = ()


def fineness(timex: Timex) -> timedelta:
    """How long a time is."""
    start, end = timex.interval.start, timex.interval.end
    return timedelta.max if start is None or end is None else end - start


def day_of(interval: Interval) -> Interval:
    """The whole day on which an interval begins."""
    return interval if interval.start is None else Interval.of_day(interval.start.date())


def names_days_before(times: Iterable[Timex], today: date, most: timedelta) -> bool:
    """Some days of so long before a day are named, and that day is not: what is told has no day may be of any."""
    days = {
        timex.interval.start.date()
        for timex in times
        if timex.interval.precision in DAY_OR_FINER and timex.interval.start is not None
    }
    return today not in days and any(timedelta() < today - day <= most for day in days)
