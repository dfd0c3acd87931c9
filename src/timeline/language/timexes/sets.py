"""This file holds the rules for times that come again and again."""

from __future__ import annotations

from timeline.language.timexes.absolute import month_number
from timeline.language.timexes.context import Found, Reading
from timeline.language.timexes.counts import period
from timeline.language.timexes.grammar import Rule
from timeline.language.timexes.words import PARTS_OF_DAY, SEASONS, UNITS, WEEKDAYS

RATES = {"hourly": "PT1H", "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y"}


def every(found: Found) -> Reading | None:
    """``every Monday``, ``each summer``, ``Fridays``."""
    if found["weekday"]:
        name = found["weekday"].rstrip(".")
        number = next(number for word, number in WEEKDAYS.items() if word.startswith(name[:3]))
        return Reading("SET", f"XXXX-WXX-{number + 1}" + (f"T{PARTS_OF_DAY[found['part']]}" if found["part"] else ""))
    if found["month"]:
        return Reading("SET", f"XXXX-{month_number(found['month']):02d}") if found.is_capitalised else None
    if found["season"]:
        return Reading("SET", f"XXXX-{SEASONS[found['season']]}")
    if found["part"]:
        return Reading("SET", f"XXXX-XX-XXT{PARTS_OF_DAY[found['part']]}")
    return Reading("SET", period(1, UNITS[found["units"]]))


def rate(found: Found) -> Reading | None:
    """``daily``, ``twice a week``, ``per year``."""
    if found["rate"]:
        return Reading("SET", RATES[found["rate"]])
    return Reading("SET", period(1, UNITS[found["units"]]))


SETS = (
    Rule(
        "every",
        r"(?:every|each)(?: single)? (?:<weekday>(?: <part>)?|<month>|<season>|(?P<part>morning|afternoon"
        r"|evening|night)|(?P<units>minute|hour|day|week|weekend|month|quarter|year|decade))(?! of\b)",
        every,
    ),
    Rule(
        "weekdays",
        r"(?:on )?(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday"
        r"|sunday)(?: (?P<part>morning|afternoon|evening|night))?s(?=\W)",
        every,
    ),
    Rule(
        "rate",
        r"(?P<rate>hourly|daily|weekly|monthly|annually)|(?:once|twice|(?:two|three|four|five|six"
        r"|\d+) times|per) (?:an? |every |each )?(?P<units>hour|day|week|month|year)",
        rate,
    ),
)
