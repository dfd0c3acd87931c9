"""Someone was reported to have said something."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from timeline.events import PIECE_SEPARATOR, Assertion, event
from timeline.model.interval import Interval, Precision
from timeline.model.span import Span

Manner = Literal["direct", "indirect", "mixed"]
Modality = Literal["asserted", "unsaid", "asked", "conditional"]
SaidBasis = Literal["cue-timex", "sentence-timex", "publication"]


@event("statement_reported", version=2)
class StatementReported(Assertion):
    """
    *source* said *content*, says the article.

    Attributes:
        content: Where the words are; more than one span when the cue interrupts them.
        cue: The reporting words that tie source and content together; empty for a bare quotation.
        source: The mention of the speaker; empty when nobody in reach is named.
        speaker: The name the mention stands for in this article, or null.
        source_text: The words of the mention; null without one.
        cue_text: The reporting words; null without any.
        manner: ``direct`` when every word is quoted, ``indirect`` when none is, else ``mixed``.
        modality: ``asserted`` when the article says that it was said; ``unsaid`` when it says that it was not
            (*has not announced*), ``asked`` in a question, ``conditional`` when it may be or would be said.
        quote: The content's text, never re-worded; pieces are joined with `` / ``.
        about: Names of people, places and bodies inside the content, as the article gives them in full.
        said_from: First moment it can have been said, or null when that is not known.
        said_to: End of the time in which it was said, exclusive: at the latest the end of the publication day.
        said_precision: How finely the article states that time; null when only publication bounds it.
        said_basis: What that time was read from.
        paragraph: One-based paragraph of the first content span.
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    source_text: str | None
    cue_text: str | None
    speaker: str | None
    manner: Manner
    modality: Modality = "asserted"
    quote: str
    about: tuple[str, ...] = ()
    said_from: datetime | None
    said_to: datetime | None
    said_precision: Precision | None
    said_basis: SaidBasis
    paragraph: int

    @property
    def evidence(self) -> tuple[Span, ...]:
        """Content, cue, source."""
        return self.content + self.cue + self.source

    @property
    def occurred(self) -> Interval:
        """When it was said."""
        return Interval(self.said_from, self.said_to, self.said_precision)

    def recut(self, text: str) -> dict[str, str]:
        """Quote, cue and mention from their spans."""
        spans = {"quote": self.content, "source_text": self.source, "cue_text": self.cue}
        return {
            name: PIECE_SEPARATOR.join(span.cut(text) for span in pieces) for name, pieces in spans.items() if pieces
        }
