"""Resolve the members of a list or range together: ``from Monday to Thursday``, ``June and July 2019``."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.language.lexicon.times import (
    MONTH_ABBREVIATIONS,
    MONTHS,
    PARTS_OF_DAY,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
    month_number,
)
from timeline.language.lexicon.words import alternatives

if TYPE_CHECKING:
    from timeline.language.timexes.context import Found

JOIN_PATTERN = (
    r"(?: *,)? *(?:and|or|to|through|thru|until|till|-|,|&) *"
    r"(?:(?:on|the(?: (?:end|beginning|start|middle) of)?|early|late|mid) *-?)?"
)
"""Between the members."""
JOINED = re.compile(JOIN_PATTERN)
_WEEKDAY_PATTERN = "|".join([*WEEKDAYS, *(rf"{name}\.?" for name in WEEKDAY_ABBREVIATIONS)])
_MONTH_PATTERN = "|".join([*MONTHS, *(rf"{name}\b\.?" for name in MONTH_ABBREVIATIONS)])
WEEKDAYS_BEHIND = re.compile(rf"(?:{JOIN_PATTERN}\b(?:{_WEEKDAY_PATTERN})(?!\w|'s| (?:{alternatives(PARTS_OF_DAY)})))+")
MONTHS_BEHIND = re.compile(rf"(?:{JOIN_PATTERN}\b(?:{_MONTH_PATTERN})(?!\w))+(?! *\d\d?\b)")
YEAR_BEHIND = re.compile(
    rf"(?:{JOIN_PATTERN}(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? )?(?:(?:{_MONTH_PATTERN})(?!\w))"
    r"(?: \d{1,2}(?:st|nd|rd|th)?(?!\d))?)+"
    r"(?: *,)?(?: in\b| of\b)? *(?P<year>(?:1[5-9]|20)\d\d)(?![\d-])"
)
MOST_DAYS_FORWARD = 4
"""A weekday more than so many days after the one before it in a list precedes it."""
RANGE = re.compile(r"\b(?:to|through|thru|until|till)\b|-")
LONGEST_LIST_CHARS = 90
"""A list is read so many characters ahead."""


def weekday_of(found: Found, weekday: int, today: date) -> date | None:
    """
    The day of a weekday that stands in a list; None for one that stands alone.

    In a list about the past the last member is the last one before the publication, in one about the future the first
    member is the next one; the others follow or precede it.
    """
    before = _member_before(found, ("weekday", "weekday_part", "clock_day"))
    if before is not None and not _is_backwards([before.weekday(), weekday], found.before):
        return before + timedelta(days=(weekday - before.weekday() - 1) % 7 + 1)
    behind = WEEKDAYS_BEHIND.match(found.context.text, found.match.end(), found.match.end() + LONGEST_LIST_CHARS)
    if behind is None or _is_backwards([weekday, *_weekday_numbers(behind[0])], behind[0]):
        return None
    if found.is_future or (found.tense == 0 and weekday == today.weekday()):
        return today + timedelta(days=(weekday - today.weekday()) % 7)
    day = today + timedelta(days=1)
    for number in reversed([weekday, *_weekday_numbers(behind[0])]):
        day -= timedelta(days=(day.weekday() - number - 1) % 7 + 1)
    return day


def _weekday_numbers(words: str) -> list[int]:
    """The weekdays named in some words, Monday 0."""
    days = WEEKDAYS | WEEKDAY_ABBREVIATIONS
    return [days[name.rstrip(".")] for name in re.findall(rf"\b(?:{_WEEKDAY_PATTERN})", words)]


def _is_backwards(numbers: list[int], words: str) -> bool:
    """``Friday and Thursday`` go back in time; ``Friday to Thursday`` are most of a week."""
    return not RANGE.search(words) and any((two - one) % 7 > MOST_DAYS_FORWARD for one, two in pairwise(numbers))


def year_behind(found: Found, month: int) -> int | None:
    """The year at the end of the list or range that a month or day of it begins."""
    behind = YEAR_BEHIND.match(found.context.text, found.match.end(), found.match.end() + LONGEST_LIST_CHARS)
    if behind is None:
        return None
    return int(behind["year"]) - (month > _month_numbers(behind[0])[-1])


def year_of_list(found: Found) -> int | None:
    """The year of a day that ends the list that ``day_before`` has begun."""
    before = _member_before(found, ("day_before",))
    return None if before is None else before.year


def year_of_month(found: Found, month: int, today: date) -> int | None:
    """The year of a month that stands in a list of months without one; None for one that stands alone."""
    before = _member_before(found, ("month", "month_year", "month_day"))
    if before is not None:
        return before.year + (month < before.month)
    behind = MONTHS_BEHIND.match(found.context.text, found.match.end(), found.match.end() + LONGEST_LIST_CHARS)
    if behind is None:
        return None
    numbers = [month, *_month_numbers(behind[0])]
    year, at = today.year, today.month + 1
    if found.is_future:
        if not RANGE.search(behind[0]):
            return None
        year, at = today.year + (numbers[-1] < today.month), 13
    for number in reversed(numbers):
        year, at = year - (number >= at), number
    return year


def _month_numbers(words: str) -> list[int]:
    """The months named in some words, 1 to 12."""
    return [month_number(name) for name in re.findall(rf"\b(?:{_MONTH_PATTERN})", words)]


def _member_before(found: Found, rules: tuple[str, ...]) -> date | None:
    """The first day of the member of the same list that stands before."""
    latest = found.context.latest
    if latest is None or latest.rule not in rules:
        return None
    if JOINED.fullmatch(found.context.text, latest.end, found.start) is None:
        return None
    start = latest.meaning.covers.start
    if start is None:
        return None
    found.context.basis = "reference"
    return start.date()
