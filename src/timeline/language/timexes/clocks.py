"""This file holds the rules for times of day, on the clock of the zone that is written, else of the publication."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from attrs import evolve

from timeline.language import calendar, zones
from timeline.language.timexes.absolute import month_day, month_day_year
from timeline.language.timexes.context import Found, Reading
from timeline.language.timexes.days import weekday_day
from timeline.language.timexes.grammar import Rule

if TYPE_CHECKING:
    from timeline.interval import Interval

NEAR_CLOCK = 60
"""A time of day belongs to a day mentioned so many characters before."""


def clock(found: Found) -> Reading | None:
    """A time of day, on the day written beside it, else on the day mentioned last if that is near, else today."""
    words = found["clock"]
    if words in ("noon", "midday", "midnight"):
        at = "24:00" if words == "midnight" else "12:00"
    else:
        parts = re.match(r"(\d{1,2})(?:[:.](\d\d))? ?([ap])?", words)
        assert parts is not None  # noqa: S101 - the block says so
        hour = int(parts[1]) % 12 + 12 * (parts[3] == "p") if parts[3] else int(parts[1])
        at = f"{hour:02d}:{parts[2] or '00'}"
    day = _day_of_clock(found)
    value = f"{day}T{at}"
    return Reading("TIME", value, _in_utc(calendar.interval(value), day, found))


def iso_time(found: Found) -> Reading | None:
    """``2024-08-13T14:30+02:00``: a minute."""
    local = calendar.interval(f"{found['iso']}T{found['at']}")
    sign, shift = found["shift"][:1], re.findall(r"\d\d", found["shift"])
    ahead = timedelta(hours=int(shift[0]), minutes=int(shift[1])) if shift else timedelta()
    if not shift and not found["utc"]:
        ahead = found.context.offset or ahead
    return Reading("TIME", f"{found['iso']}T{found['at']}", _shifted(local, -ahead if sign == "-" else ahead))


def _in_utc(local: Interval, day: date, found: Found) -> Interval:
    """What a time of day covers, by the zone written, else by the one of the publication, else taken as UTC."""
    ahead = zones.offset(found["zone"], day) if found["zone"] else None
    if ahead is None:
        ahead = found.context.offset
    return _shifted(local, ahead)


def _shifted(local: Interval, ahead: timedelta | None) -> Interval:
    if local.start is None or local.end is None or not ahead:
        return local
    return evolve(local, start=local.start - ahead, end=local.end - ahead)


def _day_of_clock(found: Found) -> date:
    """The day a time of day belongs to."""
    if found["month"]:
        reading = month_day_year(found) if found["year"] else month_day(found)
        if reading is not None:
            return date.fromisoformat(reading.value)
    if found["weekday"]:
        return weekday_day(found)
    if found["named"]:
        return found.day + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(found["named"], 0))
    reference = found.last("day", NEAR_CLOCK)
    return reference.day if reference else found.day


ISO_TIME = Rule(
    "iso_time",
    r"(?P<iso>\d{4}-\d\d-\d\d)[t ](?P<at>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:(?P<utc>z)|(?P<shift>[+-]\d\d:?\d\d))?",
    iso_time,
)
CLOCK_DAY = Rule(
    "clock_day",
    r"(?:(?:at )?(?:about|around|shortly (?:before"
    r"|after)) )?<clock>(?: \(?<zone>\)?)?,?(?: on)? (?:(?:<weekday>,? )?<month> <day>(?:,? <year>)?|<weekday>"
    r"|(?P<named>today|yesterday|tomorrow))",
    clock,
)
CLOCK = Rule("clock", r"(?:(?:about|around) )?<clock>(?: \(?<zone>\b\)?)?", clock)
