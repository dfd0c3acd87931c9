"""Rules for times that are put together from a length or place and another time: ``a year ago today``."""

from __future__ import annotations

import re
from datetime import date, timedelta

from timeline.language import calendar
from timeline.language.calendar import midnight, shifted
from timeline.language.lexicon.number_words import ORDINALS, ordinals, spelled
from timeline.language.lexicon.times import UNITS, WEEKDAY_ABBREVIATIONS, WEEKDAYS, WEEKEND_ABBREVIATIONS
from timeline.language.lexicon.words import alternatives
from timeline.language.numbers import number_value
from timeline.language.timexes.calendar_dates import day_number
from timeline.language.timexes.context import Found, Meaning, date_of
from timeline.language.timexes.grammar import Rule
from timeline.language.timexes.offsets import COUNT, away, count
from timeline.language.timexes.vocabulary import PERIODS
from timeline.model.interval import Interval

LONG_UNITS = frozenset(("day", "week", "fortnight", "month", "quarter", "year", "decade", "century"))
COUNTED_UNITS = LONG_UNITS - {"quarter"}
LENGTH_UNITS = ("second", "minute", "hour", "day", "week", "month", "year")
WEEK = timedelta(days=7)
COMPARED_BEFORE = re.compile(
    r"(?:\b(?:from|than|to|with|versus|vs|against|share|shares|compared|or|the)|[\d%,)(])\s*$"
    r"|\b(?:million|billion|trillion|cents|percent|per cent|dollars|yen|points)\b[^.]*$"
)
"""Before ``a year ago``: a figure of then."""
LENGTH_BEFORE = re.compile(
    rf"\b(?:{alternatives(ordinals(1, 10))}|last|only|\w{{2,}}est|most|least|worst|best|times?"
    r"|\d[\d,.]*|million|billion|percent"
    rf"|{alternatives(spelled(2, 12))}|more than|as many|done|finished|completed?|all|twice|thrice)\b"
)
"""Between a cue of the future and ``in three weeks``: what takes so long, or what has not been for so long."""
LENGTH_CHARS = 40
"""So many characters before a length such words are looked for."""
NTH_WEEKDAY_AGO = spelled(1, 10) | {"a couple of": 2}


def compound(found: Found) -> Meaning | None:
    """``three weeks and four days ago``: as fine as the smallest unit."""
    sign = -1 if found.words.endswith(("ago", "earlier", "before")) else 1
    day, finest = found.day, "century"
    for piece in PIECE.finditer(found.words):
        unit = UNITS.get(piece["unit"], "")
        amount = 1 if piece["count"] in ("a", "an") else number_value(piece["count"])
        if unit not in LONG_UNITS or amount is None:
            return None
        day = shifted(day, sign * amount, unit)
        finest = min(finest, unit, key=_coarseness)
    return date_of(day, finest)


def compound_length(found: Found) -> Meaning | None:
    """``two hours and 30 minutes``: units that grow smaller."""
    value, last = "P", len(LENGTH_UNITS)
    for piece in PIECE.finditer(found.words):
        unit = UNITS[piece["unit"]]
        amount = 1 if piece["count"] in ("a", "an") else number_value(piece["count"])
        if amount is None or LENGTH_UNITS.index(unit) >= last:
            return None
        prefix, factor, letter = PERIODS[unit]
        last = LENGTH_UNITS.index(unit)
        value += ("T" if prefix == "PT" and "T" not in value else "") + f"{amount * factor:g}{letter}"
    return Meaning("DURATION", value)


def weekday_from(found: Found) -> Meaning | None:
    """``Monday, two weeks from now``: of the week so far from this one."""
    amount, unit = count(found), UNITS[found["units"]]
    if amount is None or unit not in ("week", "fortnight", "month", "year"):
        return None
    there = shifted(found.day, -amount if found.words.endswith("ago") else amount, unit)
    return date_of(there + timedelta(days=WEEKDAYS[_full_name(found["weekday"])] - there.weekday()))


def _coarseness(unit: str) -> int:
    """Units in order of their length."""
    return ("day", "week", "fortnight", "month", "quarter", "year", "decade", "century").index(unit)


