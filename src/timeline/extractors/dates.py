"""Read which times an article mentions."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from timeline.events.types.date_mentioned import DateMentioned
from timeline.language.edtf import edtf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.language.document import Document

VERSION = 7
ISO_RULES = frozenset(("iso", "iso_time", "iso_week", "compact_iso"))
"""What is the same in every language."""
APPROXIMATE = re.compile(
    r"(?:about|around|approximately|roughly|nearly|almost|some|just (?:over|under)|(?:more|less) than)\b"
)
"""How a time expression begins that is only approximate."""
CONFIDENCE_ABSOLUTE, CONFIDENCE_RELATIVE = 950, 850
"""Per mille: of a time that needs no other to be understood, and of one that does."""


def extract(document: Document) -> Iterator[DateMentioned]:
    """
    The times, durations and sets of times that an article mentions, in order; headline and captions too.

    In a language other than English those that ISO 8601 writes.
    """
    starts = [paragraph.start for paragraph in document.paragraphs]
    for timex in document.timexes:
        if not (document.is_english or timex.rule in ISO_RULES):
            continue
        words = timex.span.cut(document.text)
        yield DateMentioned(
            span=timex.span,
            text=words,
            kind=timex.kind,
            timex=timex.value,
            start=timex.interval.start,
            end=timex.interval.end,
            precision=timex.interval.precision,
            edtf=edtf(timex.interval, is_about=APPROXIMATE.match(words.lower()) is not None),
            basis=timex.basis,
            paragraph=bisect_right(starts, timex.span.start),
            rule=timex.rule.replace("_", "-"),
            confidence=CONFIDENCE_ABSOLUTE if timex.basis == "absolute" else CONFIDENCE_RELATIVE,
        )
