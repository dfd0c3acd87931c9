"""Trim contents to their words, and tell quoted from indirect speech."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.events.types.statement_reported import Manner
    from timeline.language.document import Document


def trimmed_contents(document: Document, spans: Iterable[Span]) -> tuple[Span, ...]:
    """
    Spans in order, without a comma at their end, and none of commas only.

    Marks stay where words outside of them belong to the content.
    """
    text = document.text
    found = []
    for start, end in sorted(spans):
        trimmed = start + len(text[start:end].rstrip(", \t"))
        if trimmed > start:
            found.append(_with_marks(document, Span(start, trimmed)))
    return tuple(found)


def manner(document: Document, content: Iterable[Span]) -> Manner:
    """Direct when every word is quoted, indirect when none is, else mixed."""
    tokens = document.tokens
    inside = outside = 0
    for span in content:
        first, after = tokens.within(span)
        for word, quoted in zip(tokens.words[first:after], tokens.quoted[first:after], strict=True):
            if word[0].isalnum():
                if quoted:
                    inside += 1
                else:
                    outside += 1
    return "direct" if not outside else "mixed" if inside else "indirect"


def _with_marks(document: Document, span: Span) -> Span:
    """The span with the marks of the quotations at its ends, when it holds words outside of them."""
    at = bisect_right(document.quotations, span.start, key=lambda quotation: quotation.start) - 1
    if at >= 0 and document.quotations[at].start == span.start and span.end > document.quotations[at].after:
        span = Span(document.quotations[at].outer, span.end)
    at = bisect_right(document.quotations, span.end - 1, key=lambda quotation: quotation.start) - 1
    if at >= 0:
        last = document.quotations[at]
        if last.closed and span.start < last.outer and span.end >= last.end - 1:
            return Span(span.start, max(span.end, last.after))
    return span
