"""This file holds the rules for dates of the calendar: days, months and years, with or without a year."""

from __future__ import annotations

import re
from datetime import date

from timeline.language.number_words import TEENS, TENS, UNITS
from timeline.language.timexes.context import Found, Reading, date_of
from timeline.language.timexes.grammar import Rule
from timeline.language.timexes.words import CENTURIES, DAY_ORDINALS, DECADES, MONTH_ABBREVIATIONS, MONTHS, WEEKDAYS

FAR_AHEAD = 60
"""A day without a year that would lie farther ahead, in days, lies in the past if nothing speaks of the future."""
SOON = 4
"""A month so many months ahead is the next one, where the clause does not speak of the past."""
FARTHEST = 8
"""A month farther ahead is the last one even where the clause speaks of the future."""
LAST_MONTH = re.compile(r"\b(?:last|this past) $")
NEXT_MONTH = re.compile(r"\b(?:next|this coming) $")
DEADLINE = re.compile(r"\b(?:by|until|till|before|through)(?: the (?:end|beginning|start) of)? $")
PREPOSITION = re.compile(r"\b(?:in|since|last|early|late|of|by|until|next|this|through|during|from|to|and|for|mid-?) $")


def month_number(name: str) -> int:
    """1 to 12 of a name or abbreviation in lower case."""
    plain = name.rstrip(".")
    return MONTHS.get(plain) or MONTH_ABBREVIATIONS[plain]


def day_number(words: str) -> int:
    """1 to 31 of a day in digits or spelled."""
    return DAY_ORDINALS.get(words) or int(re.match(r"\d+", words)[0])  # type: ignore[index]


def numeric(found: Found) -> Reading | None:
    """``8/13/2024``: the month first, unless that is no month."""
    first, second, year = (int(part) for part in re.split(r"[/.-]", found.words))
    if year < 100:
        year += 1900 if year > found.day.year % 100 + 10 else 2000
    month, day = (second, first) if first > 12 else (first, second)
    return date_of(date(year, month, day))


def month_day_year(found: Found) -> Reading | None:
    """Everything is written."""
    return date_of(
        date(int(found["year"]), month_number(found["month"] or found["bare_month"]), day_number(found["day"]))
    )


def month_year(found: Found) -> Reading | None:
    """A month of a written, spelled or relative year."""
    month = month_number(found["month"])
    if found["year"] or found["spelled_year"]:
        return date_of(date(int(found["year"] or spelled_year(found["spelled_year"])), month, 1), "month")
    year = found.day.year + {"last": -1, "next": 1}.get(found["relative"], 0)
    if found["relative"] not in ("last", "this", "next"):
        reference = found.last("year")
        year = reference.day.year + ("following" in found["relative"]) if reference else year
    return date_of(date(year, month, 1), "month")


def month_day(found: Found) -> Reading | None:
    """A day without a year: the nearest, but in the past where nothing speaks of the future."""
    month, number, today = month_number(found["month"] or found["bare_month"]), day_number(found["day"]), found.day
    if month in (3, 5) and not found.is_capitalised:
        return None
    if found["relative"]:
        step = {"last": -1, "next": 1}.get(found["relative"], 0)
        at = date(today.year, month, min(number, 28))
        year = today.year + (step if (at >= today if step < 0 else at <= today) else 0)
        return date_of(date(year, month, number))
    near = sorted(
        range(today.year - 1, today.year + 2), key=lambda y: abs((date(y, month, min(number, 28)) - today).days)
    )
    best = near[0]
    ahead = (date(best, month, min(number, 28)) - today).days
    if found.is_future and found["weekday"] == "":
        best = next((year for year in sorted(near) if date(year, month, min(number, 28)) >= today), best)
        best = near[0] if (date(best, month, min(number, 28)) - today).days > 300 else best
    elif ahead > (FAR_AHEAD if found.tense < 0 else 2 * FAR_AHEAD):
        best -= 1
    if found["weekday"] in WEEKDAYS:
        best = next((y for y in near if _weekday(y, month, number) == WEEKDAYS[found["weekday"]]), best)
    return date_of(date(best, month, number))


def _weekday(year: int, month: int, number: int) -> int | None:
    try:
        return date(year, month, number).weekday()
    except ValueError:
        return None


def bare_month(found: Found) -> Reading | None:
    """A month alone: the last one, the next one where the clause speaks of the future or of nothing and it is near."""
    month = month_number(found["bare_month"])
    is_word = month in (3, 5) and not (found["edge"] or " " in found.words or PREPOSITION.search(found.before))
    if not found.is_capitalised or is_word:
        return None
    return date_of(date(_year_of(month, found), month, 1), "month")


def _year_of(month: int, found: Found) -> int:
    """The year of a month without one."""
    today, ahead = found.day, (month - found.day.month) % 12
    if "next " in found.words or NEXT_MONTH.search(found.before):
        return today.year + (month <= today.month)
    if re.search(r"\b(?:last|past) ", found.words) or LAST_MONTH.search(found.before):
        return today.year - (month >= today.month)
    if "this " in found.words or ahead == 0:
        return today.year
    is_deadline = DEADLINE.search(found.before) is not None
    is_next = is_deadline or (found.is_future and ahead <= FARTHEST) or (found.tense == 0 and ahead <= SOON)
    return today.year + (month < today.month if is_next else -(month > today.month))


def week_with(found: Found) -> Reading | None:
    """``the week of March 6``: the week that day lies in."""
    inner = month_day(found)
    return date_of(date.fromisoformat(inner.value), "week") if inner else None


