"""Rules for times so far from another time that is named beside them."""

from __future__ import annotations

import re
from datetime import timedelta

from timeline.language import calendar
from timeline.language.lexicon.number_words import ordinals
from timeline.language.lexicon.times import UNITS, WEEKDAYS
from timeline.language.lexicon.words import alternatives
from timeline.language.timexes.context import REFERABLE_PRECISIONS, Found, Meaning, date_of
from timeline.language.timexes.grammar import Rule
from timeline.language.timexes.offsets import COARSEST_START, COUNT, HEDGE, count

OPEN_DAYS = re.compile(r"\b(?:trading|working|business)\b")
"""Days that the calendar does not tell."""
LENGTH_FROM = re.compile(r"^the .* from$")
"""``the 20 years from 1925`` are a length."""
NTH = ordinals(1, 5) | {"last": -1, "final": -1}
ENDS_WITH_BEFORE = re.compile(r"\bbefore$")


def beside(found: Found) -> Meaning | None:
    """``the day after Christmas``, ``two weeks before the 5 May vote``; None when no sharp time follows."""
    following = found.meaning_behind()
    if following is None or OPEN_DAYS.search(found.words) or LENGTH_FROM.search(found.before[-4:] + found.words):
        return None
    meaning, end = following
    covers, unit = meaning.covers, UNITS[found["units"] or found["unit"]]
    if covers.start is None or covers.precision not in REFERABLE_PRECISIONS:
        return None
    if REFERABLE_PRECISIONS.index(covers.precision) > REFERABLE_PRECISIONS.index(COARSEST_START.get(unit, "year")):
        return None
    amount = count(found) if found["units"] else 1
    if amount is None or unit in ("second", "minute", "hour"):
        return None
    back = ENDS_WITH_BEFORE.search(found.words) is not None
    last = covers.start if back or covers.end is None else covers.end - timedelta(microseconds=1)
    there = calendar.shifted(last.date(), -amount if back else amount, unit)
    is_day = unit in ("week", "fortnight", "night") and covers.precision in ("day", "part-of-day", "hour", "minute")
    inner = date_of(there, "day" if is_day else unit)
    return Meaning("DATE", inner.value, end=end)


def nth_of(found: Found) -> Meaning | None:
    """``the third Monday of January``, ``the first week of May``; None when no month follows."""
    behind = found.meaning_behind()
    if behind is None or behind[0].covers.precision != "month" or behind[0].covers.start is None:
        return None
    first, nth, unit = behind[0].covers.start.date(), _nth(found["nth"]), found["unit"]
    last = calendar.days_in_month(first)
    if unit in ("day", "week"):
        number = {"day": (nth, last), "week": (7 * nth - 3, last - 3)}[unit][nth < 0]
        return Meaning("DATE", calendar.value(first.replace(day=number), unit), end=behind[1])
    weekday = 5 if unit == "weekend" else WEEKDAYS[unit]
    days = [number for number in range(1, last + 1) if first.replace(day=number).weekday() == weekday]
    if nth > len(days):
        return None
    there = first.replace(day=days[nth - 1 if nth > 0 else -1])
    return Meaning("DATE", calendar.value(there, "weekend" if unit == "weekend" else "day"), end=behind[1])


def _nth(words: str) -> int:
    """1 to 5, -1 for the last."""
    return NTH.get(words) or int(words[0])


def before_last(found: Found) -> Meaning | None:
    """``the week before last``: two back."""
    unit = UNITS[found["unit"]]
    return date_of(calendar.shifted(found.day, -2, unit), unit)


ANCHORED_RULES = (
    Rule(
        "nth_of",
        rf"(?:the )?(?P<nth>{alternatives(NTH)}|[1-5](?:st|nd|rd|th)) "
        rf"(?P<unit>day|week|weekend|{alternatives(WEEKDAYS)}) "
        r"(?:of|in)(?= (?:<:month>|last month|next month|this month))",
        nth_of,
    ),
    Rule("before_last", r"(?:the )?(?P<unit>week|weekend|month|year|night) before last(?! +\w+day\b)", before_last),
    Rule(
        "beside",
        rf"(?:the (?:very )?(?P<unit>day|week|month|year)|(?:{HEDGE} )?{COUNT}) (?:before|after|from|following)"
        r"(?= (?:the |last |next |this )?(?:<:weekday>|<:month>|<:holiday>|\d|yesterday|today|tomorrow))",
        beside,
    ),
)
"""Tried before all others; where one of these reads nothing, the others are tried."""