def since_today(found: Found) -> Meaning | None:
    """``a year ago today``, ``two years ago this week``, ``a year ago on Friday``: the same so many units before."""
    amount, unit = count(found), UNITS[found["units"]]
    if amount is None or unit not in LONG_UNITS:
        return None
    there = shifted(found.day, -amount, unit)
    if found["named"]:
        return date_of(there + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(found["named"], 0)))
    return date_of(there, found["this"] or ("week" if unit in ("week", "fortnight") else "month"))


def year_ago(found: Found) -> Meaning | None:
    """``a year ago``, where no figure is compared with one of then."""
    before = found.context.text[max(0, found.start - LENGTH_CHARS) : found.start]
    if COMPARED_BEFORE.search(before.rsplit("\n", 1)[-1]) or found.quarter(1500) is not None:
        return None
    return Meaning("DATE", f"{found.day.year - 1:04d}")


def in_so_long(found: Found) -> Meaning | None:
    """``in three weeks``, of what lies ahead; None where that is how long it takes, or how long it has been."""
    if not found["time"]:
        before = found.context.text[max(0, found.start - LENGTH_CHARS) : found.start - len("in ")]
        if not found.is_future or LENGTH_BEFORE.search(before.rsplit(".", 1)[-1]):
            return None
    if count(found) is None or UNITS[found["units"]] not in COUNTED_UNITS:
        return None
    return away(found, found.day, 1)


def nth_units(found: Found) -> Meaning | None:
    """``the first two weeks of August``, ``the last four months of 2021``."""
    behind = found.meaning_behind()
    amount = number_value(found["number"])
    if behind is None or amount is None or behind[0].covers.precision not in ("month", "year"):
        return None
    covers, unit = behind[0].covers, UNITS[found["units"]]
    if covers.start is None or covers.end is None or unit not in ("day", "week", "month"):
        return None
    if found["nth"] == "first":
        first = covers.start.date()
        last = shifted(first, amount, unit)
    else:
        last = covers.end.date()
        first = shifted(last, -amount, unit)
    if first < covers.start.date() or last > covers.end.date():
        return None
    value = f"{first}/{last - timedelta(days=1)}"
    interval = Interval(midnight(first), midnight(last), "month" if unit == "month" else "day")
    return Meaning("DATE", value, interval, end=behind[1])


def week_of_year(found: Found) -> Meaning | None:
    """``the first week of 2017``, counted as ISO 8601 does."""
    year = int(found["year"])
    weeks = date(year, 12, 28).isocalendar().week
    nth = _nth(found["nth"])
    return Meaning("DATE", f"{year}-W{weeks if nth < 0 else nth:02d}") if nth <= weeks else None


def _nth(words: str) -> int:
    """1 to 5, -1 for the last."""
    if words in ("last", "final"):
        return -1
    return ORDINALS.get(words) or int(words[:-2])


def after_next(found: Found) -> Meaning | None:
    """``the week after next``: two ahead."""
    unit = UNITS[found["unit"]]
    return date_of(shifted(found.day, 2, unit), unit)


def weekday_beside(found: Found) -> Meaning | None:
    """``the Friday before last``, ``the Monday after next``, ``Monday week``, ``two Thursdays ago``."""
    weekday = WEEKDAYS[_full_name(found["weekday"])]
    back = found.day - timedelta(days=(found.day.weekday() - weekday - 1) % 7 + 1)
    ahead = found.day + timedelta(days=(weekday - found.day.weekday() - 1) % 7 + 1)
    if found["ago"]:
        return date_of(back - (NTH_WEEKDAY_AGO[found["ago"]] - 1) * WEEK)
    return date_of(back - WEEK if found["before"] else ahead + WEEK)


def _full_name(weekday: str) -> str:
    """The name of a weekday that may be cut."""
    return next(name for name in WEEKDAYS if name.startswith(weekday[:3]))


