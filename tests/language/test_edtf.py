"""Test that intervals are written as EDTF does."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_timexes import DAYS, TEXTS

from timeline.language import calendar
from timeline.language.edtf import edtf
from timeline.language.timexes import timexes
from timeline.model.interval import UNDATED, Interval

DAY = r"\d{4}-\d\d-\d\d"
UNIT = rf"(?:{DAY}|\d{{4}}-(?:0[1-9]|1[0-2]|2[1-4]|3[3-6]|4[01])|\d{{4}}|\d{{3}}X|\d\dXX)~?"
EDTF = re.compile(rf"{DAY}T\d\d:\d\d:\d\dZ|{UNIT}|{UNIT}/{UNIT}|\.\./{DAY}|{DAY}/\.\.")


@pytest.mark.parametrize(
    ("expected", "timex"),
    [
        ("2024-02-29", "2024-02-29"),
        ("2024-12-30/2025-01-05", "2025-W01"),
        ("2024-12-28/2024-12-29", "2024-W52-WE"),
        ("2024-02", "2024-02"),
        ("2024-33", "2024-Q1"),
        ("2024-36", "2024-Q4"),
        ("2024-24", "2024-WI"),
        ("2024-41", "2024-H2"),
        ("0987", "0987"),
        ("199X", "199"),
        ("19XX", "19"),
        ("2024-08-12T23:05:00Z", "2024-08-12T23:05"),
        ("2024-08-12", "2024-08-12TNI"),
        (None, "P3D"),
    ],
)
def test_edtf_writes_what_a_value_covers(expected: str | None, timex: str) -> None:
    """
    Each kind of value has one EDTF text; lengths have none.
    """
    assert expected == edtf(calendar.interval(timex))


def test_an_open_end_is_two_dots() -> None:
    """
    The bound that is there is the first or the last day.
    """
    day = datetime(2024, 8, 14)

    assert "../2024-08-13" == edtf(Interval(None, day, "vague"))
    assert "2024-08-14/.." == edtf(Interval(day, None, "vague"))
    assert None is edtf(UNDATED)


def test_what_is_about_so_has_tildes() -> None:
    """
    Both ends of a stretch are about so; what is vague has a sharp end today.
    """
    assert "2024-07-29~/2024-08-04~" == edtf(calendar.interval("2024-W31"), is_about=True)
    assert "2024-05-13~/2024-08-13" == edtf(Interval(datetime(2024, 5, 13), datetime(2024, 8, 14), "vague"))


@given(day=DAYS, text=st.sampled_from(TEXTS))
def test_every_time_has_a_text_of_levels_1_and_2(day: object, text: str) -> None:
    """
    On any publication day, every expression that names a time has an EDTF text and a basis, and no other has.
    """
    for timex in timexes(text, day):  # type: ignore[arg-type]
        written = edtf(timex.interval)
        assert (timex.interval.precision is None) == (written is None) == (timex.basis is None)
        assert written is None or EDTF.fullmatch(written)
