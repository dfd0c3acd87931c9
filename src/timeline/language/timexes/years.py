"""Rules for years and what is named by them: weeks by number, half-years, decades, centuries."""

from __future__ import annotations

import re
from datetime import datetime

from timeline.language import calendar, holidays, time_zones
from timeline.language.lexicon.number_words import DECADES, ordinals
from timeline.language.lexicon.stop_words import STOP_WORDS
from timeline.language.lexicon.times import MONTH_ABBREVIATIONS, MONTHS, SEASONS, TIMES_BEFORE
from timeline.language.lexicon.words import alternatives
from timeline.language.timexes.context import Found, Meaning
from timeline.language.timexes.grammar import Rule
from timeline.language.timexes.vocabulary import CENTURIES
from timeline.model.interval import Interval


def week_number(found: Found) -> Meaning | None:
    """``week 33 of 2024``, counted as ISO 8601 does."""
    return Meaning("DATE", f"{found['year'] or found.day.isocalendar().year}-W{int(found['number']):02d}")


def year_alone(found: Found) -> Meaning | None:
    """A year in digits; two of them belong to the century in which they are nearest."""
    if found["short"]:
        return Meaning(
            "DATE",
            str(
                min(
                    (century + int(found["short"]) for century in (1900, 2000, 2100)),
                    key=lambda year: abs(year - found.day.year),
                )
            ),
        )
    return None if _is_number(found) else Meaning("DATE", found["year"])


def _is_number(found: Found) -> bool:
    """A count of something, or a part of a name, of an address or of a type."""
    raw, start, end = found.context.raw, found.match.start("year"), found.match.end()
    if STREET_BEHIND.match(raw, end) or AMOUNT_BEFORE.search(raw, max(0, start - FARTHEST_AMOUNT_CHARS), start):
        return True
    before = WORD_BEFORE.search(raw, max(0, start - FARTHEST_WORD_CHARS), start)
    if before is None or before[1].lower() in BEFORE_YEARS or before[1].isdigit() or before[1].endswith(GENITIVE):
        return False
    if COUNTED_BEHIND.match(raw, end) is not None:
        return True
    is_edition = EDITION_BEFORE.search(raw, max(0, before.start() - 8), before.start()) is not None
    return not (before[1].islower() or is_edition) and before[1].lower() not in STOP_WORDS


def century(found: Found) -> Meaning | None:
    """``the 20th century`` began in 1900 for TIMEX3."""
    number = CENTURIES.get(found["nth"]) or int(found["nth"][:2])
    covers = Interval(datetime(1, 1, 1), datetime(100, 1, 1), "century") if number == 1 else None
    return Meaning("DATE", f"{number - 1:02d}", covers)


def decade(found: Found) -> Meaning | None:
    """``the 1990s``, ``the '90s``, ``the nineties``: of the last hundred years; ``the 1800s`` are a century."""
    digits = re.search(r"(\d*)(\d)0", found.words)
    if digits and len(digits[1]) == 2:
        is_century = digits[2] == "0" and digits[1] < "20"
        return Meaning("DATE", digits[1] if is_century else digits[1] + digits[2])
    tens = int(digits[2]) if digits else DECADES[found["decade"]]
    decades = found.day.year // 10
    return Meaning("DATE", str(decades - (decades - tens) % 10))


def half_year(found: Found) -> Meaning | None:
    """``the first half of 1989``, ``H1 2024``."""
    if found["h"]:
        return Meaning("DATE", f"{found['year'] or found.day.year}-H{found['h']}")
    year = int(found["year"]) if found["year"] else found.day.year + {"last": -1, "next": 1}.get(found["relative"], 0)
    return Meaning("DATE", f"{year}-H{1 if found['nth'] == 'first' else 2}")


def year_end(found: Found) -> Meaning | None:
    """``year-end``: the year for TIMEX3, which has an attribute for its end; it covers December."""
    year = found["year"] or f"{found.day.year:04d}"
    return Meaning("DATE", year, calendar.interval(f"{year}-12"))


