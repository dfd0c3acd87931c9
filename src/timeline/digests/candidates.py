"""Find the sentences that may tell of a period: what states a day of it, then what leads an article."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from timeline.model.periods import ONE_DAY, last_day, period_start

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from timeline.digests.request import OccurrenceRow, Request, StatementRow

LEAD_SENTENCES = 5
"""So many first sentences of an article are taken to tell of the day it was published, or of the day before it."""

STATEMENTS_PER_ARTICLE = 3
"""So many statements are taken from an article, where some are chosen: the first ones about the topic."""

STATED_BASES = frozenset(("clause-timex", "sentence-timex", "corrected"))
"""Bases of a time that the sentence states, or that somebody has put right."""


def candidates_by_period(rows: Iterable[OccurrenceRow], request: Request) -> dict[date, list[OccurrenceRow]]:
    """
    Candidates about the topic by first day of their period: what states a day, then what leads an article.

    A question reports nothing.
    """
    stated: defaultdict[date, list[OccurrenceRow]] = defaultdict(list)
    leads: defaultdict[date, list[OccurrenceRow]] = defaultdict(list)
    about, period = matches_topic(request), request.period
    first, last = request.since or date.min, request.until or date.max
    for row in rows:
        day = stated_day(row)
        days = [day for day in ((day,) if day else _led_days(row)) if first <= day <= last]
        if not row.text.rstrip().endswith("?") and about(row.text):
            for start in dict.fromkeys(period_start(day, period) for day in days):
                (stated if day else leads)[start].append(row)
    return {day: stated[day] + leads[day] for day in dict.fromkeys([*stated, *leads])}


def matches_topic(request: Request) -> Callable[[str], bool]:
    """Is a text about the topic, whatever the case? Without keywords everything is, as for the macro ``is_about``."""
    contains_any = _contains_any(request.about)
    if not request.and_about and not request.not_about:
        return contains_any
    wanted = [keyword.lower() for keyword in request.and_about]
    excluded = _contains_any(request.not_about) if request.not_about else lambda _: False
    return lambda text: contains_any(text) and all(map(text.lower().__contains__, wanted)) and not excluded(text)


def _contains_any(keywords: Sequence[str]) -> Callable[[str], bool]:
    found = re.compile("|".join(re.escape(keyword.lower()) for keyword in keywords)).search
    return lambda text: found(text.lower()) is not None


def stated_day(row: OccurrenceRow) -> date | None:
    """The day on which the sentence says it happened; None when it says none, or only a longer time."""
    if row.basis not in STATED_BASES or row.start is None or row.end is None or row.end - row.start > ONE_DAY:
        return None
    return row.start.date()


def said_day(row: StatementRow) -> date:
    """The day on which it was said, says the text, else the day of publication."""
    start, end = row.said_from, row.said_to
    if row.said_basis == "publication" or start is None or end is None or end - start > ONE_DAY:
        return row.published
    return start.date()


def _led_days(row: OccurrenceRow) -> Iterator[date]:
    """The days a first sentence may tell of: none that lies outside of a longer time it states."""
    if row.sentence >= LEAD_SENTENCES:
        return
    stated = row.basis in STATED_BASES
    for day in (row.published, row.published - ONE_DAY):
        started = not stated or row.start is None or row.start.date() <= day
        if started and (not stated or row.end is None or day <= last_day(row.end)):
            yield day
