"""Rules for whole weeks, months, quarters and years that are named by their place beside others."""

from __future__ import annotations

import re
from datetime import timedelta

from timeline.language import calendar
from timeline.language.calendar import shifted
from timeline.language.lexicon.times import MONTHS
from timeline.language.timexes.context import Found, Meaning, date_of
from timeline.language.timexes.grammar import Rule
from timeline.language.timexes.offsets import period
from timeline.language.timexes.vocabulary import QUARTER_ORDINALS

NEAR_QUARTER_CHARS = 1500
"""In a report on a quarter, ``the quarter`` and ``a year earlier`` refer back so many characters."""
GAME_AROUND = re.compile(
    r"\b(?:touchdowns?|field goals?|free throws?|yards?|fumbled?|interceptions?|quarterback|halftime|rebounds?|dunk\w*"
    r"|lay-?ups?|(?:three|3)-pointers?|outscored|buzzer|kickoff|punts?|scored|possession|comeback)\b"
)
"""Around a quarter of a game."""
STEPS_OF_RELATIVES = {
    "last": -1, "past": -1, "previous": -1, "prior": -1, "preceding": -1, "next": 1, "following": 1, "coming": 1,
    "this": 0,    "current": 0, "latest": 0, "same": 0, "that": 0,
}  # fmt: skip
"""How many units from this one, by the adjective."""
ENDING_BEHIND = re.compile(r" (?:that )?(?:ended|ending|to|through) (?:on |in )?")
"""Between a stretch of time and the day that it ends with."""
BOOKS_CLOSED_LATE = timedelta(days=7)
"""Books that are closed so far into a month are those of the month before."""
AWARD_BEFORE = re.compile(
    r"\b(?:player|coach|team|person|man|woman|book|album|song|word|artist|athlete|driver|teacher) of $"
)
"""Before ``the year``, a title."""
DAY_WHEN_BEHIND = re.compile(r" (?:[A-Z]|(?:when|that|he|she|it|they|we|i|of|after|before)\b)")
"""Behind ``the day``, it is one of which something is told."""
BARE_UNIT = re.compile(r"the (?:fiscal |calendar |financial |school |full )?\w+")
IDIOM = re.compile(r"\bend of the day$")
ANAPHORIC = re.compile(r"^(?:the (?:following|next|previous|preceding|prior|same)|that(?: same)?)$")


def quarter(found: Found) -> Meaning | None:
    """A numbered quarter; without a year the last one that has ended or is running, the next where it is future."""
    number = _quarter_number(found)
    if found["ordinal"] and found.is_near(GAME_AROUND):
        return None
    if found["year"]:
        return Meaning("DATE", f"{found['year']}-Q{number}")
    today = found.day
    if found["of_year"]:
        return Meaning("DATE", f"{today.year + STEPS_OF_RELATIVES[found['of_year']]}-Q{number}")
    if found["ago"]:
        reference = found.quarter(NEAR_QUARTER_CHARS)
        return Meaning("DATE", f"{(reference.day if reference else today).year - 1}-Q{number}")
    current = calendar.quarter_of(today)
    late = number > current and not found.is_future
    return Meaning("DATE", f"{today.year - late}-Q{number}")


def _quarter_number(found: Found) -> int:
    """1 to 4."""
    return QUARTER_ORDINALS.get(found["ordinal"]) or int((found["ordinal"] or found["q"])[0])


def quarter_ended(found: Found) -> Meaning | None:
    """``the quarter ended July 31``: the quarter of the calendar that most of it lies in."""
    ending = ENDING_BEHIND.match(found.context.text, found.match.end())
    behind = found.meaning_at(ending.end()) if ending else None
    if behind is None or behind[0].covers.precision not in ("day", "month") or behind[0].covers.start is None:
        return None
    start = behind[0].covers.start.date() - BOOKS_CLOSED_LATE
    return date_of(shifted(start, -1, "month"), "quarter")


def months_quarter(found: Found) -> Meaning | None:
    """``the July-September quarter``: the last one of that name that has begun."""
    month = next(number for name, number in MONTHS.items() if name in found.words)
    return Meaning("DATE", f"{found.day.year - (month > found.day.month)}-Q{month // 3 + 1}")


