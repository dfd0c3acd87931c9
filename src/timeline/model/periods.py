"""Put days into periods, and name stretches of time in words."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Literal

Period = Literal["day", "week", "month"]

ONE_DAY = timedelta(days=1)
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
CLOCK_PRECISIONS = frozenset(("second", "minute", "hour", "part-of-day"))
"""Precisions that show the time of day."""


def period_start(day: date, period: Period) -> date:
    """The first day of the period a day lies in."""
    if period == "week":
        return date.fromordinal(max(1, day.toordinal() - day.weekday()))
    return day.replace(day=1) if period == "month" else day


def period_end(day: date, period: Period) -> date:
    """The last day of the period a day lies in."""
    start = period_start(day, period)
    if period == "month":
        return start.replace(day=31) if start.month == 12 else start.replace(month=start.month + 1) - ONE_DAY
    return min(date.max - 6 * ONE_DAY, start) + 6 * ONE_DAY if period == "week" else start


def last_day(end: datetime) -> date:
    """The last day of a time that ends here, exclusive."""
    return (end - timedelta.resolution).date()


def day_of(start: datetime | None, end: datetime | None) -> date | None:
    """The first day of a time, else its last; None where neither is known."""
    if start is not None:
        return start.date()
    return None if end is None else last_day(end)


def day_label(day: date) -> str:
    """A day as text: ``13 August 2024``."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def print_label(value: datetime) -> str:
    """When something was printed, in UTC, as exactly as is known: what states a day is of its first moment."""
    if value.time() == time():
        return day_label(value.date())
    return f"{day_label(value.date())}, {value:%H:%M:%S} UTC".replace(":00 UTC", " UTC")


def days_label(first: date, last: date) -> str:
    """
    From one day to another, both inclusive, without saying anything twice.

    ``2022``, ``2022–2023``, ``August 2024``, ``July–September 2024``, ``10–11 August 2024``, ``30 May – 2 June 2024``.
    """
    if first == last:
        return day_label(first)
    if first.day == 1 and period_end(last, "month") == last:
        return _months_label(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_label(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTH_NAMES[first.month - 1]} – {day_label(last)}"
    return f"{day_label(first)} – {day_label(last)}"


def _months_label(first: date, last: date) -> str:
    """From one month to another, or one or more whole years."""
    start, end = MONTH_NAMES[first.month - 1], MONTH_NAMES[last.month - 1]
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first.year == last.year:
        return f"{start} {first.year}" if first.month == last.month else f"{start}–{end} {first.year}"
    return f"{start} {first.year} – {end} {last.year}"


def time_label(start: datetime | None, end: datetime | None, precision: str | None) -> str:
    """A half-open time in words, as finely as it is stated; ``about`` marks what is vague."""
    if start is None or end is None:
        if end is not None:
            return f"by {day_label(last_day(end))}"
        return "undated" if start is None else f"from {day_label(start.date())}"
    if precision in CLOCK_PRECISIONS:
        return _clock_label(start, end, precision)
    if precision == "decade" and start.year % 10 == 0:
        return f"the {start.year}s"
    label = days_label(start.date(), max(start.date(), last_day(end)))
    return f"about {label}" if precision == "vague" else label


def happened_between(
    start: datetime | None, end: datetime | None, basis: str | None, kind: str | None
) -> tuple[datetime | None, datetime | None]:
    """The time of a happening; what only its printing dates had happened by that day, or is yet to happen."""
    if basis != "publication":
        return start, end
    return None, None if kind == "planned" else end


def _clock_label(start: datetime, end: datetime, precision: str | None) -> str:
    """A day and the time of day on it."""
    seconds = f"{start:%H:%M:%S}" if precision == "second" else f"{start:%H:%M}"
    midnight = end - start <= ONE_DAY and (end.hour, end.minute) == (0, 0)
    until = f"–{'24:00' if midnight else f'{end:%H:%M}'}" if precision in ("hour", "part-of-day") else ""
    return f"{day_label(start.date())}, {seconds}{until}"
