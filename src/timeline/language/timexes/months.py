"""Rules for months without a year, and for days without a month."""

from __future__ import annotations

import re
from datetime import date

from timeline.language.calendar import shifted
from timeline.language.lexicon.number_words import ORDINALS
from timeline.language.lexicon.times import AMBIGUOUS_MONTHS, MONTH_ABBREVIATIONS, MONTHS, month_number
from timeline.language.lexicon.words import alternatives
from timeline.language.timexes.calendar_dates import DAY_ENDS, DETERMINER_BEFORE, day_number, is_month_capitalised
from timeline.language.timexes.context import Found, Meaning, date_of
from timeline.language.timexes.grammar import Rule
from timeline.language.timexes.lists import year_behind, year_of_month
from timeline.language.timexes.tense import is_arranged, is_event

NEAR_MONTH_CHARS = 400
"""``the 12th`` is one of a month mentioned so many characters before."""
SOON_MONTHS = 4
"""A month so many months ahead is the next one, where the clause does not speak of the past."""
FARTHEST_MONTHS = 8
"""A month farther ahead is the last one even where the clause speaks of the future."""
DEADLINE_BEFORE = re.compile(r"\b(?:by|until|till|before|through)(?: the (?:end|beginning|start) of)? $")
RELATIVE_MONTH = re.compile(r"(?:last|this|next) ")
BOUND_BEFORE = re.compile(r"\b(?:before|until|till|through) $")
TALLY_BEFORE = re.compile(r"\b(?:months?|year|quarter|half|period) (?:through|to|until|till) $")
"""Figures are counted up to a month that is over."""
PREPOSITION_BEFORE = re.compile(
    r"\b(?:before|after|between|around|in|since|last|early|late|of|by|until|next|this"
    r"|through|during|from|to|and|for|mid-?) $"
)
TIME_PREPOSITION_BEFORE = re.compile(r"\b(?:in|since|last|early|late|until|next|this|through|during|mid-?) $")
"""No name stands behind these."""
YEAR_JUST_BEFORE = re.compile(r"(?<![\d.,])((?:1[5-9]|20)\d\d) $")
AMBIGUOUS_MONTH_NUMBERS = frozenset(MONTHS[name] for name in AMBIGUOUS_MONTHS)
"""Months whose names are also words or names of people."""
WORD_MONTH_NUMBERS = (3, 5, 8)
"""Months whose names are words too."""
NAMESAKE_MONTH_NUMBERS = (4, 5, 6)
"""Months whose names are people's too."""


def ordinal_day(found: Found) -> Meaning | None:
    """``the 12th``: of the month mentioned last, else the last, or the next where the clause is about the future."""
    number, today = day_number(found["nth"]), found.day
    if found["relative"] in ("this", "last", "next"):
        return date_of(
            shifted(today.replace(day=1), {"last": -1, "next": 1}.get(found["relative"], 0), "month").replace(
                day=number
            )
        )
    reference = found.last_mentioned("month", NEAR_MONTH_CHARS)
    if reference is not None:
        return date_of(reference.day.replace(day=number))
    if found["relative"] and found.tense == 0:
        return date_of(today.replace(day=number))
    step = (number < today.day) if found.is_future else -(number > today.day)
    return date_of(shifted(today.replace(day=1), step, "month").replace(day=number))


def bare_month(found: Found) -> Meaning | None:
    """A month alone: the last one, the next one where the clause speaks of the future or of nothing and it is near."""
    month = month_number(found["bare_month"])
    if (
        (month in WORD_MONTH_NUMBERS and not is_month_capitalised(found))
        or _is_name(found)
        or not (found["edge"] or " " in found.words or _is_month(month, found))
    ):
        return None
    year = year_behind(found, month)
    if year is None and (before := YEAR_JUST_BEFORE.search(found.before)):
        year = int(before[1])
    if year is None and found.before.endswith("that ") and (reference := found.last_mentioned("year", 1000)):
        year = reference.day.year
    if year is None and not RELATIVE_MONTH.match(found.words):
        year = year_of_month(found, month, found.day)
    return date_of(date(_year_of(month, found) if year is None else year, month, 1), "month")


def _is_name(found: Found) -> bool:
    """``Jan`` before a surname."""
    return found.words in MONTH_ABBREVIATIONS and found.is_followed_by_capital


def _is_month(month: int, found: Found) -> bool:
    """Neither the verb ``may`` nor ``march``, nor a name such as June Carter or Theresa May."""
    if month not in AMBIGUOUS_MONTH_NUMBERS:
        return True
    if TIME_PREPOSITION_BEFORE.search(found.before):
        return True
    if month in found.context.namesake_months or (month in NAMESAKE_MONTH_NUMBERS and found.is_followed_by_capital):
        return DETERMINER_BEFORE.search(found.before) is not None
    if DETERMINER_BEFORE.search(found.before):
        return not found.after.startswith((" on ", " against ", " for "))
    return month not in (3, 5) or PREPOSITION_BEFORE.search(found.before) is not None


def _year_of(month: int, found: Found) -> int:
    """The year of a month without one."""
    today, ahead = found.day, (month - found.day.month) % 12
    if "next " in found.words:
        return today.year + (month <= today.month)
    if re.search(r"\b(?:last|past) ", found.words):
        return today.year - (month >= today.month - 1)  # the month before this one would be called last month
    if "this " in found.words:
        return today.year
    is_past = TALLY_BEFORE.search(found.before) is not None or (
        found.tense < 0 and BOUND_BEFORE.search(found.before) is not None
    )
    is_deadline = DEADLINE_BEFORE.search(found.before) is not None and not is_past
    is_ahead = found.is_future or (found.tense < 0 and is_arranged(found.context.text, found.start))
    is_open = found.tense == 0 or is_event(found.context.text, found.start, found.match.end())
    is_next = is_deadline or (is_ahead and ahead <= FARTHEST_MONTHS) or (is_open and ahead <= SOON_MONTHS)
    return today.year + (month < today.month if is_next else -(month > today.month))


MONTH_RULES = (
    Rule(
        "ordinal_day",
        r"@(on|by|until|from|since|to|before|after|through|and)"
        rf"(?:(?:the )?(?P<nth>[12]?\d|3[01])(?:st|nd|rd|th)|the (?P<nth>{alternatives(ORDINALS)})(?= day of))"
        rf"(?:(?: day)? of (?:(?P<relative>this|last|next|the) month))?{DAY_ENDS}",
        ordinal_day,
    ),
    Rule(
        "month",
        r"(?:<edge>|(?:last|this|next|this past|this coming) ){0,8}<bare_month>(?! +\d)"
        rf"|@(in|of|since|until|from|between|through|to|and)(?P<bare_month>{alternatives(MONTH_ABBREVIATIONS)})"
        r"(?![\w.]|-[a-z]| +\d)",
        bare_month,
    ),
)
