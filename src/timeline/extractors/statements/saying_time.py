"""Find when a statement was made, from a time expression beside its cue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from timeline.language.lexicon.reporting_words import BOUNDING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.events.types.statement_reported import SaidBasis
    from timeline.extractors.statements.draft import Draft
    from timeline.language.document import Document
    from timeline.language.timexes import Timex
    from timeline.model.interval import Precision
    from timeline.model.span import Span

NEAR_CHARS = 48
"""A time within so many characters of the cue, in its own clause, is the cue's."""
FARTHEST_CHARS = 120
"""A time farther from the cue than so many characters says when something else was."""
COARSE_PRECISIONS = frozenset(("year", "decade", "century", "vague"))


class SayingTime(NamedTuple):
    """When something was said: half-open bounds, how precisely that is stated, and what it was read from."""

    start: datetime | None
    end: datetime | None
    precision: Precision | None
    basis: SaidBasis


def saying_time(document: Document, draft: Draft) -> SayingTime:
    """
    When a statement was made: at the time beside its cue, else at that of its sentence, else before it was printed.

    Times that begin after the publication day, or that of an update, are no saying times; the end is never later than
    that day's.
    """
    end = datetime.combine(document.last_day + timedelta(days=1), time.min)
    unknown = SayingTime(None, end, None, "publication")
    if not draft.cue:
        return unknown
    cue = draft.cue[0]
    found = [timex for timex in _near(document, cue) if _may_be_saying_time(document, timex, draft, end)]
    if not found:
        return unknown
    nearest = min(found, key=lambda timex: _distance(timex.span, cue))
    between = document.text[min(nearest.span.end, cue.end) : max(nearest.span.start, cue.start)]
    is_beside = _distance(nearest.span, cue) <= NEAR_CHARS and "," not in between
    interval = nearest.interval
    stop = end if interval.end is None else min(interval.end, end)
    return SayingTime(interval.start, stop, interval.precision, "cue-timex" if is_beside else "sentence-timex")


def _near(document: Document, cue: Span) -> Sequence[Timex]:
    """The time expressions of the sentence of a cue that are not too far from it."""
    at = bisect_right(document.sentences, cue.start, key=lambda sentence: sentence.start) - 1
    sentence = document.sentences[at]
    timexes, farthest = document.timexes, min(sentence.end, cue.end + FARTHEST_CHARS + 1)
    first = bisect_left(timexes, sentence.start, key=lambda timex: timex.span.start)
    near = bisect_left(timexes, cue.start - FARTHEST_CHARS, key=lambda timex: timex.span.end)
    return timexes[max(first, near) : bisect_left(timexes, farthest, key=lambda timex: timex.span.start)]


def _may_be_saying_time(document: Document, timex: Timex, draft: Draft, end: datetime) -> bool:
    """A time in the past, precise enough, that stands outside of content and source and bounds nothing."""
    interval = timex.interval
    if interval.start is None or interval.start >= end:
        return False
    if interval.precision in COARSE_PRECISIONS or any(
        timex.span.overlaps(span) for span in (*draft.content, *draft.source)
    ):
        return False
    if any(timex.span.start > span.end for span in draft.content) and draft.cue[0].start < draft.content[0].start:
        return False
    if _distance(timex.span, draft.cue[0]) > FARTHEST_CHARS:
        return False
    before = document.text[max(0, timex.span.start - 24) : timex.span.start].lower().split()[-2:]
    return not any(word in BOUNDING for word in before)


def _distance(one: Span, other: Span) -> int:
    """Characters between two places."""
    return max(one.start - other.end, other.start - one.end, 0)
