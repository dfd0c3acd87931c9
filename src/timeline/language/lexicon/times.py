"""Words for parts of the calendar and of the day, and for units of time."""

from __future__ import annotations

from timeline.language.lexicon.words import capitalized, words
from timeline.model.periods import MONTH_NAMES

MONTHS = {name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
MONTH_ABBREVIATIONS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip
AMBIGUOUS_MONTHS = words("march april may june august")
"""Names of months that are also words or names of people."""
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
WEEKDAY_NAMES = capitalized(WEEKDAYS)
WEEKDAY_ABBREVIATIONS = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4}
"""With a full stop only; ``sat.`` and ``sun.`` are words that end sentences."""
WEEKEND_ABBREVIATIONS = {"sat": 5, "sun": 6}
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
"""Words for seasons, and the season in a TIMEX3 value."""
PARTS_OF_DAY = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
"""Words for parts of a day, and the part in a TIMEX3 value."""
PARTS_IN_DAYLIGHT = PARTS_OF_DAY.keys() - {"night"}
DAYS_FROM_TODAY = words("today yesterday tonight tomorrow")
UNITS = {
    "second": "second", "seconds": "second", "minute": "minute", "minutes": "minute", "hour": "hour", "hours": "hour",
    "day": "day", "days": "day", "night": "night", "nights": "night", "week": "week", "weeks": "week",
    "weekend": "weekend", "weekends": "weekend", "fortnight": "fortnight", "month": "month", "months": "month",
    "quarter": "quarter", "quarters": "quarter", "year": "year", "years": "year", "decade": "decade",
    "decades": "decade", "century": "century", "centuries": "century",
}  # fmt: skip
"""Words for units, and the unit."""
RATES = {"hourly": "PT1H", "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y"}
"""Adverbs for what comes again, and the length between two times."""
DAYS = (
    DAYS_FROM_TODAY
    | WEEKDAYS.keys()
    | {f"{name}'s" for name in WEEKDAYS}
    | {f"{name}." for name in (WEEKDAY_ABBREVIATIONS | WEEKEND_ABBREVIATIONS)} - words("tue. thu. thur.")
    | words("earlier last this")
)
"""Words that begin an adverbial of time beside a reporting verb."""
DAY_ADJECTIVES = words("this last earlier")
"""Those that say when only before a word of `PARTS_OF_DAYS`."""
OTHER_CALENDARS = words("orthodox coptic armenian julian eastern greek russian ethiopian")
"""Before a holiday: by them it falls on another day."""
TIMES_BEFORE = words(
    """in of since by from until till to through thru during before after between and or but for on the a an its his her
    their our my your this that these those last next early late mid year years not fiscal financial calendar class
    election elections olympics games conference congress summit
    championship championships festival awards circa at all whole full entire previous prior
    when where while as if per versus vs against like into throughout within is was were are also both beyond past
    season"""
)
"""Words behind which a number of four digits may be a year, whatever follows."""
PARTS_OF_DAYS = SEASONS.keys() | PARTS_OF_DAY.keys() | words("week weekend month year")
"""What may follow in such an adverbial: ``last week``, ``Friday morning``."""


def month_number(name: str) -> int:
    """1 to 12 of a month's name or abbreviation in lower case, with or without its stop."""
    plain = name.rstrip(".")
    return MONTHS.get(plain) or MONTH_ABBREVIATIONS[plain]
