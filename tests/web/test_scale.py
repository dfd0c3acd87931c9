"""Scales of time, and marks in a text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.web.highlighting import Mark, highlighted
from timeline.web.scale import WIDTH, Scale, after, floor

DAYS = st.dates(date(1, 1, 1), date(9990, 1, 1))


@pytest.mark.parametrize(
    ("first", "last", "unit"),
    [
        (date(2024, 3, 4), date(2024, 3, 4), "day"),
        (date(2024, 1, 1), date(2024, 4, 30), "day"),
        (date(2024, 1, 1), date(2024, 12, 31), "week"),
        (date(2020, 1, 1), date(2024, 12, 31), "month"),
        (date(2000, 1, 1), date(2024, 12, 31), "quarter"),
        (date(1950, 1, 1), date(2024, 12, 31), "year"),
        (date(1200, 1, 1), date(2024, 12, 31), "decade"),
        (date(1, 1, 1), date(9990, 1, 1), "century"),
    ],
)
def test_stretches_are_as_fine_as_can_be_shown(first, last, unit):
    """
    Days where there are few, centuries where there are many.
    """
    assert unit == Scale.over(first, last).unit


@given(DAYS, DAYS)
def test_a_scale_holds_its_days(one, other):
    """
    Whatever the range: its days are in it, marks are few and inside, moves and zooms are days.
    """
    first, last = sorted((one, other))
    scale = Scale.over(first, last)
    assert 0 <= scale.x(first) <= scale.x(last) < WIDTH + 1
    assert len(scale.ticks) <= 12
    assert all(0 <= tick.at <= WIDTH for tick in scale.ticks)
    for begins, ends in (scale.moved(-0.5), scale.moved(0.5), scale.zoomed(0.5), scale.zoomed(2)):
        assert begins <= ends


@given(DAYS, st.sampled_from(["day", "week", "month", "quarter", "year", "decade", "century"]))
def test_stretches_follow_each_other(day, unit):
    """
    A day lies in the stretch that begins at its floor and ends before the next.
    """
    assert floor(day, unit) <= day < after(floor(day, unit), unit)


def test_a_day_can_be_looked_at_closer_and_wider():
    """
    One day stays one day, and can be left.
    """
    scale = Scale.over(date(2024, 3, 4), date(2024, 3, 4))
    assert (date(2024, 3, 4), date(2024, 3, 4)) == scale.zoomed(0.5)
    assert (date(2024, 3, 3), date(2024, 3, 5)) == scale.zoomed(2)
    assert (date(2024, 3, 5), date(2024, 3, 5)) == scale.moved(0.5)


def test_the_nearest_mark_is_the_one_to_point_at():
    """
    A time in a sentence leads to the time, the rest of the sentence to what happened; kinds of both are shown.
    """
    found = highlighted(
        "It fell on Monday. So.", [Mark(0, 18, "happened", "a", "it"), Mark(11, 17, "time", "b", "when")]
    )
    assert [("It fell on ", "a"), ("Monday", "b"), (".", "a"), (" So.", None)] == [
        (one.text, one.event_id) for one in found
    ]
    assert ("happened", "time") == found[1].kinds


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=8))
def test_pieces_are_the_text(text, spans):
    """
    Wherever marks begin and end, and whatever they overlap.
    """
    marks = [Mark(*span, "said", "x", "") for span in spans]
    pieces = highlighted(text, marks)
    assert text == "".join(piece.text for piece in pieces)
    for at, piece in zip(accumulated(pieces), pieces, strict=True):
        if piece.text:
            assert bool(piece.kinds) == any(start <= at < end for start, end in spans)


def accumulated(pieces):
    """Where each piece begins."""
    at = 0
    for piece in pieces:
        yield at
        at += len(piece.text)