def quarter_beside(found: Found) -> Meaning | None:
    """``the quarter``, ``the latest period``: the quarter mentioned last, else the last one that has ended."""
    relative = found["relative"].removeprefix("the ")
    if relative == "this":
        return date_of(found.day, "quarter")
    if relative in ("next", "last", "past", "current"):
        return date_of(shifted(found.day, STEPS_OF_RELATIVES[relative], "quarter"), "quarter")
    reference = found.quarter(NEAR_QUARTER_CHARS)
    if reference is None and (ended := quarter_ended(found)):
        return ended
    is_running = reference is not None and calendar.value(reference.day, "quarter") >= calendar.value(
        found.day, "quarter"
    )
    if reference is None or (is_running and relative == "latest"):
        return date_of(shifted(found.day, -1, "quarter"), "quarter")
    step = STEPS_OF_RELATIVES.get(relative, 0)
    return date_of(shifted(reference.day, step, "quarter"), "quarter")


def year_ago(found: Found) -> Meaning | None:
    """``a year earlier``: a quarter after a quarter, else a year."""
    reference = found.quarter(NEAR_QUARTER_CHARS)
    if reference is not None:
        year = int(found["year"]) if found["year"] else reference.day.year - 1
        return Meaning("DATE", f"{year:04d}-Q{calendar.quarter_of(reference.day)}", is_comparison=True)
    return Meaning("DATE", found["year"] or f"{found.day.year - 1:04d}", is_comparison=True)


def unit_of_year(found: Found) -> Meaning | None:
    """``the same month last year``: as the month mentioned last, else this one, in another year."""
    reference = found.last_mentioned("month" if found["unit"] == "month" else "day")
    day = reference.day if reference else found.day
    year = int(found["year"]) if found["year"] else day.year - 1
    if "last year" in found.words:
        year = found.day.year - 1
    back = year - day.year
    there = shifted(day, 52 * back, "week") if found["unit"] == "week" else shifted(day, 12 * back, "month")
    return Meaning("DATE", calendar.value(there, found["unit"]), is_comparison=True)


def unit_beside(found: Found) -> Meaning | None:
    """``last week``, ``that year``, ``the following month``: beside today, or beside a time mentioned before."""
    if found.is_titled:
        return None
    relative, unit = found["relative"], found["unit"]
    day = found.day
    if ANAPHORIC.match(relative):
        reference = found.last_mentioned("year", 1000)
        if reference is None and relative in ("that", "that same", "the same"):
            return None
        day = reference.day if reference else day
    elif unit == "week" and relative == "this" and day.weekday() == SUNDAY and found.is_future:
        day = shifted(day, 1, "week")
    return date_of(shifted(day, STEPS_OF_RELATIVES[relative.split()[-1]], unit), unit)


def the_unit(found: Found) -> Meaning | None:
    """``for the year``, ``later in the week``: the running one."""
    unit, is_bare = found["unit"], BARE_UNIT.fullmatch(found.words) is not None
    if AWARD_BEFORE.search(found.before) or found.is_capitalised_within or IDIOM.search(f"{found.before}{found.words}"):
        return None
    if is_bare and unit == "day" and DAY_WHEN_BEHIND.match(found.raw_after):
        return None
    if is_bare and re.match(r" +(?:ended|ending|to|that|before|after|of|in which)\b", found.after):
        return Meaning("DURATION", period(1, unit))
    if unit == "day":
        reference = found.last_mentioned("day")
        return date_of(reference.day if reference else found.day)
    return date_of(found.day, unit)


def past_unit(found: Found) -> Meaning | None:
    """``the past year`` is a length of time up to now."""
    return Meaning("DURATION", period(1, found["unit"]))