def year_alone(found: Found) -> Reading | None:
    """A year in digits."""
    return Reading("DATE", found["year"])


def year_spelled(found: Found) -> Reading | None:
    """A year in words."""
    return Reading("DATE", str(spelled_year(found["spelled_year"])))


def spelled_year(words: str) -> int:
    """The year of words such as ``nineteen ninety-one`` and ``two thousand and three``."""
    parts = re.split(r"[ -]", words.removeprefix("the year "))
    rest = sum((UNITS | TEENS | TENS).get(word, 0) for word in parts[1:])
    return {"two": 2000, "nineteen": 1900, "twenty": 2000}[parts[0]] + rest


def century(found: Found) -> Reading | None:
    """``the 20th century`` began in 1900 for TIMEX3."""
    number = CENTURIES.get(found["nth"]) or int(found["nth"][:2])
    return Reading("DATE", str(number - 1))


def decade(found: Found) -> Reading | None:
    """``the 1990s``, ``the '90s``, ``the nineties``: of the last hundred years."""
    digits = re.search(r"(\d*)(\d)0", found.words)
    if digits and len(digits[1]) == 2:
        return Reading("DATE", digits[1] + digits[2])
    tens = int(digits[2]) if digits else DECADES[found["decade"]]
    decades = found.day.year // 10
    return Reading("DATE", str(decades - (decades - tens) % 10))


def half_year(found: Found) -> Reading | None:
    """``the first half of 1989``."""
    year = int(found["year"]) if found["year"] else found.day.year + {"last": -1, "next": 1}.get(found["relative"], 0)
    return Reading("DATE", f"{year}-H{1 if found['nth'] == 'first' else 2}")


def year_end(found: Found) -> Reading | None:
    """``year-end``: December of the year meant."""
    return Reading("DATE", f"{found['year'] or found.day.year}-12")


NO_DAY = r"(?! +(?:percent|per cent|million|billion|points|of the))"
THINGS = (
    r"(?! +(?:percent|per cent|people|points|yen|dollars|euros|francs|pounds|miles|troops|men|women"
    r"|soldiers|members|workers"
    r"|employees|shares|jobs|units|homes|houses|cars|vehicles|kilometers|kilometres|km|feet|meters"
    r"|metres|tons|tonnes|barrels"
    r"|students|acres|hectares|square|votes|seats|cases|deaths|times|hours|copies|others|more|a share"
    r"|hp|mph|rpm)\b)"
)

FULL = (
    Rule(
        "iso",
        r"(?P<iso>\d{4}-\d\d-\d\d)(?:t\d\d:\d\d(?::\d\d)?(?:z|[+-]\d\d:?\d\d)?)?",
        lambda f: date_of(date.fromisoformat(f["iso"])),
    ),
    Rule("numeric", r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{1,2}[.-]\d{1,2}[.-]\d{4}", numeric),
    Rule("month_day_year", r"<edge>?(?:<weekday>,? )?<month> (?:the )?<day>,? <year>", month_day_year),
    Rule("day_month_year", r"<edge>?(?:<weekday>,? )?(?:the )?<day> (?:of )?<month>,? <year>", month_day_year),
    Rule(
        "month_year",
        r"<edge>?<month>,? (?:of )?(?:<year>|<spelled_year>|(?P<relative>last|this|next|the following"
        r"|the same|that) year)(?!-|\d|,\d)",
        month_year,
    ),
    Rule("year_spelled", r"<edge>?(?:the year )?<spelled_year>", year_spelled),
    Rule("week_with", rf"(?:the )?week (?:of|beginning|starting|ending) <month> <day>{NO_DAY}", week_with),
    Rule(
        "month_day",
        rf"(?:<edge>|(?P<relative>last|this|next) )?(?:<weekday>,? )?<month> (?:the )?<day>{NO_DAY}",
        month_day,
    ),
    Rule("day_month", r"<edge>?(?:<weekday>,? )?(?:the )?<day> (?:of )?<bare_month>(?! \d)", month_day),
)
BARE_MONTH = (Rule("month", r"(?:<edge>|(?:last|this|next|this past|this coming) )*<bare_month>(?! +\d)", bare_month),)
LONG = (
    Rule(
        "half_year",
        r"(?:the )?(?P<nth>first|second|last|latter) half of (?:<year>|(?P<relative>last|this|next) year"
        r"|the year)",
        half_year,
    ),
    Rule(
        "decade",
        r"(?:the )?(?:(?:early|late|mid)~(?:to late |to mid )?)?(?:(?:1[5-9]|20)\d0'?s|'[2-9]0'?s"
        r"|(?<=')[2-9]0'?s|(?P<decade>(?:twen|thir|for|fif|six|seven|eigh|nine)ties))(?<!-)",
        decade,
    ),
    Rule(
        "century",
        r"(?:the )?(?:(?:early|late|mid)~)?(?P<nth>(?:1\d|2[01])(?:th|st)|(?:eighteen|nineteen|twentie)th"
        r"|twenty-first)~century",
        century,
    ),
    Rule(
        "year_end",
        r"(?:(?:about|around) )?(?:year~end|year's end|the end of the year|the year's end)(?: <year>)?",
        year_end,
    ),
)
YEAR = (
    Rule("fiscal_year", r"(?:the )?(?:fiscal|financial)(?: year)? <year>", year_alone),
    Rule(
        "year", rf"<edge>?(?:the year )?(?<![\d#:.,])(?<!\d-)<year>(?![\d%]|[,.:/]\d|-\d|-[a-z]+-){THINGS}", year_alone
    ),
)
