"""Test what calendar units and TIMEX3 values cover."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from timeline.language import calendar
from timeline.model.interval import UNDATED, Interval


def test_an_hour_is_one() -> None:
    """
    A time of day without minutes covers its hour, one with minutes its minute.
    """
    assert Interval(datetime(2024, 8, 13, 10), datetime(2024, 8, 13, 11), "hour") == calendar.interval("2024-08-13T10")
    assert datetime(2024, 8, 13, 10, 6) == calendar.interval("2024-08-13T10:05").end


@pytest.mark.parametrize("value", ["2024-02-30", "2024-13", "2023-W53", "P2D", "PAST_REF"])
def test_what_is_no_time_covers_nothing(value: str) -> None:
    """
    Impossible dates, lengths and vague references name no time.
    """
    assert UNDATED == calendar.interval(value)


@pytest.mark.parametrize(("day", "expected"), [(date(2024, 6, 30), "2024-H1"), (date(2024, 7, 1), "2024-H2")])
def test_a_half_year_ends_with_june(day: date, expected: str) -> None:
    """
    June is in the first half of a year, July in the second.
    """
    assert expected == calendar.value(day, "half-year")


def test_there_is_no_calendar_unit_of_hours() -> None:
    """
    Units that are no days and no months are refused by name.
    """
    with pytest.raises(ValueError, match="no calendar unit 'hour'"):
        calendar.shifted(date(2024, 8, 13), 2, "hour")


def test_steps_out_of_the_calendar_are_refused() -> None:
    """
    A day outside of the years 1 to 9999 is an error of value, whatever the unit.
    """
    for unit in ("day", "century"):
        with pytest.raises(ValueError, match="out of range"):
            calendar.shifted(date(2024, 8, 13), 10**7, unit)
