"""Read the one time that somebody wrote where a date is asked for: in an option, a header, a cell of a table."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from timeline.language.calendar import shifted
from timeline.language.lexicon.times import MONTH_ABBREVIATIONS, MONTHS
from timeline.language.lexicon.words import alternatives
from timeline.language.timexes import timexes
from timeline.model.moments import parse_moment
from timeline.model.periods import day_label
from timeline.plugins import lazy_module

if TYPE_CHECKING:
    from email import utils as email_utils

    from timeline.language.timexes import Timex
else:
    email_utils = lazy_module("email.utils")

NO_DATE = "is not a valid date: write YYYY-MM-DD or an ISO 8601 time"
"""Follows what was written, as each message of `written_time` does."""
LONGEST_CHARS = 80
"""No date is written in more."""
MONTH_OF_YEAR = re.compile(r"(\d{4})-(\d\d?)")
WEEK_OF_YEAR = re.compile(r"\d{4}-W\d\d")
TWO_DIGITS = re.compile(r"\d\d?([-/.])\d\d?\1\d\d(?!\d)")
YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d\d?)\2(\d\d?)(?![\d/.-])")
YEAR_LAST = re.compile(r"(\d\d?)([-/.])(\d\d?)\2(\d{4})(?![\d/.-])")
MAIL_DATE = re.compile(
    r"(?:[A-Za-z]{3}, *)?\d\d? [A-Za-z]{3} \d{4} \d\d:\d\d(?::\d\d)?(?: [+-]\d{4}| (?:GMT|UTC?|[ECMP][SD]T))"
)
"""RFC 2822, and HTTP's form of it."""
IN_UTC = re.compile(r"(?<=\d) ?(?:UTC|GMT)\Z")
BETWEEN = re.compile(r"(?:[\s,]|\b(?:on|at|in|the)\b)*", re.IGNORECASE)
"""What may stand around a day and a time of day, and says nothing."""
UP_TO_TODAY = re.compile(r"(?:the )?(?:last|past|previous) ", re.IGNORECASE)
LENGTH = re.compile(r"P(\d{1,3})([DWMY])")
UNIT_NAMES = {"D": "day", "W": "week", "M": "month", "Y": "year"}
YEARLESS = re.compile(
    r"(?!.*(?:\d{4}|['’]\d\d|\b(?:last|this|next|ago)\b))"
    rf".*\b(?:{alternatives({*MONTHS, *MONTH_ABBREVIATIONS})})\b",
    re.IGNORECASE,
)
"""The day of a month, of no year."""


@frozen
class WrittenTime:
    """
    A time that was written.

    Attributes:
        first: The first day of it.
        last: The last day of it, inclusive.
        moment: The moment, where a time of day is given; it is aware where a zone is.
        is_relative: It depends on what day is today.
    """

    first: date
    last: date
    moment: datetime | None = None
    is_relative: bool = False

    @property
    def days(self) -> str:
        """``2026-11-16 to 2026-11-22``, or the one day."""
        return str(self.first) if self.first == self.last else f"{self.first} to {self.last}"


def today() -> date:
    """Today, in UTC."""
    return datetime.now(UTC).date()


def written_time(text: str, now: date) -> WrittenTime:
    """
    The day, period or moment that a whole text names: ``2026-3-5``, ``10 March 2026``, ``last week``, RFC 2822 ...

    Args:
        text: What was written.
        now: What "today" means in it.

    Raises:
        ValueError: It names none, or may be read in two ways; the message goes on behind the text.
    """
    written = _year_first(" ".join(text[: LONGEST_CHARS + 1].split()))
    if len(text) > LONGEST_CHARS:
        raise ValueError(NO_DATE)
    return _in_numbers(written) or _in_words(written, now)


