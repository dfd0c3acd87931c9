"""Rules for times of day, on the clock of the zone that is written, else of the publication."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from attrs import evolve

from timeline.language import calendar, time_zones
from timeline.language.lexicon.number_words import TEENS, UNITS
from timeline.language.lexicon.times import MONTHS, PARTS_OF_DAY, WEEKDAYS
from timeline.language.lexicon.words import alternatives
from timeline.language.timexes.calendar_dates import month_day, month_day_year
from timeline.language.timexes.context import NEAR_CHARS, Found, Meaning, Reference
from timeline.language.timexes.grammar import Rule
from timeline.language.timexes.relative_days import RELATIVE, weekday_day

if TYPE_CHECKING:
    from timeline.model.interval import Interval

HOUR_WORDS = UNITS | TEENS
CLOCK_FACE = re.compile(r"(\d\d(?=\d)|\d{1,2}|[a-z]+)[:.]?(\d\d)? ?(?:([ap])(?=\.?m\b))?")
LAST_SMALL_HOUR = 5
"""The last hour that is after midnight when it is said to be at night."""
SAME_HALF_BEHIND = re.compile(r" ?(?:to|-|and|until|till) ?(\d{1,2})(?::\d\d)? ?([ap])\.?m\b")
"""Behind the first of two times of day, of which only the last has its half of the day."""
OF_DAY = re.compile(rf"(?:{alternatives(PARTS_OF_DAY)})$")
"""Behind a time of day that says its half of the day."""
EVENING_BEHIND = re.compile(r" (?:last night|tonight|(?:this|yesterday|tomorrow) evening)\b")
DAY_NAMED = re.compile(
    r"(?:(?:to|-|and|until|till) ?(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)? ?(?:[ap]\.?m\b\.?)?)?,? ?(?:(?:on|of) )?"
    rf"(?=(?:(?:next|last|this) )?(?:{alternatives(WEEKDAYS)}|{alternatives(MONTHS)})"
    r"|today|yesterday|tomorrow|last night|\d\d?/\d)"
)
"""Between a time of day, or the first of two, and the day behind it."""
DAY_IN_BRACKETS = re.compile(r" \((?=[^()\n]{0,24}(?:day|tomorrow)\))")
DAY_BEHIND = re.compile(r"(?: \([\w:. +-]{3,16}\)|/\d{1,4}(?::\d\d)? (?:gmt|utc)),? (?:on )?")
"""The same time of day in another zone, in brackets or behind a stroke; the day stands behind it."""
NO_CLOCK_BEHIND = re.compile(r" (?:shift|oil|snack|blue|run)s?\b")
"""Behind a time that says what kind of a thing it is: ``midnight snacks``, ``the 7 a.m. shift``."""
NEAR_CLOCK_CHARS = 60
"""A time of day of what lies ahead belongs to a day mentioned so many characters before."""


def clock(found: Found) -> Meaning | None:
    """A time of day, on the day written beside it, else on the day mentioned last if that is near, else today."""
    words = found["clock"]
    if NO_CLOCK_BEHIND.match(found.after):
        return None
    if words in ("noon", "midday", "midnight"):
        at = "24:00" if words == "midnight" else "12:00"
    else:
        if words[-1].isdigit() and EVENING_BEHIND.match(found.context.text, found.match.end()):
            words += " at night"
        at = _clock_face(words, SAME_HALF_BEHIND.match(found.context.text, found.match.end()))
    day = _day_of_clock(found)
    value = f"{day}T{at}"
    covers = _in_utc(calendar.interval(value), day, found)
    return Meaning("TIME", f"{value}Z" if found["zone"] in ("gmt", "utc") else value, covers)


def _clock_face(words: str, until: re.Match[str] | None) -> str:
    """``HH:MM`` of ``7.30 pm``, ``19:30``, ``1930``, ``eight o'clock at night``, ``7:30`` of ``7:30 to 9 p.m.``."""
    parts = CLOCK_FACE.match(words)
    assert parts is not None  # noqa: S101 - the block says so
    hour = HOUR_WORDS.get(parts[1]) or int(parts[1])
    if until is not None and not parts[3] and not OF_DAY.search(words) and hour <= int(until[1]) <= 12:
        return _clock_face(f"{hour}:{parts[2] or '00'}{until[2]}m", None)
    is_later = words.endswith(("afternoon", "evening")) or (words.endswith("night") and LAST_SMALL_HOUR < hour < 12)
    half = parts[3] or ("p" if is_later else "a" if words.endswith(("morning", "night")) else "")
    if half:
        hour = hour % 12 + 12 * (half == "p")
    return f"{hour:02d}:{parts[2] or '00'}"


