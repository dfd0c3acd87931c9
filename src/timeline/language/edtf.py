"""Write intervals as EDTF (ISO 8601-2:2019, levels 1 and 2)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from timeline.language.calendar import FIRST_MONTHS, quarter_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.model.interval import Interval, Precision

SEASON_CODES = dict(zip(FIRST_MONTHS.values(), (21, 22, 23, 24), strict=True))
"""Level 1, by the first month: spring, summer, autumn, winter."""
UNIT_WRITERS: dict[Precision, Callable[[date], str]] = {
    "month": lambda day: f"{day.year:04d}-{day.month:02d}",
    "quarter": lambda day: f"{day.year:04d}-{32 + quarter_of(day)}",
    "half-year": lambda day: f"{day.year:04d}-{40 if day.month < 7 else 41}",
    "year": lambda day: f"{day.year:04d}",
    "decade": lambda day: f"{day.year // 10:03d}X",
    "century": lambda day: f"{day.year // 100:02d}XX",
}
"""How the unit of a precision is written that begins with a day; all others are written as their days."""
CLOCK_PRECISIONS = frozenset(("second", "minute", "hour"))
SHORTEST = timedelta(microseconds=1)


def edtf(interval: Interval, *, is_about: bool = False) -> str | None:
    """
    The EDTF text of an interval; None for one that names no time.

    EDTF has neither weeks, weekends nor parts of a day: these are their first to last day, a time of day is its first
    second in UTC. Open ends are ``..``; what is vague or only about so has a ``~``.
    """
    start, end, precision = interval.start, interval.end, interval.precision
    if precision is None or (start is None and end is None):
        return None
    if start is None or end is None:
        return f"{start.date() if start else '..'}/{(end - SHORTEST).date() if end else '..'}"
    if precision in CLOCK_PRECISIONS:
        return f"{start.isoformat(timespec='seconds')}Z"
    mark = "~" if is_about or precision == "vague" else ""
    if precision == "season":
        return f"{start.year:04d}-{SEASON_CODES[start.month]}{mark}"
    write = UNIT_WRITERS.get(precision, date.isoformat)
    first, last = write(start.date()), write((end - SHORTEST).date())
    return f"{first}{mark}" if first == last else f"{first}{mark}/{last}{mark if is_about else ''}"
