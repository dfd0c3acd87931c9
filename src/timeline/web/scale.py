"""A scale of time: which stretches a picture is made of, and where they stand in it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

from timeline.model.periods import MONTH_NAMES, day_label, days_label

WIDTH = 960
"""Of a picture, in its own units."""

MOST_BINS = 132
"""Finer stretches than so many are too thin to be pointed at."""

UNITS = (("day", 1), ("week", 7), ("month", 30.4), ("quarter", 91.3), ("year", 365.25), ("decade", 3652.5),
         ("century", 36525))  # fmt: skip
"""Names of stretches as ``date_trunc`` has them, and their days, about."""

MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


class Tick(NamedTuple):
    """A mark on the axis."""

    at: float
    label: str


class Scale(NamedTuple):
    """
    Days from *first* to *last*, both inclusive, in stretches of a *unit*.

    Attributes:
        start: Of the first stretch: it may begin before the first day.
        end: Of the last, exclusive.
    """

    first: date
    last: date
    unit: str
    start: date
    end: date

    @classmethod
    def over(cls, first: date, last: date) -> Scale:
        """The scale of a range of days, as fine as can be shown."""
        last = max(first, last)
        days = (last - first).days + 1
        unit = next((name for name, length in UNITS if days / length <= MOST_BINS), "century")
        return cls(first, last, unit, floor(first, unit), after(floor(last, unit), unit))

    def x(self, day: date | datetime) -> float:
        """Where a day begins."""
        ordinal = day.toordinal() + ((day.hour / 24) if isinstance(day, datetime) else 0)
        return round((ordinal - self.start.toordinal()) / (self.end - self.start).days * WIDTH, 2)

    def span(self, begins: date) -> tuple[float, float]:
        """Where a stretch begins, and how wide it is."""
        left = self.x(begins)
        return left, max(1.0, round(self.x(after(begins, self.unit)) - left, 2))

    def days_of(self, begins: date) -> tuple[date, date]:
        """First and last day of a stretch."""
        return begins, after(begins, self.unit) - timedelta(days=1)

    @property
    def ticks(self) -> list[Tick]:
        """About eight marks, at days that people count by."""
        days = (self.end - self.start).days
        for unit, step in (("day", 1), ("day", 2), ("week", 1), ("week", 2), ("month", 1), ("month", 2), ("quarter", 1),
                           ("month", 6), ("year", 1), ("year", 2), ("year", 5), ("decade", 1), ("decade", 2),
                           ("decade", 5), ("century", 1), ("century", 2), ("century", 5)):  # fmt: skip
            if days / (dict(UNITS)[unit] * step) <= 9:
                return self._ticks(unit, step)
        return self._ticks("century", 10)

    def _ticks(self, unit: str, step: int) -> list[Tick]:
        found, at = [], floor(self.start, unit)
        while at < self.end:
            if at >= self.start:
                found.append(Tick(self.x(at), _label(at, unit)))
            for _ in range(step):
                at = after(at, unit)
        return found

    @property
    def label(self) -> str:
        """The days in words."""
        return days_label(self.first, self.last)

    def moved(self, share: float) -> tuple[date, date]:
        """As many days, earlier or later by a share of them."""
        step = timedelta(days=max(1, round(abs(share) * ((self.last - self.first).days + 1))))
        return _shift(self.first, -step if share < 0 else step), _shift(self.last, -step if share < 0 else step)

    def zoomed(self, factor: float) -> tuple[date, date]:
        """As many days times a factor, around the same middle."""
        days = (self.last - self.first).days + 1
        grow = timedelta(days=round((days * factor - days) / 2) or (1 if factor > 1 else 0))
        return _shift(self.first, -grow), _shift(self.last, grow)


def floor(day: date, unit: str) -> date:
    """The first day of the stretch that a day lies in."""
    if unit == "day":
        return day
    if unit == "week":
        return date.fromordinal(max(1, day.toordinal() - day.weekday()))
    months = day.year * 12 + day.month - 1
    months -= months % MONTHS[unit]
    return date(max(1, months // 12), months % 12 + 1 if months >= 12 else 1, 1)


def after(day: date, unit: str) -> date:
    """The first day of the next stretch."""
    if unit in ("day", "week"):
        return _shift(day, timedelta(days=1 if unit == "day" else 7))
    months = day.year * 12 + day.month - 1 + MONTHS[unit]
    return date(min(9999, months // 12), months % 12 + 1, 1)


def _shift(day: date, by: timedelta) -> date:
    """A day moved, within the calendar."""
    return date.fromordinal(min(max(1, day.toordinal() + by.days), date.max.toordinal() - 1))


def _label(day: date, unit: str) -> str:
    if unit in ("day", "week"):
        return (
            day_label(day)
            .removesuffix(f" {day.year}")
            .replace(MONTH_NAMES[day.month - 1], MONTH_NAMES[day.month - 1][:3])
        )
    if unit in ("month", "quarter"):
        return f"{MONTH_NAMES[day.month - 1][:3]} {day.year}"
    return str(day.year)
