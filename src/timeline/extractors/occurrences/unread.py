"""Date a sentence by a time in it that says when something happened, but not on which day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from timeline.language import calendar
from timeline.language.numbers import lowered
from timeline.model.interval import Interval
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from timeline.events.types.occurrence_reported import Basis
    from timeline.language.timexes import Timex

UP_TO_NOW = frozenset(("counted_series", "past_unit"))
"""Rules of lengths up to now: ``the last three months``."""
LAST = re.compile(r"\b(?:last|past|previous|latest)\b", re.IGNORECASE)
UP_TO_NOW_LENGTH = re.compile(r"P(\d{1,3})([DWMY])")
UNIT_LETTERS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
"""How TIMEX3 writes such lengths."""
UNREAD_RULES = UP_TO_NOW | frozenset(("later", "every", "weekdays", "uncounted_the"))
"""Rules of lengths and recurrences that say when something happened, but not on which day."""
UNREAD = re.compile(
    r"\W(?:fortnight|the other (?:day|night|week|month)|in those days|at the age of"
    r"|(?:days|weeks|months|years|decades|moments) (?:ago|earlier|before|later|afterwards?)"
    r"|as an? (?:child|boy|girl|teenager|student|young (?:man|woman))"
    r"|when (?:he|she|they|i|we) (?:was|were) (?:young|an? (?:child|boy|girl|teenager|student)|\d+))\b",
)
"""Words for a time that no rule reads, in lower case, and what stands before them; ``\\b`` would make a search slow."""


class Unread(NamedTuple):
    """Within which time something happened, and the words that say so."""

    interval: Interval
    basis: Basis
    span: Span


def unread(words: str, sentence: Span, times: Sequence[Timex], today: date) -> Unread | None:
    """
    By what a time in a sentence says of when something happened; None where nothing says so.

    Args:
        words: The sentence, a blank before it.
        sentence: Where it stands in the article.
        times: All times in it, lengths and recurrences too.
        today: The publication day. A length up to it is bounded by it, what else is said happened at some time before
            it ends.
    """
    before = sentence.start - 1
    for timex in times:
        if timex.rule in UP_TO_NOW and LAST.search(words, timex.span.start - before, timex.span.end - before):
            length = UP_TO_NOW_LENGTH.fullmatch(timex.value)
            if length is not None and (start := _before(today, length)) is not None:
                interval = Interval(calendar.midnight(start), Interval.of_day(today).end, "vague")
                return Unread(interval, "sentence-timex", timex.span)
        if timex.rule in UNREAD_RULES or timex.value == "PAST_REF":
            return _by(today, timex.span)
    for found in UNREAD.finditer(lowered(words)):
        span = Span(before + found.start() + 1, before + found.end())
        if not any(span.overlaps(timex.span) for timex in times):
            return _by(today, span)
    return None


def _before(today: date, length: re.Match[str]) -> date | None:
    """The day so long before another one; None before the year 1."""
    try:
        return calendar.shifted(today, -int(length[1]), UNIT_LETTERS[length[2]])
    except (ValueError, OverflowError):
        return None


def _by(today: date, span: Span) -> Unread:
    """At some time before a day ends."""
    return Unread(Interval(None, Interval.of_day(today).end, "by"), "unread", span)
