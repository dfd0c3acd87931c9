"""
Measure the dating of events.

The date of an event mention is that of the shortest occurrence around it; where there is none, or it is open at one
end, the publication day.

- ``exact``: share of mentions that get the day, month or year of gold, in whole days
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from quality.scores import ratio

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quality.sets import Case, Row

Days = tuple[date, date]
"""A half-open interval of whole days."""

DAY = timedelta(days=1)


def score(cases: Iterable[Case]) -> dict[str, float]:
    """The figure of a set."""
    right = [
        stated_days(mention["date"]) == _found_days(case, mention)
        for case in cases
        for mention in case.gold["mentions"]
    ]
    return {"exact": ratio(sum(right), len(right))}


def stated_days(value: str) -> Days:
    """The days of ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``."""
    year, month, day = (*map(int, value.split("-")), None, None)[:3]
    start = date(year or 1, month or 1, day or 1)
    if day:
        return start, start + DAY
    after = start.replace(day=28) + 4 * DAY if month else start.replace(month=12, day=28) + 4 * DAY
    return start, after.replace(day=1)


def whole_days(start: str | None, end: str | None) -> Days | None:
    """The days that an interval touches; nothing when it is open at an end."""
    if not start or not end:
        return None
    last = datetime.fromisoformat(end)
    return datetime.fromisoformat(start).date(), last.date() + (DAY if last.time() > time.min else timedelta())


def _found_days(case: Case, mention: Row) -> Days:
    first, last = mention["span"]
    around = [
        row for row in case.found["occurrence_reported"] if row["span"][0] <= first and last <= row["span"][1]
    ]  # fmt: skip
    if around:
        nearest = min(around, key=lambda row: row["span"][1] - row["span"][0])
        if days := whole_days(nearest["start"], nearest["end"]):
            return days
    return case.published, case.published + DAY
