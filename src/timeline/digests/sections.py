"""The time of a line in words, and the section under which it is filed."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from timeline.digests.digest import LineTime
from timeline.model.periods import (
    CLOCK_PRECISIONS,
    Period,
    day_of,
    days_label,
    last_day,
    period_end,
    period_start,
    time_label,
)

if TYPE_CHECKING:
    from timeline.digests.request import OccurrenceRow, Request, StatementRow

BY_PUBLICATION = frozenset(("publication", "reporting-verb"))
"""Bases that only say that it was so when the article was printed."""


class SectionKey(NamedTuple):
    """
    Where a line is filed: sections stand in this order.

    Attributes:
        day: First day, or of a time without a beginning the last.
        on_or_before: On or before that day comes after what happened on it.
        last: Last day; a longer time comes later.
        label: The section's heading.
    """

    day: date
    on_or_before: bool
    last: date
    label: str


UNDATED = SectionKey(day=date.max, on_or_before=True, last=date.max, label="Undated")


def of_occurrence(row: OccurrenceRow) -> LineTime:
    """When it happened; what only publication dates happened on that day or before."""
    start = None if row.basis in BY_PUBLICATION else row.start
    return _when(start, row.end, row.precision, row.basis)


def of_statement(row: StatementRow) -> LineTime:
    """When it was said."""
    start = None if row.said_basis in BY_PUBLICATION else row.said_from
    return _when(start, row.said_to, row.said_precision, row.said_basis)


def _when(start: datetime | None, end: datetime | None, precision: str | None, basis: str) -> LineTime:
    on_or_before = start is None and end is not None
    day = day_of(start, end)
    label = time_label(start, end, precision)
    return LineTime(
        label=label, day=day, on_or_before=on_or_before, start=start, end=end, precision=precision, basis=basis
    )


def overlaps(when: LineTime, request: Request) -> bool:
    """The time lies at least partly in the range asked for; what is undated is in no range."""
    if when.day is None:
        return not request.ranged
    first = when.day  # of "by": something that happened earlier is not looked for
    last = last_day(when.end) if when.end else date.max
    return (request.until is None or first <= request.until) and (request.since is None or request.since <= last)


def section_key(when: LineTime, period: Period) -> SectionKey:
    """The section of a line: its period where it lies in one, else a section for its own time."""
    if when.day is None:
        return UNDATED
    last = max(when.day, last_day(when.end)) if when.end else date.max
    if period_start(when.day, period) == period_start(last, period):
        return period_section(when.day, period, on_or_before=when.on_or_before and period == "day")
    label = time_label(when.start, when.end, "day" if when.precision in CLOCK_PRECISIONS else when.precision)
    return SectionKey(when.day, when.on_or_before, last, label[:1].upper() + label[1:])


def period_section(day: date, period: Period, *, on_or_before: bool = False) -> SectionKey:
    """The section of the period a day lies in."""
    start, end = period_start(day, period), period_end(day, period)
    return SectionKey(
        start, on_or_before, end, f"By {days_label(start, end)}" if on_or_before else days_label(start, end)
    )
