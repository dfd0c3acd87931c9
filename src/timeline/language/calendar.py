"""Calendar arithmetic: steps of days to centuries, TIMEX3 values, and the intervals that these name."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from timeline.model.interval import UNDATED, Interval

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.model.interval import Precision

MONTHS_IN: Final = {"month": 1, "quarter": 3, "half-year": 6, "year": 12, "decade": 120, "century": 1200}
"""Units that are whole months."""
DAYS_IN: Final = {"day": 1, "night": 1, "weekend": 7, "week": 7, "fortnight": 14}
"""Units that are whole days."""
FIRST_MONTHS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of a season of the northern half of the world, as TIMEX3 writes it."""
HOURS_OF_PARTS: Final = {"MO": (6, 12), "MI": (11, 14), "AF": (12, 18), "EV": (18, 24), "NI": (18, 24), "DT": (6, 18)}
"""Hours of the parts of a day; a night belongs to the day on which it begins."""


def shifted(day: date, count: float, unit: str) -> date:
    """
    The day *count* units later; a month that is too short gives its last day.

    Raises:
        ValueError: It lies outside of the years 1 to 9999, or there is no such unit.
    """
    if unit in DAYS_IN:
        try:
            return day + timedelta(days=round(count * DAYS_IN[unit]))
        except OverflowError as error:
            raise ValueError(str(error)) from error
    if unit not in MONTHS_IN:
        raise ValueError(f"no calendar unit {unit!r}")
    months = day.year * 12 + day.month - 1 + round(count * MONTHS_IN[unit])
    first = date(months // 12, months % 12 + 1, 1)
    return first.replace(day=min(day.day, days_in_month(first)))


def midnight(day: date) -> datetime:
    """The moment at which a day begins."""
    return datetime(day.year, day.month, day.day)


def days_in_month(day: date) -> int:
    """How many days the month of a day has."""
    return 31 if day.month == 12 else (date(day.year, day.month + 1, 1) - timedelta(days=1)).day


def value(day: date, unit: str) -> str:
    """The TIMEX3 value of the day, week, weekend, month, quarter, year, decade or century that a day lies in."""
    return _VALUE_WRITERS[unit](day)


def week_of(day: date) -> str:
    """``YYYY-Www`` of ISO 8601."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_of(day: date) -> int:
    """1 to 4."""
    return (day.month - 1) // 3 + 1


@lru_cache(maxsize=4096)
def interval(timex: str) -> Interval:
    """
    What a TIMEX3 value of a date or time covers; `UNDATED` for durations, sets, vague references and impossible dates.
    """
    for pattern, read in _INTERVAL_READERS:
        if found := pattern.fullmatch(timex):
            try:
                return read(*found.groups())
            except (ValueError, OverflowError):
                return UNDATED
    return UNDATED


_VALUE_WRITERS: dict[str, Callable[[date], str]] = {
    "day": date.isoformat,
    "night": date.isoformat,
    "week": week_of,
    "fortnight": week_of,
    "weekend": lambda day: f"{week_of(day)}-WE",
    "month": lambda day: f"{day.year:04d}-{day.month:02d}",
    "quarter": lambda day: f"{day.year:04d}-Q{quarter_of(day)}",
    "half-year": lambda day: f"{day.year:04d}-H{1 if day.month < 7 else 2}",
    "year": lambda day: f"{day.year:04d}",
    "decade": lambda day: f"{day.year:04d}"[:3],
    "century": lambda day: f"{day.year:04d}"[:2],
}


def _months_interval(year: int, month: int, count: int, precision: Precision) -> Interval:
    """From the first of a month over a number of months."""
    first = date(year, month, 1)
    end = shifted(first, count, "month")
    return Interval(midnight(first), midnight(end), precision)


def _day_interval(day: str) -> Interval:
    """The day of an ISO date."""
    return Interval.of_day(date.fromisoformat(day))


def _clock_interval(day: str, hour: str, minute: str | None) -> Interval:
    """The minute, or the hour where no minute is given, of a day."""
    start = Interval.of_day(date.fromisoformat(day)).start
    assert start is not None  # noqa: S101 - a day always begins
    start += timedelta(hours=int(hour), minutes=int(minute or 0))
    if minute is None:
        return Interval(start, start + timedelta(hours=1), "hour")
    return Interval(start, start + timedelta(minutes=1), "minute")


def _part_interval(day: str, part: str) -> Interval:
    """A part of a day, by its code in TIMEX3."""
    start = datetime.fromisoformat(day)
    first, last = HOURS_OF_PARTS[part]
    return Interval(start + timedelta(hours=first), start + timedelta(hours=last), "part-of-day")


def _week_interval(year: str, week: str, weekend: str | None) -> Interval:
    """A week of ISO 8601, or its weekend."""
    monday = datetime.fromisocalendar(int(year), int(week), 1)
    if weekend:
        return Interval(monday + timedelta(days=5), monday + timedelta(days=7), "weekend")
    return Interval(monday, monday + timedelta(days=7), "week")


_INTERVAL_READERS: tuple[tuple[re.Pattern[str], Callable[..., Interval]], ...] = (
    (re.compile(r"(\d{4}-\d\d-\d\d)"), _day_interval),
    (re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d)(?::(\d\d))?Z?"), _clock_interval),
    (re.compile(r"(\d{4}-\d\d-\d\d)T([A-Z]{2})"), _part_interval),
    (re.compile(r"(\d{4})-W(\d\d)(-WE)?"), _week_interval),
    (re.compile(r"(\d{4})-(\d\d)"), lambda y, m: _months_interval(int(y), int(m), 1, "month")),
    (re.compile(r"(\d{4})-Q([1-4])"), lambda y, q: _months_interval(int(y), 3 * int(q) - 2, 3, "quarter")),
    (re.compile(r"(\d{4})-H([12])"), lambda y, h: _months_interval(int(y), 6 * int(h) - 5, 6, "half-year")),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), lambda y, s: _months_interval(int(y), FIRST_MONTHS[s], 3, "season")),
    (re.compile(r"(\d{4})"), lambda y: _months_interval(int(y), 1, 12, "year")),
    (re.compile(r"(\d{3})"), lambda d: _months_interval(int(d) * 10, 1, 120, "decade")),
    (re.compile(r"(\d\d)"), lambda c: _months_interval(int(c) * 100, 1, 1200, "century")),
)
