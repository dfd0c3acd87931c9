"""Days that have a name: holidays, and the weekends beside them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from timeline.language.holidays import holiday
from timeline.language.lexicon.times import OTHER_CALENDARS
from timeline.language.lexicon.words import alternatives
from timeline.language.timexes.context import date_of

if TYPE_CHECKING:
    from timeline.language.timexes.context import Found, Meaning

YEAR_BEHIND = re.compile(r" (?:in|of) ((?:1[5-9]|20)\d\d)\b")
YEAR_BEFORE = re.compile(r"\bin (?:early |late )?((?:1[5-9]|20)\d\d),? (?:(?:on|at|over|the \w+ (?:before|after)) )?$")
COUNTED_BEHIND = re.compile(r",? (?:just |only )?(?:days|weeks|months|years) (?:before|after)\b")
"""Behind a holiday from which something is counted: it is of the year of that."""
CUSTOMS_BEHIND = re.compile(
    r" (?:gifts?|presents?|trees?|cards?|carols?|songs?|movies?|lights|decorations|dinner|party|parties|markets?|eggs?"
    r"|bunny|spirit|stories|story|costumes?|cand\w+)\b"
)
"""Behind a holiday, things that go with it and have no day."""
WORD_HOLIDAYS = ("epiphany", "may day", "earth day", "thanksgiving")
"""Holidays whose names are words too."""
OTHER_CALENDAR = re.compile(rf"\b(?:{alternatives(OTHER_CALENDARS)}) $")
"""Before a holiday that others keep on another day."""
MIDWEEK_DAYS = (1, 2)
"""No weekend is near enough to be called by a holiday on these."""
NEAR_HOLIDAY = timedelta(days=10)
"""A holiday so near is the one that is meant."""
YEARS = {"last": -1, "this": 0, "next": 1}


def named_day(found: Found) -> Meaning | None:
    """A holiday, or the weekend beside it."""
    if (
        (not found.is_capitalised and found["holiday"] in WORD_HOLIDAYS)
        or CUSTOMS_BEHIND.match(found.after)
        or OTHER_CALENDAR.search(found.before)
    ):
        return None
    if COUNTED_BEHIND.match(found.after) and not (found["year"] or _year_beside(found)):
        return None
    day = _holiday(found)
    if found["weekend"] and day.weekday() not in MIDWEEK_DAYS:
        return date_of(day - timedelta(days=1), "weekend")
    return date_of(day)


def _holiday(found: Found) -> date:
    """The nearest one, unless a year, the tense or something else says which."""
    name = found["holiday"].replace("valentines", "valentine's")
    if year := found["year"] or _year_beside(found):
        return holiday(name, int(year))
    today_ = found.day
    if found["of_year"]:
        return holiday(name, today_.year + YEARS[found["of_year"]])
    near = [holiday(name, today_.year + step) for step in (-1, 0, 1) if 1 <= today_.year + step <= 9999]
    nearest = min(near, key=lambda day: abs((day - today_).days))
    tense = 0 if abs(nearest - today_) <= NEAR_HOLIDAY else found.tense
    if found["relative"] == "last":
        return max((day for day in near if day < today_), default=near[0])
    if found["relative"] in ("next", "following") or tense > 0:
        return min((day for day in near if day >= today_), default=near[-1])
    if tense < 0:
        return max((day for day in near if day <= today_), default=near[0])
    return nearest


def _year_beside(found: Found) -> int | None:
    """The year of ``Christmas in 2011``, ``in 2023, the week before Christmas``, or else that of what is counted."""
    if behind := YEAR_BEHIND.match(found.after):
        return int(behind[1])
    if COUNTED_BEHIND.match(found.after) and (reference := found.last_mentioned("year")):
        return reference.day.year
    before = YEAR_BEFORE.search(found.context.text, max(0, found.start - 40), found.start)
    return int(before[1]) if before else None
