"""When something happened, and what that was read from."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from attrs import frozen

from timeline.events.types.occurrence_reported import Basis
from timeline.model.interval import Interval
from timeline.model.span import Span

if TYPE_CHECKING:
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
