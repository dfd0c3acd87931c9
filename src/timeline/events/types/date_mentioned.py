"""A time was mentioned."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from timeline.events import Assertion, event
from timeline.model.interval import Interval, Precision
from timeline.model.span import Span

Kind = Literal["DATE", "TIME", "DURATION", "SET"]
Basis = Literal["absolute", "publication", "captured", "reference"]


@event("date_mentioned", version=2)
class DateMentioned(Assertion):
    """
    An expression in the text that names a time, a duration or a set of times.

    Attributes:
        span: The expression.
        text: Its words.
        kind: TIMEX3 type.
        timex: TIMEX3 value, relative expressions resolved.
        start: First moment, or null: an open bound, or no time (a duration, a set).
        end: End, exclusive, or null.
        precision: How finely it is stated; null where it is no time.
        edtf: The time as EDTF (ISO 8601-2, levels 1 and 2) writes it; null where it is no time.
        basis: What it was resolved from: its words alone, the publication day, the day the text was captured, or a time
            mentioned before or beside it; null where it is no time.
        paragraph: One-based paragraph.
    """

    span: Span
    text: str
    kind: Kind
    timex: str
    start: datetime | None
    end: datetime | None
    precision: Precision | None
    edtf: str | None
    basis: Basis | None
    paragraph: int

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The expression."""
        return (self.span,)

    @property
    def occurred(self) -> Interval:
        """The time it names."""
        return Interval(self.start, self.end, self.precision)

    def recut(self, text: str) -> dict[str, str]:
        """The expression's words."""
        return {"text": self.span.cut(text)}
