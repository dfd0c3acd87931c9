"""Something was reported to have happened, or to be about to."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from timeline.events import Assertion, event
from timeline.model.interval import Interval, Precision
from timeline.model.span import Span

Basis = Literal["clause-timex", "sentence-timex", "reporting-verb", "lede-day", "publication", "unread"]
Modality = Literal["asserted", "planned", "hypothetical", "denied"]
Kind = Literal["happening", "planned", "state", "speech", "boilerplate"]
Place = Literal["headline", "body", "caption"]


@event("occurrence_reported", version=3)
class OccurrenceReported(Assertion):
    """
    The article says that something happened.

    Attributes:
        span: The clause or sentence that says so.
        text: Its words, verbatim.
        subject: Whose name a pronoun that opens it stands for; empty where it opens otherwise, or that does not show.
        trigger: The word in it that says what happens, its verb as a rule; empty when none is known for one.
        participants: Names in it of people and bodies that take part.
        places: Names in it of places, where they say where it happens.
        start: First moment it can have happened; null when that is open.
        end: End, exclusive; null when that is open.
        precision: How finely the time is stated.
        basis: What the time was read from.
        dated_by: The time expression it was read from; empty otherwise.
        modality: Planned, hypothetical and denied happenings are kept apart from asserted ones.
        kind: Whether it tells what happened or is planned, how things are, what somebody says, or nothing.
        salience: How much it counts as a happening, per mille; all of it where nobody judged.
        place: Where in the article it stands.
        paragraph: One-based paragraph.
        sentence: Zero-based sentence in the article, headline and captions counted.
    """

    span: Span
    text: str
    subject: tuple[str, ...] = ()
    trigger: tuple[Span, ...] = ()
    participants: tuple[Span, ...] = ()
    places: tuple[Span, ...] = ()
    start: datetime | None
    end: datetime | None
    precision: Precision | None
    basis: Basis
    dated_by: tuple[Span, ...]
    modality: Modality
    kind: Kind = "happening"
    salience: int = 1000
    place: Place
    paragraph: int
    sentence: int

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The clause, then the time expression."""
        return (self.span, *self.dated_by)

    @property
    def occurred(self) -> Interval:
        """When it happened."""
        return Interval(self.start, self.end, self.precision)

    def recut(self, text: str) -> dict[str, str]:
        """The clause's words."""
        return {"text": self.span.cut(text)}