def iso_time(found: Found) -> Meaning | None:
    """``2024-08-13T14:30+02:00``: a minute."""
    local = calendar.interval(f"{found['iso']}T{found['at']}")
    sign, shift = found["shift"][:1], re.findall(r"\d\d", found["shift"])
    ahead = timedelta(hours=int(shift[0]), minutes=int(shift[1])) if shift else timedelta()
    if not shift and not found["utc"]:
        ahead = found.context.offset or ahead
    return Meaning("TIME", f"{found['iso']}T{found['at']}", _shifted(local, -ahead if sign == "-" else ahead))


def _in_utc(local: Interval, day: date, found: Found) -> Interval:
    """What a time of day covers, by the zone written, else by the one of the publication, else taken as UTC."""
    ahead = time_zones.offset(found["zone"], day) if found["zone"] else None
    if ahead is None:
        ahead = found.context.offset
    return _shifted(local, ahead)


def _shifted(local: Interval, ahead: timedelta | None) -> Interval:
    """A time on a clock that is so far ahead of UTC, in UTC."""
    if local.start is None or local.end is None or not ahead:
        return local
    return evolve(local, start=local.start - ahead, end=local.end - ahead)


def _day_of_clock(found: Found) -> date:
    """The day a time of day belongs to."""
    if found["month"]:
        meaning = month_day_year(found) if found["year"] else month_day(found)
        if meaning is not None:
            return date.fromisoformat(meaning.value)
    if found["weekday"]:
        return weekday_day(found)
    if found["named"]:
        return found.day + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(found["named"], 0))
    text, end = found.context.text, found.match.end()
    if opening := DAY_IN_BRACKETS.match(text, end) or DAY_BEHIND.match(text, end):
        behind = found.meaning_at(opening.end())
        if behind is not None and behind[0].covers.precision in ("day", "minute"):
            return date.fromisoformat(behind[0].value[:10])
    if named := DAY_NAMED.match(text, end + (text[end : end + 1] == " ")):
        behind = found.meaning_at(named.end())
        if behind is not None and behind[0].covers.precision in ("day", "part-of-day"):
            return date.fromisoformat(behind[0].value[:10])
    reference = found.last_mentioned("day", NEAR_CHARS if found.tense < 0 else NEAR_CLOCK_CHARS)
    return _after_midnight(found, reference) if reference else found.day


def _after_midnight(found: Found, reference: Reference) -> date:
    """The day mentioned before a time of day, or the next one where the time is after the midnight of its night."""
    is_small = re.match(rf"(?:1[2]|0?[1-{LAST_SMALL_HOUR}])(?::\d\d)? ?a\.?m", found["clock"]) is not None
    return reference.day + timedelta(days=is_small and reference.precision == "part-of-day" and reference.is_night)


ISO_TIME_RULE = Rule(
    "iso_time",
    r"(?P<iso>\d{4}-\d\d-\d\d)[t ](?P<at>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:(?P<utc>z)|(?P<shift>[+-]\d\d:?\d\d))?",
    iso_time,
)
CLOCK_DAY_RULE = Rule(
    "clock_day",
    r"(?:(?:at )?(?:about|around|shortly (?:before|after)) )?<clock>(?: \(?<zone>\)?)?,?(?: on| of)? "
    rf"(?:(?:<weekday>,? )?<month> <day>(?:,? <year>)?|(?:{RELATIVE} )?<weekday>(?: <part>)?"
    r"|(?P<named>today|yesterday|tomorrow))",
    clock,
)
CLOCK_FIRST_RULE = Rule(
    "clock_first",
    r"(?P<clock>(?:1[0-2]|[1-9])(?:[:.][0-5]\d)?)"
    r"(?= ?(?:-|to|and|until|till) ?(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)? ?(?:[ap]\.m\b|[ap]m\b))",
    clock,
)
CLOCK_RULE = Rule("clock", r"(?:(?:about|around) )?<clock>(?: \(?<zone>\b\)?)?", clock)
