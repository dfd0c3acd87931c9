"""Tell a time that the tense of a clause speaks against from one at which it happens."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from timeline.extractors.occurrences.attributes import precedes
from timeline.extractors.occurrences.predicate import predicate
from timeline.extractors.occurrences.tenses import AHEAD, PAST
from timeline.language.lexicon.future_words import ARRANGED, HAD_BEEN_ARRANGED
from timeline.language.lexicon.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from timeline.language.timexes import Timex
    from timeline.model.span import Span

OVER = frozenset(("past", "perfect"))
HOLDING = words("includes include contains contain features comes joins")
"""Besides *is* and *has*, forms of the present that nouns do not have."""
SETTING = ARRANGED | HAD_BEEN_ARRANGED
"""Verbs of the past by which something is set for a time to come."""
LONG = timedelta(days=27)
"""A clause in the present may tell of a day, as captions do, but not of a month or year that is over."""
THEN = re.compile(r"\b(?:in|on|during) $", re.IGNORECASE)
"""Before a time that is written whole: what happened then goes before a publication day, which may be wrong."""
SET_FOR = re.compile(
    r"\b(?:planned|scheduled|set|slated|expected)(?: \w+){0,2} (?:for|on|in|at)(?: early| late)? $"
    r"|\b(?:was|were) to \w+[^,;]* $"
)
"""Before a time to come."""
SET_CHARS = 60
OF_OTHER = re.compile(
    rf" (?:and|but|that|which|who|whom|where|when|after|before|because|as|since|while)\b.*{PAST.pattern}"
)
"""Behind what holds now: another clause, of the past."""
REACH = 160
"""So many characters before a time another clause is looked for."""
FIRST_CHARS = 8
"""So many characters before a time hold no more than a preposition."""


def fitting(text: str, clause: Span, times: Sequence[Timex], midnight: datetime) -> list[Timex]:
    """
    The times of a clause that its tense does not speak against.

    What is over did not happen at a time to come, and what is so now not in a month or year long over: ``An extension
    was granted until Monday``, ``Her visit includes a memorial for the victims of a fire in 2021``. A time at the
    beginning of a clause is its own, and so is one for which something was set.

    Args:
        text: The article.
        clause: The clause.
        times: Times in it.
        midnight: The end of the day on which the text was seen last, as far as is known.
    """
    doubtful = [timex for timex in times if _is_to_come(timex, midnight) or _is_long_over(timex, midnight)]
    doubtful = [timex for timex in doubtful if timex.span.start - clause.start >= FIRST_CHARS]
    if not doubtful:
        return list(times)
    told = predicate(clause.cut(text))
    is_over = told.tense in OVER and told.verb not in SETTING and AHEAD.search(f" {clause.cut(text)}") is None
    is_so_now = told.tense == "lasting" or told.verb in HOLDING
    against = {
        timex.span
        for timex in doubtful
        if (is_over and _is_to_come(timex, midnight) and not _is_set(text, timex))
        or (is_so_now and _is_long_over(timex, midnight) and not _is_of_other(text, clause, timex))
    }
    return [timex for timex in times if timex.span not in against]


def _is_to_come(timex: Timex, midnight: datetime) -> bool:
    """A time begins after the text was seen last."""
    return timex.interval.start is not None and timex.interval.end is not None and timex.interval.start >= midnight


def _is_long_over(timex: Timex, midnight: datetime) -> bool:
    """A month or longer ended before the text was seen last."""
    start, end = timex.interval.start, timex.interval.end
    return start is not None and end is not None and end < midnight and end - start >= LONG


def _is_set(text: str, timex: Timex) -> bool:
    """Something was set for a time to come, or that is written whole."""
    is_whole = timex.basis == "absolute" and precedes(text, THEN, timex, FIRST_CHARS)
    return is_whole or precedes(text, SET_FOR, timex, SET_CHARS)


def _is_of_other(text: str, clause: Span, timex: Timex) -> bool:
    """A time may be that of another clause, of the past."""
    before = text[max(clause.start, timex.span.start - REACH) : timex.span.start]
    return "," in before or OF_OTHER.search(before) is not None
