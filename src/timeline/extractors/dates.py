"""This file reads which times an article mentions."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from timeline.events.date_mentioned import DateMentioned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.document import Document

VERSION = 1
ABSOLUTE = frozenset(("iso", "numeric", "month_day_year", "day_month_year", "month_year", "year"))
"""Rules that need nothing but the words."""


def extract(document: Document) -> Iterator[DateMentioned]:
    """The times, durations and sets of times that an article mentions, in order; headline and captions too."""
    starts = [paragraph.start for paragraph in document.paragraphs]
    for timex in document.timexes:
        yield DateMentioned(
            span=timex.span,
            text=timex.span.cut(document.text),
            kind=timex.kind,
            timex=timex.value,
            start=timex.interval.start,
            end=timex.interval.end,
            precision=timex.interval.precision,
            paragraph=bisect_right(starts, timex.span.start),
            rule=timex.rule.replace("_", "-"),
            confidence=950 if timex.rule in ABSOLUTE else 850,
        )
