"""Rules for times that come again and again."""

from __future__ import annotations

import re

from timeline.language.lexicon.number_words import SCALES, spelled
from timeline.language.lexicon.times import PARTS_OF_DAY, RATES, SEASONS, UNITS, WEEKDAYS, month_number
from timeline.language.lexicon.words import alternatives
from timeline.language.numbers import number_value
from timeline.language.timexes.context import Found, Meaning
from timeline.language.timexes.grammar import Rule
from timeline.language.timexes.offsets import period

AVERAGE_BEFORE = re.compile(r"\baverage $")
COUNTED_CHARS = 48
_SCALE = alternatives(SCALES.keys() - {"trillion"})
COUNTED_BEFORE = re.compile(
    rf"(?:\d|\b(?:{_SCALE}|dozen)|(?:\d|\b(?:{_SCALE}|dozens|hundreds|thousands|millions"
    rf"|{alternatives(spelled(2, 10))})) (?:of )?(?:[a-z]+ )?[a-z]+s"
    r"|\btimes) $"
)
"""Before ``a year``: a number, or a number of things."""
MONEY_BEFORE = re.compile(
    r"[$£€#] ?[\d.,]+(?: (?:million|billion|trillion))? $|\b(?:percent|per cent|dollars|pounds|euros|yen) $"
)
"""A price or a growth is no number of times."""


SPEED_BEFORE = re.compile(r"\b(?:miles?|kilomet(?:er|re)s?|kms?|met(?:er|re)s?|feet|knots|revolutions) $")
"""Before ``per hour``: a speed is no number of times."""
GROWTH_BEFORE = re.compile(r"(?:%|\bper ?cent) $")
"""Before ``annually``: a rate of growth is no number of times."""


def every(found: Found) -> Meaning | None:
    """``every Monday``, ``each summer``, ``Fridays``."""
    if found["weekday"]:
        name = found["weekday"].rstrip(".")
        weekday = next(place for word, place in WEEKDAYS.items() if word.startswith(name[:3]))
        return Meaning("SET", f"XXXX-WXX-{weekday + 1}" + (f"T{PARTS_OF_DAY[found['part']]}" if found["part"] else ""))
    if found["month"]:
        return Meaning("SET", f"XXXX-{month_number(found['month']):02d}") if found.is_capitalised else None
    if found["season"]:
        return Meaning("SET", f"XXXX-{SEASONS[found['season']]}")
    if found["part"]:
        return Meaning("SET", f"XXXX-XX-XXT{PARTS_OF_DAY[found['part']]}")
    amount = number_value(found["number"]) if found["number"] else 2 if " other " in found.words else 1
    return Meaning("SET", period(None if found["few"] else amount, UNITS[found["units"]]))


def rate(found: Found) -> Meaning | None:
    """``daily``, ``twice a week``, ``per year``."""
    if found["rate"]:
        if found.is_capitalised and (found.is_followed_by_capital or found.is_behind_capital):
            return None  # a newspaper
        if AVERAGE_BEFORE.search(found.before) or (
            found["rate"].startswith("annual") and GROWTH_BEFORE.search(found.before)
        ):
            return None
        return Meaning("SET", RATES[found["rate"]])
    if SPEED_BEFORE.search(found.before):
        return None
    return Meaning("SET", period(1, UNITS[found["units"]]))


def so_many(found: Found) -> Meaning | None:
    """``15 a year``, ``hundreds of calls a day``: behind something counted."""
    counted = COUNTED_BEFORE.search(found.context.text, max(0, found.start - COUNTED_CHARS), found.start)
    if counted is None or MONEY_BEFORE.search(found.context.text, max(0, found.start - COUNTED_CHARS), counted.end()):
        return None
    return Meaning("SET", period(1, UNITS[found["units"]]))


SET_RULES = (
    Rule(
        "every",
        r"(?:every|each)(?: single)? (?:<weekday>(?: <part>)?|<month>|<season>|<part>"
        r"|(?:other )?(?P<units>minute|hour|day|week|weekend|month|quarter|year|decade)"
        r"|<number> <units>|(?P<few>few|several|couple of) <units>)(?! of\b)",
        every,
    ),
    Rule(
        "weekdays",
        rf"(?:on )?(?P<weekday>{alternatives(WEEKDAYS)})(?: <part>)?s(?=\W)"
        rf"|@(on)an? <weekday>(?: <part>)?(?:,? (?:or|and) (?:on )?(?:an? )?(?:{alternatives(WEEKDAYS)})\b){{0,5}}"
        r"(?!'s|,? <:month>|,? \d)",
        every,
    ),
    Rule(
        "rate",
        rf"(?P<rate>{alternatives(RATES.keys() - {'yearly'})})|(?:once|twice|(?:{alternatives(spelled(2, 6))}"
        r"|\d+) times|per) (?:an? |every |each )?(?P<units>hour|day|week|month|year)"
        r"|(?:24|twenty-four) hours (?:a|per) (?P<units>day)|(?:seven|7) days (?:a|per) (?P<units>week)",
        rate,
    ),
    Rule(
        "so_many",
        r"an? (?P<units>hour|day|week|month|year)(?!~(?:ago|earlier|later|before|after|or|and a|long|old)\b)",
        so_many,
    ),
)
