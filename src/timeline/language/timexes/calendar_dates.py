"""Rules for dates of the calendar: days, months and years, with or without a year."""

from __future__ import annotations

import re
from calendar import isleap
from datetime import date

from timeline.language.lexicon.number_words import ORDINALS, TEENS, TENS, UNITS, YEAR_BEGINNINGS
from timeline.language.lexicon.times import MONTH_ABBREVIATIONS, MONTHS, WEEKDAYS, month_number
from timeline.language.lexicon.words import alternatives
from timeline.language.timexes.context import Found, Meaning, date_of
from timeline.language.timexes.grammar import Rule
from timeline.language.timexes.lists import year_behind, year_of_list
from timeline.language.timexes.tense import is_event

FAR_AHEAD_DAYS = 60
"""A day without a year that would lie farther ahead, in days, lies in the past if nothing speaks of the future."""
ADVERB_AHEAD_DAYS, ATTRIBUTE_AHEAD_DAYS = 300, 180
"""In a clause about the future a day lies at most so many days ahead: ``on 7 October``, ``their 7 October attack``."""
DETERMINER_BEFORE = re.compile(r"\b(?:the|its|their|this|that|'s)  ?$")
YEAR_BEFORE = re.compile(r"\b(?:(?P<relative>last|next) year|in (?P<year>(?:1[5-9]|20)\d\d)),? on (?:\w+day,? )?$")
YEAR_CHARS = 28
"""So many characters before a day its year is looked for."""


def day_number(words: str) -> int:
    """1 to 31 of a day in digits or spelled."""
    return ORDINALS.get(words.replace(" ", "-")) or int(re.match(r"\d+", words)[0])  # type: ignore[index]


def numeric(found: Found) -> Meaning | None:
    """``8/13/2024``: the month first, unless that is no month, or the article's dates have the day first."""
    first, second, year = (int(part) for part in re.split(r"[/.-]", found.words))
    if year < 100:
        year += 1900 if year > found.day.year % 100 + 10 else 2000
    is_day_first = first > 12 or (second <= 12 and (found.context.day_first or "." in found.words))
    month, day = (second, first) if is_day_first else (first, second)
    return date_of(date(year, month, day))


def month_day_year(found: Found) -> Meaning | None:
    """A date whose day, month and year are written, or of last, this or next year."""
    if found["of_year"]:
        year = found.day.year + {"last": -1, "next": 1}.get(found["of_year"], 0)
    elif found["short"]:
        year = 1900 + int(found["short"])
    else:
        year = int(found["year"] or spelled_year(found["spelled_year"]))
    return date_of(date(year, month_number(found["month"]), day_number(found["day"])))


def day_mon_year(found: Found) -> Meaning | None:
    """``05-Aug-2016``, ``19-Nov-12``, ``Dec31, 1994``."""
    year = int(found["year"] or found["short"])
    if year < 100:
        year += 1900 if year > found.context.day.year % 100 + 10 else 2000
    return date_of(date(year, month_number(found["month"]), day_number(found["day"])))


VERBS = (3, 5)
BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|of|since|until|till|by|from|to|and|for|during|early|late|mid|through|between)[ -]|^\W*)$"
)
"""Before ``march`` and ``may`` where these are months."""


def month_year(found: Found) -> Meaning | None:
    """A month of a written, spelled or relative year."""
    month = month_number(found["month"])
    if month in VERBS and not is_month_capitalised(found) and not BEFORE_MONTH.search(found.before):
        return None
    if found["short"]:
        return date_of(date(1900 + int(found["short"]), month, 1), "month")
    if found["year"] or found["spelled_year"]:
        return date_of(date(int(found["year"] or spelled_year(found["spelled_year"])), month, 1), "month")
    year = found.day.year + {"last": -1, "next": 1}.get(found["relative"], 0)
    if found["relative"] not in ("last", "this", "next"):
        reference = found.last_mentioned("year")
        year = reference.day.year + ("following" in found["relative"]) if reference else year
    return date_of(date(year, month, 1), "month")


def month_day(found: Found) -> Meaning | None:
    """A day without a year: the nearest, but in the past where nothing speaks of the future."""
    month, number = month_number(found["month"] or found["bare_month"]), day_number(found["day"])
    if not is_month_capitalised(found) and (month in (3, 5) or found["month"] not in MONTHS):
        return None
    if shared := year_behind(found, month) or year_of_list(found):
        return date_of(date(shared, month, number))
    if stated := YEAR_BEFORE.search(found.context.text, max(0, found.start - YEAR_CHARS), found.start):
        year = int(stated["year"]) if stated["year"] else found.day.year + (-1 if stated["relative"] == "last" else 1)
        return date_of(date(year, month, number))
    today = found.day
    if (month, number) == (2, 29):
        return date_of(_leap_day(today, is_ahead=found.is_future))
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
    if found.is_future:
        best = next((year for year in sorted(near) if date(year, month, min(number, 28)) >= today), best)
        farthest = ATTRIBUTE_AHEAD_DAYS if DETERMINER_BEFORE.search(found.before) else ADVERB_AHEAD_DAYS
        best = near[0] if (date(best, month, min(number, 28)) - today).days > farthest else best
    elif ahead > (FAR_AHEAD_DAYS if found.tense < 0 else 2 * FAR_AHEAD_DAYS) and not is_event(
        found.context.text, found.start, found.match.end()
    ):
        best -= 1
    if found["weekday"] in WEEKDAYS:
        best = next((y for y in near if _weekday_of(y, month, number) == WEEKDAYS[found["weekday"]]), best)
    return date_of(date(best, month, number))


