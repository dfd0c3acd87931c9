"""Which sentences may tell of a period, and on which day a statement was made."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from digest_rows import happened, said
from timeline.digests import Request
from timeline.digests.candidates import candidates_by_period, said_day, stated_day

MONDAY, PUBLISHED = datetime(2031, 5, 12), date(2031, 5, 13)


def told(rows, **asked):
    """The words of candidates by first day of their period."""
    return {day: [row.text for row in pool] for day, pool in candidates_by_period(rows, Request(**asked)).items()}


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"start": MONDAY}, date(2031, 5, 12)),
        ({"start": MONDAY, "basis": "corrected"}, date(2031, 5, 12)),
        ({"start": MONDAY, "basis": "lede-day"}, None),
        ({"start": MONDAY, "end": datetime(2031, 5, 14)}, None),
        ({"basis": "clause-timex"}, None),
    ],
)
def test_a_day_is_stated_by_a_time_of_the_sentence_no_longer_than_a_day(columns, expected):
    """
    What was taken from elsewhere, is longer, or is open states none.
    """
    assert expected == stated_day(happened("The wall fell.", **columns))


def test_a_time_without_an_end_states_no_day():
    """
    What went on is not of the day it began.
    """
    assert None is stated_day(happened("It rains.", MONDAY)._replace(end=None))


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"said_from": MONDAY, "said_to": datetime(2031, 5, 13), "said_basis": "cue-timex"}, date(2031, 5, 12)),
        ({"said_from": MONDAY, "said_to": datetime(2031, 5, 13), "said_basis": "publication"}, PUBLISHED),
        ({"said_from": MONDAY, "said_to": datetime(2031, 5, 19), "said_basis": "cue-timex"}, PUBLISHED),
        ({"said_from": MONDAY, "said_to": None, "said_basis": "cue-timex"}, PUBLISHED),
        ({"said_from": None, "said_to": MONDAY, "said_basis": "cue-timex"}, PUBLISHED),
    ],
)
def test_what_has_no_day_of_its_own_was_said_on_the_day_of_publication(columns, expected):
    """
    A longer or open time says no day.
    """
    assert expected == said_day(said("Lind", "it fell", **columns))


def test_what_states_a_day_comes_before_what_leads_an_article():
    """
    A first sentence may tell of the day of publication and of the day before.
    """
    rows = [happened("A wall fell."), happened("It fell on Monday.", MONDAY, sentence=7)]

    assert {date(2031, 5, 12): ["It fell on Monday.", "A wall fell."], PUBLISHED: ["A wall fell."]} == told(rows)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"since": PUBLISHED}, [PUBLISHED]),
        ({"until": date(2031, 5, 12)}, [date(2031, 5, 12)]),
        ({"since": date(2031, 5, 14)}, []),
        ({"period": "week"}, [date(2031, 5, 12)]),
    ],
)
def test_candidates_lie_in_the_range(asked, expected):
    """
    Days outside of it have none; a sentence stands once in a period.
    """
    assert {day: ["A wall fell."] for day in expected} == told([happened("A wall fell.")], **asked)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (datetime(2031, 5, 13), datetime(2031, 5, 20), [PUBLISHED]),
        (datetime(2031, 5, 6), datetime(2031, 5, 13), [date(2031, 5, 12)]),
        (datetime(2031, 5, 1), datetime(2031, 6, 1), [PUBLISHED, date(2031, 5, 12)]),
    ],
)
def test_a_first_sentence_tells_of_no_day_outside_of_the_time_it_states(start, end, days):
    """
    A longer time that it states leaves the days that lie in it.
    """
    assert days == list(told([happened("It rained for days.", start, end)]))


@pytest.mark.parametrize("bound", ["start", "end"])
def test_an_open_time_shuts_out_no_day_on_its_open_side(bound):
    """
    A first sentence whose time is open may tell of both days.
    """
    row = happened("It rains.", datetime(2031, 5, 1), datetime(2031, 6, 1))._replace(**{bound: None})

    assert [PUBLISHED, date(2031, 5, 12)] == list(told([row]))


@pytest.mark.parametrize("day", [1, 20])
def test_the_time_of_a_lede_does_not_limit_a_first_sentence(day):
    """
    Only a time that the sentence states does.
    """
    row = happened("Roofs flew.", datetime(2031, 5, day), datetime(2031, 5, day + 1), basis="lede-day")

    assert [PUBLISHED, date(2031, 5, 12)] == list(told([row]))
