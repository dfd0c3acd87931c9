"""Rules for counted units: lengths of time, and times so far from today or from another time."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from timeline.language import calendar
from timeline.language.lexicon.times import UNITS
from timeline.language.numbers import number_value
from timeline.language.timexes.context import Found, Meaning, date_of
from timeline.language.timexes.grammar import Rule
from timeline.language.timexes.vocabulary import PERIODS
from timeline.model.interval import Interval

if TYPE_CHECKING:
    from datetime import date

    from timeline.model.interval import Precision

NEAR_TIME_CHARS = 400
"""``two days later`` counts from a time mentioned so many characters before."""
SUBJECT = r"(?:he|she|it|they|we|you|i|will|would|may|might|could)"
SOME_DAY_BEFORE = re.compile(rf"\b(?:{SUBJECT}|that|to) $")
SOME_DAY_BEHIND = re.compile(rf",? {SUBJECT}\b")
"""Before or behind ``one day``, it is some day or other."""
COARSEST_START: dict[str, Precision] = {
    "day": "day", "night": "day", "week": "week", "fortnight": "week", "month": "month", "quarter": "quarter",
}  # fmt: skip
"""A step of a unit starts from a time at least so fine; of others from a year."""


def count(found: Found) -> float | None:
    """How many: None where that is vague."""
    words = found["number"]
    if not (words or found["one"]):
        return 2 if "couple" in found["vague"] else None
    value = (0.5 if "half" in found["one"] else 1) if found["one"] else number_value(words)
    if value is not None and found["half"]:
        value += 0.5
    return value


def duration(found: Found) -> Meaning | None:
    """A length of time; ``three-quarters`` and ``60 Minutes`` are none."""
    if "-quarter" in found.words or found.units_are_capitalised:
        return None
    if found.words == "one day" and (SOME_DAY_BEFORE.search(found.before) or SOME_DAY_BEHIND.match(found.after)):
        return None
    return Meaning("DURATION", period(count(found), UNITS[found["units"]]))


def period(amount: float | None, unit: str) -> str:
    """A length as ISO 8601 writes it; X for an unknown count, whole months and minutes for broken years and hours."""
    prefix, factor, letter = PERIODS[unit]
    if amount is None:
        return f"{prefix}X{ {'century': 'C'}.get(unit, letter) }"
    amount *= factor
    whole = int(amount)
    if amount == whole:
        return f"{prefix}{whole}{letter}"
    parts = {"Y": (12, "M"), "H": (60, "M"), "M": (60, "S") if prefix == "PT" else (30, "D"), "D": (24, "H")}.get(
        letter
    )
    if parts is None:
        return f"{prefix}{amount:g}{letter}"
    rest, small = round((amount - whole) * parts[0]), parts[1]
    head = f"{whole}{letter}" if whole else ""
    return f"{prefix}{head}{'T' if letter == 'D' else ''}{rest}{small}"


def ago(found: Found) -> Meaning | None:
    """``two days ago``, ``three weeks from now``: so far from today; ``6,000 week ago`` counts no weeks."""
    if found["units"] and not found["units"].endswith("s") and (count(found) or 0) >= 2 and "-" not in found.words:
        return None
    return away(found, found.day, 1 if re.search(r"from now|hence", found.words) else -1)


def later(found: Found) -> Meaning | None:
    """
    ``two days later``, ``a year earlier``: so far from the time mentioned last, else from today.

    What is told as past did not come after today: then it is not the time mentioned last that it was later than.
    """
    sign = 1 if re.search(r"later|afterwards?|after", found.words) else -1
    if UNITS[found["units"]] in ("second", "minute", "hour"):
        return duration(found)
    reference = found.last_mentioned(COARSEST_START.get(UNITS[found["units"]], "year"), NEAR_TIME_CHARS)
    if reference is None and sign > 0:
        return duration(found)
    meaning = away(found, reference.day if reference else found.day, sign)
    start = meaning.covers.start if meaning else None
    newest = max(found.day, found.context.captured or found.day)
    is_impossible = sign > 0 and start is not None and start.date() > newest and found.tense < 0
    return duration(found) if is_impossible else meaning


def away(found: Found, day: date, sign: int) -> Meaning | None:
    """The day, week, month, quarter, year ... so many units from a day."""
    amount, unit = count(found), UNITS[found["units"]]
    if amount is None:
        start = calendar.midnight(day)
        if sign < 0:
            return Meaning("DATE", "PAST_REF", Interval(None, start, "vague"))
        return Meaning("DATE", "FUTURE_REF", Interval(start, None, "vague"))
    if unit in ("second", "minute", "hour"):
        days = amount / {"hour": 24, "minute": 1440, "second": 86400}[unit]
        return date_of(day + timedelta(days=sign * int(days)))
    if unit == "year" and amount != int(amount):
        return date_of(calendar.shifted(day, sign * round(amount * 12), "month"), "month")
    return date_of(calendar.shifted(day, sign * amount, unit), unit)


def bare(found: Found) -> Meaning | None:
    """``for years``: a length nobody counted."""
    return Meaning("DURATION", period(None, UNITS[found["plural"]]))


def months_ago(found: Found) -> Meaning | None:
    """``years ago``: some time in the past."""
    start = calendar.midnight(found.day)
    return Meaning("DATE", "PAST_REF", Interval(None, start, "vague"))


ONE = r"(?P<one>an?(?: (?:full|whole|single|additional|extra))?|half an?|one-half|half)"
MORE = (
    r"(?: (?:more|consecutive|straight|full|successive|additional|trading|working|business|calendar"
    r"|whole|long))?"
)
HEDGE = r"(?:<hedge>|some|another|as (?:many|long|much) as)"
HALF = r"(?P<half> and (?:a )?half)?"
COUNT = (
    rf"(?:(?:<number>(?: (?:to|or) <:number>)?|<vague>){MORE}~<units>|{ONE} <units>){HALF}(?: or (?:so"
    r"|two|more))?"
)
SHORT_UNITS = {"hr": "hour", "min": "minute", "sec": "second", "yr": "year"}
OFFSET_RULES = (
    Rule("ago", rf"(?:{HEDGE} )?{COUNT} (?:ago|from now|hence)", ago),
    Rule(
        "later",
        rf"(?:{HEDGE} )?{COUNT} (?:earlier|later|afterwards?|before(?= *[.,;\n])"
        rf"|after(?= *[.,;\n]))(?! than)",
        later,
    ),
    Rule("ago_vague", r"(?<!\d\x20)<plural> ago", months_ago),
)
SERIES_RULES = (
    Rule(
        "counted_series",
        rf"(?:the )?(?:first|last|next|past|previous|latest|final|coming|preceding|following"
        rf"|initial)~(?:<number>(?:~(?:to|or)~<:number>)?|<vague>|couple of){MORE}~<plural>(?: or so)?",
        lambda f: Meaning("DURATION", period(2 if "couple" in f.words else count(f), UNITS[f["plural"]])),
    ),
)
LENGTH_RULES = (
    Rule(
        "short_length",
        r"(?P<number>\d+(?:\.\d+)?) ?(?P<short>hr|min|sec|yr)s?(?!\w)",
        lambda f: Meaning("DURATION", period(count(f), SHORT_UNITS[f["short"]])),
    ),
    Rule("adjective", r"<number>-<units>(?:-long)?(?!-old| old)", duration),
    Rule(
        "duration",
        rf"(?:{HEDGE} |(?:these|those|their|the(?= \S+ months\b)) )?(?:<number>(?:~(?:to|or)~<:number>)?"
        rf"|<vague>){MORE}~<units>{HALF}(?:-long)?(?! ?-?old\b)(?: or (?:so|more))?",
        duration,
    ),
    Rule(
        "one_unit",
        rf"(?:<hedge> )(?:(?:half )?an? |one ){MORE}(?P<units>second|minute|hour|day|week|month|year"
        rf"|decade|century){HALF}(?!-)",
        lambda f: Meaning(
            "DURATION",
            period(0.5 if "half a" in f.words else 1.5 if f["half"] else 1, UNITS[f["units"]]),
        ),
    ),
    Rule(
        "a_unit",
        rf"@(for|in|within|over|after|than|of|every|under|during)(?:half )?(?:an?|the (?:full|whole)"
        rf"|a (?:full|whole)|one) (?P<units>minute|hour|day|week|month|year|decade|century){HALF}(?: or two)?(?!-"
        rf"|,? (?:later|earlier|ago|old)\b| \d{{4}}\b)",
        lambda f: Meaning(
            "DURATION", period(0.5 if f.words.startswith("half") else 1.5 if f["half"] else 1, UNITS[f["units"]])
        ),
    ),
    Rule(
        "uncounted",
        r"@(for|in|within|after|until|took|takes|take|follows|lasted)<plural>(?: or <:plural>)?(?!-| of the)",
        bare,
    ),
    Rule(
        "uncounted_the",
        r"(?:(?:in|over) )?(?:the )?(?P<units>minutes|hours|days|weeks|months|years|decades)(?= (?:before"
        r"|after|ahead|leading up|that followed|since)\b)|@(over)the years",
        lambda f: Meaning("DURATION", period(None, UNITS[f["units"] or "years"])),
    ),
    Rule(
        "unit_long",
        r"(?P<units>hour|day|week|month|year|decade|hours|days|weeks|months|years|decades|centuries)-long",
        lambda f: Meaning("DURATION", period(None if f["units"].endswith("s") else 1, UNITS[f["units"]])),
    ),
    Rule(
        "while",
        r"(?:a while|some time|a long time)(?= *[.,;\n])|@(for)some time(?! (?:slot|of|in)\b)",
        lambda _: Meaning("DURATION", "PXX"),
    ),
)
