"""This file says when a line is about: how its time is named, and under which section it is filed."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from timeline.digests.digest import When
from timeline.model.periods import CLOCK_PRECISIONS, days_label, last_day, period_end, period_start, time_label

if TYPE_CHECKING:
    from timeline.digests.request import OccurrenceRow, Period, Request, StatementRow

BY_PUBLICATION = frozenset(("publication", "reporting-verb"))
"""Bases that only say that it was so when the article was printed."""


class Shelf(NamedTuple):
    """
    Where a line is filed: sections stand in this order.

    Attributes:
        day: First day, or of a time without a beginning the last.
        by: On or before that day comes after what happened on it.
        last: Last day; a longer time comes later.
        label: The section's heading.
    """

    day: date
    by: bool
    last: date
    label: str


UNDATED = Shelf(day=date.max, by=True, last=date.max, label="Undated")


def of_occurrence(row: OccurrenceRow) -> When:
    """When it happened; what only publication dates happened on that day or before."""
    start = None if row.basis in BY_PUBLICATION else row.start
    return _when(start, row.end, row.precision, row.basis)


def of_statement(row: StatementRow) -> When:
    """When it was said."""
    start = None if row.said_basis in BY_PUBLICATION else row.said_from
    return _when(start, row.said_to, row.said_precision, row.said_basis)


def _when(start: datetime | None, end: datetime | None, precision: str | None, basis: str) -> When:
    by = start is None and end is not None
    day = start.date() if start else last_day(end) if end else None
    label = time_label(start, end, precision)
    return When(label=label, day=day, by=by, start=start, end=end, precision=precision, basis=basis)


def overlaps(when: When, request: Request) -> bool:
    """The time lies at least partly in the range asked for; what is undated is in no range."""
    if when.day is None:
        return not request.ranged
    first = when.day  # of "by": something that happened earlier is not looked for
    last = last_day(when.end) if when.end else date.max
    return (request.until is None or first <= request.until) and (request.since is None or request.since <= last)


def shelf(when: When, period: Period) -> Shelf:
    """The section of a line: its period where it lies in one, else a section for its own time."""
    if when.day is None:
        return UNDATED
    last = max(when.day, last_day(when.end)) if when.end else date.max
    if period_start(when.day, period) == period_start(last, period):
        return period_shelf(when.day, period, by=when.by and period == "day")
    label = time_label(when.start, when.end, "day" if when.precision in CLOCK_PRECISIONS else when.precision)
    return Shelf(when.day, when.by, last, label[:1].upper() + label[1:])


def period_shelf(day: date, period: Period, *, by: bool = False) -> Shelf:
    """The section of the period a day lies in."""
    start, end = period_start(day, period), period_end(day, period)
    return Shelf(start, by, end, f"By {days_label(start, end)}" if by else days_label(start, end))
