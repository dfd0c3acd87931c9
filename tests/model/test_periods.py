"""Periods, and stretches of time in words."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from timeline.model.periods import days_label, period_end, period_start, print_label, time_label


@pytest.mark.parametrize(
    ("period", "day", "first", "last"),
    [
        ("day", date(2024, 8, 15), date(2024, 8, 15), date(2024, 8, 15)),
        ("week", date(2024, 8, 15), date(2024, 8, 12), date(2024, 8, 18)),
        ("week", date(2024, 8, 12), date(2024, 8, 12), date(2024, 8, 18)),
        ("month", date(2024, 2, 15), date(2024, 2, 1), date(2024, 2, 29)),
        ("month", date(2024, 12, 15), date(2024, 12, 1), date(2024, 12, 31)),
        ("week", date(9999, 12, 31), date(9999, 12, 27), date.max),
        ("month", date(9999, 12, 31), date(9999, 12, 1), date.max),
        ("week", date(1, 1, 1), date(1, 1, 1), date(1, 1, 7)),
    ],
)
def test_periods_have_a_first_and_a_last_day(period, day, first, last):
    """
    Weeks begin on Monday; the calendar's own ends cut them.
    """
    assert (first, last) == (period_start(day, period), period_end(day, period))


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        ((2024, 8, 13), (2024, 8, 13), "13 August 2024"),
        ((2024, 8, 10), (2024, 8, 11), "10–11 August 2024"),
        ((2024, 5, 30), (2024, 6, 2), "30 May – 2 June 2024"),
        ((2023, 12, 30), (2024, 1, 2), "30 December 2023 – 2 January 2024"),
        ((2023, 8, 10), (2024, 8, 11), "10 August 2023 – 11 August 2024"),
        ((2024, 8, 1), (2024, 8, 31), "August 2024"),
        ((2024, 8, 1), (2024, 8, 30), "1–30 August 2024"),
        ((2024, 8, 2), (2024, 8, 31), "2–31 August 2024"),
        ((2024, 7, 1), (2024, 9, 30), "July–September 2024"),
        ((2024, 1, 1), (2024, 12, 31), "2024"),
        ((2022, 1, 1), (2023, 12, 31), "2022–2023"),
        ((2023, 8, 1), (2024, 8, 31), "August 2023 – August 2024"),
        ((2024, 1, 1), (2024, 11, 30), "January–November 2024"),
        ((2024, 2, 1), (2024, 12, 31), "February–December 2024"),
    ],
)
def test_days_in_words_say_nothing_twice(first, last, label):
    """
    Whole months and years are named as such.
    """
    assert label == days_label(date(*first), date(*last))


@pytest.mark.parametrize(
    ("start", "end", "precision", "label"),
    [
        (None, None, None, "undated"),
        (None, datetime(2024, 8, 14), "vague", "by 13 August 2024"),
        (datetime(2024, 8, 13), None, "vague", "from 13 August 2024"),
        (datetime(2024, 8, 13), datetime(2024, 8, 14), "vague", "about 13 August 2024"),
        (datetime(2024, 8, 13), datetime(2024, 8, 14), "day", "13 August 2024"),
        (datetime(2024, 8, 13), datetime(2024, 8, 13), "day", "13 August 2024"),
        (datetime(1990, 1, 1), datetime(2000, 1, 1), "decade", "the 1990s"),
        (datetime(1995, 1, 1), datetime(2005, 1, 1), "decade", "1995–2004"),
        (datetime(1990, 1, 1), datetime(2000, 1, 1), "year", "1990–1999"),
        (datetime(2024, 8, 13, 9, 5, 7), datetime(2024, 8, 13, 9, 5, 8), "second", "13 August 2024, 09:05:07"),
        (datetime(2024, 8, 13, 9, 5), datetime(2024, 8, 13, 9, 6), "minute", "13 August 2024, 09:05"),
        (datetime(2024, 8, 13, 9), datetime(2024, 8, 13, 10), "hour", "13 August 2024, 09:00–10:00"),
        (datetime(2024, 8, 13, 18), datetime(2024, 8, 14), "part-of-day", "13 August 2024, 18:00–24:00"),
        (datetime(2024, 8, 13, 23, 30), datetime(2024, 8, 14, 0, 30), "hour", "13 August 2024, 23:30–00:30"),
        (datetime(2024, 8, 13, 18), datetime(2024, 8, 15), "part-of-day", "13 August 2024, 18:00–00:00"),
    ],
)
def test_a_time_in_words_is_as_fine_as_it_is_stated(start, end, precision, label):
    """
    What is open or vague says so; a time of day ends at 24:00 where it ends with its day.
    """
    assert label == time_label(start, end, precision)


@pytest.mark.parametrize(
    ("moment", "label"),
    [
        (datetime(2024, 8, 14), "14 August 2024"),
        (datetime(2024, 8, 14, 10), "14 August 2024, 10:00 UTC"),
        (datetime(2024, 8, 14, 0, 0, 9), "14 August 2024, 00:00:09 UTC"),
        (datetime(2024, 8, 14, 22, 10, 5), "14 August 2024, 22:10:05 UTC"),
    ],
)
def test_print_is_as_exact_as_it_is_known(moment, label):
    """
    No midnight is shown that nobody stated.
    """
    assert label == print_label(moment)