def weekday_number(found: Found) -> Meaning | None:
    """``Monday 13th``: the nearest day of that name and number."""
    weekday, number = WEEKDAYS[_full_name(found["weekday"])], day_number(found["day"])
    if number > calendar.days_in_month(date(2000, 1, 1)):
        return None
    first = found.day.replace(day=1)
    months = (shifted(first, step, "month") for step in range(-5, 6))
    days = [month.replace(day=number) for month in months if number <= calendar.days_in_month(month)]
    fitting = [day for day in days if day.weekday() == weekday]
    if not fitting:
        return None
    ahead = found.tense > 0
    fitting = [day for day in fitting if day >= found.day] if ahead else fitting
    return date_of(min(fitting, key=lambda day: abs((day - found.day).days))) if fitting else None


DAY_WORDS = alternatives(ORDINALS).replace(r"\-", "[- ]")
SHORT_WEEKDAY = rf"(?P<weekday>{alternatives(WEEKDAY_ABBREVIATIONS | WEEKEND_ABBREVIATIONS)})\.?"
SHORT_PIECE = rf"(?:\d+|an?|{alternatives(spelled(1, 12))}) (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)"
ONE_PIECE = rf"(?:\d+|an?|{alternatives(spelled(1, 12))}) (?:days?|weeks?|fortnights?|months?|years?|decades?)"
BESIDE_TODAY = (
    r"(?:(?P<named>today|yesterday|tomorrow)|this (?P<this>week|month|year|weekend)|on (?:last |this )?<:weekday>)"
)
PIECE = re.compile(rf"(?P<count>\d+|an?|{alternatives(spelled(1, 12))}) (?P<unit>[a-z]+)")
COMPOSED_RULES = (
    Rule("compound", rf"{ONE_PIECE}(?:(?:,| and|, and) {ONE_PIECE}){{1,3}} (?:ago|earlier|from now)", compound),
    Rule(
        "compound_length",
        rf"{SHORT_PIECE}(?:(?:,| and|, and) {SHORT_PIECE}){{1,3}}(?!-| (?:old|ago|later|earlier)\b)",
        compound_length,
    ),
    Rule(
        "weekday_from",
        rf"<weekday>,? {COUNT} (?:from now|from today|ago)",
        weekday_from,
    ),
    Rule("since_today", rf"(?:(?:about|almost|nearly|exactly) )?{COUNT} ago {BESIDE_TODAY}", since_today),
    Rule("year_ago_then", r"(?:a|one) year ago(?! (?:quarter|period|when)\b)", year_ago),
    Rule(
        "in_so_long",
        rf"@(in){COUNT}(?P<time>'s? time)?(?! (?:of|or so|long|from|that|which|when|where)\b|-)",
        in_so_long,
    ),
    Rule(
        "nth_units",
        r"(?:the )?(?P<nth>first|last|final)~<number>~(?P<units>days|weeks|months) (?:of|in)(?= (?:<:month>|<:year>))",
        nth_units,
    ),
    Rule(
        "week_of_year",
        rf"(?:the )?(?P<nth>{alternatives(ordinals(1, 5))}|last|final|[1-5]?\d(?:st|nd|rd|th)) week (?:of|in) <year>",
        week_of_year,
    ),
    Rule("after_next", r"(?:the )?(?P<unit>week|weekend|month|year) after next(?! +\w+day\b)", after_next),
    Rule(
        "weekday_beside",
        rf"(?:the )?<weekday> (?:(?P<before>before last)|after next|week(?= *(?:[.,;:)\n]|$)))"
        rf"|(?P<ago>{alternatives(NTH_WEEKDAY_AGO)}) (?P<weekday>{alternatives(WEEKDAYS)})s? ago",
        weekday_beside,
    ),
    Rule(
        "weekday_number",
        r"<weekday>,? (?:the )?(?P<day>(?:3[01]|[12]?\d)(?:st|nd|rd|th)?)"
        r"(?= *(?:[.,;:!?)\n]|$)| (?:at|and|to|from)\b)(?!,\d)"
        rf"|<weekday>,? the (?P<day>{DAY_WORDS})(?= *(?:[.,;:!?)\n]|$))"
        rf"|{SHORT_WEEKDAY} (?:the )?(?P<day>(?:3[01]|[12]?\d)(?:st|nd|rd|th))",
        weekday_number,
    ),
)
"""Tried before all others; where one of these reads nothing, the others are tried."""
