"""How the parameters of a view are bound: defaults, lists, and moments in UTC."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from timeline.errors import QueryError
from timeline.projections.views import bind, moment_text

CEST = timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    ("parameters", "bound"),
    [
        ({}, {}),
        ({"speaker": None}, {}),  # the default of the header
        ({"about": "rain"}, {"about": ["rain"]}),
        ({"about": ("rain", "snow")}, {"about": ["rain", "snow"]}),
        ({"about": ["rain"]}, {"about": ["rain"]}),
        ({"since": date(2026, 3, 4)}, {"since": date(2026, 3, 4)}),
        ({"as_of": date(2026, 3, 4)}, {"as_of": "2026-03-04"}),
        ({"as_of": "2026-03-04T01:30:00+02:00"}, {"as_of": "2026-03-03 23:30:00"}),
        ({"speaker": "2026-03-04T01:30:00+02:00"}, {"speaker": "2026-03-04T01:30:00+02:00"}),
    ],
)
def test_values_are_bound_as_the_database_takes_them(parameters, bound):
    """
    One topic is a list of one; a day stays a day, a moment is in UTC.
    """
    assert bound == bind("statement_lines", parameters)[1]


def test_position_is_no_moment():
    """
    What another view calls a moment may be a number here.
    """
    assert {"after": 7} == bind("candidates", {"after": 7})[1]
    assert {"after": "2026"} == bind("candidates", {"after": "2026"})[1]


@pytest.mark.parametrize(
    ("parameters", "is_handed_on"),
    [
        ({}, False),
        ({"speaker": "Ann"}, False),
        ({"as_of": "2026-03-04"}, True),
        ({"reported_until": "2026-03-04"}, True),
    ],
)
def test_moments_are_handed_on_where_one_is_given(parameters, is_handed_on):
    """
    Without one the plain views are read, which are planned sooner.
    """
    sql, _ = bind("attributed_statements", parameters)
    assert (is_handed_on,) * 2 == ("p_as_of :=" in sql, "p_reported_until :=" in sql)


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (None, None),
        ("2026-03-04", "2026-03-04"),
        (date(2026, 3, 4), "2026-03-04"),
        (datetime(2026, 3, 4, 1, 30, tzinfo=CEST), "2026-03-03 23:30:00"),
        (datetime(2026, 3, 4, 1, 30), "2026-03-04 01:30:00"),
    ],
)
def test_moment_is_a_day_or_in_utc(given, text):
    """
    What says no offset is UTC.
    """
    assert text == moment_text(given)


def test_moment_must_be_one():
    """
    What is none is shown, with the form of one.
    """
    with pytest.raises(QueryError, match="'soon' is not a valid date or time"):
        moment_text("soon")
