"""What people write where a date is asked for."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from freezegun import freeze_time
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.language.written_times import WrittenTime, today, written_time

SATURDAY = date(2026, 11, 28)
DAY = date(2026, 3, 10)
AT = datetime(2026, 3, 10, 15, 30)
EAST = timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-03-10", DAY, DAY),
        ("2026-3-10", DAY, DAY),
        ("2026/03/10", DAY, DAY),
        ("20260310", DAY, DAY),
        ("10.3.2026", DAY, DAY),
        ("13/03/2026", date(2026, 3, 13), date(2026, 3, 13)),
        ("03/13/2026", date(2026, 3, 13), date(2026, 3, 13)),
        ("05/05/2026", date(2026, 5, 5), date(2026, 5, 5)),
        (" 10  March 2026\n", DAY, DAY),
        ("March 10th, 2026", DAY, DAY),
        ("Tuesday, 10 March 2026", DAY, DAY),
        ("10-Mar-2026", DAY, DAY),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2026-W12", date(2026, 3, 16), date(2026, 3, 22)),
        ("in March 2026", date(2026, 3, 1), date(2026, 3, 31)),
        ("Q1 2026", date(2026, 1, 1), date(2026, 3, 31)),
    ],
)
def test_days_that_stay_the_same(text: str, first: date, last: date) -> None:
    """
    A day in numbers or words, a month, a week, a quarter, a year: from the first day to the last.
    """
    assert WrittenTime(first, last) == written_time(text, SATURDAY)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("today", SATURDAY, SATURDAY),
        ("yesterday", date(2026, 11, 27), date(2026, 11, 27)),
        ("on Tuesday", date(2026, 11, 24), date(2026, 11, 24)),
        ("3 days ago", date(2026, 11, 25), date(2026, 11, 25)),
        ("last week", date(2026, 11, 16), date(2026, 11, 22)),
        ("this month", date(2026, 11, 1), date(2026, 11, 30)),
        ("last year", date(2025, 1, 1), date(2025, 12, 31)),
        ("the last 3 days", date(2026, 11, 25), SATURDAY),
        ("past two weeks", date(2026, 11, 14), SATURDAY),
    ],
)
def test_days_counted_from_today(text: str, first: date, last: date) -> None:
    """
    Weeks begin on Monday, lengths go up to today.
    """
    assert WrittenTime(first, last, is_relative=True) == written_time(text, SATURDAY)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-10T15:30", AT),
        ("2026-3-10 15:30", AT),
        ("10 March 2026 at 15:30", AT),
        ("March 10, 2026 3:30 PM", AT),
        ("2026-03-10 15:30 UTC", AT.replace(tzinfo=UTC)),
        ("Tue, 10 Mar 2026 15:30:00 GMT", AT.replace(tzinfo=UTC)),
        ("Tue, 10 Mar 2026 15:30:00 +0100", AT.replace(tzinfo=EAST)),
        ("10 March 2026, 15:30 CET", AT.replace(tzinfo=EAST)),
        ("2026-03-10T15:30+01:00", AT.replace(tzinfo=EAST)),
    ],
)
def test_moments_keep_their_clock(text: str, moment: datetime) -> None:
    """
    A time of day is on the clock of its zone, and the day is that of this clock.
    """
    found = written_time(text, SATURDAY).moment

    assert (moment, moment.utcoffset()) == (found, found and found.utcoffset())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("03/04/2026", "may be 3 April 2026 or 4 March 2026: write 2026-04-03 or 2026-03-04"),
        ("3-4-2026 10:00", "may be 3 April 2026 or 4 March 2026: write 2026-04-03 or 2026-03-04"),
        ("1/2/26", "has a year of two digits: write YYYY-MM-DD"),
        ("10 March", "names no year: add one"),
        *((text, "is not a valid date") for text in (
            "", "-", "soon", "2026-02-30", "31/02/2026", "2026-13", "10 days", "every Monday", "since Monday",
            "Monday to Wednesday", "Published 10 March 2026", "3pm 2026-03-10", "2026-03-10T25:00",
            "Tue, 30 Feb 2026 15:30:00 +0100", "the last 999 years and more", "10 March 2026 " * 9,
        )),
    ],
)  # fmt: skip
def test_what_is_no_date_says_why(text: str, reason: str) -> None:
    """
    Two readings are both shown; what names no time, or one besides other words, is no date.
    """
    with pytest.raises(ValueError, match=reason):
        written_time(text, SATURDAY)


@given(st.text(max_size=90) | st.text("0123456789/-.: TZ+WMarch", max_size=30))
@example("last 999 years")
def test_nothing_else_is_raised(text: str) -> None:
    """
    Whatever is written is a time whose first day is not after its last, or is refused with a reason.
    """
    try:
        found = written_time(text, date(200, 1, 1))
    except ValueError as error:
        assert str(error).startswith(("is ", "may be ", "has ", "names "))  # noqa: PT017 - others are right, too
    else:
        assert found.first <= found.last


@freeze_time("2026-11-28T23:30:00-05:00")
def test_today_is_in_utc() -> None:
    """
    Today is what day it is in UTC, wherever one is.
    """
    assert date(2026, 11, 29) == today()
