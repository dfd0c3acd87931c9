"""A place in a text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """
    A half-open range of code points, ``text[start:end]``.

    Offsets point into an article's text exactly as it was given.
    """

    start: int
    end: int

    def cut(self, text: str) -> str:
        """The words at this place."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """*other* lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """At least one character is in both."""
        return self.start < other.end and other.start < self.end

    def trimmed(self, text: str) -> Span:
        """The same place without white space at its ends; empty at its start when nothing else is there."""
        words = text[self.start : self.end]
        if words and len(words.strip()) == len(words):
            return self
        start = self.start + len(words) - len(words.lstrip())
        return Span(start, max(start, self.start + len(words.rstrip())))
