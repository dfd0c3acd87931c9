"""A figure was reported: how many, how much, how far."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from timeline.events import Assertion, event
from timeline.model.interval import Interval, Precision
from timeline.model.span import Span

Kind = Literal["count", "money", "measure", "percent", "ratio"]
Hedge = Literal["over", "at least", "nearly", "up to", "under", "around", "vague"]
Basis = Literal["clause-timex", "sentence-timex", "reporting-verb", "lede-day", "publication", "unread"]
Modality = Literal["asserted", "planned", "hypothetical", "denied"]
Place = Literal["headline", "body", "caption"]


@event("figure_reported", version=1)
class FigureReported(Assertion):
    """
    The article states how many or how much there is of something.

    Numbers are decimal text, as exact as the words: 5% is 5, two thirds 0.666667, $1.2 million 1200000.

    Attributes:
        span: The figure with its unit.
        text: Its words, verbatim.
        value: What it amounts to; null for a range, and where only a bound is stated, as for dozens.
        low: The least it can be, as far as the words say so.
        high: The most.
        kind: What its unit is one of.
        unit: Code of a currency, %, ratio, a unit of measurement, or the singular of what is counted; what it is by
            behind a stroke (USD/barrel); null where none is stated.
        hedge: How the words around it hedge it; null where they do not.
        subject: What is counted or measured, in words of the sentence; null where that does not show.
        head: The noun among them, singular and in lower case.
        action: Class of what happens to it, such as killed or evacuated; null where none is known.
        clause: The words around it that can be read alone: its clause, or as much of it as is near.
        clause_text: These, verbatim.
        names: Names in them of people and bodies.
        places: Names in them of places, where they say where it happens.
        modality: Planned, hypothetical and denied figures are kept apart from asserted ones.
        start: First moment of when it was so; null when that is open.
        end: End, exclusive; null when that is open.
        precision: How finely that is stated.
        basis: What it was read from.
        place: Where in the article it stands.
        paragraph: One-based paragraph.
        sentence: Zero-based sentence in the article, headline and captions counted.
    """

    span: Span
    text: str
    value: str | None
    low: str | None
    high: str | None
    kind: Kind
    unit: str | None
    hedge: Hedge | None
    subject: str | None
    head: str | None
    action: str | None
    clause: Span
    clause_text: str
    names: tuple[Span, ...]
    places: tuple[Span, ...]
    modality: Modality
    start: datetime | None
    end: datetime | None
    precision: Precision | None
    basis: Basis
    place: Place
    paragraph: int
    sentence: int

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The figure."""
        return (self.span,)

    @property
    def occurred(self) -> Interval:
        """When it was so."""
        return Interval(self.start, self.end, self.precision)

    def recut(self, text: str) -> dict[str, str]:
        """The words of the figure and around it."""
        return {"text": self.span.cut(text), "clause_text": self.clause.cut(text)}