QUARTER_MONTHS = "|".join(
    f"{first}(?:-| to ){last}" for first, last in zip([*MONTHS][::3], [*MONTHS][2::3], strict=True)
)
SUNDAY = 6
"""On a Sunday the week that begins on the next day is called this one, where it lies ahead."""
UNIT = r"(?P<unit>day|week|month|year|decade|century)"
SOMETIME = (
    r"(?:(?:early|late|later|earlier|sometime)(?: in)? |(?:the )?(?:end|beginning|start|middle"
    r"|close) of )?"
)
FISCAL = r"(?:fiscal |calendar |financial |school |full |working )?"
QUARTER_RULES = (
    Rule(
        "quarter_year",
        r"(?:the )?(?:fiscal )?<ordinal>~(?:fiscal )?quarter,? (?:of )?(?:(?:fiscal )?<year>"
        r"|(?P<of_year>last|this|next) year)|(?:the )?(?:q(?P<q>[1-4])|(?P<q>[1-4])q),? (?:of )?<year>",
        quarter,
    ),
    Rule(
        "year_quarter",
        r"(?:the )?(?:(?:fiscal )?<year>|(?P<of_year>last|this|next) year)(?:'s)? (?:fiscal )?<ordinal>~quarter",
        quarter,
    ),
    Rule(
        "ago_quarter",
        r"(?:the )?(?P<ago>year~(?:ago|earlier)) <ordinal> quarter"
        r"|(?:the )?<ordinal> quarter (?P<ago>a year (?:ago|earlier))",
        quarter,
    ),
    Rule(
        "year_ago_period",
        r"(?:the )?(?:(?:comparable|corresponding|same) )?(?:year~(?:ago|earlier)) (?:quarter|period)"
        r"|(?:the )?(?:comparable|corresponding|same) (?:quarter|period)(?:,? (?:a year (?:ago|earlier)"
        r"|(?:of |in |from |during )?(?:last year|the (?:last|previous|prior) year|<year>)))?"
        r"|the (?:quarter|period) a year (?:ago|earlier)|last year's quarter",
        year_ago,
    ),
    Rule("year_period", r"(?:the )<year> (?:quarter|period)", year_ago),
    Rule(
        "quarter",
        r"(?:the )?(?:fiscal )?<ordinal> (?:fiscal )?quarter|(?:fiscal )?<ordinal>-quarter|q(?P<q>[1-4])|(?P<q>[1-4])q",
        quarter,
    ),
    Rule(
        "months_quarter",
        rf"(?:the )?(?:{QUARTER_MONTHS}) quarter",
        months_quarter,
    ),
    Rule(
        "quarter_beside",
        r"(?P<relative>this|last|next|that|the last|past|the past|(?:the )?(?:latest|current|previous|prior|following"
        r"|preceding|same)) quarter|the quarter(?!-)|the latest period",
        quarter_beside,
    ),
    Rule(
        "year_ago",
        r"(?:(?:from|than) )?(?:a|one) year (?:ago|earlier|before(?= *(?:[.,;:)\n]|$)))|year~(?:ago|earlier)",
        year_ago,
    ),
)
UNIT_RULES = (
    Rule(
        "unit_of_year",
        r"the (?:same|corresponding|comparable) (?P<unit>day|week|month),? (?:(?:of |in |from )?"
        r"(?:last year|the (?:previous|prior|preceding) year|<year>)|a year (?:ago|earlier|before))",
        unit_of_year,
    ),
    Rule(
        "unit_beside",
        rf"{SOMETIME}(?!(?:this|next|last) day\b)(?P<relative>last|this|next|this coming|that(?: same)?"
        rf"|the (?:last|next|previous|same|following|current|coming|latest|prior|preceding)) "
        rf"{FISCAL}{UNIT}(?![-s]| or two\b)",
        unit_beside,
    ),
    Rule("past_unit", rf"(?:the|this) past {UNIT}(?![-s])", past_unit),
    Rule(
        "the_unit",
        rf"(?:(?:early|late|later|earlier|sometime) in |(?:the )?(?:very )?(?:end|beginning|start|middle"
        rf"|close) of |@(for|during|in|of|through|throughout))the {FISCAL}(?P<unit>year|month|week"
        rf"|day)(?![-s]| \d{{4}}\b)",
        the_unit,
    ),
)