WORD_BEFORE = re.compile(r"([^\W_][\w'’&.-]*) $")
GENITIVE = ("'s", "’s", "s'", "s’")
FARTHEST_WORD_CHARS = 24
BEFORE_YEARS = (
    TIMES_BEFORE
    | MONTHS.keys()
    | MONTH_ABBREVIATIONS.keys()
    | SEASONS.keys()
    | {f"{name}." for name in MONTH_ABBREVIATIONS}
    | {name.split()[-1] for name in holidays.NAMES}
)
"""Words behind which a year may stand."""
EDITION_BEFORE = re.compile(r"\b(?:[Aa]t|[Dd]uring|[Tt]o) $")
"""Before the name of what is held each year: ``at Expo 2020``."""
COUNTED_BEHIND = re.compile(
    r" (?!(?:was|has|is|as|its|his|this|was|does|us|plus|versus|across|times)\b)[a-z]{3,}(?<!s)s\b"
)
"""Behind a number that counts things."""
AMOUNT_BEFORE = re.compile(
    r"\d points? (?:higher |lower )?(?:to|at) (?:an? (?:[a-z]+ ){1,3}of )?$"
    r"|\ban? (?:[a-z]+ ){0,3}(?:high|low|peak|figure|level|total|average|maximum|minimum|reading) of $"
)
"""Before what an index stands at, or what something comes to."""
FARTHEST_AMOUNT_CHARS = 60
STREET_BEHIND = re.compile(
    r"(?: [A-Z][a-z]+){1,3} (?:Rd|Road|St|Street|Ave|Avenue|Dr|Drive|Ln|Lane|Blvd|Boulevard|Ct|Court|Way|Pl|Place"
    r"|Highway|Parkway|Terrace)\b"
)
"""Behind the number of a house."""
ZONES = alternatives(time_zones.BEHIND_DIGITS)
NO_QUANTITY = (
    r"(?! +(?:percent|per cent|people|points|yen|dollars|euros|francs|pounds|miles|troops|men|women"
    r"|soldiers|members|workers"
    r"|employees|shares|jobs|units|homes|houses|cars|vehicles|kilometers|kilometres|km|feet|meters"
    r"|metres|tons|tonnes|barrels"
    r"|students|acres|hectares|square|votes|seats|cases|deaths|times|hours|copies|others|more|a share"
    r"|kg|kgs|kilos?|kilograms?|grams?|lbs?|litres?|liters?|mm|cm|mw|kw|watts|calories|hp|mph|rpm)\b)"
    rf"(?!(?: (?:to|and|until|till) \d{{4}})? (?:hours|hrs|{ZONES})\b| \(\d{{4}} (?:{ZONES})\b)"
)
"""Nor is a time of day a year: ``between 1900 and 2300 hours``, ``until 1500 (1400 GMT)``."""

PART = r"(?:(?:early|late|mid)~)?"
LATER_CENTURY = rf"(?:1\d|2[01])(?:th|st)|{alternatives(ordinals(10, 21))}"
EARLY_CENTURY = alternatives(ordinals(1, 9))
ANNO_DOMINI = r"(?! +(?:b\.?c|bce)\b)"
CENTURY_NOUN = rf"(?:century|centuries){ANNO_DOMINI}"
NO_HUNDRED_RUNS = r"(?! +(?:of|by|to|for|against|since|he|she)\b)"
"""Behind ``the first century``, which a batsman may have made."""
ANY_CENTURY = rf"(?:{LATER_CENTURY}|{EARLY_CENTURY})"
CENTURY_LIST_RULES = (
    Rule(
        "century_before",
        rf"(?:the {PART}(?P<nth>{ANY_CENTURY})|{PART}(?P<nth>{LATER_CENTURY}))"
        rf"(?=-?(?:, (?:the )?{PART}{ANY_CENTURY}-?){{0,20}}(?:,? and|,? or| to| through) (?:the )?{PART}{ANY_CENTURY}"
        rf"~{CENTURY_NOUN})",
        century,
    ),
)
WEEK_RULES = (
    Rule("iso_week", r"\d{4}-w\d\d", lambda f: Meaning("DATE", f.words.upper())),
    Rule(
        "week_number",
        r"(?:the )?(?:calendar )?week (?P<number>\d\d?)(?: of|,) <year>|calendar week (?P<number>\d\d?)",
        week_number,
    ),
)
PERIOD_RULES = (
    Rule(
        "half_year",
        r"(?:the )?(?P<nth>first|second|last|latter) half of (?:<year>|(?P<relative>last|this|next) year"
        r"|the year)|h(?P<h>[12]) (?:of )?<year>|<year> h(?P<h>[12])|@(in|for|of)h(?P<h>[12])",
        half_year,
    ),
    Rule(
        "decade",
        r"(?:the )?(?:(?:early|late|mid)~(?:to late |to mid )?)?(?:(?:1[5-9]|20)\d0'?s|'[2-9]0'?s"
        rf"|(?<=')[2-9]0'?s|(?P<decade>{alternatives(DECADES)}))(?<!-)",
        decade,
    ),
    Rule(
        "century",
        rf"(?:the )?{PART}(?P<nth>{LATER_CENTURY})~{CENTURY_NOUN}"
        rf"|(?:the {PART}|(?:early|late|mid)~)(?P<nth>{EARLY_CENTURY})~{CENTURY_NOUN}{NO_HUNDRED_RUNS}"
        rf"|(?P<nth>{EARLY_CENTURY})(?:-century| centuries){ANNO_DOMINI}{NO_HUNDRED_RUNS}",
        century,
    ),
    Rule(
        "year_end",
        r"(?:(?:about|around) )?(?:year~end|year's end|the end of the year|the year's end)(?: <year>)?",
        year_end,
    ),
)
YEAR_RULES = (
    Rule(
        "fiscal_year",
        r"(?:the )?(?:(?:fiscal|financial)(?: year)?|(?:full|calendar) year) <year>|fy ?<year>|fy ?'?(?P<short>\d\d)",
        year_alone,
    ),
    Rule(
        "year",
        rf"<edge>?(?:the year )?(?<![\d#:.,/])(?<!\d-)<year>(?![\d%]|[,.:/]\d|-\d|-[a-z]+-){NO_QUANTITY}",
        year_alone,
    ),
)