def _in_numbers(text: str) -> WrittenTime | None:
    """A time in numbers, or as mail has it; None where it is none."""
    with suppress(ValueError, OverflowError):
        if month := MONTH_OF_YEAR.fullmatch(text):
            first = date(int(month[1]), int(month[2]), 1)
            return WrittenTime(first, shifted(first, 1, "month") - timedelta(days=1))
        if MAIL_DATE.fullmatch(text):
            return _at(email_utils.parsedate_to_datetime(text))
        if not WEEK_OF_YEAR.fullmatch(text):
            return _at(parse_moment(IN_UTC.sub("+00:00", text)))
    return None


def _at(moment: date | datetime) -> WrittenTime:
    """A day, or a moment on its own day."""
    if isinstance(moment, datetime):
        return WrittenTime(moment.date(), moment.date(), moment)
    return WrittenTime(moment, moment)


def _year_first(text: str) -> str:
    """
    A text with a date in numbers that it begins with as ``YYYY-MM-DD``; with dots the day stands first.

    Raises:
        ValueError: Day and month may be either.
    """
    if found := YEAR_FIRST.match(text):
        year, month, day = int(found[1]), int(found[3]), int(found[4])
    elif found := YEAR_LAST.match(text):
        day, month, year = int(found[1]), int(found[3]), int(found[4])
        if month > 12:
            day, month = month, day
        elif day <= 12 and day != month and found[2] != ".":
            one, other = date(year, month, day), date(year, day, month)
            raise ValueError(f"may be {day_label(one)} or {day_label(other)}: write {one} or {other}")
    elif TWO_DIGITS.match(text):
        raise ValueError("has a year of two digits: write YYYY-MM-DD")
    else:
        return text
    try:
        return f"{date(year, month, day)}{text[found.end() :]}"
    except ValueError:
        raise ValueError(NO_DATE) from None


def _in_words(text: str, now: date) -> WrittenTime:
    """
    The time that the words of a text name: one expression, or a day and a time of day.

    Raises:
        ValueError: See `written_time`.
    """
    found = timexes(text, now)
    if not found or BETWEEN.sub("", _without(text, found)):
        raise ValueError(NO_DATE)
    if YEARLESS.match(text):
        raise ValueError("names no year: add one")
    last = found[-1]
    length = LENGTH.fullmatch(last.value)
    if len(found) == 1 and length and UP_TO_TODAY.match(text):
        return WrittenTime(_before(now, length), now, is_relative=True)
    kinds = [timex.kind for timex in found]
    start, end = last.interval.start, last.interval.end
    if start is None or end is None or kinds not in (["DATE"], ["TIME"], ["DATE", "TIME"]):
        raise ValueError(NO_DATE)
    is_relative = found[0].basis != "absolute"
    if kinds == ["DATE"]:
        return WrittenTime(start.date(), (end - timedelta(microseconds=1)).date(), is_relative=is_relative)
    return evolve(_at(_on_its_clock(last.value, start)), is_relative=is_relative)


def _before(now: date, length: re.Match[str]) -> date:
    """
    The day that lies a length before another.

    Raises:
        ValueError: The calendar has none.
    """
    try:
        return shifted(now, -int(length[1]), UNIT_NAMES[length[2]])
    except ValueError:
        raise ValueError(NO_DATE) from None


def _on_its_clock(value: str, start: datetime) -> datetime:
    """
    The moment of a TIMEX3 value that begins at some time in UTC: aware where a zone stands beside it.

    Raises:
        ValueError: It is a part of a day.
    """
    try:
        local = datetime.fromisoformat(value)
    except ValueError:
        raise ValueError(NO_DATE) from None
    if local.tzinfo is not None or local == start:
        return local
    return local.replace(tzinfo=timezone(local - start))


def _without(text: str, found: tuple[Timex, ...]) -> str:
    """What stands around some expressions."""
    pieces, at = [], 0
    for timex in found:
        pieces.append(text[at : timex.span.start])
        at = timex.span.end
    return " ".join([*pieces, text[at:]])
