"""How a question for a digest is read."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from timeline.digests import Request
from timeline.digests.editions import parse_request
from timeline.errors import QueryError


@pytest.mark.parametrize(
    ("asked", "request_"),
    [
        ({}, Request()),
        ({"about": "sea wall"}, Request(about=("sea wall",))),
        ({"about": ["sea", "wall"]}, Request(about=("sea", "wall"))),
        (
            {"since": "2031-05-12", "until": date(2031, 5, 13)},
            Request(since=date(2031, 5, 12), until=date(2031, 5, 13)),
        ),
        ({"since": "2031-05-12T09:30:00"}, Request(since=date(2031, 5, 12))),
        ({"as_of": "2031-05-12T09:30:00"}, Request(as_of=datetime(2031, 5, 12, 9, 30))),
        ({"reported_until": "2031-05-12", "max_dates": 3}, Request(reported_until=date(2031, 5, 12), max_dates=3)),
    ],
)
def test_days_and_topics_are_read_from_their_text(asked, request_):
    """
    One topic needs no list; a range is of days, what was known or printed may be as of a moment.
    """
    found = parse_request(**asked)
    assert request_ == found
    assert not isinstance(found.since, datetime)


@pytest.mark.parametrize("name", ["since", "until", "as_of", "reported_until"])
def test_what_is_no_day_is_refused(name):
    """
    It is shown, with the form of one.
    """
    with pytest.raises(QueryError, match="'soon' is not a valid date"):
        parse_request(**{name: "soon"})