def is_month_capitalised(found: Found) -> bool:
    """The month begins with a capital letter."""
    groups = ((name, words) for name, words in found.match.groupdict().items() if "month" in name and words)
    return any(found.context.raw[found.match.start(name)].isupper() for name, _ in groups)


def _leap_day(today: date, *, is_ahead: bool) -> date:
    """The last 29 February, or the next."""
    step = 1 if is_ahead else -1
    years = range(today.year, today.year + 9 * step, step)
    days = (date(year, 2, 29) for year in years if isleap(year))
    return next(day for day in days if (day >= today if is_ahead else day <= today))


def _weekday_of(year: int, month: int, number: int) -> int | None:
    """The weekday of a date, Monday 0; None for a day that the month does not have."""
    try:
        return date(year, month, number).weekday()
    except ValueError:
        return None


def week_with(found: Found) -> Meaning | None:
    """``the week of March 6``, ``the week commencing 6 March``: the week that day lies in."""
    inner = month_day(found)
    return date_of(date.fromisoformat(inner.value), "week") if inner else None


def year_spelled(found: Found) -> Meaning | None:
    """A year in words; two thousand of something is none."""
    words = found["spelled_year"]
    is_count = words.startswith("two") and "the year" not in found.words
    if is_count and NOUN_BEHIND.match(found.context.text, found.match.end()) is not None:
        return None
    return Meaning("DATE", str(spelled_year(words)))


def spelled_year(words: str) -> int:
    """The year of words such as ``nineteen ninety-one`` and ``two thousand and three``."""
    parts = re.split(r"[ -]", words.removeprefix("the year "))
    rest = sum((UNITS | TEENS | TENS).get(word, 0) for word in parts[1:])
    return YEAR_BEGINNINGS[parts[0]] + rest


NO_QUANTITY = r"(?! +(?:percent|per cent|million|billion|points|of the))"
DAY_ENDS = (
    r"(?= *(?:[.,;:)\n]|$)| (?:and|or|to|in|at|by|for|with|when|as|after|before|from|on|but|while|where|during|near"
    r"|over|he|she|it|they|we|i|the|an?|his|her|their|its|this|that|there|no|is|are|was|were|will|has|have|had|did)\b)"
)
"""Behind a day that is no number of something else."""
NOUN_BEHIND = re.compile(rf"(?!{DAY_ENDS})")
"""Behind a number of something."""
OF_SHORT_YEAR = r"of '?(?P<short>[3-9]\d)(?= *(?:[.,;:)\n]|$))"
OF_YEAR = (
    rf",? (?:(?:of |in )?(?:<year>|<spelled_year>)|{OF_SHORT_YEAR}"
    r"|(?:of )?(?P<of_year>last|this|next) year)"
)
SHORT_MONTH = alternatives(MONTH_ABBREVIATIONS)
DATE_RULES = (
    Rule(
        "iso",
        r"(?P<iso>\d{4}-\d\d-\d\d)",
        lambda f: date_of(date.fromisoformat(f["iso"])),
    ),
    Rule(
        "compact_iso",
        r"(?P<iso>(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?![\w-]|[.,:/]\d)",
        lambda f: date_of(date.fromisoformat(f["iso"])),
    ),
    Rule("numeric", r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{1,2}[.-]\d{1,2}[.-]\d{4}", numeric),
    Rule(
        "day_mon_year",
        r"<year>-(?P<month>" + SHORT_MONTH + r")-(?P<day>\d\d?)(?!\d|-)"
        r"|(?P<day>\d\d?)[-/](?P<month>" + SHORT_MONTH + r")[-/](?:<year>|(?P<short>\d\d))(?!-|/)"
        r"|(?P<month>" + SHORT_MONTH + r")(?:[-/](?P<day>\d\d?)[-/]|(?P<day>\d\d?) *,? )<year>(?!-|/)",
        day_mon_year,
    ),
    Rule("month_day_year", rf"<edge>?(?:<weekday>,? )?<month> (?:the )?<day>{OF_YEAR}", month_day_year),
    Rule(
        "day_month_year",
        rf"<edge>?(?:<weekday>,? )?(?:the )?<day> (?:day of |of )?<month>{OF_YEAR}",
        month_day_year,
    ),
    Rule(
        "month_year",
        r"<edge>?<month>,? (?:(?:of |in )?(?:<year>|<spelled_year>|(?P<relative>last|this|next|the following"
        rf"|the same|that) year)(?!-|\d|,\d)|{OF_SHORT_YEAR})",
        month_year,
    ),
    Rule("year_spelled", r"<edge>?(?:the year )?<spelled_year>", year_spelled),
    Rule(
        "week_with",
        r"(?:the )?week (?:of|beginning|starting|commencing|ending)(?: on)? "
        rf"(?:<month> <day>{NO_QUANTITY}|(?:the )?<day> (?:of )?<month>)",
        week_with,
    ),
    Rule(
        "month_day",
        rf"(?:<edge>|(?P<relative>last|this|next) )?(?:<weekday>,? )?<month>(?: (?:the )?<day>{NO_QUANTITY}"
        rf"|, (?P<day>(?:3[01]|[12]?\d)(?:st|nd|rd|th)))",
        month_day,
    ),
    Rule("day_month", r"<edge>?(?:<weekday>,? )?(?:the )?<day> (?:day of |of )?<month>(?! \d)", month_day),
)
