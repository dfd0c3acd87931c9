"""Read the dates that pages and feeds state, with minutes and zone, in the forms that publishers write."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from timeline.language.lexicon import times

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model.moments import Moment

FIRST_YEAR, LAST_YEAR = 1700, 2200
"""Digitised newspapers reach back so far; a year outside is a mistake."""

CLOCK = r"""(?:(?:T|\s*,?\s+(?:at\s+|-\s+)?|\s*[|•]\s*)
    (?P<hour>\d{1,2})[:.]?(?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:[.,]\d+)?)?
    \s*(?P<half>[ap]\.?m\b\.?)?\s*(?P<zone>Z|UTC|GMT|BST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|CET|CEST)?
    (?:UTC|GMT)?\s*(?P<offset>[+-]\d\d(?::?\d\d)?)?Z?)?"""
NUMBERS = re.compile(
    rf"(?P<year>\d{{4}})(?P<parts>[-/.]?)(?P<month>\d\d?)(?P=parts)(?P<day>\d\d?){CLOCK}", re.VERBOSE | re.IGNORECASE
)
MONTHS = tuple(name[:3] for name in times.MONTHS)
MONTH = rf"(?P<name>{'|'.join(MONTHS)})(?:[a-z]*)\.?"
WORDS = re.compile(
    rf"""(?:[a-z]+,?\s+)?(?:{MONTH}\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){CLOCK})""",
    re.VERBOSE | re.IGNORECASE,
)
DAY_FIRST = re.compile(
    rf"""(?:[a-z]+,?\s+)?(?P<day>\d\d?)(?:st|nd|rd|th)?\.?\s+{MONTH},?\s+(?P<year>\d{{4}}){CLOCK}""",
    re.VERBOSE | re.IGNORECASE,
)
EPOCH = re.compile(r"\d{10}(?:\d{3})?")
ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "BST": 1, "CET": 1, "CEST": 2,
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip
"""Hours ahead of UTC; `ET` and the like, which mean two, are left open."""


def stated_moment(text: object) -> Moment | None:
    """
    The day or moment that a page states; None where it is none. Midnight is a day, as publishers mean by it.

    A moment without a zone stays without one.
    """
    if not isinstance(text, str | int) or isinstance(text, bool):
        return None
    written = str(text).strip()[:80]
    try:
        found = _epoch(written) or _written(written) or _of_mail(written)
    except (ValueError, OverflowError, OSError):
        return None
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        return None
    is_day = isinstance(found, datetime) and not (found.hour or found.minute or found.second)
    return found.date() if is_day and isinstance(found, datetime) else found


def most_exact(stated: Iterable[Moment | None]) -> Moment | None:
    """
    The first moment that is stated, by the clock of a later one of the same day where it has none itself.

    What comes first decides on the day: dates of a page are trusted in their order.
    """
    known = [moment for moment in stated if moment is not None]
    if not known:
        return None
    first = known[0]
    same_day = [each for each in known if _day(each) == _day(first)]
    if not isinstance(first, datetime):
        timed = [each for each in same_day if isinstance(each, datetime)]
        return next((each for each in timed if each.tzinfo), timed[0] if timed else first)
    if first.tzinfo is None:
        zoned = (each for each in same_day if isinstance(each, datetime) and each.tzinfo)
        return next((each for each in zoned if (each.hour, each.minute) == (first.hour, first.minute)), first)
    return first


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _epoch(written: str) -> datetime | None:
    """Seconds or milliseconds since 1970; eight digits are a day."""
    if not EPOCH.fullmatch(written):
        return None
    return datetime.fromtimestamp(int(written[:10]), UTC)


def _written(written: str) -> Moment | None:
    """
    Numbers from the year to the second, or an English month.

    Raises:
        ValueError: There is no such day or time.
    """
    found = NUMBERS.fullmatch(written) or WORDS.fullmatch(written) or DAY_FIRST.fullmatch(written)
    if found is None:
        return None
    parts = found.groupdict()
    month = int(parts["month"]) if parts.get("month") else MONTHS.index(parts["name"].lower()) + 1
    day = date(int(parts["year"]), month, int(parts["day"]))
    if parts["hour"] is None:
        return day
    hour = int(parts["hour"])
    if half := (parts["half"] or "").lower():
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    clock = datetime(day.year, day.month, day.day, hour, int(parts["minute"]), int(parts["second"] or 0))
    return clock.replace(tzinfo=_zone(parts["zone"], parts["offset"]))


def _zone(name: str | None, offset: str | None) -> timezone | None:
    """
    The zone of a stated clock, None where none is.

    Raises:
        ValueError: No clock is so far from UTC.
    """
    if offset:
        digits = offset[1:].replace(":", "").ljust(4, "0")
        ahead = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
        return timezone(-ahead if offset.startswith("-") else ahead)
    hours = ZONES.get((name or "").upper())
    return None if hours is None else timezone(timedelta(hours=hours))


def _of_mail(written: str) -> datetime | None:
    """
    A date as mails and RSS write it; ``-0000`` says that the zone is not known.

    Raises:
        ValueError: It is none.
    """
    return parsedate_to_datetime(written)
