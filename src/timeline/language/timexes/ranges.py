"""Rules for days and years in ranges and lists, of which only one has the month or the year."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from timeline.language.calendar import midnight
from timeline.language.lexicon.number_words import ORDINALS
from timeline.language.lexicon.times import month_number
from timeline.language.lexicon.words import alternatives
from timeline.language.timexes.calendar_dates import DAY_ENDS, NO_QUANTITY, day_number, month_day
from timeline.language.timexes.context import Found, Meaning, date_of
from timeline.language.timexes.grammar import Rule
from timeline.model.interval import Interval

LIST_JOIN = re.compile(r"(?:,|,? and|,? or| to| through| until| till|,? &) (?:the )?$")
"""Between the days of a list, or the ends of a range."""
ORDINAL_JOIN = re.compile(r" (?:to|through|until|till) (?:the )?$|.* the $")
"""Before a day in words, which may also say in which order something comes: ``on 4 May and fifth in line``."""


def days(found: Found) -> Meaning | None:
    """``May 10-12``, ``10-12 May 2019``: from the first day to the end of the last."""
    meaning = month_day(found) if not found["year"] else None
    month = month_number(found["month"] or found["bare_month"])
    year = int(found["year"]) if found["year"] else date.fromisoformat(meaning.value).year if meaning else 0
    if not year:
        return None
    first, last = (date(year, month, int(re.match(r"\d+", found[name])[0])) for name in ("day", "until"))  # type: ignore[index]
    if last <= first:
        return None
    start, end = midnight(first), midnight(last) + timedelta(days=1)
    return Meaning("DATE", f"{first}/{last}", Interval(start, end, "day"))


def years(found: Found) -> Meaning | None:
    """``2014-16``, ``2014-2016``: from the first of January to the end of the last year."""
    first = int(found["year"])
    last = int(found["until"]) if len(found["until"]) == 4 else first // 100 * 100 + int(found["until"])
    if not first < last <= first + 99:
        return None
    return Meaning("DATE", f"{first}/{last}", Interval(datetime(first, 1, 1), datetime(last + 1, 1, 1), "year"))


def day_before(found: Found) -> Meaning | None:
    """``3, 5`` of ``3, 5 and 8 June``: a day of the month behind the list."""
    return month_day(found) if not found["year"] else _day_of(found, int(found["year"]))


def _day_of(found: Found, year: int) -> Meaning:
    """A day of a year that is written."""
    month = month_number(found["month"])
    return date_of(date(year, month, day_number(found["day"])))


def day_behind(found: Found) -> Meaning | None:
    """``25`` of ``April 24 and 25``: a day of the month before the list."""
    latest = found.context.latest
    if latest is None or latest.rule not in ("month_day", "day_behind", "month_day_year"):
        return None
    gap = found.context.text[latest.end : found.start]
    if not LIST_JOIN.fullmatch(gap) or (found["day"][0].isalpha() and not ORDINAL_JOIN.fullmatch(gap)):
        return None
    found.context.basis = "reference"
    first = date.fromisoformat(latest.meaning.value)
    number = day_number(found["day"])
    return date_of(first.replace(day=number)) if number > first.day else None


DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
DAY_WORD = rf"(?:{DAY_NUMBER}|{alternatives(ORDINALS)})"
RANGE_RULES = (
    Rule(
        "days",
        rf"<month> (?P<day>{DAY_NUMBER}) ?- ?(?P<until>{DAY_NUMBER})(?!-|[.,]?\d)(?:,? <year>)?{NO_QUANTITY}"
        rf"|(?:the )?(?P<day>{DAY_NUMBER}) ?- ?(?P<until>{DAY_NUMBER}) (?:of )?<bare_month>(?:,? <year>)?",
        days,
    ),
    Rule("years", r"(?<![\d#:.,])(?<!\d-)<year>-(?P<until>(?:1[5-9]|20)\d\d|\d\d)(?![\d%-]|[.,/:]\d)", years),
    Rule(
        "day_before",
        rf"(?:the )?(?P<day>{DAY_WORD})(?=(?:, (?:the )?{DAY_WORD}){{0,30}}(?:,? and|,? or| to| through| until| till) "
        rf"(?:the )?{DAY_WORD} (?:of )?<month>(?:,? <year>)?(?! +\d))",
        day_before,
    ),
)
BARE_DAY_RULES = (Rule("day_behind", rf"(?P<day>{DAY_WORD}){DAY_ENDS}", day_behind),)
"""The last of all rules: a bare number."""
