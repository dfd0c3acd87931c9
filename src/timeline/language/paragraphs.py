"""Split a text into paragraphs."""

from __future__ import annotations

import re

from timeline.model.span import Span

PARAGRAPH = re.compile(r"[^\s\n](?:[^\n]*[^\s\n])?")
"""A line with something on it, without the blanks at its ends: news is delivered a paragraph a line."""


def paragraphs(text: str) -> tuple[Span, ...]:
    """Paragraphs of a text in order, each a line without the blanks at its ends."""
    return tuple(Span(*found.span()) for found in PARAGRAPH.finditer(text))
