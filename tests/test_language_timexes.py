"""This file tests temporal expressions: what they are, what they mean, and that they lie in the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading import Example, cases, load
from timeline.interval import iso
from timeline.language import calendar
from timeline.language.timexes import timexes
from timeline.language.timexes.rules import RULES

TEXTS = [example.text for example in load("timexes")]
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
WORDS = sorted({word for text in TEXTS for word in text.split()})


@pytest.mark.parametrize("example", cases("timexes"))
def test_timexes_are_those_of_the_corpus(example: Example) -> None:
    """
    Each text of the corpus names the times beside it, and they cover what is stated.
    """
    found = example.document.timexes

    assert example.expected["timexes"] == [[timex.span.cut(example.text), timex.value] for timex in found]
    if "intervals" in example.expected:
        covered = [timex.interval for timex in found]
        assert example.expected["intervals"] == [
            [iso(one.start) or "", iso(one.end) or "", one.precision or ""] for one in covered
        ]


@given(day=DAYS, text=st.sampled_from(TEXTS) | st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
@settings(max_examples=400, deadline=None)
def test_every_time_lies_in_the_calendar(day: date, text: str) -> None:
    """
    On any publication day an interval is not empty, its span lies in the text, and spans do not overlap.
    """
    last = 0
    for timex in timexes(text, day):
        start, end = timex.interval.start, timex.interval.end
        assert last <= timex.span.start < timex.span.end <= len(text)
        assert start is None or end is None or start < end
        assert (timex.interval.precision is None) == (timex.kind in ("DURATION", "SET"))
        last = timex.span.end


@given(text=st.text(max_size=80), day=st.dates())
@settings(max_examples=200, deadline=None)
def test_any_text_on_any_day_is_read(text: str, day: date) -> None:
    """
    No text and no day of the years 1 to 9999 is too odd to be read.
    """
    assert all(timex.value for timex in timexes(f"last week {text} two years ago", day))


@given(day=DAYS, count=st.integers(-400, 400), unit=st.sampled_from(sorted(calendar.DAYS_OF | calendar.MONTHS_OF)))
def test_steps_of_whole_months_keep_the_day_or_take_the_last(day: date, count: int, unit: str) -> None:
    """
    Steps go the right way; a step of months gives the same day of a month or its last.
    """
    count //= {"century": 25, "decade": 4}.get(unit, 1)  # stay in the calendar
    there = calendar.shifted(day, count, unit)

    assert (there > day) - (there < day) == (count > 0) - (count < 0)
    assert unit in calendar.DAYS_OF or there.day in (day.day, calendar.days_in_month(there))


@given(day=DAYS, unit=st.sampled_from(["day", "week", "month", "quarter", "half-year", "year", "decade", "century"]))
def test_a_value_covers_its_day(day: date, unit: str) -> None:
    """
    The value of a day's week, month, quarter ... covers that day.
    """
    covers = calendar.interval(calendar.value(day, unit))

    assert covers.start is not None
    assert covers.end is not None
    assert covers.start.date() <= day <= covers.end.date() - timedelta(days=1)


def test_every_rule_has_an_example() -> None:
    """
    Each rule of the table reads something in the corpus.
    """
    read = {timex.rule for example in load("timexes") for timex in example.document.timexes}

    assert set() == {rule.name for rule in RULES} - read
